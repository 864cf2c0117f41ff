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
 * @param earlier evidence of the same claims, which are not held against the same history once more
 */
export async function readEvidence(
  session: Session,
  earlier?: SiteEvidence,
): Promise<SiteEvidence> {
  try {
    return await evidenceFrom(session, await session.evidence(), earlier);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const history: UnknownHistory = {
      kind: 'unknown',
      why: 'failed',
      message: `Git failed: ${error.message}`,
      said: error.message,
      help: 'run `git fsck` in the folder and fix what it complains about',
    };
    return evidenceFrom(session, await session.evidence(history));
  }
}

async function evidenceFrom(
  session: Session,
  evidence: Evidence,
  earlier?: SiteEvidence,
): Promise<SiteEvidence> {
  const { corpus } = session;
  const { problem } = evidence.accepted;
  const { history } = evidence;
  const isSame =
    history.kind === 'history' &&
    earlier?.history.kind === 'known' &&
    earlier.history.head === history.head;
  const { judged, statements } = isSame ? earlier : await judgedIn(evidence);
  return evidenceOf({
    corpus,
    history,
    judged,
    files: await evidence.files(),
    statements,
    acceptedProblem: problem && `${problem.message} (line ${problem.line})`,
    code: await session.codeLinks(),
    stepsNow: await readStepsNow({ corpus }, evidence),
  });
}

async function judgedIn(evidence: Evidence): Promise<Pick<SiteEvidence, 'judged' | 'statements'>> {
  const statements = await evidence.statements();
  return {
    judged: await evidence.judged(),
    statements: new Map(
      [...statements].flatMap(([record, made]) =>
        made.kind === 'statement' ? [[record, made.statement]] : [],
      ),
    ),
  };
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
