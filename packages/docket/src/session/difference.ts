import { checkOut } from '../io/checkout.ts';
import { forkOf } from '../io/git-commits.ts';
import { NoWorkspaceError } from '../io/workspace.ts';
import type { Changes } from '../records/changes/changes.ts';
import { emptyCorpus } from '../records/corpus.ts';
import { compareStates, type State } from './compare-states.ts';
import type { Session } from './session.ts';
import { governedChanges } from './why/changed.ts';

/** What a difference is made from. */
export interface DifferenceInput {
  readonly root: string;
  /** Branch or commit that is compared with; what happened on it since the two went apart is left out. */
  readonly base: string;
  /** Branch or commit; the working tree where not given. */
  readonly head: string | undefined;
  /** Opens the repository as it stands in a folder, without running any code of it. */
  readonly open: (
    folder: string,
    options: { readonly mayLackFolders: boolean; readonly isLean?: boolean },
  ) => Promise<Session>;
  /** The records of commits, where they were read before: a commit never changes. */
  readonly kept: Map<string, State>;
}

/** Commits whose records are kept. */
const MOST_KEPT = 2;

/** Reads, judges and compares the records of two moments. Throws as `Session.difference` does. */
export async function differenceOf({
  root,
  base,
  head,
  open,
  kept,
}: DifferenceInput): Promise<Changes> {
  const fork = await forkOf(root, base, head);
  const at = async (commit: string, mayBeEmpty: boolean): Promise<State> => {
    const known = kept.get(commit);
    if (known) return known;
    const checkout = await checkOut(root, commit);
    const name = shortName(commit);
    try {
      const then = await open(checkout.root, { mayLackFolders: true, isLean: true });
      const state = await stateOf(then, name);
      for (const oldest of kept.keys()) if (kept.size >= MOST_KEPT) kept.delete(oldest);
      kept.set(commit, state);
      return state;
    } catch (error) {
      if (mayBeEmpty && error instanceof NoWorkspaceError) return emptyState(name);
      throw error;
    } finally {
      await checkout.remove();
    }
  };
  const [before, after] = await Promise.all([
    fork.point === undefined ? emptyState(shortName(fork.base)) : at(fork.point, true),
    head === undefined
      ? open(root, { mayLackFolders: false }).then((now) => stateOf(now, 'the working tree'))
      : at(fork.head, false),
  ]);
  return compareStates(before, after, await governedChanges(root, after.corpus, { base, head }));
}

function shortName(commit: string): string {
  return commit.slice(0, 10);
}

async function stateOf(session: Session, name: string): Promise<State> {
  const { corpus } = session;
  const { fresh, known } = await session.findings();
  const judged = corpus.provenances.length > 0 ? await (await session.evidence()).judged() : [];
  return { name, corpus, findings: [...fresh, ...known], judged };
}

function emptyState(name: string): State {
  return { name, corpus: emptyCorpus(), findings: [], judged: [] };
}
