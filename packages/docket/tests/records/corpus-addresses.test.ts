import { expect, test } from 'vitest';
import { corpusOfFiles } from '../../src/engine/examples.ts';

const addressesOf = (...paths: string[]) =>
  Object.fromEntries(
    corpusOfFiles(new Map(paths.map((path) => [path, '# A record\n']))).records.map((record) => [
      record.path,
      record.address,
    ]),
  );

test('the address of a record is its name, without signs that mean something in an address', () => {
  expect(
    addressesOf(
      'docs/adr/adr-001-a.md',
      'docs/adr/deep/adr-002-b.md',
      'docs/adr/0024-use-#-as-mark.md',
      'docs/adr/50% of it?.md',
      'docs/adr/c++ ü.md',
      'docs/adr/index.md',
      '.sdd/provenance/spec-0001-a.provenance.md',
    ),
  ).toEqual({
    'docs/adr/adr-001-a.md': 'adr-001-a',
    'docs/adr/deep/adr-002-b.md': 'adr-002-b',
    'docs/adr/0024-use-#-as-mark.md': '0024-use-as-mark',
    'docs/adr/50% of it?.md': '50- of it-',
    'docs/adr/c++ ü.md': 'c++ ü',
    'docs/adr/index.md': 'index-record',
    '.sdd/provenance/spec-0001-a.provenance.md': 'spec-0001-a',
  });
});

test('records of one name get their folders into their addresses, and no two have one', () => {
  expect(
    addressesOf(
      'docs/adr/0001-a.md',
      'docs/adr/x/0001-a.md',
      'docs/adr/y/0001-a.md',
      'docs/adr/b#c.md',
      'docs/adr/b?c.md',
      '.sdd/specification/0001-a.md',
      '.sdd/provenance/spec-0001-a.md',
      '.sdd/provenance/spec-0001-a.provenance.md',
    ),
  ).toEqual({
    'docs/adr/0001-a.md': '0001-a',
    'docs/adr/x/0001-a.md': 'x/0001-a',
    'docs/adr/y/0001-a.md': 'y/0001-a',
    'docs/adr/b#c.md': 'b-c-1',
    'docs/adr/b?c.md': 'b-c-2',
    '.sdd/specification/0001-a.md': '0001-a',
    '.sdd/provenance/spec-0001-a.md': 'spec-0001-a',
    '.sdd/provenance/spec-0001-a.provenance.md': 'spec-0001-a.provenance',
  });
});

test('records whose names differ in nothing but letter case have addresses that differ in more', () => {
  const addresses = Object.values(
    addressesOf(
      'docs/adr/0001-a.md',
      'docs/adr/0001-A.md',
      'docs/adr/x/0001-a.md',
      'docs/adr/b.md',
    ),
  );
  expect(addresses).toContain('b');
  expect(new Set(addresses.map((address) => address.toLowerCase())).size).toBe(4);
});
