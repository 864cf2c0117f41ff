import { type Phrase, say } from '../words/say.ts';
import type { SayScript, Script } from '../words/scripts.ts';

/** Says the words that a page hands to a script with `scriptWords`, in the language of the page. */
export function wordsOf<S extends Script>(host: HTMLElement): SayScript<S> {
  const phrases: Readonly<Record<string, Phrase>> = JSON.parse(host.dataset['words'] ?? '{}');
  return (key, values) => say(phrases[key], pageLanguage(), values);
}

/** Says the words of a script to which the site hands them in each of its languages, as every page would repeat them. */
export function saying<S extends Script>(
  languages: Readonly<Record<string, Readonly<Record<string, Phrase>>>>,
): SayScript<S> {
  const lang = pageLanguage();
  const phrases = languages[lang] ?? Object.values(languages)[0];
  return (key, values) => say(phrases?.[key], lang, values);
}

/** Tag of the language that the page is in. */
export function pageLanguage(): string {
  return document.documentElement.lang;
}
