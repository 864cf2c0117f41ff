import type { SpecRecord, UnknownHistory } from 'docket/records';
import {
  type Evidence,
  GitError,
  latestExecution,
  type Session,
  type ValidatedStep,
} from 'docket/session';
import { evidenceOf, type SiteEvidence, type StepsNow } from './site-evidence.ts';

/**
 * Holds every provenance record of a repository against its history, once for all pages. What Git cannot read makes
 * the evidence unknown, with the reason; it is never an error.
 */
export async function readEvidence(session: Session): Promise<SiteEvidence> {
  try {
    return await evidenceFrom(session, await session.evidence());
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const history: UnknownHistory = {
      kind: 'unknown',
      why: 'failed',
      message: `Unexpected failure of Git: ${error.message}`,
      help: 'run `git fsck` in the folder and mend what it complains about',
    };
    return evidenceFrom(session, await session.evidence(history));
  }
}

async function evidenceFrom({ corpus }: Session, evidence: Evidence): Promise<SiteEvidence> {
  const { problem } = evidence.accepted;
  const statements = await evidence.statements();
  return evidenceOf({
    corpus,
    history: evidence.history,
    judged: await evidence.judged(),
    acceptedProblem: problem && `${problem.message} (line ${problem.line})`,
    statements: new Map(
      [...statements].flatMap(([record, made]) =>
        made.kind === 'statement' ? [[record, made.statement]] : [],
      ),
    ),
    stepsNow: await readStepsNow({ corpus }, evidence),
  });
}

/** The steps of the specifications that name checks, as they hold on the files as they stand; no command is run. */
async function readStepsNow(
  { corpus }: Pick<Session, 'corpus'>,
  evidence: Evidence,
): Promise<StepsNow> {
  const steps: [SpecRecord, readonly ValidatedStep[]][] = [];
  for (const spec of corpus.specs) {
    if (spec.fields.checks.value === undefined) continue;
    const record = latestExecution(corpus.provenanceOf(spec));
    steps.push([spec, await evidence.validate({ spec, record, moment: 'now' })]);
  }
  return new Map(steps);
}
