import { z } from 'zod';
import { defineRule } from '../engine/define.ts';
import { isCode } from '../records/citations.ts';
import type { Names } from '../records/corpus.ts';
import { comparableNumber } from '../records/dialects/file-name.ts';
import type { Mismatch } from '../records/finding.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { perObject } from '../records/memo.ts';
import type { DocketRecord } from '../records/record.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'citation-target',
  kinds: ['adr', 'spec', 'provenance'],
  scope: 'names',
  formats: EVERY_FORMAT,
  severity: 'error',
  recommended: 'warning',
  summary: 'Every record that a record or a document cites by number exists.',
  why: 'Whoever follows "see ADR-042" wants the reason for what the text says; with the wrong number it leads nowhere.',
  examples: {
    bad: [
      {
        patches: [
          { change: NEW_ADR, from: 'Sticky routing', to: 'As ADR-012 found, sticky routing' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 19,
            message: 'Unexpected citation of `ADR-012`, expected a record that exists',
          },
        ],
      },
      {
        patches: [{ add: 'docs/guide.md', text: '# Guide\n\nSessions expire, see ADR-020.\n' }],
        finds: [
          {
            file: 'docs/guide.md',
            line: 3,
            message: 'Unexpected citation of `ADR-020`, expected a record that exists',
          },
        ],
      },
    ],
    good: [
      {
        patches: [{ add: 'docs/guide.md', text: '# Guide\n\nSessions expire, see ADR-002.\n' }],
      },
      {
        patches: [
          { change: NEW_ADR, from: 'Sticky routing', to: 'Until Spec 0007, sticky routing' },
        ],
        options: { announced: ['SPEC-0007'] },
      },
    ],
  },
  options: z.strictObject({
    announced: z
      .array(z.string())
      .default([])
      .meta({ description: 'Ids that may be cited even though their records are not here.' }),
  }),
  check({ record, corpus, options, report }) {
    for (const { id, log, text, span } of record.mentions) {
      const problem = problemOf(corpus, options.announced, { id, log, text, record });
      if (problem && !(corpus.layout.adr.logs && isOfElsewhere(record, id)))
        report({ ...problem, span });
    }
  },
  checkDocuments({ corpus, facts, options, report }) {
    // Other repositories number their decisions in the same way.
    if (corpus.layout.adr.logs) return;
    for (const { path, citations } of facts.documents ?? []) {
      // What comments of code say is judged by `marker-target`.
      if (isCode(path)) continue;
      for (const { id, log, text, span } of citations) {
        const problem = problemOf(corpus, options.announced, { id, log, text });
        if (problem) report({ ...problem, span, file: path });
      }
    }
  },
});

function problemOf(
  corpus: Names,
  announced: readonly string[],
  {
    id,
    log,
    text,
    record,
  }: { id: string; log: string | undefined; text: string; record?: DocketRecord },
): (Mismatch & { help: string }) | undefined {
  // What stands before the id may be anything.
  if (!corpus.isLog(log)) return undefined;
  const named = record ? corpus.named(id, record, log) : corpus.cited(id, log)[0];
  if (named || announced.includes(id)) return undefined;
  if (corpus.surroundings.unread?.has(id)) return undefined;
  // Without any record of the kind, the citation is of another repository's.
  const kind = id.startsWith('SPEC') ? corpus.specs : corpus.adrs;
  if (kind.length === 0) return undefined;
  if (corpus.layout.adr.logs && record && !isHole(corpus, id, record)) return undefined;
  return {
    found: `citation of \`${text}\``,
    expected: 'a record that exists',
    help: 'correct the number, or write the record first',
  };
}

/**
 * Whether an id is one that a log in any form lacks although it counts past it: the numbers on either side are taken.
 * Other numbers are as likely those of another repository, which counts in the same way.
 */
function isHole(corpus: Names, id: string, { key: { log } }: DocketRecord): boolean {
  const numbers = numbersOf(corpus).get(log) ?? new Set();
  const wanted = Number.parseInt(id.replace(/^\D+/, ''), 10);
  return !numbers.has(wanted) && numbers.has(wanted - 1) && numbers.has(wanted + 1);
}

const numbersOf = perObject(
  ({ adrs }: Names): ReadonlyMap<string, ReadonlySet<number>> =>
    new Map(
      [...Map.groupBy(adrs, ({ key }) => key.log)].map(([log, records]) => [
        log,
        new Set(
          records.flatMap(({ number }) =>
            number === undefined ? [] : Number.parseInt(comparableNumber(number), 10),
          ),
        ),
      ]),
    ),
);

/** How far from a citation the words stand that tell whose record it is. */
const BESIDE = 60;

/** Whether a record says beside a citation of an id that it is a record of another repository. */
function isOfElsewhere({ document, mentions }: DocketRecord, id: string): boolean {
  return mentions.some((mention) => {
    if (mention.id !== id) return false;
    const { start, end } = mention.span;
    const beside = document.text.slice(Math.max(0, start.offset - BESIDE), end.offset + BESIDE);
    return /\b(?:repo(?:sitory)?|upstream|external(?:ly)?|other (?:project|team))\b/i.test(beside);
  });
}
