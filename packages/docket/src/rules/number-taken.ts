import { defineRule } from '../engine/define.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { keyOfPath, readId } from '../records/key.ts';
import { NEW_ADR } from './support/example-base.ts';

const COMMITS = [{ subject: 'Start', day: '2026-01-01', patches: [{ remove: NEW_ADR }] }] as const;

export default defineRule({
  id: 'number-taken',
  kinds: ['adr', 'spec'],
  scope: 'log',
  formats: EVERY_FORMAT,
  severity: 'error',
  summary:
    'A new record does not take a number that another record has on the base or another branch.',
  why: 'Both merge without a conflict, because their file names differ, and from then on the number means two decisions.',
  examples: {
    bad: [
      {
        patches: [],
        facts: {
          commits: [...COMMITS],
          branches: { 'origin/sessions': ['docs/adr/adr-002-keep-sessions-in-postgresql.md'] },
        },
        finds: [
          {
            file: NEW_ADR,
            line: 2,
            message:
              'Unexpected number `002`, which `adr-002-keep-sessions-in-postgresql.md` has on `origin/sessions`, expected a free one',
          },
        ],
      },
    ],
    good: [
      {
        patches: [],
        facts: {
          commits: [...COMMITS],
          branches: { 'origin/sessions': ['docs/adr/adr-003-keep-sessions-in-postgresql.md'] },
        },
      },
    ],
  },
  check({ record, corpus, facts, report }) {
    const { base } = facts;
    // Only who adds a record chose its number; the other branch may still change its own.
    const isNew = base?.revisions.get(record.path)?.[0]?.before === undefined;
    if (!base?.revisions.has(record.path) || !isNew) return;
    const isOfLog = ({ path }: { readonly path: string }) =>
      keyOfPath(record.kind, path, corpus.layout).log === record.key.log;
    const taken = base.taken.filter(isOfLog);
    const other = taken.find(({ id, path }) => id === record.id && path !== record.path);
    if (!other) return;
    const used = [...corpus.records.filter(isOfLog), ...taken].map(({ id }) => id);
    const numbers = used.flatMap((id) => {
      const named = readId(id);
      return named?.kind === record.kind ? [Number.parseInt(named.number, 10)] : [];
    });
    const free = String(Math.max(...numbers) + 1).padStart(record.number?.length ?? 3, '0');
    report({
      span: record.fields.title.span,
      found: `number \`${record.number}\`, which \`${other.path.slice(other.path.lastIndexOf('/') + 1)}\` has on \`${other.branch}\``,
      expected: 'a free one',
      help: `use \`${free}\` in the file name and the title, the next number that no branch uses`,
    });
  },
});
