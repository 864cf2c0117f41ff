import { expect, test } from 'vitest';
import { scriptWordsPlugin } from '../../site/script-words.ts';
import { inEnglish } from '../../words/english.ts';
import type { Phrase, Translate } from '../../words/say.ts';

const hostile: Translate = Object.assign(() => '', {
  lang: 'xx',
  phrase: (): Phrase => '</script><script>alert(1)</script>',
});

/** What a module of the plugin gives to the script that imports it. */
function given(script: string): Record<string, Record<string, Phrase>> {
  const plugin = scriptWordsPlugin([inEnglish, hostile]);
  const code = plugin.load(plugin.resolveId(`virtual:docket/words/${script}`) ?? '') ?? '';
  expect(code).not.toContain('<');
  return JSON.parse(code.replace(/^export default /, ''));
}

test('a script has its words in each language of the site, and no word ends it', () => {
  const { en, xx } = given('search');
  expect(en?.['docket.search.found']).toEqual({
    one: '{{count}} result',
    other: '{{count}} results',
  });
  expect(xx?.['docket.search.none']).toBe('</script><script>alert(1)</script>');
  expect(Object.keys(given('dialog')['en'] ?? {})).not.toContain('docket.search.none');
});

test('other modules are not its own', () => {
  const { resolveId, load } = scriptWordsPlugin([inEnglish]);
  expect([resolveId('virtual:docket/words/log'), load('virtual:docket/words/search')]).toEqual([
    undefined,
    undefined,
  ]);
});
