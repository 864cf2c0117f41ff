import path from 'node:path';
import { type AskOptions, askGit } from './ask-git.ts';
import { decodeText } from './git-log.ts';
import { realPathInside } from './inside.ts';

/**
 * Those of some files that have changes Git has not recorded. A file that Git does not know at all is not among them:
 * there is nothing it could be mixed up with. None outside a repository. Each file is asked about where it really
 * lies, which may be behind a link or in a repository of its own.
 * @param files relative to the root, with forward slashes
 * @throws {GitSilence} where there is a repository and Git cannot answer, unless `offline`
 */
export async function dirtyFiles(
  root: string,
  files: readonly string[],
  options: Pick<AskOptions, 'offline'> = {},
): Promise<string[]> {
  const byFolder = new Map<string, Map<string, string>>();
  for (const file of files) {
    const real = realPathInside(root, file);
    const folder = path.dirname(real);
    byFolder.set(folder, (byFolder.get(folder) ?? new Map()).set(path.basename(real), file));
  }
  const dirty: string[] = [];
  for (const [folder, names] of byFolder) {
    const output = await askGit(folder, [...STATUS, ...names.keys()], options);
    for (const entry of decodeText(output ?? Buffer.alloc(0)).split('\0')) {
      const file = names.get(path.posix.basename(entry.slice(3)));
      if (file !== undefined) dirty.push(file);
    }
  }
  return dirty.sort();
}

const STATUS = [
  ...['status', '--porcelain=v1', '-z', '--untracked-files=no', '--no-renames'],
  // To look into a submodule, Git starts itself there, with that repository's settings.
  ...['--ignore-submodules=dirty', '--'],
];
