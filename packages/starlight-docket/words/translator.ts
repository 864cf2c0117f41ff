import { englishPhrase } from './english.ts';
import { type Phrase, shownValues, type Translate, type Values, type WordKey } from './say.ts';

/** What Starlight's `t` is to us: i18next's function for one language. */
type StarlightTranslate = (key: never, options: never) => unknown;

/** Numbers among which each plural form of any language has one. */
const COUNTS = [...Array(201).keys(), 1_000_000];

/**
 * Gives the words of a site from Starlight's translations, where a site says them otherwise or in another language;
 * what is not among them is said in English.
 * @param lang tag of the language of `starlight`
 */
export function translator(starlight: StarlightTranslate, lang: string): Translate {
  const ask = (key: WordKey, options: object) =>
    starlight(key as never, { ...options, ...inEnglish(key), ...TEXT } as never) as string;
  return Object.assign(
    (key: WordKey, values: Values = {}) =>
      ask(key, { count: values['count'], replace: shownValues(values, lang) }),
    {
      lang,
      phrase: (key: WordKey): Phrase => {
        if (typeof englishPhrase(key) === 'string') return ask(key, { skipInterpolation: true });
        const rules = new Intl.PluralRules(lang);
        const forms = COUNTS.map((count) => [
          rules.select(count),
          ask(key, { count, skipInterpolation: true }),
        ]);
        return Object.fromEntries(forms);
      },
    },
  );
}

/** i18next would escape values for HTML, which Astro does again. */
const TEXT = { interpolation: { escapeValue: false } };

function inEnglish(key: WordKey): Record<string, string | undefined> {
  const phrase = englishPhrase(key);
  if (typeof phrase === 'string') return { defaultValue: phrase };
  return { defaultValue: phrase.other, defaultValue_one: phrase.one };
}
