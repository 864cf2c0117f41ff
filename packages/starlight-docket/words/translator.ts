import { englishPhrase } from './english.ts';
import { type Phrase, say, type Translate, type WordKey } from './say.ts';

/** What Starlight's `t` is to us: i18next's function for one language. */
type StarlightTranslate = (key: never, options: never) => unknown;

/** What i18next tells of a key: its text, and the language that has it. */
interface Answer {
  readonly res: string;
  readonly usedLng: string;
}

/**
 * Gives the words of a site from Starlight's translations, where a site says them otherwise or in another language;
 * what is not among them is said in the site's first language, and else in English, each in its own plural forms. Each
 * is asked for once, since all pages say nearly the same.
 * @param lang tag of the language of `starlight`
 * @throws {Error} where a site's word has a place for a value that nothing fills
 */
export function translator(starlight: StarlightTranslate, lang: string): Translate {
  const ask = (key: WordKey, english: Phrase, language: string, count?: number) => {
    const options = { count, lng: language, skipInterpolation: true, returnDetails: true };
    const { res: text, usedLng } = starlight(key as never, options as never) as Answer;
    // What no language of the site says comes back as its key.
    if (text === key) return undefined;
    const places = placesOf(JSON.stringify(english));
    const strange = placesOf(text).find((place) => !places.includes(place));
    if (strange === undefined) return { text, usedLng };
    throw new Error(
      `Unexpected \`${strange}\` in the word \`${key}\` of the language \`${lang}\`, expected none but those in English: ${JSON.stringify(english)}`,
    );
  };
  const read = (key: WordKey, language: string): Phrase => {
    const english = englishPhrase(key);
    if (typeof english === 'string') return ask(key, english, language)?.text ?? english;
    const said = countsOf(language).map(
      ([form, count]) => [form, ask(key, english, language, count)] as const,
    );
    const own = said.flatMap(([form, one]) =>
      one?.usedLng === language ? [[form, one.text] as const] : [],
    );
    if (own.length === said.length) return Object.fromEntries(own);
    const other = said.find(([, one]) => one && one.usedLng !== language)?.[1]?.usedLng;
    const borrowed =
      other === undefined
        ? { lang: 'en', phrase: english }
        : { lang: other, phrase: read(key, other) };
    return { ...Object.fromEntries(own), borrowed };
  };
  const known = new Map<WordKey, Phrase>();
  const phrase = (key: WordKey): Phrase => {
    const found = known.get(key) ?? read(key, lang);
    known.set(key, found);
    return found;
  };
  const words: Translate = Object.assign(
    (key: WordKey, values = {}) => say(phrase(key), lang, values),
    { lang, phrase },
  );
  return words;
}

/** Each plural form of a language with a number that takes it. */
function countsOf(lang: string): readonly (readonly [Intl.LDMLPluralRule, number])[] {
  const rules = new Intl.PluralRules(lang);
  // Some have one for millions; 0 may have words of its own in i18next, and stands for no other number.
  const counts = [0, 1_000_000, ...Array.from({ length: 200 }, (_, index) => 200 - index)];
  return [...new Map(counts.map((count) => [rules.select(count), count] as const))];
}

function placesOf(text: string): readonly string[] {
  return text.match(/\{\{.*?\}\}/g) ?? [];
}
