import { acceptingCommit } from '../records/acceptance.ts';
import type { Corpus } from '../records/corpus.ts';
import type { Commit } from '../records/history.ts';
import { foldersOfKind } from '../records/layout.ts';
import type { AdrRecord } from '../records/record.ts';
import { revisionsOf } from '../records/revisions.ts';
import { stepOf } from './base.ts';
import { readPosition } from './git.ts';
import { readBlobs } from './git-blobs.ts';
import { readLog } from './git-log.ts';

type HistoryPosition = Extract<Awaited<ReturnType<typeof readPosition>>, { head: string }>;

/** The last answer, by what it rests on: a session that stays open asks again after each edit, and seldom after a commit. */
const answers = new Map<string, Promise<ReadonlyMap<string, Commit>>>();

/**
 * The commits since which decisions have stood, by their paths, as HEAD's first-parent chain tells; none for a decision
 * that was accepted before a shallow clone begins, or where texts are missing from the clone.
 * @throws {GitError} where Git fails
 */
export async function readAcceptances(
  root: string,
  corpus: Corpus,
  adrs: readonly AdrRecord[],
): Promise<ReadonlyMap<string, Commit>> {
  const position = await readPosition(root);
  if (position.kind === 'unknown' || position.partial) return new Map();
  const { head } = position;
  const folders = foldersOfKind(corpus.layout.adr);
  const key = [root, head, ...folders, '', ...adrs.map(({ path }) => path)].join('\n');
  const answer = answers.get(key) ?? acceptancesAt(root, corpus, adrs, { ...position, folders });
  answers.clear();
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  return answer;
}

async function acceptancesAt(
  root: string,
  corpus: Corpus,
  adrs: readonly AdrRecord[],
  { head, prefix, boundary, folders }: HistoryPosition & { readonly folders: readonly string[] },
): Promise<ReadonlyMap<string, Commit>> {
  const commits = await readLog(root, { tips: [head], exactMovesOnly: false, folders });
  const steps = [...commits.values()]
    .filter(({ id }) => !boundary.has(id))
    .map((commit) => stepOf(commit, prefix, corpus.layout))
    .reverse();
  const ids = steps.flatMap(({ changes }) =>
    changes.flatMap(({ before, after }) => [before, after]),
  );
  const wanted = new Set(ids.filter((id) => id !== undefined));
  const texts = await readBlobs(root, { ids: wanted, partial: false });
  const revisions = revisionsOf({
    steps,
    records: adrs,
    conventions: corpus,
    text: (id) => texts.get(id),
  });
  return new Map(
    [...revisions].flatMap(([path, changes]): [string, Commit][] => {
      const commit = commits.get(acceptingCommit(changes) ?? '');
      return commit ? [[path, commit]] : [];
    }),
  );
}
