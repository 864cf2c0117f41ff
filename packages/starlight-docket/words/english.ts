import english from './en.json' with { type: 'json' };
import { type Phrase, say, type Translate, type WordKey } from './say.ts';

const words: Readonly<Record<string, string>> = english;

/** The words of a site in English, without what a site says otherwise. */
export const inEnglish: Translate = Object.assign(
  (key: WordKey, values = {}) => say(englishPhrase(key), 'en', values),
  { lang: 'en', phrase: englishPhrase },
);

/** How `en.json` says a key. */
export function englishPhrase(key: WordKey): Phrase {
  const { [`${key}_one`]: one, [`${key}_other`]: other } = words;
  const text = words[key] ?? other;
  if (text === undefined) throw new Error(`Unexpected word ${key}`);
  return one === undefined || other === undefined ? text : { one, other };
}
