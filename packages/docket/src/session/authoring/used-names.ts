import { readUsedNames } from '../../io/used-names.ts';
import type { Session } from '../session.ts';

/**
 * Every file name that a folder of a repository has or ever had, on every branch this clone knows.
 * @param options.offline whether the working tree will do where Git cannot answer
 * @throws {GitSilence} where there is a Git repository and Git cannot answer, unless `offline`
 */
export function usedNames(
  { root }: Session,
  folder: string,
  options: { readonly offline: boolean },
): Promise<ReadonlySet<string>> {
  return readUsedNames(root, folder, options);
}
