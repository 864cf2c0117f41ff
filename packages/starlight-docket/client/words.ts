import { type Phrase, say, type Values } from '../words/say.ts';
import type { Script, ScriptWord } from '../words/scripts.ts';

/** Says the words that a page hands to a script with `scriptWords`, in the language of the page. */
export function wordsOf<S extends Script>(
  host: HTMLElement,
): (key: ScriptWord<S>, values?: Values) => string {
  const phrases: Readonly<Record<string, Phrase>> = JSON.parse(host.dataset['words'] ?? '{}');
  return (key, values) => say(phrases[key], pageLanguage(), values);
}

/** Tag of the language that the page is in. */
export function pageLanguage(): string {
  return document.documentElement.lang;
}
