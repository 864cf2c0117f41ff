import { z } from 'zod';
import { nameInLog } from '../records/key.ts';
import { outcomeSentence } from '../records/outcome-sentence.ts';
import { replacedParts } from '../records/partial.ts';
import { currentSuccessors, stands } from '../records/query.ts';
import { ratificationState } from '../records/ratification.ts';
import type { AdrRecord } from '../records/record.ts';
import { shortTitle } from '../records/record.ts';
import { wireSummary } from '../records/wire.ts';
import { wireSummarySchema } from '../records/wire-schema.ts';
import { safeLine } from '../report/screen-text.ts';
import { inline, quote, quoteSchema } from './quote.ts';
import type { Workspace } from './workspaces.ts';

/** A decision in short. */
export const decisionSchema = z.object({
  id: z.string().meta({ description: 'By which the other tools know it' }),
  title: z.string(),
  status: z.string().nullable().meta({ description: 'null where the record states none' }),
  date: z.string().nullable(),
  tags: z.array(z.string()),
  path: z.string(),
  review: z
    .object({
      by: z.string().nullable(),
      provisionalUntil: z.string().nullable(),
      when: quoteSchema.nullable().meta({ description: 'What would make it worth another look' }),
    })
    .nullable()
    .meta({ description: 'When people look at it again; null where it does not say' }),
  adoption: wireSummarySchema.shape.adoption,
  inForce: z
    .boolean()
    .nullable()
    .meta({ description: 'Whether it may be relied on; null where its status is unknown' }),
  ratification: z.enum(['ratified', 'unratified', 'unknown']).optional().meta({
    description:
      'Whether a person has signed the text of an accepted decision; absent where nobody asks for that and nobody has',
  }),
  supersededBy: z
    .array(z.string())
    .meta({ description: 'What replaces it today, followed to the end' }),
  replacedParts: z
    .array(z.object({ section: z.string().nullable(), by: z.string() }))
    .optional()
    .meta({ description: 'Parts that no longer stand, and what to read in their place' }),
  amendedBy: z
    .array(z.string())
    .meta({ description: 'Decisions that change it in part: read them, too' }),
  outcome: quoteSchema.nullable().meta({ description: 'What was decided, in one sentence' }),
});

/** A decision in short. */
export type DecisionData = z.infer<typeof decisionSchema>;

/** Puts a decision in short, with what became of it. */
export function decisionData(
  { corpus, ratifications }: Pick<Workspace, 'corpus' | 'ratifications'>,
  adr: AdrRecord,
): DecisionData {
  const ratification = ratificationState(adr, ratifications);
  const { status, date, tags } = adr.fields;
  const { review, adoption } = wireSummary(adr);
  const sentence = outcomeSentence(adr);
  const parts = stands(adr) ? replacedParts(corpus, adr) : [];
  const amending = corpus.relationsTo(adr).filter(({ type }) => type === 'amends');
  return {
    id: nameInLog(adr),
    title: safeLine(shortTitle(adr)),
    status: status.value ?? null,
    date: date.value ?? null,
    tags: [...(tags.value ?? [])],
    path: adr.path,
    inForce: status.value === undefined ? null : stands(adr) && ratification !== 'unratified',
    ...(ratification !== 'free' && { ratification }),
    review: review && {
      by: review.by,
      provisionalUntil: review.provisionalUntil,
      when:
        review.when === null
          ? null
          : quote(adr.path, adr.fields['revisit-when'].span.start.line, review.when),
    },
    adoption,
    supersededBy: currentSuccessors(corpus, adr).map(nameInLog),
    ...(parts.length > 0 && {
      replacedParts: parts.map(({ name, by }) => ({
        section: name === '' ? null : safeLine(name),
        by: nameInLog(by),
      })),
    }),
    amendedBy: [...new Set(amending.map(({ from }) => nameInLog(from)))],
    outcome: sentence ? quote(adr.path, sentence.span.start.line, sentence.text) : null,
  };
}

function statusWords({ status, ratification }: DecisionData): string {
  if (ratification === 'unratified') return `${status}, not ratified by a person`;
  return status ?? 'status unknown';
}

/** A decision in one or two lines. */
export function decisionLine(decision: DecisionData): string {
  const { replacedParts: replaced = [] } = decision;
  const { id, title, date, supersededBy, amendedBy, outcome, path } = decision;
  const { adoption, review } = decision;
  const facts = [
    statusWords(decision),
    ...(date === null ? [] : [date]),
    ...(adoption ? [`adoption ${adoption.state}${adoption.on ? `, ${adoption.on}` : ''}`] : []),
    ...(review?.by ? [`review by ${review.by}`] : []),
    ...(review?.provisionalUntil ? [`provisional until ${review.provisionalUntil}`] : []),
    ...(review?.when ? [`revisit when ${inline(review.when.text)}`] : []),
    ...replaced.map(
      ({ section, by }) => `${section ? inline(section) : 'a part'} replaced by ${by}`,
    ),
    ...(supersededBy.length > 0 ? [`replaced by ${supersededBy.join(', ')}`] : []),
    ...(amendedBy.length > 0 ? [`amended by ${amendedBy.join(', ')}`] : []),
  ];
  const name = id === path ? id : `${id} (${path})`;
  const said = outcome ? `\n  ${inline(outcome.text)}` : '';
  return `${name}: ${inline(title)} [${facts.join('; ')}]${said}`;
}
