import { dirtyFiles } from '../../io/dirty-files.ts';
import type { FileChange } from '../../records/authoring/change.ts';
import type { Session } from '../session.ts';

/**
 * Files that some changes are about to write or move, and that have changes Git has not recorded.
 * @param options.offline whether to name none where Git cannot answer
 * @throws {GitSilence} where there is a Git repository and Git cannot answer, unless `offline`
 */
export function uncommittedIn(
  { root }: Pick<Session, 'root'>,
  changes: readonly FileChange[],
  options: { readonly offline: boolean },
): Promise<readonly string[]> {
  const files = changes.flatMap((change) => {
    if (change.kind === 'create') return [];
    return 'from' in change ? [change.from] : [change.path];
  });
  return dirtyFiles(root, files, options);
}
