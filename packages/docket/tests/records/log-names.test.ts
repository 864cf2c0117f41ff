import { expect, test } from 'vitest';
import { buildCorpus } from '../../src/records/corpus.ts';
import type { FoundLog } from '../../src/records/discovery/find-logs.ts';
import { logNameOf } from '../../src/records/discovery/log-names.ts';
import { nameInLog } from '../../src/records/key.ts';
import { LAYOUT } from '../../src/records/layout.ts';
import { readRecord } from '../../src/records/record.ts';

const logs = (...folders: string[]): FoundLog[] =>
  folders.map((folder) => ({ folder, foundBy: 'well-known folder', records: [], leftOut: [] }));

test.each([
  [['docs/adr'], 'docs/adr/0001-a.md', ''],
  [['docs/adr', 'packages/core/docs/adr'], 'docs/adr/0001-a.md', ''],
  [['docs/adr', 'packages/core/docs/adr'], 'packages/core/docs/adr/0001-a.md', 'core'],
  [['a/docs/adr', 'b/a/adr'], 'b/a/adr/0001-a.md', 'b/a/adr'],
  [['a/docs/adr', 'b/a/adr'], 'a/docs/adr/0001-a.md', 'a/docs/adr'],
  [['.', 'payments/adr'], 'payments/adr/0001-a.md', 'payments'],
  [['.', 'payments/adr'], '0001-a.md', ''],
  [['docs/adr', 'docs/decisions'], 'docs/decisions/0001-a.md', 'docs/decisions'],
])('of %j, %s belongs to `%s`', (folders, path, name) => {
  expect(logNameOf(logs(...folders), path)).toBe(name);
});

test('records of two logs with one number are two, and each log means its own', () => {
  const found = logs('docs/adr', 'payments/adr');
  const layout = { ...LAYOUT, adr: { ...LAYOUT.adr, logs: found } };
  const record = (path: string, text: string) =>
    readRecord('adr', { path, text }, { templates: {}, layout });
  const records = [
    record('docs/adr/0001-main.md', '# Main\n\nSee ADR-0001 and ADR-0002.\n'),
    record('docs/adr/0002-other.md', '# Other\n\nAs in ADR-0001.\n'),
    record('payments/adr/0001-pay.md', '# Pay\n\nNot ADR-0002.\n'),
    record('payments/adr/0003-cash.md', '# Cash\n\nAs in ADR-0001.\n'),
  ];
  const corpus = buildCorpus({
    records,
    templates: {},
    surroundings: { existing: new Set(), fragments: new Map() },
    layout,
  });
  expect(corpus.records.map(nameInLog)).toEqual([
    'ADR-0001',
    'payments/ADR-0001',
    'ADR-0002',
    'payments/ADR-0003',
  ]);
  const named = Object.fromEntries(
    corpus.records.map((from) => [
      nameInLog(from),
      corpus.referencesFrom(from).map(({ to }) => nameInLog(to)),
    ]),
  );
  expect(named).toEqual({
    'ADR-0001': ['ADR-0002'],
    'payments/ADR-0001': [],
    'ADR-0002': ['ADR-0001'],
    'payments/ADR-0003': ['payments/ADR-0001'],
  });
});
