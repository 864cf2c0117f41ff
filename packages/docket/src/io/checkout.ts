import { rmSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeText } from './git-log.ts';
import { runGit } from './git-process.ts';
import { onEnd } from './on-end.ts';

/** The repository of a workspace as it stood at a commit, in a folder of its own. */
export interface Checkout {
  /** Folder that corresponds to the root of the workspace. */
  readonly root: string;
  readonly commit: string;
  /** Deletes the folder; the end of the process does so, too. */
  remove(): Promise<void>;
}

/**
 * Writes the files of a commit to a folder below the repository's Git directory, where packages installed for the
 * repository are found and no status shows them. The folder is a repository that borrows all objects and has the same
 * branches, so that history reads the same there. Nothing of the repository itself changes, and nothing that it
 * configures runs: a file behind a filter stands there as it is committed.
 * @throws {GitError} where Git fails, or the commit is not wholly in this clone
 */
export async function checkOut(root: string, commit: string): Promise<Checkout> {
  const [gitFolder = '', common = '', shallow = '', format = '', ...prefix] = (
    await text(root, [
      'rev-parse',
      '--path-format=absolute',
      '--absolute-git-dir',
      '--git-common-dir',
      '--is-shallow-repository',
      '--show-object-format',
      '--show-prefix',
    ])
  ).split('\n');
  const parent = path.join(gitFolder, 'docket');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(path.join(await realpath(parent), 'checkout-'));
  const options = { recursive: true, force: true, maxRetries: 3 };
  const takeBack = onEnd(() => rmSync(folder, options));
  const remove = async (): Promise<void> => {
    await rm(folder, options);
    takeBack();
  };
  try {
    await runGit(folder, [
      'init',
      '--quiet',
      '--template=',
      '--initial-branch=docket-checkout',
      `--object-format=${format}`,
      '.',
    ]);
    await mkdir(path.join(folder, '.git/objects/info'), { recursive: true });
    await writeFile(
      path.join(folder, '.git/objects/info/alternates'),
      // As Git writes paths, on Windows too.
      `${common}/objects\n`,
    );
    if (shallow === 'true') {
      const boundary = await text(root, [
        'rev-parse',
        '--path-format=absolute',
        '--git-path',
        'shallow',
      ]);
      await copyFile(boundary, path.join(folder, '.git/shallow'));
    }
    await copyBranches(root, folder);
    await copyLineEnds(root, folder);
    await runGit(folder, ['checkout', '--quiet', '--force', '--detach', commit]);
    return { root: path.join(folder, prefix.join('\n')), commit, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function copyBranches(root: string, folder: string): Promise<void> {
  const listed = await text(root, [
    'for-each-ref',
    '--format=%(objecttype) %(objectname) %(refname)',
    'refs/heads',
    'refs/remotes',
  ]);
  const updates = listed
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([type]) => type === 'commit')
    .map(([, id, name]) => `update ${name} ${id}\n`);
  await runGit(folder, ['update-ref', '--stdin'], { input: updates.join('') });
}

/** Lines end as they do in the working tree, so that the two can be compared. */
async function copyLineEnds(root: string, folder: string): Promise<void> {
  for (const key of ['core.autocrlf', 'core.eol']) {
    const { output } = await runGit(root, ['config', '--get', key], { statuses: [0, 1] });
    const value = decodeText(output).trim();
    if (/^\w+$/.test(value)) await runGit(folder, ['config', key, value]);
  }
}

async function text(root: string, args: readonly string[]): Promise<string> {
  return decodeText((await runGit(root, args)).output).replace(/\n$/, '');
}
