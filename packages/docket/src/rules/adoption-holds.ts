import { defineRule } from '../engine/define.ts';
import { adoptionOf, daysBetween, stepResultsOf } from '../records/due.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { NEW_ADR, PROVENANCE } from './support/example-base.ts';
import { takesInNothing } from './support/governed.ts';

const adopted = (lines: string) =>
  ({ change: NEW_ADR, from: 'spec: SPEC-0001\n', to: `spec: SPEC-0001\n${lines}\n` }) as const;

export default defineRule({
  id: 'adoption-holds',
  kinds: ['adr'],
  scope: 'log',
  formats: EVERY_FORMAT,
  severity: 'warning',
  recommended: 'warning',
  summary: 'What a decision says of its adoption agrees with what else is known.',
  why: 'Readers take a decision that is carried out for a description of what runs. A step that failed, or a day that is still to come, says that it is not so yet.',
  examples: {
    bad: [
      {
        patches: [
          adopted('adopted: done'),
          { change: PROVENANCE, from: '| pass | Read both |', to: '| fail | Read both |' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 11,
            message:
              'Unexpected adoption `done` beside step 2 of `SPEC-0001`, which failed, expected `partial`, or a result that passes',
          },
        ],
      },
      {
        patches: [adopted('governs: [src]\nadopted: partial')],
        facts: { commits: [{ subject: 'Start', day: '2026-02-03', patches: [] }] },
        finds: [
          {
            file: NEW_ADR,
            line: 12,
            message:
              'Unexpected adoption `partial` without a file of those it governs, expected `planned`, or a file that is there',
          },
          {
            rule: 'governs-matches',
            file: NEW_ADR,
            line: 11,
            message: 'Unexpected pattern `src`, expected one that takes in a file Git tracks',
          },
        ],
      },
      {
        patches: [adopted('adopted: partial\nadopted-on: 2026-08-01')],
        facts: { today: '2026-07-01' },
        finds: [
          {
            file: NEW_ADR,
            line: 12,
            message:
              'Unexpected day `2026-08-01` of an adoption, still to come, expected the day since when it is `partial`',
          },
        ],
      },
      {
        patches: [adopted('adopted-on: 2026-06-01')],
        finds: [
          {
            file: NEW_ADR,
            line: 11,
            message: 'Unexpected day of an adoption, expected how far it is, too',
          },
        ],
      },
    ],
    good: [
      {
        patches: [adopted('adopted: done\nadopted-on: 2026-06-01')],
        facts: { today: '2026-07-01' },
      },
      {
        patches: [adopted('adopted: planned\nadopted-on: 2026-12-01')],
        facts: { today: '2026-07-01' },
      },
    ],
  },
  check({ record, corpus, facts: { today, tree }, report }) {
    const on = record.fields['adopted-on'];
    const adoption = adoptionOf(record);
    if (!adoption) {
      // In other forms `Adopted on` may be the day of the decision.
      const isOurs = on.value !== undefined && on.source === 'yaml';
      if (!isOurs || record.fields.adopted.written !== '') return;
      report({
        span: on.span,
        found: 'day of an adoption',
        expected: 'how far it is, too',
        help: 'add `adopted: planned`, `partial`, `done` or `abandoned`',
      });
      return;
    }
    const { state, field, day } = adoption;
    // Where the author lives it may already be tomorrow.
    const isToCome = today !== undefined && day !== undefined && daysBetween(today, day) > 1;
    if (isToCome && state !== 'planned') {
      report({
        span: on.span,
        found: `day \`${day}\` of an adoption, still to come`,
        expected: `the day since when it is \`${state}\``,
        help: `write the day it happened; today is \`${today}\``,
      });
    }
    const patterns = record.governs.filter((one) => !one.isException && !one.problem);
    const isCarriedOut = state === 'done' || state === 'partial';
    if (
      isCarriedOut &&
      tree &&
      patterns.length > 0 &&
      patterns.every((one) => takesInNothing(one, tree))
    ) {
      report({
        span: field.span,
        found: `adoption \`${state}\` without a file of those it governs`,
        expected: '`planned`, or a file that is there',
        help: 'correct the patterns below `governs`, or say how far it is',
      });
    }
    if (state !== 'done') return;
    for (const { number, passed, record: execution, span } of stepResultsOf(corpus, record)) {
      if (passed) continue;
      const spec = corpus.specOf(record)?.id ?? execution.id;
      report({
        span: field.span,
        found: `adoption \`done\` beside step ${number} of \`${spec}\`, which failed`,
        expected: '`partial`, or a result that passes',
        help: 'say how far it is, or mend what fails and record the new result',
        related: [{ file: execution.path, span, label: 'the result' }],
      });
    }
  },
});
