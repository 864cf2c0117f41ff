import { spawnSync } from 'node:child_process';
import { root } from '../support/root.ts';

/**
 * The files that differ from the last commit, staged or not, and the new ones, from the root; without those deleted.
 *
 * @throws Error where Git cannot tell.
 */
export function changedFiles(folder: string = root): string[] {
  const lists = [
    ['diff', '--name-only', '--no-renames', '--diff-filter=d', '-z', 'HEAD'],
    ['ls-files', '--others', '--exclude-standard', '-z'],
  ];
  return lists
    .flatMap((args) => {
      const answer = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
      if (answer.status === 0) return answer.stdout.split('\0');
      const why = answer.error?.message ?? answer.stderr.trim();
      throw new Error(`\`git ${args[0]}\` could not list the changed files: ${why}`);
    })
    .filter((file) => file !== '')
    .sort();
}
