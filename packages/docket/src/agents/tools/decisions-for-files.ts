import { z } from 'zod';
import { type FileDecision, GROUND_KINDS } from '../../records/why.ts';
import { decisionsForFiles } from '../../session/why/grounds.ts';
import { decisionData, decisionLine, decisionSchema } from '../decision.ts';
import { pageMade } from '../paging.ts';
import { inline, quote, quoteSchema } from '../quote.ts';
import { ANSWERING, ASKING, defineTool } from '../tool.ts';
import type { Workspace } from '../workspaces.ts';

/** Why a decision has to do with a file. */
export const groundSchema = z.object({
  kind: z.enum(GROUND_KINDS).meta({
    description:
      'governs: the record says that it governs the file; marker: a comment in the file names the decision; landing: work that a specification ordered together with the decision touched the file; mention: the record names the file, which is weak evidence',
  }),
  quote: quoteSchema,
});

/** A decision with why it has to do with a file. */
export const fileDecisionSchema = decisionSchema.extend({ because: z.array(groundSchema) });

/** Grounds of one decision that are told; the strongest come first. */
const MOST_GROUNDS = 3;

/** Tells which decisions have to do with the files of a change. */
export const decisionsForFilesTool = defineTool({
  name: 'decisions_for_files',
  title: 'Decisions for files',
  description:
    'Which architecture decisions have to do with some files, and why. Ask before you change files: give all paths of the change at once.',
  input: z.strictObject({
    paths: z
      .array(z.string().min(1).max(1000))
      .min(1)
      .max(200)
      .meta({ description: 'From the root of the repository' }),
    ...ASKING,
  }),
  output: z.object({
    ...ANSWERING,
    files: z.array(
      z.object({
        path: z.string(),
        isThere: z.boolean(),
        decisions: z.array(fileDecisionSchema),
      }),
    ),
  }),
  withHistory: true,
  async answer(args, workspace) {
    const { root, session, note } = workspace;
    const answers = session ? await decisionsForFiles(session, args.paths) : [];
    const gap = answers.find((answer) => answer.gap !== '')?.gap;
    // A file may have more decisions than an answer holds: each is an item by itself.
    const entries = answers.flatMap(({ path, isThere, decisions }) => {
      const each: readonly (FileDecision | undefined)[] =
        decisions.length === 0 ? [undefined] : decisions;
      return each.map((decision) => ({ path, isThere, decision }));
    });
    const told = ({ decision, ...file }: (typeof entries)[number]) => ({
      ...file,
      decisions: decision ? [fileDecisionData(workspace, decision)] : [],
    });
    const { items: made, nextCursor } = pageMade(entries, told, args);
    const items = [...Map.groupBy(made, ({ path }) => path).values()].flatMap(
      ([first, ...others]) =>
        first
          ? [
              {
                ...first,
                decisions: [first, ...others].flatMap(({ decisions }) => decisions),
              },
            ]
          : [],
    );
    const notes = [
      ...(note === undefined ? [] : [note]),
      ...(gap === undefined ? [] : [`Executions of specifications were not looked at: ${gap}`]),
    ];
    return {
      data: { root, notes, nextCursor, files: items },
      text: [
        ...items.map(({ path, isThere, decisions }) =>
          [
            `${path}${isThere ? '' : ' (no such file now)'}: ${decisions.length === 0 ? 'no decision names it' : ''}`.trim(),
            ...decisions.map(
              (decision) =>
                `- ${decisionLine(decision)}\n  because of ${decision.because.map(becauseWords).join('; ')}`,
            ),
          ].join('\n'),
        ),
        ...notes,
        ...(nextCursor === null ? [] : [`There is more: ask again with cursor "${nextCursor}".`]),
      ].join('\n'),
    };
  },
});

/** A decision with its strongest grounds. */
export function fileDecisionData(
  workspace: Pick<Workspace, 'corpus' | 'ratifications'>,
  { adr, grounds }: FileDecision,
): z.infer<typeof fileDecisionSchema> {
  return {
    ...decisionData(workspace, adr),
    because: grounds
      .slice(0, MOST_GROUNDS)
      .map(({ kind, file, line, words }) => ({ kind, quote: quote(file, line, words) })),
  };
}

/** A ground in words. */
export function becauseWords({ kind, quote: { source, text } }: z.infer<typeof groundSchema>) {
  return `${kind} in ${source}: ${inline(text)}`;
}
