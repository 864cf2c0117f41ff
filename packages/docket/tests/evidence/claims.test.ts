import { expect, test } from 'vitest';
import { readStatus } from '../../src/evidence/artifact-status.ts';
import { claimsOf } from '../../src/evidence/sources/ours.ts';
import { readRecord } from '../../src/records/record.ts';
import { provenance, RECORD, type RecordText } from '../support/records.ts';

function claims(text: RecordText): string[] {
  const record = readRecord('provenance', { path: RECORD, text: provenance(text) });
  if (record.kind !== 'provenance') throw new Error('Expected a provenance record');
  return claimsOf(record).map(({ id, claim, span }) => `${span.start.line} ${id} | ${claim}`);
}

test('claims stand in structured places, each with its line', () => {
  expect(
    claims({
      title: 'Provenance: Spec 0001 — ADR-001 Caching',
      artifacts: [
        ['a.md', 'Created'],
        ['`b.md`, `c.md`', 'Modified'],
        ['`old.md` → `new.md`', 'Renamed'],
        ['none', '—'],
        ['a.md', 'Modified'],
      ],
    }),
  ).toMatchInlineSnapshot(`
    [
      "3 landed-together | Specification and record landed together",
      "1 decision:ADR-001 | Carries out ADR-001",
      "4 executed | Executed 2026-03-05T11:30:00Z",
      "23 artifact:a.md | \`a.md\` Created",
      "24 artifact:b.md | \`b.md\` Modified",
      "24 artifact:c.md | \`c.md\` Modified",
      "25 artifact:new.md | \`new.md\` Renamed",
      "26 artifact:none | \`none\` —",
      "27 artifact:a.md#2 | \`a.md\` Modified",
      "33 step:1 | Step 1: Pass",
    ]
  `);
});

test('prose is never searched for paths or decisions', () => {
  const quiet = claims({});
  const loud = claims({
    actions:
      'Created `docs/adr/adr-002-x.md` as ADR-002 wants, see [ADR-003](../../docs/adr/adr-003-y.md).\n\n1. Deleted `src/gone.ts` for ADR-004.',
    deviations: '`src/main.ts` | Modified, because ADR-005 said so.',
  });
  expect(loud.map((line) => line.replace(/^\d+ /, ''))).toEqual(
    quiet.map((line) => line.replace(/^\d+ /, '')),
  );
});

test('decisions come from the title, bold-label lines and their links, not from the name of the specification', () => {
  const found = claims({
    title: 'Provenance: Spec 0001 — ADR-001 and ADR 002',
    spec: '.sdd/specification/spec-0001-write-ADR-009.md',
    executed: '2026-03-05T11:30:00Z\n**ADR:** [first](../../docs/adr/adr-003-three.md), ADR-001',
  });
  expect(found.filter((line) => line.includes('decision:'))).toMatchInlineSnapshot(`
    [
      "1 decision:ADR-001 | Carries out ADR-001",
      "1 decision:ADR-002 | Carries out ADR-002",
      "5 decision:ADR-003 | Carries out ADR-003",
    ]
  `);
});

test.each([
  ['Created', [['created']]],
  ['Newly added', [['created']]],
  ['**Modified**', [['modified']]],
  ['Created / Modified', [['created'], ['modified']]],
  ['Created or modified', [['created'], ['modified']]],
  ['Modified; added a table', [['modified']]],
  ['Modified (renamed the heading)', [['modified']]],
  ['Already existed (updated)', [['existed', 'modified']]],
  ['Pre-existing', [['existed']]],
  ['Existing, unchanged', [['existed', 'unchanged']]],
  ['Not modified', [['unchanged']]],
  ['Moved', [['renamed']]],
  ['Removed', [['deleted']]],
  ['Not created', []],
  ['Modified (removed)', [['modified']]],
  ['Added section', []],
  ['Removed obsolete flag', []],
  ['New section on limits', []],
  ['Added by hand', [['created']]],
  ['Created: the record', [['created']]],
  ['', []],
  ['Done', []],
])('status `%s`', (text, expected) => {
  expect(readStatus(text).alternatives.map((events) => [...events])).toEqual(expected);
});

test('the former name of a renamed file', () => {
  expect(readStatus('Renamed from docs/a b.md')).toEqual({
    alternatives: [new Set(['renamed'])],
    from: 'docs/a b.md',
  });
  expect(readStatus('Moved from x.md (with edits)').from).toBe('x.md');
});
