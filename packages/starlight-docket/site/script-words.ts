import type { Translate } from '../words/say.ts';
import { scriptPhrases } from '../words/scripts.ts';

const MODULE = /^virtual:docket\/words\/(dialog|search)$/;

/**
 * Vite plugin: gives the scripts of the search their words in each language of the site. They come with those scripts,
 * so that no page has to carry them.
 * @param languages of the site, its first before the others
 */
export function scriptWordsPlugin(languages: readonly Translate[]) {
  return {
    name: 'docket-script-words',
    resolveId: (id: string) => (MODULE.test(id) ? `\0${id}` : undefined),
    load(id: string) {
      const script = MODULE.exec(id.slice(1))?.[1] as 'dialog' | 'search' | undefined;
      if (!id.startsWith('\0') || script === undefined) return undefined;
      const phrases = languages.map((t) => [t.lang, scriptPhrases(t, script)]);
      // A script may come to stand in a page.
      const code = JSON.stringify(Object.fromEntries(phrases)).replaceAll('<', '\\u003c');
      return `export default ${code}`;
    },
  };
}
