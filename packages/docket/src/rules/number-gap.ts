import { defineRule } from '../engine/define.ts';
import type { Corpus } from '../records/corpus.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { readId } from '../records/key.ts';
import type { RecordKind } from '../records/layout.ts';
import { perObject } from '../records/memo.ts';
import type { DocketRecord } from '../records/record.ts';
import { NEW_ADR, OLD_ADR, PROVENANCE, SPEC } from './support/example-base.ts';

/** Numbers without a record, by the record that follows them. */
const gapsOf = perObject((corpus: Corpus) => {
  const gaps = new Map<DocketRecord, readonly number[]>();
  const logs = Map.groupBy(corpus.records, ({ kind, key }) => `${kind} ${key.log}`);
  for (const records of logs.values()) {
    const [{ kind } = { kind: 'provenance' as const }] = records;
    if (kind === 'provenance') continue;
    const unread = numbersOf(corpus.surroundings.unread, kind);
    let last: number | undefined;
    for (const record of records) {
      const value = Number.parseInt(record.number ?? '0', 10);
      // Zero is reserved, and stands before no other number.
      if (value === 0) continue;
      const between = last === undefined ? 0 : value - last - 1;
      const missing = Array.from({ length: Math.max(0, between) }, (_, index) => value - 1 - index)
        .reverse()
        .filter((number) => !unread.has(number));
      const [first, end] = [missing[0], missing.at(-1)];
      if (first !== undefined && end !== undefined) gaps.set(record, [first, end]);
      last = value;
    }
  }
  return gaps;
});

/** The numbers of records that are there, although nobody can read them. */
function numbersOf(ids: ReadonlySet<string> = new Set(), kind: RecordKind): ReadonlySet<number> {
  const named = [...ids].flatMap((id) => readId(id) ?? []);
  return new Set(
    named.filter((one) => one.kind === kind).map(({ number }) => Number.parseInt(number, 10)),
  );
}

export default defineRule({
  id: 'number-gap',
  kinds: ['adr', 'spec'],
  scope: 'log',
  formats: EVERY_FORMAT,
  severity: 'info',
  summary: 'Numbers follow one another without a gap.',
  why: 'A gap may be a record on another branch or one that was deleted; readers of the log should know which.',
  examples: {
    bad: [
      {
        patches: [
          { rename: NEW_ADR, to: 'docs/adr/adr-004-keep-sessions-in-redis.md' },
          {
            change: 'docs/adr/adr-004-keep-sessions-in-redis.md',
            from: '"ADR-002: ',
            to: '"ADR-004: ',
          },
          { change: OLD_ADR, from: '[ADR-002]', to: '[ADR-004]' },
          { change: SPEC, from: 'Write ADR-002', to: 'Write ADR-004' },
          { change: PROVENANCE, from: '`docs/adr/adr-002-keep', to: '`docs/adr/adr-004-keep' },
        ],
        finds: [
          {
            file: 'docs/adr/adr-004-keep-sessions-in-redis.md',
            line: 2,
            message: 'Unexpected gap before `004`, expected `002` and `003` somewhere',
          },
        ],
      },
    ],
    good: [{ patches: [{ change: NEW_ADR, from: 'Sticky routing', to: 'Such sticky routing' }] }],
  },
  check({ record, corpus, report }) {
    const [first, last] = gapsOf(corpus).get(record) ?? [];
    if (first === undefined || last === undefined) return;
    const width = record.number?.length ?? 3;
    const [from, to] = [first, last].map((value) => String(value).padStart(width, '0'));
    const missing =
      first === last ? `\`${from}\`` : `\`${from}\` ${last - first > 1 ? 'to' : 'and'} \`${to}\``;
    report({
      span: record.fields.title.span,
      found: `gap before \`${record.number}\``,
      expected: `${missing} somewhere`,
      help: 'nothing to do if the number was given up on purpose, but never use it again',
    });
  },
});
