import type { JudgedRecord } from '../../evidence/judge.ts';
import type { JudgedFile } from '../../evidence/judge-file.ts';
import { readCommitsSince } from '../../io/git-commits.ts';
import type { KnownHistory } from '../../records/history.ts';
import { explainCommit } from '../explain-commit.ts';

interface Since {
  readonly root: string;
  readonly history: KnownHistory;
  readonly base: string;
}

/**
 * Those of the judged records that commits since a base, or changes not committed yet, have to do with: they landed,
 * were changed, or their specification was. A record of which the landing is not known is one of them.
 * @throws {HelpfulError} where the base names no commit, or a shallow clone ends before it
 */
export async function touchedSince(
  judged: readonly JudgedRecord[],
  { root, history, base }: Since,
): Promise<JudgedRecord[]> {
  const { commits, changed } = await readSince({ root, history, base });
  const isChanged = (path: string | undefined) =>
    path !== undefined && changed.has(history.prefix + path);
  return judged.filter(
    ({ record, spec, landing }) =>
      landing.kind === 'unknown' ||
      landing.steps.some(({ id }) => commits.has(id)) ||
      isChanged(record.path) ||
      isChanged(spec?.path),
  );
}

/**
 * Those of the judged files that commits since a base, or changes not committed yet, changed.
 * @throws {HelpfulError} as `touchedSince` does
 */
export async function filesTouchedSince(
  judged: readonly JudgedFile[],
  since: Since,
): Promise<JudgedFile[]> {
  const { changed } = await readSince(since);
  return judged.filter(({ path }) => changed.has(since.history.prefix + path));
}

async function readSince({ root, history, base }: Since) {
  const commits = new Set(await commitsSince(root, base));
  const changed = new Set(history.uncommitted.keys());
  for (const id of commits) {
    for (const { path } of history.commits.get(id)?.changes ?? []) changed.add(path);
  }
  return { commits, changed };
}

async function commitsSince(root: string, base: string): Promise<string[]> {
  try {
    return await readCommitsSince(root, base);
  } catch (error) {
    throw explainCommit(error, base);
  }
}
