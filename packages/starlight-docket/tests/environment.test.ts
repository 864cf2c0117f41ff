import { expect, test } from 'vitest';
import { readEnvironment } from '../site/environment.ts';

test('an empty environment builds the working directory', () => {
  expect(readEnvironment({ DOCKET_BASE: ' ' }, '/work')).toEqual({
    root: '/work',
    outDir: undefined,
    base: undefined,
    site: undefined,
    repository: undefined,
    preview: undefined,
  });
});

test('every variable is read', () => {
  const environment = readEnvironment(
    {
      DOCKET_ROOT: '/records',
      DOCKET_OUT_DIR: '/out',
      DOCKET_BASE: '/decisions',
      DOCKET_SITE: 'https://docs.example.org/',
      DOCKET_REPOSITORY: 'https://github.com/acme/platform/',
      DOCKET_PREVIEW_PR: '42',
      DOCKET_PREVIEW_BASE: 'origin/main',
    },
    '/work',
  );
  expect(environment).toEqual({
    root: '/records',
    outDir: '/out',
    base: '/decisions',
    site: 'https://docs.example.org',
    repository: 'https://github.com/acme/platform',
    preview: { number: '42', base: 'origin/main' },
  });
});

test('an address that is none is refused', () => {
  expect(() =>
    readEnvironment({ DOCKET_SITE: 'docs.example.org' }, '/'),
  ).toThrowErrorMatchingInlineSnapshot(
    `[Error: DOCKET_SITE must be an address that starts with \`https://\` or \`http://\`, not \`docs.example.org\`]`,
  );
});

test.each([
  [{ DOCKET_PREVIEW_PR: '42' }, 'DOCKET_PREVIEW_PR is set but DOCKET_PREVIEW_BASE is not'],
  [
    { DOCKET_PREVIEW_BASE: 'main' },
    'DOCKET_PREVIEW_PR must be the number of a pull request, not ``',
  ],
  [
    { DOCKET_PREVIEW_PR: '"><b>', DOCKET_PREVIEW_BASE: 'main' },
    'DOCKET_PREVIEW_PR must be the number of a pull request',
  ],
])('a preview that is half named is refused: %j', (env, complaint) => {
  expect(() => readEnvironment(env, '/')).toThrow(complaint);
});
