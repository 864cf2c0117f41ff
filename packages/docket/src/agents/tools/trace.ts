import { z } from 'zod';
import type { Corpus } from '../../records/corpus.ts';
import { isNamed } from '../../records/find-record.ts';
import { HelpfulError } from '../../records/helpful-error.ts';
import type { DocketRecord, SpecRecord } from '../../records/record.ts';
import type { VerifiedRecord } from '../../records/verification.ts';
import { safeText } from '../../report/screen-text.ts';
import { verify } from '../../session/evidence/verify.ts';
import { decisionData, decisionLine, decisionSchema } from '../decision.ts';
import { pageOfLists } from '../paging.ts';
import { inline, quote, quoteSchema } from '../quote.ts';
import { ANSWERING, ASKING, defineTool } from '../tool.ts';

/** A record that cannot be traced. */
class TraceError extends HelpfulError {
  override readonly name = 'TraceError';
}

const stepSchema = z.object({ number: z.number(), step: quoteSchema });

const claimSchema = z.object({
  record: z.string().meta({ description: 'The provenance record that claims it' }),
  claim: quoteSchema,
  verdict: z.enum(['verified', 'contradicted', 'outdated', 'unverifiable']),
  reason: z.string().nullable().meta({ description: 'Why it is not verified' }),
  accepted: z
    .string()
    .nullable()
    .meta({ description: 'Why a person let a contradicted claim stand' }),
});

/** Tells what a specification ordered, how it was carried out, and whether Git agrees. */
export const trace = defineTool({
  name: 'trace',
  title: 'Trace a decision',
  description:
    'From a decision or a specification to the whole trace: what was ordered, the validation steps, the decisions, the commits it landed in, and every claim of its provenance records with the verdict that the Git history gives.',
  input: z.strictObject({
    id: z
      .string()
      .min(1)
      .max(500)
      .meta({ description: 'Of a decision or specification, such as `ADR-018` or `SPEC-0000`' }),
    verdicts: z
      .array(z.enum(['verified', 'contradicted', 'outdated', 'unverifiable']))
      .max(4)
      .optional()
      .meta({ description: 'Only claims with these verdicts' }),
    ...ASKING,
  }),
  output: z.object({
    ...ANSWERING,
    spec: z.object({ id: z.string(), title: z.string(), path: z.string() }).nullable(),
    steps: z.array(stepSchema),
    decisions: z.array(decisionSchema),
    executions: z.array(
      z.object({
        path: z.string(),
        landed: z
          .object({ commit: z.string(), date: z.string(), manner: z.string() })
          .nullable()
          .meta({ description: 'null where it is unknown in which commit it came in' }),
        gap: z.string().nullable(),
      }),
    ),
    claims: z.array(claimSchema),
  }),
  withHistory: true,
  async answer(args, workspace) {
    const { root, corpus, session, note } = workspace;
    const record = recordNamed(corpus, args.id, note);
    const spec = record.kind === 'spec' ? record : corpus.specOf(record);
    const adrs = spec ? corpus.adrsOf(spec) : record.kind === 'adr' ? [record] : [];
    const executions = spec ? corpus.provenanceOf(spec) : [];
    const { verification } = session
      ? await verify(session, { records: executions, since: undefined })
      : { verification: { records: [] } };
    const claims = verification.records
      .flatMap(claimsOf)
      .filter(({ verdict }) => args.verdicts === undefined || args.verdicts.includes(verdict));
    const decisions = adrs.map((adr) => decisionData(workspace, adr));
    const runs = verification.records.map(({ file, landing, gap }) => ({
      path: file,
      landed: landing && { commit: landing.commit, date: landing.date, manner: landing.kind },
      gap,
    }));
    const notes = [
      ...(spec ? [] : ['No specification ordered this decision']),
      ...(spec && executions.length === 0 ? ['Never executed: there is no provenance record'] : []),
    ];
    const beside = {
      root,
      notes,
      spec: spec ? { id: spec.id, title: safeText(spec.title), path: spec.path } : null,
    };
    const lists = { decisions, executions: runs, steps: spec ? stepsOf(spec) : [], claims };
    const { items, nextCursor } = pageOfLists(lists, args, { beside });
    return {
      data: { ...beside, ...items, nextCursor },
      text: [
        ...(spec ? [`${spec.id} (${spec.path}): ${inline(spec.title)}`] : []),
        ...items.decisions.map((decision) => `- ${decisionLine(decision)}`),
        ...items.executions.map(({ path, landed, gap }) =>
          landed
            ? `${path} landed in ${landed.commit.slice(0, 10)} on ${landed.date.slice(0, 10)}`
            : `${path}: landing unknown: ${gap}`,
        ),
        ...items.steps.map(({ number, step }) => `step ${number}: ${inline(step.text)}`),
        ...items.claims.map(
          ({ claim, verdict, reason }) =>
            `- ${verdict}: ${inline(claim.text)}, ${claim.source}${reason === null ? '' : ` (${reason})`}`,
        ),
        ...notes,
        ...(nextCursor === null ? [] : [`There is more: ask again with cursor "${nextCursor}".`]),
      ].join('\n'),
    };
  },
});

function stepsOf({ body, path }: SpecRecord): z.infer<typeof stepSchema>[] {
  return body.steps.map(({ number, text, span }) => ({
    number,
    step: quote(path, span.start.line, text),
  }));
}

/** The claims of a record, those that need a look first. */
function claimsOf({ file, claims }: VerifiedRecord): z.infer<typeof claimSchema>[] {
  const order = ['contradicted', 'outdated', 'unverifiable', 'verified'];
  return claims
    .map(({ claim, line, verdict, reason, accepted }) => ({
      record: file,
      claim: quote(file, line, claim),
      verdict,
      reason,
      accepted: accepted ?? null,
    }))
    .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

/** @throws {TraceError} where no record, or more than one, has the name */
function recordNamed(corpus: Corpus, name: string, note: string | undefined) {
  const found: DocketRecord[] = corpus.records.filter((record) => isNamed(record, name));
  const [record] = found;
  if (record && found.length === 1) return record;
  if (record) {
    throw new TraceError(
      `\`${name}\` names ${found.length} records`,
      `give the path of one: ${found.map(({ path }) => path).join(', ')}`,
    );
  }
  throw new TraceError(
    `There is no record \`${name}\``,
    note ?? 'ask search_decisions for its id, or give one such as `ADR-018` or `SPEC-0000`',
  );
}
