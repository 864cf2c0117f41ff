import path from 'node:path';
import { expect, test } from 'vitest';
import { isCaseBlind, isListed } from '../../src/io/letter-case.ts';

const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  '': ['docs', 'README.md'],
  docs: ['adr'],
  'docs/adr': ['adr-001-a.md', 'Cafe\u0301.md'],
};

test.each([
  ['docs/adr/adr-001-a.md', true],
  ['./docs//adr/adr-001-a.md', true],
  ['docs/adr/Caf\u00e9.md', true],
  ['Docs/adr/adr-001-a.md', false],
  ['docs/adr/ADR-001-a.md', false],
  ['readme.md', false],
])('%s is spelt as the folders list it: %s', (file, expected) => {
  const namesIn = (folder: string) =>
    FOLDERS[path.posix.normalize(folder).replace(/^\.$|\/$/, '')] ?? [];
  expect(isListed(file, namesIn)).toBe(expected);
});

test('a system knows no letter case where another spelling leads to the same folder', () => {
  const blind = (file: string) => (file.toLowerCase() === 'c:\\repo' ? 7 : undefined);
  expect(isCaseBlind('C:\\repo', blind)).toBe(true);
  expect(isCaseBlind('C:\\REPO', blind)).toBe(true);
  const exact = (file: string) => ({ '/repo': 7, '/REPO': 8 })[file];
  expect(isCaseBlind('/repo', exact)).toBe(false);
  expect(isCaseBlind('/', () => 7)).toBe(false);
});
