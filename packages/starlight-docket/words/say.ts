import type english from './en.json';

/** A key of `en.json`, without the ending that tells a plural form. */
export type WordKey = Stem<keyof typeof english>;
type Stem<Key extends string> = Key extends `${infer Word}_${Intl.LDMLPluralRule}` ? Word : Key;

/** What stands for `{{name}}` in a phrase; `count` also chooses the plural form. Numbers are written as the language does. */
export type Values = Readonly<Record<string, string | number>>;

/** The text of a key, or one for each plural form of the language. */
export type Phrase = string | (Forms & { readonly borrowed?: Borrowed });
type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** What another language says for the forms that have no text, by plural forms of its own. */
interface Borrowed {
  readonly lang: string;
  readonly phrase: Phrase;
}

/** Gives the words of a site in one language, as text: whoever writes another language with them escapes them. */
export interface Translate {
  (key: WordKey, values?: Values): string;
  /** Tag of the language, such as `en` or `pt-BR`. */
  readonly lang: string;
  /** The text of a key as it is before values stand in it: for a script that has them only in the browser. */
  phrase(key: WordKey): Phrase;
}

/**
 * Says a phrase with its values.
 * @param lang tag of the language that the phrase is in
 * @throws {Error} where a value is missing
 */
export function say(phrase: Phrase | undefined, lang: string, values: Values = {}): string {
  const text = phrase && textFor(phrase, lang, Number(values['count']));
  if (text === undefined) throw new Error(`Unexpected phrase ${JSON.stringify(phrase)}`);
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Unexpected phrase "${text}" without ${name}`);
    return typeof value === 'number' ? formatsOf(lang).numbers.format(value) : value;
  });
}

function textFor(phrase: Phrase, lang: string, count: number): string | undefined {
  if (typeof phrase === 'string') return phrase;
  const own = phrase[formatsOf(lang).plurals.select(count)];
  if (own !== undefined) return own;
  const { borrowed, other } = phrase;
  return borrowed ? textFor(borrowed.phrase, borrowed.lang, count) : other;
}

const formats = new Map<string, ReturnType<typeof makeFormats>>();

/** Making them takes longer than a page needs for all its words. */
function formatsOf(lang: string): ReturnType<typeof makeFormats> {
  const known = formats.get(lang) ?? makeFormats(lang);
  formats.set(lang, known);
  return known;
}

function makeFormats(lang: string) {
  return { plurals: new Intl.PluralRules(lang), numbers: new Intl.NumberFormat(lang) };
}
