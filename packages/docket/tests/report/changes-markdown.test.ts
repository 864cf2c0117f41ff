import { expect, test } from 'vitest';
import type { Changes, RecordChange } from '../../src/records/changes/changes.ts';
import { wordDifference } from '../../src/records/difference.ts';
import { changesMarkdown } from '../../src/report/changes/markdown.ts';

const NONE: Changes = {
  base: 'aaaaaaaaaa',
  head: 'bbbbbbbbbb',
  records: [],
  relations: [],
  verdicts: [],
  silencings: [],
  governed: [],
  violations: { added: [], fixed: [] },
};

/** A decision of which a section was wholly rewritten, with a text of about `size` characters. */
function rewritten(number: number, size: number): RecordChange {
  const side = {
    id: `ADR-${number}`,
    title: `ADR-${number}: A decision with a title of the usual length`,
    path: `docs/adr/adr-${number}-a.md`,
    status: 'Accepted',
  };
  const text = (word: string) => `${word} `.repeat(size / 10);
  return {
    recordKind: 'adr',
    before: side,
    after: side,
    fields: [],
    sections: [
      {
        kind: 'changed',
        titles: ['Decision'],
        slug: 'decision',
        pieces: [
          { kind: 'removed', text: text('was') },
          { kind: 'added', text: text('is') },
        ],
      },
    ],
    agentDecisions: [],
    results: [],
  };
}

const some = (amount: number, size: number): Changes => ({
  ...NONE,
  records: Array.from({ length: amount }, (_, index) => rewritten(100 + index, size)),
});

test('nothing changed is one sentence', () => {
  expect(changesMarkdown(NONE)).toBe(
    '### Changes to the records\n\nNo change to the records, from `aaaaaaaaaa` to `bbbbbbbbbb`.\n',
  );
});

test('a few changes are shown whole', () => {
  const text = changesMarkdown(some(3, 400));
  expect(text.match(/<details>/g)).toHaveLength(3);
  expect(text.match(/<pre>/g)).toHaveLength(3);
});

test.each([
  [40, 4_000],
  [400, 40],
  [2_000, 2_000],
  [1, 500_000],
])('%i records of %i characters stay below the limit', (amount, size) => {
  const text = changesMarkdown(some(amount, size));
  expect(text.length).toBeLessThan(60_000);
  expect(text).toContain(amount === 1 ? '1 record changed' : `${amount} records changed`);
  // What has no room is named, or at least counted.
  expect(text).toMatch(/characters added|and \d+ (?:further records|more)/);
  expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  expect(text.match(/<pre>/g)?.length).toBe(text.match(/<\/pre>/g)?.length);
});

test('each kind of list is cut by itself, and says how much is missing', () => {
  const relations = Array.from({ length: 3_000 }, (_, index) => ({
    kind: 'added' as const,
    type: 'depends-on' as const,
    from: `ADR-${index}`,
    to: 'ADR-001',
  }));
  const text = changesMarkdown({ ...some(3, 400), relations });
  expect(text.length).toBeLessThan(60_000);
  expect(text).toMatch(/\n- … and \d+ more\n/);
  expect(text.match(/<pre>/g)).toHaveLength(3);
});

test('text of a record can neither format the summary nor leave its block', () => {
  const [change] = some(1, 40).records;
  const text = changesMarkdown({
    ...NONE,
    records: change
      ? [
          {
            ...change,
            after: {
              id: 'ADR-1',
              path: 'a.md',
              status: 'Accepted',
              title: '</summary> | *x* @team `y`\n# z',
            },
            sections: [
              {
                kind: 'changed',
                titles: ['<img src=x>'],
                slug: undefined,
                pieces: wordDifference('a', '</pre></details> @team #7 b'),
              },
            ],
          },
        ]
      : [],
  });
  expect(text).toContain('&lt;/summary&gt; \\| \\*x\\* @\u200bteam \\`y\\` # z');
  expect(text).toContain('&lt;/pre&gt;&lt;/details&gt; @\u200bteam #\u200b7');
  expect(text).not.toMatch(/<img|@team|#7/);
});
