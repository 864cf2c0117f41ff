import type { JudgedRecord } from '../../evidence/judge.ts';
import { readCommitsSince } from '../../io/git-commits.ts';
import type { KnownHistory } from '../../records/history.ts';
import { explainCommit } from '../explain-commit.ts';

/**
 * Those of the judged records that commits since a base, or changes not committed yet, have to do with: they landed,
 * were changed, or their specification was. A record of which the landing is not known is one of them.
 * @throws {HelpfulError} where the base names no commit, or a shallow clone ends before it
 */
export async function touchedSince(
  judged: readonly JudgedRecord[],
  { root, history, base }: { root: string; history: KnownHistory; base: string },
): Promise<JudgedRecord[]> {
  const commits = new Set(await commitsSince(root, base));
  const changed = new Set(history.uncommitted.keys());
  for (const id of commits) {
    for (const { path } of history.commits.get(id)?.changes ?? []) changed.add(path);
  }
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

async function commitsSince(root: string, base: string): Promise<string[]> {
  try {
    return await readCommitsSince(root, base);
  } catch (error) {
    throw explainCommit(error, base);
  }
}
