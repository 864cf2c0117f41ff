import { expect, test } from 'vitest';
import { isCaseBlind, isSpelt } from '../../src/io/letter-case.ts';

test.each([
  ['docs/adr/adr-001-a.md', 'docs/adr/adr-001-a.md', true],
  ['./docs//adr/', 'docs/adr', true],
  ['docs/../README.md', 'README.md', true],
  ['docs/Caf\u00e9.md', 'docs/Cafe\u0301.md', true],
  ['docs/link.md', 'elsewhere/target.md', true],
  ['Docs/adr/adr-001-a.md', 'docs/adr/adr-001-a.md', false],
  ['readme.md', 'README.md', false],
])('%s is how %s is spelt: %s', (file, real, expected) => {
  expect(isSpelt(file, real)).toBe(expected);
});

test('a system knows no letter case where another spelling leads to the same folder', () => {
  const blind = (file: string) => (file.toLowerCase() === 'c:\\repo' ? 7 : undefined);
  expect(isCaseBlind('C:\\repo', blind)).toBe(true);
  expect(isCaseBlind('C:\\REPO', blind)).toBe(true);
  const exact = (file: string) => ({ '/repo': 7, '/REPO': 8 })[file];
  expect(isCaseBlind('/repo', exact)).toBe(false);
  expect(isCaseBlind('/', () => 7)).toBe(false);
});
