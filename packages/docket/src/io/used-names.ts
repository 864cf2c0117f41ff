import { existsSync, lstatSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { type AskOptions, askGit, GitSilence } from './ask-git.ts';
import { isMissing } from './files.ts';
import { decodeText } from './git-log.ts';

type Offline = Pick<AskOptions, 'offline'>;

/**
 * Every file name that a folder has or ever had, with the names of the folders right below it: in the working tree, and in each commit of each branch this clone
 * knows, local or remote, deleted files among them. Outside a repository the working tree alone counts. A folder that
 * lies in a repository of its own, or behind a link, is asked about there too.
 * @param folder relative to `root`, with forward slashes
 * @param options.offline whether the working tree will do where Git cannot answer
 * @throws {GitSilence} where there is a repository and Git cannot answer, or has not fetched what is in the folder
 */
export async function readUsedNames(
  root: string,
  folder: string,
  options: Offline = {},
): Promise<Set<string>> {
  const names = new Set(namesIn(path.join(root, folder)));
  for (const [from, below] of await placesOf(root, folder, options)) {
    for (const name of await namesInHistory(from, below, options)) names.add(name);
  }
  return names;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Folders to run Git in, each with the path to ask for from there. */
async function placesOf(
  root: string,
  folder: string,
  options: Offline,
): Promise<[from: string, below: string][]> {
  if (!options.offline) await assertFetched(root, folder);
  const places: [string, string][] = [[root, folder]];
  const named = path.join(root, folder);
  if (!existsSync(named)) return places;
  const [here, there] = await Promise.all([prefixOf(root, options), prefixOf(named, options)]);
  const isOwn = here !== undefined && there === `${here}${folder}/`;
  return isOwn || there === undefined ? places : [...places, [realpathSync(named), '.']];
}

/** Top of the work tree and the way from there to a folder; `undefined` outside any repository. */
async function prefixOf(folder: string, options: Offline): Promise<string | undefined> {
  const output = await askGit(folder, ['rev-parse', '--show-toplevel', '--show-prefix'], options);
  return output && decodeText(output).replace(/\n$/, '');
}

/** A submodule that was never fetched is an empty folder, which says nothing of what is in it. */
async function assertFetched(root: string, folder: string): Promise<void> {
  const parts = folder.split('/');
  for (const at of parts.map((_, index) => parts.slice(0, index + 1).join('/'))) {
    const stats = lstatSync(path.join(root, at), { throwIfNoEntry: false });
    // Git does not look behind a link or into a repository of its own; what is there is asked there.
    if (!stats?.isDirectory() || existsSync(path.join(root, at, '.git'))) return;
    const staged = await askGit(root, ['ls-files', '--stage', '-z', '--', at]);
    const entries = staged ? decodeText(staged).split('\0') : [];
    const isModule = entries.some(
      (entry) => entry.startsWith('160000 ') && entry.endsWith(`\t${at}`),
    );
    if (!isModule) continue;
    throw new GitSilence(
      `\`${at}\` is a submodule that is not checked out`,
      'fetch it with `git submodule update --init`, or carry on without it with --offline',
    );
  }
}

async function namesInHistory(from: string, below: string, options: Offline): Promise<string[]> {
  const args = [
    'log',
    '--all',
    '-z',
    '--format=',
    '--name-only',
    '--diff-filter=A',
    '--diff-merges=first-parent',
    '--no-renames',
    '--relative',
    '--',
    below,
  ];
  const output = await askGit(from, args, options);
  const prefix = below === '.' ? '' : `${below}/`;
  return decodeText(output ?? Buffer.alloc(0))
    .split('\0')
    .map((file) => file.trim())
    .filter((file) => file !== '')
    .flatMap((file) => {
      const inside = file.startsWith(prefix) ? file.slice(prefix.length) : file;
      return [path.posix.basename(file), inside.split('/')[0] ?? ''];
    });
}
