import { defineRule } from '../engine/define.ts';
import { lineAt } from '../records/citations.ts';
import type { Corpus } from '../records/corpus.ts';
import { relationVerbs } from '../records/dialects/relation-words.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { nameInLog } from '../records/key.ts';
import { nameFrom } from '../records/logs.ts';
import type { AdrRecord } from '../records/record.ts';
import { wholeIds } from '../records/relation.ts';
import { shownName } from '../records/shown-name.ts';
import { NEW_ADR, OLD_ADR } from './support/example-base.ts';
import { recordAt } from './support/paths.ts';
import { quoteAll } from './support/words.ts';

const OPPOSITE = { supersedes: 'superseded-by', 'superseded-by': 'supersedes' } as const;

export default defineRule({
  id: 'supersession-reciprocal',
  kinds: ['adr'],
  scope: 'log',
  formats: EVERY_FORMAT,
  severity: 'error',
  recommended: 'warning',
  summary: 'Both records state the supersession, and they agree.',
  why: 'Readers of the old record need to know it was replaced, and readers of the new one, what it replaces.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: 'supersedes: [ADR-001]\n', to: '' }],
        finds: [
          {
            file: OLD_ADR,
            line: 9,
            message:
              'Unexpected one-sided `superseded-by: ADR-002`, expected `ADR-001` in `supersedes` of `ADR-002`',
          },
        ],
      },
      {
        patches: [
          { change: OLD_ADR, from: 'status: Superseded', to: 'status: Accepted' },
          { change: OLD_ADR, from: 'superseded-by: [ADR-002]\n', to: '' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 9,
            message:
              'Unexpected one-sided `supersedes: ADR-001`, expected `ADR-002` in `superseded-by` of `ADR-001`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: NEW_ADR, from: 'supersedes: [ADR-001]\n', to: 'amends: [ADR-001]\n' },
          { change: OLD_ADR, from: 'status: Superseded', to: 'status: Accepted' },
          { change: OLD_ADR, from: 'superseded-by: [ADR-002]\n', to: '' },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    for (const { type, to, toId, span } of corpus.relationsFrom(record)) {
      if (type !== 'supersedes' && type !== 'superseded-by') continue;
      const opposite = OPPOSITE[type];
      if (!to || to === record) continue;
      // Where two records have one number, its name means either.
      const isTold = corpus
        .relationsFrom(to)
        .some((one) => one.type === opposite && one.to && nameInLog(one.to) === nameInLog(record));
      if (corpus.layout.adr.logs) {
        if (isTold || tellsInText(to, record, opposite, corpus)) continue;
        const way = type === 'supersedes' ? 'of' : 'by';
        const says = opposite === 'supersedes' ? 'supersedes' : 'is superseded by';
        report({
          span,
          found: `one-sided supersession ${way} \`${shownName(to)}\``,
          expected: `\`${shownName(to)}\` to say that it ${says} \`${shownName(record)}\``,
          help: `say so in \`${to.path}\``,
          related: [
            {
              file: to.path,
              span: to.fields.title.span,
              label: `\`${shownName(to)}\` does not say that it ${says} \`${shownName(record)}\``,
            },
          ],
        });
        continue;
      }
      if (!isKnown(to, opposite)) continue;
      const named = wholeIds(to.fields[opposite].value);
      if (isTold) continue;
      const own = nameFrom(to, record, corpus.layout);
      report({
        span,
        found: `one-sided \`${type}: ${toId}\``,
        expected: `\`${own}\` in \`${opposite}\` of \`${toId}\``,
        help: `write \`${opposite}: [${[...named, own].join(', ')}]\` in \`${to.path}\`, or remove \`${toId}\` here`,
        related: [
          {
            file: to.path,
            span: (to.fields[opposite].written === '' ? to.fields.title : to.fields[opposite]).span,
            label:
              named.length > 0
                ? `\`${to.id}\` names ${quoteAll(named, 'and')} instead`
                : `\`${to.id}\` does not name \`${record.id}\``,
          },
        ],
      });
    }
  },
});

/** Whether a record speaks of a relation where it names the other in its text, whatever part of that is meant. */
function tellsInText(
  record: AdrRecord,
  other: AdrRecord,
  type: keyof typeof OPPOSITE,
  corpus: Corpus,
): boolean {
  const links = record.links.filter(
    ({ target }) => target.kind === 'file' && recordAt(corpus, target.path) === other,
  );
  const mentions = record.mentions.filter(({ id }) => corpus.named(id, record) === other);
  return [...links, ...mentions].some(({ span }) =>
    relationVerbs(lineAt(record.document.text, span.start.offset)).some(
      (verb) => verb.type === type,
    ),
  );
}

/** Whether what a record says under a key could be read; other rules report where it could not. */
function isKnown(record: AdrRecord, key: string): boolean {
  return (
    record.frontmatter.present &&
    record.frontmatter.problems.length === 0 &&
    !record.issues.some(({ field }) => field === key)
  );
}
