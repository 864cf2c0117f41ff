import { expect, test } from 'vitest';
import {
  allLicences,
  licencesDocument,
  readLicences,
  unfitLicences,
} from '../../scripts/release/licences.ts';
import { notesOf } from '../../scripts/release/notes.ts';

const listed = (licence: string, name = 'a-package') =>
  readLicences(JSON.stringify({ [licence]: [{ name, versions: ['1.0.0'] }] }));

test.each([
  ['MIT', 'a-package', true],
  ['(MIT OR GPL-3.0-only)', 'a-package', true],
  ['MIT AND GPL-3.0-only', 'a-package', false],
  ['GPL-3.0-only', 'a-package', false],
  ['Unknown', 'a-package', false],
  ['LGPL-3.0-or-later', '@img/sharp-libvips-linux-x64', true],
  ['LGPL-3.0-or-later', 'another-package', false],
  ['OFL-1.1', '@fontsource/inter', true],
  ['OFL-1.1', 'a-package', false],
])('licence %s of %s is allowed: %s', (licence, name, allowed) => {
  expect(unfitLicences(listed(licence, name)).length === 0).toBe(allowed);
});

test('a list without packages is no list', () => {
  expect(() => readLicences('{}')).toThrow('Unexpected empty list of licences');
});

test('each version of a package has its row', () => {
  const packages = readLicences(
    JSON.stringify({
      MIT: [{ name: 'b', versions: ['1.0.0', '2.0.0'], homepage: 'https://b.example' }],
      ISC: [{ name: 'a', versions: ['3.0.0'] }],
    }),
  );
  expect(licencesDocument(packages).split('\n').slice(4, 7)).toEqual([
    '| a | 3.0.0 | ISC |',
    '| [b](https://b.example) | 1.0.0 | MIT |',
    '| [b](https://b.example) | 2.0.0 | MIT |',
  ]);
});

test('what is bundled is listed among what is installed, each version once', () => {
  const bundled = [
    { name: 'b', version: '2.0.0', licence: 'MIT' },
    { name: 'a-package', version: '1.0.0', licence: 'MIT' },
  ];
  expect(allLicences(listed('MIT'), bundled).map(({ name }) => name)).toEqual(['a-package', 'b']);
});

test('a release has the notes of its own version', () => {
  const changelog =
    '# Changelog\n\n## [Unreleased]\n\n- Later\n\n## [0.2.0] - 2026-12-01\n\n- Now\n\n## [0.1.0]\n\n- Before\n';
  expect(notesOf(changelog, '0.2.0')).toBe('- Now');
  expect(() => notesOf(changelog, '0.3.0')).toThrow('expected a section `## [0.3.0] - YYYY-MM-DD`');
});
