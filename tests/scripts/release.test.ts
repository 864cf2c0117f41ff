import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../packages/docket/tests/support/repository.ts';
import {
  allLicences,
  licencesDocument,
  readLicences,
  unfitLicences,
} from '../../scripts/release/licences.ts';
import { notesOf } from '../../scripts/release/notes.ts';
import { releasedPackages, releasedVersion, releaseNotes } from '../../scripts/release/packages.ts';

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
  expect(() => readLicences('{}')).toThrow('The list of licences is empty');
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
    '# docket\n\n## 0.2.0\n\n### Minor Changes\n\n- Now\n\n## 0.2.0-rc.1\n\n- Nearly\n\n## 0.1.0\n\n- Before\n';
  expect(notesOf(changelog, '0.2.0')).toBe('### Minor Changes\n\n- Now');
  expect(notesOf(changelog, '0.1.0')).toBe('- Before');
  expect(notesOf(changelog, '0.3.0')).toBe('');
});

test('both packages are released in one version, which the changelogs tell of', () => {
  const packages = releasedPackages();
  expect(packages.map(({ name }) => name)).toEqual(['docket', 'starlight-docket']);
  const version = packages[0]?.version ?? '';
  expect(releaseNotes(packages, version)).toContain('## docket\n\n');
  expect(() => releaseNotes(packages, '0.0.1')).toThrow('No changelog has notes for 0.0.1');
  const others = packages.map((one) => ({ ...one, version: one.name }));
  expect(() => releasedVersion(others)).toThrow('docket and starlight-docket');
});

test('Changesets raises the version of both packages together, and of nothing else', () => {
  const read = (file: string) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
  expect(read('.changeset/config.json').fixed).toEqual([['docket', 'starlight-docket']]);
  expect(read('package.json').private).toBe(true);
});
