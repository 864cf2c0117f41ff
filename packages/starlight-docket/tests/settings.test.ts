import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, fillPattern, readSettings } from '../site/settings.ts';

test('without a word in the environment the settings are the defaults', () => {
  expect(readSettings({})).toEqual(DEFAULT_SETTINGS);
  expect(readSettings({ DOCKET_LOG_ROWS: '', DOCKET_EDIT: ' ' })).toEqual(DEFAULT_SETTINGS);
});

test('settings are read', () => {
  expect(
    readSettings({
      DOCKET_LOG_ROWS: '50',
      DOCKET_PRINT_LIMIT: '1000',
      DOCKET_EDIT: 'https://example.com/edit/{path}',
      DOCKET_DISCUSS: 'https://example.com/new?title={id}%20{title}',
    }),
  ).toEqual({
    rowsPerPage: 50,
    printLimit: 1000,
    socialLimit: 300,
    edit: 'https://example.com/edit/{path}',
    discuss: 'https://example.com/new?title={id}%20{title}',
  });
});

test.each([
  [
    { DOCKET_LOG_ROWS: 'many' },
    'DOCKET_LOG_ROWS must be a whole number above 0, such as `200`, not `many`',
  ],
  [
    { DOCKET_EDIT: 'ftp://x/{path}' },
    'DOCKET_EDIT must be an address that starts with `https://` or `http://`, such as `https://code.example.org/team/records/edit/main/{path}`, not `ftp://x/{path}`',
  ],
  [
    { DOCKET_DISCUSS: 'https://x/{author}' },
    'DOCKET_DISCUSS contains `{author}`; use only `{id}`, `{title}`, `{path}`, `{url}`',
  ],
])('%j is refused', (env, message) => {
  expect(() => readSettings(env)).toThrow(message);
});

test('a pattern is filled so that it stays an address', () => {
  const values = { path: 'docs/adr/adr-001-é.md', title: 'A & B?' };
  expect(fillPattern('https://x/edit/{path}', values)).toBe(
    'https://x/edit/docs/adr/adr-001-%C3%A9.md',
  );
  expect(fillPattern('https://x/new?title={title}', values)).toBe(
    'https://x/new?title=A%20%26%20B%3F',
  );
  expect(fillPattern(undefined, values)).toBeUndefined();
});
