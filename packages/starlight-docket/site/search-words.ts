import type { Translate } from '../words/say.ts';
import { scriptPhrases } from '../words/scripts.ts';

const MODULE = 'virtual:docket/search-words';

/**
 * Vite plugin: gives the script of the search its words in each language of the site. They come with that script, which
 * every page has, so that no page has to carry them.
 */
export function searchWords(languages: readonly Translate[]) {
  const phrases = languages.map((t) => [t.lang, scriptPhrases(t, 'search')]);
  // A script may come to stand in a page.
  const code = JSON.stringify(Object.fromEntries(phrases)).replaceAll('<', '\\u003c');
  return {
    name: 'docket-search-words',
    resolveId: (id: string) => (id === MODULE ? `\0${MODULE}` : undefined),
    load: (id: string) => (id === `\0${MODULE}` ? `export default ${code}` : undefined),
  };
}
