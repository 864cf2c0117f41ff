import { expect, test } from 'vitest';
import { corpusOfFiles, patchedFiles } from '../../src/engine/examples.ts';
import { isNamed } from '../../src/records/find-record.ts';

test.each([
  ['docs/adr/adr-001-keep-sessions-in-memory.md', true],
  ['docs\\adr\\adr-001-keep-sessions-in-memory.md', true],
  ['.\\docs\\adr\\adr-001-keep-sessions-in-memory.md', true],
  ['adr-1', true],
  ['docs\\adr\\adr-002-keep-sessions-in-redis.md', false],
])('a record is named %s: %s', (name, expected) => {
  const record = corpusOfFiles(patchedFiles([])).byId('ADR-001');
  expect(record && isNamed(record, name)).toBe(expected);
});
