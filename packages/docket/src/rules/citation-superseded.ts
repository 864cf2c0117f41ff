import { defineRule } from '../engine/define.ts';
import { isCode } from '../records/citations.ts';
import type { AdrRecord } from '../records/record.ts';
import { NEW_ADR, OLD_ADR } from './support/example-base.ts';
import {
  linesNaming,
  replacementsOf,
  saysStanding,
  successorsOf,
  supersededProblem,
} from './support/standing.ts';

export default defineRule({
  id: 'citation-superseded',
  kinds: ['adr'],
  scope: 'log',
  severity: 'warning',
  summary: 'A superseded decision is cited only where the text says it is superseded.',
  why: 'A text that relies on a replaced decision as if it still held teaches readers the wrong rule.',
  examples: {
    bad: [
      {
        patches: [
          { add: 'docs/guide.md', text: '# Guide\n\nSessions follow ADR-001 in every server.\n' },
        ],
        finds: [
          {
            file: 'docs/guide.md',
            line: 3,
            message: 'Unexpected citation of `ADR-001`, which is superseded by `ADR-002`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            add: 'docs/guide.md',
            text: '# Guide\n\nSessions no longer follow ADR-001.\n',
          },
        ],
      },
      {
        patches: [{ change: OLD_ADR, from: 'One server answers', to: 'Today one server answers' }],
      },
      { patches: [{ change: NEW_ADR, from: 'Sticky routing', to: 'As ADR-001 said, it' }] },
    ],
  },
  check({ record, corpus, report }) {
    const references = corpus.referencesFrom(record);
    for (const { to, span } of references) {
      if (to.kind !== 'adr' || to.fields.status.value !== 'Superseded') continue;
      const successors = successorsOf(corpus, to);
      const known = references.some((other) => isOneOf(other.to, successors));
      const related = corpus
        .relationsFrom(record)
        .some((relation) => isOneOf(relation.to, successors) || relation.to === to);
      // A record speaks from its own day: what was replaced after it stood when it was cited.
      const own = record.fields.date.value;
      const isLater = successors.some(
        ({ fields: { date } }) => own === undefined || date.value === undefined || date.value > own,
      );
      if (successors.length === 0 || successors.includes(record) || known || related || isLater)
        continue;
      if (linesNaming(record, to.id).some(saysStanding)) continue;
      report({ ...supersededProblem(to, successors), span });
    }
  },
  checkDocuments({ corpus, facts, report }) {
    const isFound = corpus.layout.adr.logs && corpus.adrs.some(({ key }) => key.log !== '');
    for (const { path, citations } of facts.documents ?? []) {
      // What comments of code say is judged by `marker-target`.
      if (isCode(path)) continue;
      for (const { id, log, span, around } of citations) {
        // Of several logs that have the number, a document says seldom which it means.
        const [to, another] = isFound && log === undefined ? [] : corpus.cited(id, log);
        const successors = to?.kind === 'adr' ? replacementsOf(corpus, to) : [];
        if (to?.kind !== 'adr' || another || successors.length === 0 || saysStanding(around))
          continue;
        // A document that names the successor, too, tells both.
        if (citations.some((other) => successors.some((record) => record.id === other.id)))
          continue;
        report({ ...supersededProblem(to, successors), span, file: path });
      }
    }
  },
});

function isOneOf(record: unknown, records: readonly AdrRecord[]): boolean {
  return records.some((other) => other === record);
}
