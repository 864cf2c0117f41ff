import { defineRule } from '../engine/define.ts';
import { firstParents } from '../records/commit-graph.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import type { KnownHistory } from '../records/history.ts';
import type { Layout } from '../records/layout.ts';
import { numberOf } from '../records/revisions.ts';
import { NEW_ADR, OLD_ADR, PROVENANCE, SPEC } from './support/example-base.ts';

interface Deletion {
  readonly path: string;
  readonly commit: string;
  readonly day: string;
}

const deletions = new WeakMap<KnownHistory, ReadonlyMap<string, readonly Deletion[]>>();

/** Records that a commit deleted without giving their number to another file, by kind and number. */
function deletionsOf(
  history: KnownHistory,
  layout: Layout,
): ReadonlyMap<string, readonly Deletion[]> {
  const known = deletions.get(history);
  if (known) return known;
  const found = new Map<string, Deletion[]>();
  for (const { id, committed, changes, moves } of firstParents(history, history.head)) {
    const local = changes
      .filter(({ path }) => path.startsWith(history.prefix))
      .map((change) => ({ ...change, path: change.path.slice(history.prefix.length) }));
    const added = new Set(
      local.filter(({ status }) => status === 'A').map(({ path }) => numberOf(path, layout)),
    );
    for (const { status, path } of local) {
      const number = status === 'D' ? numberOf(path, layout) : undefined;
      const isMove = moves.some(({ from }) => from === history.prefix + path);
      if (number === undefined || added.has(number) || isMove) continue;
      const entry = { path, commit: id.slice(0, 7), day: committed.slice(0, 10) };
      found.set(number, [...(found.get(number) ?? []), entry]);
    }
  }
  deletions.set(history, found);
  return found;
}

export default defineRule({
  id: 'number-reused',
  kinds: ['adr', 'spec'],
  scope: 'log',
  formats: EVERY_FORMAT,
  severity: 'error',
  summary: 'The number of a deleted record is not given to another.',
  why: 'Old commits, emails and comments still cite the number and mean the deleted record; now they point to a different one.',
  examples: {
    bad: [
      {
        patches: [],
        facts: {
          commits: [
            {
              subject: 'Start',
              day: '2026-01-01',
              patches: [{ rename: NEW_ADR, to: 'docs/adr/adr-002-keep-users-in-memory.md' }],
            },
            {
              subject: 'Drop',
              day: '2026-01-20',
              patches: [{ remove: 'docs/adr/adr-002-keep-users-in-memory.md' }],
            },
          ],
        },
        finds: [
          {
            file: NEW_ADR,
            line: 2,
            message:
              'Unexpected second use of number `002`, expected it to stay with `adr-002-keep-users-in-memory.md`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [],
        facts: {
          commits: [
            {
              subject: 'Start',
              day: '2026-01-01',
              patches: [{ rename: OLD_ADR, to: 'docs/adr/adr-001-memory.md' }],
            },
            {
              subject: 'Rename',
              day: '2026-01-20',
              patches: [{ rename: 'docs/adr/adr-001-memory.md', to: OLD_ADR }],
            },
            {
              subject: 'Drop',
              day: '2026-01-21',
              patches: [{ remove: SPEC }, { remove: PROVENANCE }],
            },
            { subject: 'Restore', day: '2026-01-22', patches: [] },
          ],
        },
      },
    ],
  },
  check({ record, corpus, facts, report }) {
    const { history } = facts;
    const number = numberOf(record.path, corpus.layout);
    if (history?.kind !== 'history' || number === undefined) return;
    const earlier = deletionsOf(history, corpus.layout)
      .get(number)
      ?.find(({ path }) => path !== record.path);
    if (!earlier) return;
    const name = earlier.path.slice(earlier.path.lastIndexOf('/') + 1);
    report({
      span: record.fields.title.span,
      found: `second use of number \`${record.number}\``,
      expected: `it to stay with \`${name}\``,
      help: `commit ${earlier.commit} of ${earlier.day} deleted that record; give this one a number that was never used`,
    });
  },
});
