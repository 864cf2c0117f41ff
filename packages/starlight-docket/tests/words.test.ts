import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import english from '../words/en.json' with { type: 'json' };
import { inEnglish } from '../words/english.ts';
import { say } from '../words/say.ts';

const root = new URL('..', import.meta.url);

test('every word is said somewhere', () => {
  const files = globSync(
    '{*.ts,{build,client,components,markdown,overrides,routes,site,views}/**/*.{ts,astro}}',
    {
      cwd: root,
    },
  );
  const code = files.map((file) => readFileSync(new URL(file, root), 'utf8')).join('\n');
  const said = new Set([...code.matchAll(/['"](docket(?:\.\w+)+)['"]/g)].map(([, key]) => key));
  const keys = Object.keys(english).map((key) => key.replace(/_(?:one|other)$/, ''));
  expect(keys.filter((key) => !said.has(key))).toEqual([]);
});

test('a word stands once, in order, and every plural has both forms of English', () => {
  const keys = Object.keys(english);
  expect(keys).toEqual(keys.toSorted());
  const pairs = new Set(keys);
  for (const key of keys) {
    const [, stem, form] = /^(.*)_(one|other)$/.exec(key) ?? [];
    if (stem === undefined) continue;
    expect(pairs).toContain(`${stem}_${form === 'one' ? 'other' : 'one'}`);
    expect(pairs).not.toContain(stem);
  }
});

test('a phrase has the plural form and the numbers of its language', () => {
  const files = { one: '{{count}} файл', few: '{{count}} файла', many: '{{count}} файлов' };
  const said = [1, 3, 11, 12_345].map((count) => say(files, 'ru', { count }));
  expect(said).toEqual(['1 файл', '3 файла', '11 файлов', '12\u00a0345 файлов']);
  expect(inEnglish('docket.log.count', { count: 1 })).toBe('1 decision');
});

test('a value is text, whatever it holds, and may not be missing', () => {
  const said = say('{{a}}, {{b}}', 'en', { a: '{{b}}', b: '<b>$&</b>' });
  expect(said).toBe('{{b}}, <b>$&</b>');
  expect(() => say('{{a}}', 'en')).toThrow('Unexpected phrase "{{a}}" without a');
});
