import { readAcceptances } from '../io/acceptances.ts';
import { GitError } from '../io/git-process.ts';
import { readMoves, readTracked, readTree } from '../io/git-tree.ts';
import type { Corpus } from '../records/corpus.ts';
import type { AcceptedState, FileFacts } from '../records/facts.ts';
import { governs } from '../records/governs.ts';
import type { Commit } from '../records/history.ts';
import type { AdrRecord } from '../records/record.ts';

/** What Git knows of the files that decisions govern; nothing where none governs any, or where Git does not tell. */
export async function readFileFacts(root: string, corpus: Corpus): Promise<FileFacts | undefined> {
  const governing = corpus.adrs.filter((adr) => adr.governs.length > 0);
  if (governing.length === 0) return undefined;
  const tracked = await orNothing(() => readTracked(root));
  if (!tracked) return undefined;
  const accepted = await orNothing(() =>
    acceptedStates(root, corpus, governing, new Set(tracked.files)),
  );
  return { ...tracked, accepted: accepted ?? new Map() };
}

async function acceptedStates(
  root: string,
  corpus: Corpus,
  governing: readonly AdrRecord[],
  present: ReadonlySet<string>,
): Promise<ReadonlyMap<string, AcceptedState>> {
  const acceptances = await readAcceptances(root, corpus, governing);
  const byCommit = Map.groupBy(governing, ({ path }) => acceptances.get(path));
  const states = new Map<string, AcceptedState>();
  for (const [commit, adrs] of byCommit) {
    if (!commit) continue;
    const [tree, moves] = [await readTree(root, commit.id), movesSince(root, commit)];
    for (const adr of adrs) {
      const files = tree.filter((file) => governs(adr, file));
      const moved = files.every((file) => present.has(file)) ? new Map() : await moves();
      states.set(adr.path, { day: commit.authored.slice(0, 10), files, moved });
    }
  }
  return states;
}

/** Moves are dear to find, and most decisions have lost no file. */
function movesSince(root: string, { id }: Commit): () => Promise<ReadonlyMap<string, string>> {
  let moves: Promise<ReadonlyMap<string, string>> | undefined;
  return () => {
    moves ??= readMoves(root, id);
    return moves;
  };
}

async function orNothing<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
