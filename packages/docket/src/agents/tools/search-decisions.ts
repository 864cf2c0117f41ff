import { z } from 'zod';
import { nameInLog } from '../../records/key.ts';
import { newestFirst } from '../../records/query.ts';
import type { AdrRecord } from '../../records/record.ts';
import { STATUSES, type Status } from '../../records/status.ts';
import { count } from '../../report/count.ts';
import { decisionData, decisionLine, decisionSchema } from '../decision.ts';
import { pageMade } from '../paging.ts';
import { inline } from '../quote.ts';
import { ANSWERING, ASKING, defineTool } from '../tool.ts';

/** What is not in force any more, or never was. */
const CLOSED: ReadonlySet<Status> = new Set(['Rejected', 'Deprecated', 'Superseded']);

const day = z.iso.date();

/** Finds decisions by words and facts. */
export const searchDecisions = defineTool({
  name: 'search_decisions',
  title: 'Search decisions',
  description:
    'Finds architecture decisions of this repository by words and facts, the best match first. Ask before you choose a technology, a name, a place for data or a way to do something: it may be decided already. Rejected, deprecated and superseded decisions are left out unless `include` is `all`; the answer says when some of them match.',
  input: z.strictObject({
    query: z
      .string()
      .max(500)
      .default('')
      .meta({ description: 'Words or a question; without it, the latest decisions come first' }),
    status: z.array(z.enum(STATUSES)).max(STATUSES.length).optional(),
    tag: z.string().max(100).optional(),
    log: z
      .string()
      .max(200)
      .optional()
      .meta({ description: 'Name of a log, where a repository has several; "" for its main log' }),
    from: day.optional().meta({ description: 'Only decisions dated this day or later' }),
    to: day.optional().meta({ description: 'Only decisions dated this day or earlier' }),
    include: z
      .enum(['current', 'all'])
      .default('current')
      .meta({ description: '`all` adds rejected, deprecated and superseded decisions' }),
    limit: z.int().min(1).max(50).default(10),
    ...ASKING,
  }),
  output: z.object({
    ...ANSWERING,
    total: z.number().meta({ description: 'How many decisions match' }),
    decisions: z.array(
      decisionSchema.extend({
        section: z
          .object({ heading: z.string(), line: z.number() })
          .nullable()
          .meta({ description: 'Where most of the words stand; ask get_decision for its text' }),
      }),
    ),
    leftOut: z
      .array(z.object({ id: z.string(), status: z.string() }))
      .meta({ description: 'Decisions that match, too, and are not in force' }),
  }),
  withHistory: false,
  async answer(args, workspace) {
    const { root, corpus, index, note } = workspace;
    const found: readonly { adr: AdrRecord; section?: Found['section'] }[] =
      args.query.trim() === ''
        ? newestFirst(corpus.adrs).map((adr) => ({ adr }))
        : index().find(args.query);
    const fitting = found.filter(({ adr }) => fits(adr, args));
    const isShown = ({ adr }: { adr: AdrRecord }) =>
      args.include === 'all' || args.status !== undefined || !isClosed(adr);
    const shown = fitting.filter(isShown);
    const closed = fitting.filter((hit) => !isShown(hit)).map(({ adr }) => adr);
    const leftOut = closed.slice(0, MOST_LEFT_OUT).map((adr) => ({
      id: nameInLog(adr),
      status: adr.fields.status.value ?? '',
    }));
    const told = ({ adr, section }: (typeof shown)[number]) => ({
      ...decisionData(workspace, adr),
      section: section ? { heading: section.title, line: section.span.start.line } : null,
    });
    const { items, nextCursor } = pageMade(shown, told, args, { most: args.limit });
    const notes = [
      ...(note === undefined ? [] : [note]),
      ...(closed.length === 0
        ? []
        : [
            `${closed.length} that match and are not in force are left out: ${leftOut.map(({ id, status }) => `${id} (${status})`).join(', ')}; ask with include "all" to see why`,
          ]),
    ];
    return {
      data: { root, notes, nextCursor, total: shown.length, decisions: [...items], leftOut },
      text: [
        `${count(shown.length, 'decision')} found${items.length < shown.length ? `, ${items.length} shown` : ''}.`,
        ...items.map((item) => {
          const at = item.section;
          const where = at ? `\n  see ${inline(at.heading)}, ${item.path}:${at.line}` : '';
          return `- ${decisionLine(item)}${where}`;
        }),
        ...notes,
      ].join('\n'),
    };
  },
});

const MOST_LEFT_OUT = 10;

type Found = ReturnType<ReturnType<import('../workspaces.ts').Workspace['index']>['find']>[number];

interface Filter {
  readonly status?: readonly Status[] | undefined;
  readonly tag?: string | undefined;
  readonly log?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

function fits({ fields, key }: AdrRecord, { status, tag, log, from, to }: Filter): boolean {
  const own = fields.status.value;
  const date = fields.date.value;
  return (
    (status === undefined || (own !== undefined && status.includes(own))) &&
    (tag === undefined || (fields.tags.value ?? []).includes(tag)) &&
    (log === undefined || key.log === log) &&
    // A decision without a date is of no known day.
    (from === undefined || (date !== undefined && date >= from)) &&
    (to === undefined || (date !== undefined && date <= to))
  );
}

function isClosed({ fields }: AdrRecord): boolean {
  return fields.status.value !== undefined && CLOSED.has(fields.status.value);
}
