import { defineRule } from '../engine/define.ts';
import type { Corpus } from '../records/corpus.ts';
import { comparableNumber, readName } from '../records/dialects/file-name.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { perObject } from '../records/memo.ts';
import type { DocketRecord } from '../records/record.ts';
import { shellWord } from '../records/shell-word.ts';
import { OLD_ADR } from './support/example-base.ts';

const ownersOf = perObject((corpus: Corpus) => {
  const owners = new Map<string, DocketRecord[]>();
  for (const record of corpus.records) {
    if (record.number === undefined) continue;
    const key = keyOf(record, corpus);
    owners.set(key, [...(owners.get(key) ?? []), record]);
  }
  return owners;
});

/** In a log of any form, each folder may count its records by itself. */
function keyOf(record: DocketRecord, { layout }: Corpus): string {
  if (!layout[record.kind].logs) return `${record.key.log}/${record.kind} ${record.number}`;
  return `${record.path.slice(0, record.path.lastIndexOf('/'))} ${comparableNumber(record.number ?? '')}`;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

/** A number for each record that shares one, none of them twice: the next after those of its log. */
const freeNumbers = perObject((corpus: Corpus) => {
  const free = new Map<DocketRecord, string>();
  const next = new Map<string, number>();
  const logOf = (record: DocketRecord) => keyOf(record, corpus).replace(/\S+$/, '');
  const numberOf = ({ number = '0' }: DocketRecord) => Number.parseInt(number, 10);
  for (const record of corpus.records) {
    const log = logOf(record);
    next.set(log, Math.max(next.get(log) ?? 1, numberOf(record) + 1));
  }
  for (const owners of ownersOf(corpus).values()) {
    for (const record of owners.slice(1)) {
      const log = logOf(record);
      const value = next.get(log) ?? 1;
      free.set(record, String(value).padStart(record.number?.length ?? 3, '0'));
      next.set(log, value + 1);
    }
  }
  return free;
});

export default defineRule({
  id: 'number-unique',
  kinds: ['adr', 'spec'],
  scope: 'log',
  formats: EVERY_FORMAT,
  severity: 'error',
  recommended: 'info',
  summary: 'A number belongs to one record.',
  why: 'Two branches often take the next free number at the same time; after that, a citation means two decisions.',
  examples: {
    bad: [
      {
        patches: [
          {
            add: 'docs/adr/adr-001-keep-users-in-memory.md',
            text: [
              '---',
              'title: "ADR-001: Keep Users in Memory"',
              'description: "Each web server keeps the users who are logged in in its own memory."',
              'status: Rejected',
              'date: 2026-01-13',
              'decision-makers: [Team]',
              'prompted-by: "Users are looked up for every request."',
              'tags: [users]',
              '---',
              '',
              '## Context',
              '',
              'As in [ADR-001](adr-001-keep-sessions-in-memory.md).',
              '',
              '## Decision Drivers',
              '',
              '- **Speed:** a lookup takes 20 ms.',
              '',
              '## Options Considered',
              '',
              '### Option A: Cache (chosen)',
              '',
              '**Pros:**',
              '',
              '- Fast.',
              '',
              '**Cons:**',
              '',
              '- Stale.',
              '',
              '### Option B: No cache',
              '',
              '**Pros:**',
              '',
              '- Fresh.',
              '',
              '**Cons:**',
              '',
              '- Slow.',
              '',
              '## Decision',
              '',
              'Option A.',
              '',
              '## Consequences',
              '',
              '### Positive',
              '',
              '- Fast.',
              '',
              '### Negative',
              '',
              '- Stale.',
              '',
              '### Risks',
              '',
              '- **Memory:** it fills up. Mitigation: a limit.',
              '',
              '## Agent Decisions',
              '',
              '| Decision | Rationale | Acceptable |',
              '| --- | --- | --- |',
              '| No agent implementation decisions recorded | Not applicable | Yes |',
              '',
              '## References',
              '',
              '- [Caching](https://example.com/caching)',
              '',
            ].join('\n'),
          },
        ],
        finds: [
          {
            file: 'docs/adr/adr-001-keep-users-in-memory.md',
            line: 2,
            message: 'Unexpected second record with number `001`, expected each number once',
          },
        ],
      },
    ],
    good: [{ patches: [{ change: OLD_ADR, from: '"ADR-001: Keep', to: '"ADR-001: Still keep' }] }],
  },
  check({ record, corpus, report }) {
    const owners = ownersOf(corpus).get(keyOf(record, corpus)) ?? [];
    const [first] = owners;
    if (!first || first === record || owners.length < 2) return;
    const free = freeNumbers(corpus).get(record);
    const isNamed = record.kind === 'adr' && readName(record.path).number !== undefined;
    const places = record.kind === 'adr' ? 'the title' : 'the file name and the title';
    report({
      span: record.fields.title.span,
      found: `${ORDINALS[owners.indexOf(record)] ?? 'further'} record with number \`${record.number}\``,
      expected: 'each number once',
      help: isNamed
        ? `give the later one a free number: \`docket renumber ${shellWord(record.path)} ${free}\``
        : `give the later one a free number, such as \`${free}\`, in ${places}`,
      related: [
        {
          file: first.path,
          span: first.fields.title.span,
          label: `this record also has number \`${first.number}\``,
        },
      ],
    });
  },
});
