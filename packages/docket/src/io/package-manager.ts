import { spawn } from 'node:child_process';
import path from 'node:path';
import { namesAt, Reader } from './reader.ts';

/** The managers of packages, by the files in which they keep what they installed; the first that has one is meant. */
const LOCKFILES = {
  'pnpm-lock.yaml': 'pnpm',
  'yarn.lock': 'yarn',
  'bun.lock': 'bun',
  'bun.lockb': 'bun',
  'package-lock.json': 'npm',
  'npm-shrinkwrap.json': 'npm',
} as const;

/** A command that adds packages to a folder. */
export interface AddCommand {
  /** Absolute path of the folder whose `package.json` will list them. */
  readonly folder: string;
  readonly program: 'npm' | 'pnpm' | 'yarn' | 'bun';
  readonly args: readonly string[];
}

/**
 * The command that adds packages for development with the manager that a repository uses, by its lockfile; npm where
 * there is none.
 * @param root absolute path
 * @param top absolute path of the repository that holds it; nothing above it is looked at
 * @returns `undefined` where no folder from the root up to the top has a `package.json`
 */
export function addCommand(
  root: string,
  top: string,
  packages: readonly string[],
): AddCommand | undefined {
  const folder = foldersUp(root, top).find((at) => namesAt(at).includes('package.json'));
  if (folder === undefined) return undefined;
  for (const at of foldersUp(folder, top)) {
    const names = namesAt(at);
    const lockfile = (Object.keys(LOCKFILES) as (keyof typeof LOCKFILES)[]).find((name) =>
      names.includes(name),
    );
    if (lockfile === undefined) continue;
    const program = LOCKFILES[lockfile];
    return { folder, program, args: [...wordsFor(program, folder), ...packages] };
  }
  return { folder, program: 'npm', args: [...wordsFor('npm', folder), ...packages] };
}

function wordsFor(program: AddCommand['program'], folder: string): string[] {
  const names = namesAt(folder);
  switch (program) {
    case 'npm':
      return ['install', '--save-dev'];
    case 'bun':
      return ['add', '--dev'];
    case 'pnpm':
      // At the top of a workspace, pnpm wants to hear that the top is meant.
      return ['add', '--save-dev', ...(names.includes('pnpm-workspace.yaml') ? ['-w'] : [])];
    case 'yarn':
      return ['add', '--dev', ...(isClassicWorkspace(folder) ? ['-W'] : [])];
  }
}

/** Yarn 1 wants to hear it, too; later ones do not know the option. */
function isClassicWorkspace(folder: string): boolean {
  const reader = new Reader(folder);
  const [lock, manifest] = [reader.text('yarn.lock'), reader.text('package.json')];
  return (
    lock.kind === 'text' &&
    lock.text.includes('# yarn lockfile v1') &&
    manifest.kind === 'text' &&
    /"workspaces"\s*:/.test(manifest.text)
  );
}

function foldersUp(from: string, top: string): string[] {
  const folders = [from];
  for (let at = from; at !== top && path.dirname(at) !== at; at = path.dirname(at))
    folders.push(path.dirname(at));
  return folders;
}

/**
 * Runs such a command before the eyes of whoever agreed to it.
 * @returns the exit code, `null` where a signal ended it; `missing` where there is no such program
 */
export function runAdd(
  { folder, program, args }: AddCommand,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number | null | 'missing'> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...{ cwd: folder, env: { ...env }, stdio: 'inherit' as const },
      // On Windows these programs are scripts. No argument comes from the repository.
      shell: process.platform === 'win32',
    });
    child.on('error', () => resolve('missing'));
    child.on('close', resolve);
  });
}
