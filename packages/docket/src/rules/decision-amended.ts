import { defineRule } from '../engine/define.ts';
import { editClassOf } from '../records/changes/edit-class.ts';
import { hasWord } from '../records/ratification.ts';
import type { AdrRecord } from '../records/record.ts';
import { NEW_ADR } from './support/example-base.ts';
import { adrRevisions, authorOf, sectionText } from './support/revisions.ts';

const START = { subject: 'Start', day: '2026-02-03', patches: [] };
const longer = { change: NEW_ADR, from: 'for 24 hours.', to: 'for 48 hours.' } as const;
const typo = {
  ...{
    change: NEW_ADR,
    from: 'one Redis instance holds every',
    to: 'one Redis instnace holds every',
  },
} as const;
const mended = { change: NEW_ADR, from: 'instnace holds', to: 'instance **holds**' } as const;
const note = {
  change: NEW_ADR,
  from: 'for 24 hours.',
  to: 'for 48 hours.\n\n**Amended 2026-02-06:** 48 hours instead of 24.',
} as const;

export default defineRule({
  id: 'decision-amended',
  kinds: ['adr'],
  scope: 'log',
  severity: 'error',
  summary:
    'What the decision of an accepted record says changes only with a note, an amending record or a person’s ratification.',
  why: 'People act on what they read; if a decision changes silently, half of them still follow the old one, and nobody knows since when.',
  examples: {
    bad: [
      {
        patches: [longer],
        facts: {
          commits: [START, { subject: 'Tune sessions', day: '2026-02-06', patches: [longer] }],
        },
        finds: [
          {
            file: NEW_ADR,
            line: 52,
            message:
              'Unexpected change of the decision in commit 0000000 "Tune sessions", expected an amendment note with it',
          },
        ],
      },
    ],
    good: [
      {
        patches: [note],
        facts: {
          commits: [START, { subject: 'Tune sessions', day: '2026-02-06', patches: [note] }],
        },
      },
      {
        patches: [typo, mended],
        facts: {
          commits: [
            { ...START, patches: [typo] },
            { subject: 'Mend a word', day: '2026-02-06', patches: [mended] },
          ],
        },
      },
    ],
  },
  check({ record, corpus, facts, report }) {
    // Somebody has signed the text as it now stands.
    const isRatified =
      facts.ratifications !== undefined && hasWord(record, undefined, facts.ratifications);
    for (const revision of adrRevisions(facts.base, record)) {
      const { before, after } = revision;
      if (before.fields.status.value !== 'Accepted') continue;
      const [old, now] = [sectionText(before, 'decision'), sectionText(after, 'decision')];
      if (old === undefined || editClassOf(old, now ?? '', corpus) !== 'meaning') continue;
      // A later record that amends this one is the note, if it came along with the change.
      const amending = corpus
        .relationsTo(record)
        .some(
          ({ type, from }) =>
            type === 'amends' &&
            facts.base?.revisions.get(from.path)?.[0]?.before === undefined &&
            facts.base?.revisions.has(from.path),
        );
      if (notesOf(after) > notesOf(before) || amending || isRatified) continue;
      const section = record.sections.get('decision');
      report({
        span: section?.span ?? record.fields.status.span,
        found: `change of the decision in ${authorOf(revision)}`,
        expected: 'an amendment note with it',
        help: 'restore the decision and write a record that amends it, or add a paragraph that starts with `**Amended YYYY-MM-DD:**`',
      });
    }
  },
});

function notesOf(record: AdrRecord): number {
  return [
    ...record.document.text.matchAll(
      /^\W*(?:Amended|Amendment|Corrected|Correction)\b[^\n]*\b\d{4}-\d{2}-\d{2}\b/gim,
    ),
  ].length;
}
