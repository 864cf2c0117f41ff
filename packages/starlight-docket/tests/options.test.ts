import path from 'node:path';
import { expect, test } from 'vitest';
import { type DocketOptions, readOptions } from '../site/options.ts';
import { DEFAULT_SETTINGS } from '../site/settings.ts';

const PROJECT = path.resolve('/project');
const read = (options: Record<string, unknown>, env: Record<string, string> = {}) =>
  readOptions(options as DocketOptions, env, PROJECT);

/** The message and the hint of a refusal. */
function refusal(options: Record<string, unknown>, env?: Record<string, string>): string {
  try {
    read(options, env);
  } catch (error) {
    const { message, hint } = error as Error & { hint?: string };
    return `${message} ${hint}`;
  }
  return 'not refused';
}

test('without options the records of the project get pages in the look of the site', () => {
  const defaults = {
    root: PROJECT,
    pages: undefined,
    prefix: '',
    repository: undefined,
    look: 'starlight',
    delivery: false,
    reference: false,
    credit: true,
    words: {},
    preview: undefined,
    settings: DEFAULT_SETTINGS,
  };
  expect(read({})).toEqual(defaults);
  expect(read({ root: undefined }, { DOCKET_ROOT: ' ', DOCKET_PREVIEW_PR: '' })).toEqual(defaults);
});

test('every option is read', () => {
  const settings = { logRows: 50, printLimit: 1000, socialLimit: 1 };
  const discuss = 'https://example.com/new?title={id}%20{title}';
  expect(
    read({
      root: '../platform',
      prefix: '/decisions/adr/',
      repository: 'https://github.com/acme/platform/',
      look: 'docket',
      delivery: true,
      reference: true,
      credit: false,
      words: { de: { 'docket.log.title': 'Entscheidungen' } },
      edit: 'https://example.com/edit/{path}/',
      discuss,
      ...settings,
    }),
  ).toEqual({
    root: path.resolve(PROJECT, '../platform'),
    prefix: 'decisions/adr',
    repository: 'https://github.com/acme/platform',
    look: 'docket',
    delivery: true,
    reference: true,
    credit: false,
    words: { de: { 'docket.log.title': 'Entscheidungen' } },
    preview: undefined,
    settings: {
      rowsPerPage: 50,
      printLimit: 1000,
      socialLimit: 1,
      edit: 'https://example.com/edit/{path}/',
      discuss,
    },
  });
});

test('the environment says which folder, from where the command was given, and nothing of the site', () => {
  const options = { root: 'a', repository: 'https://a.example', logRows: 1 };
  const env = {
    DOCKET_ROOT: 'records',
    // What a site is like stands in its configuration alone.
    DOCKET_REPOSITORY: 'https://b.example',
    DOCKET_LOG_ROWS: '2',
    DOCKET_PREVIEW_PR: '42',
    DOCKET_PREVIEW_BASE: 'origin/main',
  };
  expect(read(options, env)).toMatchObject({
    root: path.resolve('records'),
    repository: 'https://a.example',
    settings: { rowsPerPage: 1 },
    preview: { number: '42', base: 'origin/main' },
  });
});

test.each([
  [
    { folder: 'x' },
    'docket() has no option `folder`. It knows `root`, `pages`, `prefix`, `repository`, `look`, `delivery`, `reference`, `credit`, `logRows`, `printLimit`, `socialLimit`, `words`, `edit` and `discuss`.',
  ],
  [
    { pages: ' ' },
    'The option `pages` of docket() is ` `, which is not a path. Name the folder that holds your pages, such as `docs`.',
  ],
  [{ root: 7 }, 'is `7`, which is not a path. Name the folder'],
  [{ prefix: 'my decisions' }, 'The option `prefix` of docket() is `my decisions`, which is not a'],
  [{ prefix: '../up' }, 'which is not a path for pages.'],
  [{ prefix: '[slug]' }, 'which is not a path for pages.'],
  [{ prefix: '' }, 'leave it out to have no prefix.'],
  [{ repository: 'acme/platform' }, 'not a web address. Start it with `https://` or `http://`.'],
  [{ look: 'dark' }, 'which is not one that Docket knows. Use `starlight` or `docket`.'],
  [{ delivery: 'yes' }, 'which is neither true nor false. Write `true` or `false`.'],
  [{ delivery: true }, "Add `look: 'docket'`, or leave `delivery` out."],
  [{ words: { de: 'x' } }, 'is `{"de":"x"}`, which is not words by language. Write such as'],
  [{ logRows: 0 }, 'is `0`, which is not a whole number above 0. Write one, such as `200`.'],
  [{ edit: 'ftp://x/{path}' }, 'is `ftp://x/{path}`, which is not a web address.'],
  [
    { discuss: 'https://x/{author}' },
    'holds `{author}`, which nothing fills. It may hold `{id}`, `{title}`, `{path}` and `{url}`.',
  ],
])('%j is refused', (options, message) => {
  expect(refusal(options)).toContain(message);
});

test.each([
  [{ DOCKET_PREVIEW_PR: '42' }, 'DOCKET_PREVIEW_PR is set without DOCKET_PREVIEW_BASE.'],
  [{ DOCKET_PREVIEW_BASE: 'main' }, 'DOCKET_PREVIEW_PR is ``, which is not the number of a pull'],
  [
    { DOCKET_PREVIEW_PR: '"><b>', DOCKET_PREVIEW_BASE: 'main' },
    'which is not the number of a pull request.',
  ],
])('%j in the environment is refused', (env, message) => {
  expect(refusal({}, env)).toContain(message);
});
