import { expect, test } from 'vitest';
import { corpusOfFiles } from '../../src/engine/examples.ts';
import { latestEvents, lifeOf, type PastState, stoodOn } from '../../src/records/life.ts';

/** Decisions by number: status, date and further frontmatter. */
function lives(
  rows: Readonly<Record<string, string>>,
  past: Readonly<Record<string, readonly PastState[]>> = {},
) {
  const corpus = corpusOfFiles(
    new Map(
      Object.entries(rows).map(([number, frontmatter]) => [
        `docs/adr/adr-${number}-d.md`,
        `---\ntitle: "ADR-${number}: D"\n${frontmatter}\n---\n`,
      ]),
    ),
  );
  return corpus.adrs.map((adr) => lifeOf(corpus, adr, past[adr.number ?? ''] ?? []));
}
const days = (list: ReturnType<typeof lives>) =>
  list.map(({ from, until }) => [from, until].map((end) => ('day' in end ? end.day : end.kind)));

test('a decision stands from its date until its successor is decided', () => {
  const list = lives({
    '001': 'status: Superseded\ndate: 2026-01-10\nsuperseded-by: [ADR-002]',
    '002': 'status: Accepted\ndate: 2026-03-05',
    '003': 'status: Proposed\ndate: 2026-02-01',
    '004': 'status: Rejected\ndate: 2026-02-01',
    '005': 'date: 2026-02-01',
  });
  expect(days(list)).toEqual([
    ['2026-01-10', '2026-03-05'],
    ['2026-03-05', 'none'],
    ['none', 'none'],
    ['none', 'none'],
    ['none', 'none'],
  ]);
  const on = (day: string) => list.map((life) => stoodOn(life, day));
  expect(on('2026-01-09')).toEqual(['no', 'no', 'no', 'no', 'no']);
  expect(on('2026-03-04')).toEqual(['yes', 'no', 'no', 'no', 'no']);
  expect(on('2026-03-05')).toEqual(['no', 'yes', 'no', 'no', 'no']);
});

test('what no record tells is unknown', () => {
  const list = lives({
    '001': 'status: Superseded\ndate: 2026-03-05\nsuperseded-by: [ADR-002]',
    '002': 'status: Accepted\ndate: 2026-03-05',
    '003': 'status: Deprecated\ndate: 2026-02-01',
    '004': 'status: Accepted',
    '005': 'status: Superseded\nsuperseded-by: [ADR-004]',
  });
  expect(days(list)).toEqual([
    ['unknown', '2026-03-05'],
    ['2026-03-05', 'none'],
    ['unknown', '2026-02-01'],
    ['unknown', 'none'],
    ['unknown', 'unknown'],
  ]);
  expect(list.map((life) => stoodOn(life, '2026-01-15'))).toEqual([
    'unknown',
    'no',
    'unknown',
    'unknown',
    'unknown',
  ]);
  expect(list.map((life) => stoodOn(life, '2026-02-01'))[2]).toBe('no');
});

test('committed texts tell what the present one has forgotten', () => {
  const at = (day: string, status: PastState['status'], date: string): PastState => ({
    day,
    status,
    date,
  });
  const [deprecated, accepted] = lives(
    {
      '001': 'status: Deprecated\ndate: 2026-05-01',
      '002': 'status: Accepted\ndate: 2026-02-01',
    },
    {
      '001': [
        at('2026-01-12', 'Accepted', '2026-01-10'),
        at('2026-05-02', 'Deprecated', '2026-05-01'),
      ],
      '002': [
        at('2026-02-01', 'Proposed', '2026-02-01'),
        at('2026-02-20', 'Accepted', '2026-02-01'),
      ],
    },
  );
  expect(deprecated?.events.map(({ status, day, source }) => [status, day, source])).toEqual([
    ['Accepted', '2026-01-10', 'record'],
    ['Deprecated', '2026-05-01', 'record'],
  ]);
  expect(accepted?.events.map(({ status, day, source }) => [status, day, source])).toEqual([
    ['Proposed', '2026-02-01', 'record'],
    ['Accepted', '2026-02-20', 'history'],
  ]);
});

test('events come latest first', () => {
  const events = latestEvents(
    lives({
      '001': 'status: Superseded\ndate: 2026-01-10\nsuperseded-by: [ADR-002]',
      '002': 'status: Accepted\ndate: 2026-03-05\nsupersedes: [ADR-001]',
    }),
  );
  expect(events.map(({ record, status, day }) => `${day} ${record.id} ${status}`)).toEqual([
    '2026-03-05 ADR-002 Accepted',
    '2026-03-05 ADR-001 Superseded',
    '2026-01-10 ADR-001 Accepted',
  ]);
});
