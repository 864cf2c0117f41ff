import { statSync } from 'node:fs';
import path from 'node:path';
import { decodeText } from './git-log.ts';
import { runGit } from './git-process.ts';

/** A run of lines that one commit wrote last. */
export interface BlamedLines {
  readonly from: number;
  readonly to: number;
  /** `undefined` for lines that are not committed. */
  readonly commit: string | undefined;
  /** The path they had in that commit, from the top of the repository. */
  readonly path: string;
}

/**
 * Finds which commits wrote lines of a file last, followed through moves within the file and from files that the same
 * commit changed. Commits that the repository lists in `.git-blame-ignore-revs`, as code hosts read it, are passed over;
 * a list that Git cannot read is as good as none. Format: git-blame(1), porcelain.
 * @param file relative to the root
 * @throws {GitError} where Git fails, as for a file that it does not track or for lines that are not there
 */
export async function blame(
  root: string,
  file: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly BlamedLines[]> {
  const how = ['--porcelain', '-M', '-C', '--no-textconv', '-L', `${from},${to}`, '--', file];
  const { output } = await passingOver(root, how).catch(() => runGit(root, ['blame', ...how]));
  const found: BlamedLines[] = [];
  const paths = new Map<string, string>();
  let commit = '';
  let line = 0;
  const end = () => {
    if (commit === '') return;
    const id = /^0+$/.test(commit) ? undefined : commit;
    const name = paths.get(commit) ?? file;
    const last = found.at(-1);
    if (last && last.commit === id && last.path === name && last.to === line - 1) {
      found[found.length - 1] = { ...last, to: line };
    } else {
      found.push({ from: line, to: line, commit: id, path: name });
    }
  };
  for (const entry of decodeText(output).split('\n')) {
    const header = /^([0-9a-f]{40,64}) \d+ (\d+)(?: \d+)?$/.exec(entry);
    if (entry.startsWith('\t')) {
      end();
    } else if (header) {
      commit = header[1] ?? '';
      line = Number(header[2]);
    } else if (entry.startsWith('filename ')) {
      paths.set(commit, unquoted(entry.slice('filename '.length)));
    }
  }
  return found;
}

/** Blames without the commits that the repository passes over. */
async function passingOver(root: string, how: readonly string[]): ReturnType<typeof runGit> {
  const { output } = await runGit(root, ['rev-parse', '--show-toplevel']);
  const list = path.join(decodeText(output).replace(/\n$/, ''), '.git-blame-ignore-revs');
  const isThere = statSync(list, { throwIfNoEntry: false })?.isFile() === true;
  return runGit(root, ['blame', ...(isThere ? ['--ignore-revs-file', list] : []), ...how]);
}

/** Git puts names with control characters or quotes between quotes. */
function unquoted(name: string): string {
  if (!name.startsWith('"')) return name;
  try {
    return String(JSON.parse(name.replace(/\\[0-7]{3}|\\[av]/g, '?')));
  } catch {
    return name;
  }
}
