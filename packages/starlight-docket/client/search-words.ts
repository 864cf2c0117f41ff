import phrases from 'virtual:docket/search-words';
import { say } from '../words/say.ts';
import type { SayScript } from '../words/scripts.ts';
import { pageLanguage } from './words.ts';

/** Says the words of the search in the language of the page, which every page shares with all others of that language. */
export const searchWord: SayScript<'search'> = (key, values) => {
  const lang = pageLanguage();
  return say((phrases[lang] ?? Object.values(phrases)[0])?.[key], lang, values);
};
