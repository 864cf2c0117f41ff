import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import english from '../words/en.json' with { type: 'json' };
import { say } from '../words/say.ts';
import { translator } from '../words/translator.ts';

/** i18next as Starlight has it, and sets it up. */
async function starlight(
  lang: string,
  words: Readonly<Record<string, string>>,
  fallback: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
) {
  const manifest = new URL('../node_modules/@astrojs/starlight/package.json', import.meta.url);
  const { createInstance } = createRequire(realpathSync(manifest))('i18next');
  const i18n = createInstance();
  const languages = Object.entries({ [lang]: words, ...fallback });
  const resources = Object.fromEntries(languages.map(([name, own]) => [name, { starlight: own }]));
  await i18n.init({ resources, fallbackLng: Object.keys(fallback)[0] ?? lang });
  return translator(i18n.getFixedT(lang, 'starlight'), lang);
}

test('a site says words in its own language, and in English what it has no words for', async () => {
  const t = await starlight('ru', {
    'docket.log.title': 'Решения',
    'docket.log.count_one': '{{count}} решение',
    'docket.log.count_few': '{{count}} решения',
    'docket.log.count_many': '{{count}} решений',
  });
  expect(t('docket.log.title')).toBe('Решения');
  const said = [1, 3, 11].map((count) => t('docket.log.count', { count }));
  expect(said).toEqual(['1 решение', '3 решения', '11 решений']);
  expect(t('docket.log.page', { number: 12_345 })).toBe('Page 12\u00a0345');
  expect(t('docket.log.found', { count: 1, shown: 0 })).toBe('0 of 1 decision');
  expect(t('docket.log.found', { count: 3, shown: 0 })).toBe('0 of 3 decisions');
});

test.each([
  ['ru', [1, 3, 21], undefined],
  ['fr', [0, 1, 2], undefined],
  ['ru', [1, 3, 21], 'en'],
  ['fr-CA', [0, 1, 2], 'en-GB'],
])(
  'what %s does not say has the plural forms of English: %j, from %s',
  async (lang, counts, from) => {
    const fallback = from === undefined ? {} : { [from]: english };
    const t = await starlight(lang, { 'docket.log.title': 'x' }, fallback);
    for (const count of counts) {
      const said = count === 1 ? '1 decision' : `${count} decisions`;
      expect(t('docket.log.count', { count })).toBe(said);
      expect(say(t.phrase('docket.log.count'), lang, { count })).toBe(said);
    }
  },
);

test('a form that a language does not say is that of the language the site falls back to', async () => {
  const words = { 'docket.log.count_one': '{{count}} решение' };
  const lithuanian = {
    'docket.log.count_one': '{{count}} a',
    'docket.log.count_few': '{{count}} b',
  };
  const t = await starlight('ru', words, { lt: lithuanian });
  const said = [1, 21, 2, 11].map((count) => t('docket.log.count', { count }));
  expect(said).toEqual(['1 решение', '21 решение', '2 b', '11 decisions']);
});

test('values stay as they are', async () => {
  const t = await starlight('en', {});
  const claim = '<b>"{{count}}" $t(docket.log.title) &amp;';
  expect(t('docket.home.contradicted', { claim })).toBe(`Git contradicts its claim: ${claim}`);
  expect(t('docket.home.of', { name: 'x', lng: 'de', context: 'y' } as never)).toBe(
    'The architecture decisions of x.',
  );
});

test('a word may hold only what its page fills in', async () => {
  const t = await starlight('de', {
    'docket.log.titlePage': 'Seite {{nummer}}',
    'docket.log.count_one': '{{count, number}}',
  });
  expect(() => t('docket.log.titlePage', { number: 2 })).toThrow(
    'Unexpected `{{nummer}}` in the word `docket.log.titlePage` of the language `de`, expected none but those in English: "Decision log, page {{number}}"',
  );
  expect(() => t('docket.log.count', { count: 1 })).toThrow('Unexpected `{{count, number}}`');
});

test('a script says a phrase as the page does', async () => {
  const t = await starlight('ru', {
    'docket.log.count_one': '{{count}} решение',
    'docket.log.count_few': '{{count}} решения',
    'docket.log.count_many': '{{count}} решений',
  });
  expect(t.phrase('docket.log.unloaded')).toBe(
    'The rest of the log could not be loaded. Try again.',
  );
  for (const count of [0, 1, 2, 5, 21, 1000]) {
    expect(say(t.phrase('docket.log.count'), 'ru', { count })).toBe(
      t('docket.log.count', { count }),
    );
  }
});
