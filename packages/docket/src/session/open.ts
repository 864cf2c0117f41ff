import { lintCorpus } from '../engine/lint.ts';
import { makeSettings } from '../engine/settings.ts';
import { ACCEPTED_PATH, type Acceptance, parseAccepted } from '../evidence/accepted.ts';
import { judgeAll } from '../evidence/judge-all.ts';
import { checkOut } from '../io/checkout.ts';
import { matchesGlobs, settingsError } from '../io/config.ts';
import { readDocuments } from '../io/documents.ts';
import { readText } from '../io/files.ts';
import { readBlobs } from '../io/git-blobs.ts';
import { forkOf } from '../io/git-commits.ts';
import { Reader } from '../io/reader.ts';
import {
  NoWorkspaceError,
  openWorkspace,
  type ReadingOptions,
  type Workspace,
} from '../io/workspace.ts';
import type { Changes } from '../records/changes/changes.ts';
import { buildCorpus } from '../records/corpus.ts';
import { compareStates, type State } from './compare.ts';
import { obeyWaivers } from './obey-waivers.ts';

/** Which two moments to compare. */
export interface ChangesRequest {
  /** Folder that holds the records. */
  readonly root: string;
  /** Branch or commit that is compared with; what happened on it since the two went apart is left out. */
  readonly base: string;
  /** Branch or commit; the working tree where not given. */
  readonly head?: string | undefined;
}

/**
 * Reads, judges and compares the records of two moments. Neither moment's `docket.config.ts` is run: a branch that is
 * compared may be anybody's.
 * @throws {CommitError} where a name stands for no commit, or the two do not meet inside a shallow clone
 * @throws {GitError} where Git fails
 * @throws {NoWorkspaceError} where the later moment has no records
 * @throws {ConfigError} where a `docket.config.json` cannot be read
 */
export async function openChanges({ root, base, head }: ChangesRequest): Promise<Changes> {
  const fork = await forkOf(root, base, head);
  const [before, after] = await Promise.all([
    fork.point === undefined ? emptyState(shortName(fork.base)) : stateAt(root, fork.point, true),
    head === undefined ? openState(root, 'the working tree') : stateAt(root, fork.head, false),
  ]);
  return compareStates(before, after);
}

/** The state at a commit; one without any records where the commit has none and that is allowed. */
async function stateAt(root: string, commit: string, mayBeEmpty: boolean): Promise<State> {
  const checkout = await checkOut(root, commit);
  const name = shortName(commit);
  try {
    return await openState(checkout.root, name, { mayLackFolders: true });
  } catch (error) {
    if (mayBeEmpty && error instanceof NoWorkspaceError) return emptyState(name);
    throw error;
  } finally {
    await checkout.remove();
  }
}

function shortName(commit: string): string {
  return commit.slice(0, 10);
}

async function openState(root: string, name: string, options: ReadingOptions = {}): Promise<State> {
  const workspace = await openWorkspace(root, options);
  const { corpus, config } = workspace;
  const made = makeSettings({ config, matches: matchesGlobs });
  if ('problems' in made) throw settingsError(root, made.problems);
  const documents = await readDocuments(new Reader(root), corpus.layout, config);
  const found = lintCorpus(corpus, {
    settings: made.settings,
    facts: { documents },
    reading: workspace.findings,
  });
  return {
    name,
    corpus,
    findings: (await obeyWaivers(root, found)).findings,
    judged: await judgeByHistory(workspace),
  };
}

async function judgeByHistory({ corpus, root, history: read }: Workspace) {
  if (corpus.provenances.length === 0) return [];
  const history = await read();
  const partial = history.kind === 'history' && history.partial;
  return judgeAll(corpus, {
    history,
    accepted: await readAccepted(root),
    readTexts: (ids) => readBlobs(root, { ids, partial }),
  });
}

/** What people accepted; nothing where the file cannot be read, which `docket verify` reports. */
async function readAccepted(root: string): Promise<readonly Acceptance[]> {
  const file = await readText(root, ACCEPTED_PATH);
  const parsed = file.kind === 'text' ? parseAccepted(file.text) : undefined;
  return parsed?.kind === 'accepted' ? parsed.acceptances : [];
}

function emptyState(name: string): State {
  const surroundings = { existing: new Set<string>(), fragments: new Map() };
  return {
    name,
    corpus: buildCorpus({ records: [], templates: {}, surroundings }),
    findings: [],
    judged: [],
  };
}
