import type { Fix } from '../../records/finding.ts';
import type { DocketRecord } from '../../records/record.ts';
import { SCHEMAS } from '../../records/schema.ts';
import { defineRule } from '../define.ts';
import { NEW_ADR } from '../example-base.ts';
import { editAt } from '../support/edits.ts';
import { frontmatterLines, type KeyLines } from '../support/frontmatter-lines.ts';
import { outOfOrder } from '../support/sequence.ts';

export default defineRule({
  id: 'frontmatter-key-order',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'warning',
  summary: 'The keys of the frontmatter stand in the order of the reference.',
  why: 'Records that all look alike at the top are compared at a glance, and their differences stay small.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'status: Accepted\ndate: 2026-02-03\n',
            to: 'date: 2026-02-03\n',
          },
          { change: NEW_ADR, from: 'spec: SPEC-0001\n', to: 'spec: SPEC-0001\nstatus: Accepted\n' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 10,
            message: 'Unexpected key `status` after `spec`, expected it after `description`',
          },
        ],
        fixed: { file: NEW_ADR, text: 'status: Accepted\ndate: 2026-02-03\n' },
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'supersedes: [ADR-001]\n',
            to: 'supersedes: [ADR-001]\namends: []\n',
          },
        ],
      },
    ],
  },
  check({ record, report }) {
    const order = Object.keys(SCHEMAS[record.kind].shape);
    const written = Object.keys(record.frontmatter.data);
    const keys = written.filter((key) => order.includes(key));
    const moved = outOfOrder(keys, (item) => order.indexOf(item));
    const fix = moved.length > 0 ? reordered(record, order) : undefined;
    for (const key of moved) {
      const before = order.slice(0, order.indexOf(key)).findLast((other) => keys.includes(other));
      const above = written[written.indexOf(key) - 1];
      const found = above === undefined ? 'at the top' : `after \`${above}\``;
      const place = before === undefined ? 'at the top' : `after \`${before}\``;
      report({
        span: record.frontmatter.keySpan(key),
        message: `Unexpected key \`${key}\` ${found}, expected it ${place}`,
        help: `move \`${key}\` ${place}`,
        ...(fix ? { fix } : {}),
      });
    }
  },
});

/** The whole block in order. A key that nobody knows stays below the one it stood below. */
function reordered(record: DocketRecord, order: readonly string[]): Fix | undefined {
  const lines = frontmatterLines(record);
  if (!lines) return undefined;
  const groups: { rank: number; lines: KeyLines[] }[] = [];
  for (const line of lines.keys) {
    const rank = order.indexOf(line.key);
    const last = groups.at(-1);
    if (rank < 0 && last) last.lines.push(line);
    else groups.push({ rank, lines: [line] });
  }
  const text = groups
    .sort((a, b) => a.rank - b.rank)
    .flatMap((group) => group.lines.map((line) => line.text))
    .join('');
  return { edits: [editAt(record.document, lines.start, lines.end, text + lines.rest)] };
}
