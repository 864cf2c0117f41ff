import { expect, test } from 'vitest';
import { readEnvironment } from '../../src/site/environment.ts';

test('an empty environment builds the working directory', () => {
  expect(readEnvironment({ DOCKET_BASE: ' ' }, '/work')).toEqual({
    root: '/work',
    outDir: undefined,
    base: undefined,
    site: undefined,
    repository: undefined,
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
    },
    '/work',
  );
  expect(environment).toEqual({
    root: '/records',
    outDir: '/out',
    base: '/decisions',
    site: 'https://docs.example.org',
    repository: 'https://github.com/acme/platform',
  });
});

test('an address that is none is refused', () => {
  expect(() =>
    readEnvironment({ DOCKET_SITE: 'docs.example.org' }, '/'),
  ).toThrowErrorMatchingInlineSnapshot(
    `[Error: Unexpected DOCKET_SITE \`docs.example.org\`, expected an address that starts with \`https://\` or \`http://\`]`,
  );
});
