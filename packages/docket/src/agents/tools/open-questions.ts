import { z } from 'zod';
import type { DueKind } from '../../records/due.ts';
import { nameInLog } from '../../records/key.ts';
import { shortTitle } from '../../records/record.ts';
import { dueList } from '../../report/due.ts';
import { verify } from '../../session/evidence/verify.ts';
import { pageOf } from '../paging.ts';
import { inline, quote, quoteSchema } from '../quote.ts';
import { ANSWERING, ASKING, defineTool } from '../tool.ts';
import type { Workspace } from '../workspaces.ts';

const KINDS = ['contradicted-claim', 'agent-decision', 'due-review', 'proposal'] as const;

/** Days before a review that it is told of. */
const AHEAD = 30;

const questionSchema = z.object({
  kind: z.enum(KINDS),
  record: z.string(),
  about: quoteSchema,
  todo: z.string().meta({ description: 'What would settle it' }),
});

type OpenQuestion = z.infer<typeof questionSchema>;

/** Tells what people have yet to decide. */
export const openQuestions = defineTool({
  name: 'open_questions',
  title: 'Open questions',
  description:
    'What people have yet to decide: claims of provenance records that the Git history contradicts, decisions that agents took alone and nobody has found acceptable, decisions to be looked at again by now or within 30 days, and proposed decisions. Do not settle them yourself: tell the person you work for.',
  input: z.strictObject({
    kinds: z.array(z.enum(KINDS)).min(1).max(KINDS.length).optional(),
    ...ASKING,
  }),
  output: z.object({ ...ANSWERING, total: z.number(), questions: z.array(questionSchema) }),
  withHistory: true,
  async answer(args, workspace) {
    const all = (await questionsIn(workspace)).filter(
      ({ kind }) => args.kinds === undefined || args.kinds.includes(kind),
    );
    const { items, nextCursor } = pageOf(all, args);
    const notes = workspace.note === undefined ? [] : [workspace.note];
    return {
      data: {
        root: workspace.root,
        notes,
        nextCursor,
        total: all.length,
        questions: [...items],
      },
      text: [
        all.length === 0 ? 'Nothing is open.' : `Open: ${all.length}.`,
        ...items.map(
          ({ kind, record, about, todo }) =>
            `- ${kind}, ${record}: ${inline(about.text)} (${about.source}); ${todo}`,
        ),
        ...notes,
        ...(nextCursor === null ? [] : [`There is more: ask again with cursor "${nextCursor}".`]),
      ].join('\n'),
    };
  },
});

const DUE_TODO: Readonly<Record<DueKind, string>> = {
  review: 'a person has to look whether it still holds',
  end: 'it is provisional, and a person has to say what follows',
  adoption: 'it was to be carried out, and a person has to say how far it has come',
};

async function questionsIn({ session, corpus }: Workspace): Promise<OpenQuestion[]> {
  if (!session) return [];
  const { verification } =
    corpus.provenances.length > 0
      ? await verify(session, { records: undefined, since: undefined })
      : { verification: { records: [] } };
  const contradicted = verification.records.flatMap(({ file, claims }) =>
    claims
      .filter(({ verdict, accepted }) => verdict === 'contradicted' && accepted === undefined)
      .map(
        ({ claim, line, reason }): OpenQuestion => ({
          kind: 'contradicted-claim',
          record: file,
          about: quote(file, line, claim),
          todo: `Git says otherwise (${reason ?? 'no reason given'}): mend the record, or accept the claim with \`docket accept\``,
        }),
      ),
  );
  const alone = corpus.adrs.flatMap((adr) =>
    adr.body.agentDecisions
      .filter(({ acceptable }) => !/^yes\b/i.test(acceptable))
      .map(
        ({ decision, acceptable, span }): OpenQuestion => ({
          kind: 'agent-decision',
          record: nameInLog(adr),
          about: quote(adr.path, span.start.line, decision),
          todo: `an agent decided this and the record says ${inline(acceptable)}: a person has to say whether it is acceptable`,
        }),
      ),
  );
  const due = dueList(corpus.adrs, { today: session.today, within: AHEAD }).dues.map(
    ({ adr, kind, day, field }): OpenQuestion => ({
      kind: 'due-review',
      record: nameInLog(adr),
      about: quote(adr.path, field.span.start.line, shortTitle(adr)),
      todo: `${DUE_TODO[kind]} by ${day}, which is ${day < session.today ? 'past' : 'near'}`,
    }),
  );
  const proposals = corpus.adrs
    .filter(({ fields }) => fields.status.value === 'Proposed')
    .map(
      (adr): OpenQuestion => ({
        kind: 'proposal',
        record: nameInLog(adr),
        about: quote(adr.path, adr.fields.status.span.start.line, shortTitle(adr)),
        todo: 'nobody may rely on it before it is accepted',
      }),
    );
  return [...contradicted, ...alone, ...due, ...proposals];
}
