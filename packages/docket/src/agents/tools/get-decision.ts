import { z } from 'zod';
import { findAdr } from '../../records/find-record.ts';
import { HelpfulError } from '../../records/helpful-error.ts';
import { relationGroups } from '../../records/query.ts';
import type { AdrRecord } from '../../records/record.ts';
import { safeLine } from '../../report/screen-text.ts';
import { decisionData, decisionLine, decisionSchema } from '../decision.ts';
import { pieceOf } from '../paging.ts';
import { inline, quote, quoteLines, quoteSchema } from '../quote.ts';
import { ANSWERING, ASKING, defineTool, lengthFor } from '../tool.ts';

/** There is no log to read a decision from. */
class NoDecisionError extends HelpfulError {
  override readonly name = 'NoDecisionError';
}

/** The parts of a decision that may be asked for, by the role they play. */
const PARTS = [
  'context',
  'drivers',
  'options',
  'decision',
  'consequences',
  'risks',
  'confirmation',
  'agent-decisions',
  'references',
] as const;

/** Tells a decision, whole or in parts. */
export const getDecision = defineTool({
  name: 'get_decision',
  title: 'Read a decision',
  description:
    'The text of one architecture decision, whole or only some parts, with its standing: whether it is in force, what superseded or amended it, what it depends on. The text is quoted from the record.',
  input: z.strictObject({
    id: z.string().min(1).max(500).meta({
      description: 'Such as `ADR-018`, `18`, `payments/ADR-018`, or the path of its file',
    }),
    parts: z
      .array(z.enum(PARTS))
      .min(1)
      .max(PARTS.length)
      .optional()
      .meta({ description: 'Only these parts, whatever their headings; by default all of it' }),
    ...ASKING,
  }),
  output: z.object({
    ...ANSWERING,
    decision: decisionSchema,
    relations: z.array(z.object({ label: z.string(), ids: z.array(z.string()) })),
    headings: z.array(z.object({ title: z.string(), line: z.number() })).meta({
      description: 'Of the whole record, with the first answer about it if that is long enough',
    }),
    text: z.array(quoteSchema),
  }),
  withHistory: false,
  async answer(args, workspace) {
    const { root, corpus, note } = workspace;
    if (note !== undefined) throw new NoDecisionError('There is no decision yet', note);
    const adr = findAdr(corpus, args.id);
    const stretches = stretchesOf(adr, args.parts);
    const whole = stretches.map(({ text }) => text).join('');
    const decision = decisionData(workspace, adr);
    const relations = relationGroups(corpus, adr).map(({ label, entries }) => ({
      label,
      ids: entries.map(({ id }) => id),
    }));
    const missing = (args.parts ?? []).filter((part) => !adr.sections.has(part));
    const notes = [
      ...(missing.length > 0 ? [`The record has no part ${missing.join(', ')}`] : []),
      ...(decision.supersededBy.length > 0
        ? [`Not in force: read ${decision.supersededBy.join(', ')} instead`]
        : []),
      ...(decision.replacedParts ?? []).map(
        ({ section, by }) =>
          `${section === null ? 'A part' : `The section ${inline(section)}`} is no longer in force: read ${by} instead`,
      ),
    ];
    // Where a part was asked for, or a part was told, the reader knows its way.
    const isFirst = args.cursor === undefined && args.parts === undefined;
    const all = isFirst ? headingsOf(adr) : [];
    const headings = JSON.stringify(all).length * 4 < lengthFor(args) ? all : [];
    const beside = { root, notes, decision, relations, headings };
    const { items: piece, nextCursor } = pieceOf(whole, args, { beside });
    const quotes: z.infer<typeof quoteSchema>[] = [];
    let at = 0;
    for (const { start, text } of stretches) {
      const from = Math.max(piece.start - at, 0);
      const to = Math.min(piece.end - at, text.length);
      if (from < to) {
        const line = adr.document.text.slice(0, start + from).split('\n').length;
        quotes.push(quote(adr.path, line, text.slice(from, to).trimEnd(), Infinity));
      }
      at += text.length;
    }
    return {
      data: { ...beside, nextCursor, text: quotes },
      text: [
        decisionLine(decision),
        ...relations.map(({ label, ids }) => `${label}: ${ids.map(inlineId).join(', ')}`),
        ...notes,
        ...quotes.map(quoteLines),
        ...(nextCursor === null ? [] : [`There is more: ask again with cursor "${nextCursor}".`]),
      ].join('\n'),
    };
  },
});

function headingsOf({ outline }: AdrRecord) {
  return outline.all.map(({ title, span }) => ({
    title: safeLine(title),
    line: span.start.line,
  }));
}

/** An id as it is; what a record invents in its place is quoted. */
function inlineId(id: string): string {
  return /^[\w./-]+$/.test(id) ? id : inline(id);
}

interface Stretch {
  readonly start: number;
  readonly text: string;
}

/** The stretches of a record that are wanted, in the order of the record; a part within another one comes once. */
function stretchesOf(
  adr: AdrRecord,
  parts: readonly (typeof PARTS)[number][] | undefined,
): Stretch[] {
  const { text } = adr.document;
  if (!parts) return [{ start: 0, text }];
  const extents = parts
    .flatMap((part) => adr.sections.get(part)?.extent ?? [])
    .sort((a, b) => a.start.offset - b.start.offset || b.end.offset - a.end.offset);
  let end = 0;
  return extents.flatMap((extent) => {
    if (extent.end.offset <= end) return [];
    const start = extent.start.offset;
    end = extent.end.offset;
    return [{ start, text: `${text.slice(start, end)}\n` }];
  });
}
