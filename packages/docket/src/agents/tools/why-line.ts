import { z } from 'zod';
import { nameInLog } from '../../records/key.ts';
import type { LineOrigin } from '../../records/why.ts';
import { why, whyAt } from '../../session/why/why.ts';
import { decisionLine } from '../decision.ts';
import { pageOfLists } from '../paging.ts';
import { inline, quote, quoteSchema } from '../quote.ts';
import { ANSWERING, ASKING, defineTool } from '../tool.ts';
import { becauseWords, fileDecisionData, fileDecisionSchema } from './decisions-for-files.ts';

const originSchema = z.object({
  from: z.number(),
  to: z.number(),
  commit: z.string().nullable().meta({ description: 'null for lines that are not committed' }),
  date: z.string().nullable(),
  said: z
    .array(quoteSchema)
    .meta({ description: 'Author and subject, then trailers and note that say who took part' }),
  landedWith: quoteSchema
    .nullable()
    .meta({ description: 'The merge with which the commit landed, where it is not on the branch' }),
  executions: z.array(z.object({ record: z.string(), spec: z.string().nullable() })),
  inForceThen: z
    .array(z.string())
    .meta({ description: 'Decisions of this answer that stood then and stand no more' }),
});

/** Tells why some lines of a file are as they are. */
export const whyLine = defineTool({
  name: 'why_line',
  title: 'Why this line',
  description:
    'For some lines of a file: the decisions that have to do with the file, the commits that wrote the lines last (followed through moves), the specification and provenance record these came with, and who or which agent did it.',
  input: z.strictObject({
    path: z.string().min(1).max(1000).meta({ description: 'From the root of the repository' }),
    line: z.int().min(1).max(10_000_000),
    endLine: z.int().min(1).max(10_000_000).optional(),
    at: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .meta({ description: 'Branch, tag or commit, with the records of that time' }),
    ...ASKING,
  }),
  output: z.object({
    ...ANSWERING,
    path: z.string(),
    decisions: z.array(fileDecisionSchema),
    origins: z.array(originSchema),
  }),
  withHistory: true,
  async answer(args, { root, session, ratifications, note }) {
    const lines = { from: args.line, to: args.endLine ?? args.line };
    if (!session) {
      const data = { root, notes: [note ?? ''], nextCursor: null, path: args.path };
      return { data: { ...data, decisions: [], origins: [] }, text: note ?? '' };
    }
    const question = { path: args.path, lines };
    const answer =
      args.at === undefined ? await why(session, question) : await whyAt(root, args.at, question);
    const { file, gap } = answer;
    const then = { corpus: answer.corpus, ratifications };
    const decisions = file.decisions.map((one) => fileDecisionData(then, one));
    const notes = [gap, file.gap].filter((reason) => reason !== '');
    const beside = { root, notes, path: file.path };
    const lists = { origins: answer.origins.map(originData), decisions };
    const { items, nextCursor } = pageOfLists(lists, args, { beside });
    return {
      data: { ...beside, ...items, nextCursor },
      text: [
        ...items.origins.map(
          ({ from, to, commit, date, said, landedWith, executions, inForceThen }) =>
            `lines ${from}-${to}: ${commit === null ? 'not committed' : `${commit.slice(0, 10)} ${date}`}${said.map(({ text }) => ` ${inline(text)}`).join('')}${landedWith ? `; landed with ${landedWith.source} ${inline(landedWith.text)}` : ''}${executions.map(({ record, spec }) => `; came with ${spec ?? 'no specification'}, ${record}`).join('')}${inForceThen.length > 0 ? `; in force then: ${inForceThen.join(', ')}` : ''}`,
        ),
        ...items.decisions.map(
          (decision) =>
            `- ${decisionLine(decision)}\n  because of ${decision.because.map(becauseWords).join('; ')}`,
        ),
        ...(decisions.length === 0 ? ['No decision has to do with this file.'] : []),
        ...notes,
        ...(nextCursor === null ? [] : [`There is more: ask again with cursor "${nextCursor}".`]),
      ].join('\n'),
    };
  },
});

function originData({
  lines,
  commit,
  landedWith,
  executions,
  stoodThen,
}: LineOrigin): z.infer<typeof originSchema> {
  const source = commit ? `commit ${commit.id.slice(0, 10)}` : '';
  const words = commit ? [`${commit.author}: ${commit.subject}`, ...commit.said] : [];
  return {
    ...lines,
    commit: commit?.id ?? null,
    date: commit?.authored.slice(0, 10) ?? null,
    said: words.map((text) => quote(source, undefined, text)),
    landedWith:
      landedWith === undefined
        ? null
        : quote(`commit ${landedWith.id.slice(0, 10)}`, undefined, landedWith.subject),
    executions: executions.map(({ record, spec }) => ({ record, spec: spec ?? null })),
    inForceThen: stoodThen.map(nameInLog),
  };
}
