import { z } from 'zod';
import { defineRule, type Problem } from '../engine/define.ts';
import { type Citation, type CitingDocument, isCode } from '../records/citations.ts';
import type { Corpus } from '../records/corpus.ts';
import { citedRecords } from '../records/find-record.ts';
import type { Wording } from '../records/finding.ts';
import { replacementsOf, saysStanding, supersededProblem } from './support/standing.ts';

const code = (text: string) => ({ patches: [{ add: 'src/session.ts', text }] }) as const;

export default defineRule({
  id: 'marker-target',
  kinds: [],
  scope: 'log',
  severity: 'warning',
  recommended: 'warning',
  summary: 'Every record that a comment in code names exists and was not superseded.',
  why: 'A comment such as "see ADR-042" may be the only trace from code to its reason; with the wrong number it leads nowhere, and after a supersession it leads to what no longer holds.',
  examples: {
    bad: [
      {
        ...code("// Sessions expire, see ADR-020.\nexport const ttl = '24h';\n"),
        finds: [
          {
            file: 'src/session.ts',
            line: 1,
            message: 'Unexpected citation of `ADR-020`, expected a record that exists',
          },
        ],
      },
      {
        ...code("// @adr 001\nexport const ttl = '24h';\n"),
        finds: [
          {
            file: 'src/session.ts',
            line: 1,
            message: 'Unexpected citation of `ADR-001`, which is superseded by `ADR-002`',
          },
        ],
      },
    ],
    good: [
      code("// Sessions expire, see ADR-002.\nexport const example = 'ADR-020';\n"),
      code('// Not in memory (ADR-001) but in Redis (docket: ADR-002).\nexport const ttl = 24;\n'),
      { ...code('// As SPEC-0007 orders.\n'), options: { announced: ['SPEC-0007'] } },
    ],
  },
  options: z.strictObject({
    announced: z
      .array(z.string())
      .default([])
      .meta({ description: 'Ids that may be named even though their records are not here.' }),
  }),
  checkDocuments({ corpus, facts, options, report }) {
    for (const document of facts.documents ?? []) {
      if (!isCode(document.path)) continue;
      for (const citation of document.citations) {
        // Other repositories number their decisions in the same way, as what stands before an id may be anything.
        if (corpus.layout.adr.logs && !citation.isMarked) continue;
        if (!corpus.isLog(citation.log) || options.announced.includes(citation.id)) continue;
        const problem = problemOf(corpus, document, citation);
        if (problem) report({ ...problem, span: citation.span, file: document.path });
      }
    }
  },
});

function problemOf(
  corpus: Corpus,
  { citations }: CitingDocument,
  { id, log, text, around }: Citation,
): (Wording & Pick<Problem, 'help' | 'related'>) | undefined {
  const [to, another] = citedRecords(corpus, { id, log });
  if (!to) {
    // Without any record of the kind, the comment is about another repository's.
    const kind = id.startsWith('ADR') ? corpus.adrs : corpus.specs;
    if (kind.length === 0 || corpus.surroundings.unread?.has(id)) return undefined;
    return {
      found: `citation of \`${text}\``,
      expected: 'a record that exists',
      help: 'correct the number, or write the record first',
    };
  }
  // Of several logs that have the number, a comment says seldom which it means.
  const successors = to.kind === 'adr' && !another ? replacementsOf(corpus, to) : [];
  if (to.kind !== 'adr' || successors.length === 0 || saysStanding(around)) return undefined;
  // A file that names the successor, too, tells both.
  if (citations.some((other) => successors.some((record) => record.id === other.id)))
    return undefined;
  return supersededProblem(to, successors);
}
