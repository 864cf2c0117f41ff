import type { History, ProvenanceRecord, UnknownHistory } from 'docket/records';
import {
  ACCEPTED_PATH,
  type Acceptance,
  blobsOf,
  createContext,
  digestBlobs,
  digestText,
  type ExecutionStatement,
  GitError,
  type JudgedRecord,
  judgeAll,
  makeStatement,
  parseAccepted,
  readBlobs,
  readText,
  VERSION,
  type Workspace,
  withAllTexts,
} from 'docket/session';
import { readStepsNow } from './read-now.ts';
import { evidenceOf, type SiteEvidence } from './site-evidence.ts';

/**
 * Holds every provenance record of a workspace against its history, once for all pages. What Git cannot read makes
 * the evidence unknown, with the reason; it is never an error.
 */
export async function readEvidence(workspace: Workspace): Promise<SiteEvidence> {
  const { corpus, root } = workspace;
  const { acceptances, problem } = await readAccepted(root);
  try {
    const history = await workspace.history();
    const partial = history.kind === 'history' && history.partial;
    const judged = await judgeAll(corpus, {
      history,
      accepted: acceptances,
      readTexts: (ids) => readBlobs(root, { ids, partial }),
    });
    const statements = await readStatements(workspace, history, judged);
    const stepsNow = await readStepsNow(workspace, history);
    return evidenceOf({
      corpus,
      history,
      judged,
      acceptedProblem: problem,
      statements,
      stepsNow,
    });
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const history: UnknownHistory = {
      kind: 'unknown',
      why: 'failed',
      message: `Git failed: ${error.message}`,
      help: 'run `git fsck` in the folder and fix what it complains about',
    };
    const judged = await judgeAll(corpus, { history, readTexts: async () => new Map() });
    const stepsNow = await readStepsNow(workspace, history);
    return evidenceOf({ corpus, history, judged, acceptedProblem: problem, stepsNow });
  }
}

async function readAccepted(
  root: string,
): Promise<{ acceptances: readonly Acceptance[]; problem: string | undefined }> {
  const file = await readText(root, ACCEPTED_PATH);
  if (file.kind === 'unreadable') {
    return { acceptances: [], problem: file.isMissing ? undefined : file.message };
  }
  const parsed = parseAccepted(file.text);
  return parsed.kind === 'accepted'
    ? { acceptances: parsed.acceptances, problem: undefined }
    : { acceptances: [], problem: `${parsed.message} (line ${parsed.line})` };
}

/** The attestations of all records that have a landing, with the digests of one reading. */
async function readStatements(
  { corpus, root, config }: Workspace,
  history: History,
  judged: readonly JudgedRecord[],
): Promise<Map<ProvenanceRecord, ExecutionStatement>> {
  if (history.kind === 'unknown') return new Map();
  const context = createContext(corpus, history);
  const digests = await digestBlobs(root, {
    ids: judged.flatMap((record) => blobsOf(context, record)),
    partial: history.partial,
  });
  const made = await withAllTexts(
    corpus,
    history,
    (ids) => readBlobs(root, { ids, partial: history.partial }),
    (asked) =>
      judged.map((record) =>
        makeStatement(asked, {
          judged: record,
          version: VERSION,
          site: config.site,
          digestOf: (blob) => digests.get(blob),
          digestText,
        }),
      ),
  );
  return new Map(
    made.flatMap((result, index) => {
      const record = judged[index]?.record;
      return record && result.kind === 'statement' ? [[record, result.statement]] : [];
    }),
  );
}
