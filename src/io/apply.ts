import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileChange } from '../records/authoring/change.ts';
import { decodeText } from './git-log.ts';
import { GitError, runGit } from './git-process.ts';

/** Why changes were not written; nothing was. */
export class ApplyError extends Error {
  override readonly name = 'ApplyError';
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }
}

/**
 * Writes changes to files, all or none: every new text is first written beside its place, then all are put there, and
 * where that fails the old ones are put back.
 * @throws {ApplyError} where a file to create exists, or one to change differs from what the change was computed from
 */
export async function applyChanges(root: string, changes: readonly FileChange[]): Promise<void> {
  const originals = new Map<FileChange, Buffer>();
  for (const change of changes) originals.set(change, await readAsExpected(root, change));
  const staged: { beside: string; target: string; change: FileChange }[] = [];
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const change of changes) {
      const target = path.join(root, change.path);
      const beside = path.join(
        path.dirname(target),
        `.${path.basename(target)}.${randomUUID()}.tmp`,
      );
      await mkdir(path.dirname(target), { recursive: true });
      staged.push({ beside, target, change });
      const mark = startsWithMark(originals.get(change)) ? MARK : '';
      await writeFile(beside, mark + change.after, { flag: 'wx' });
      if (change.kind !== 'create') {
        await chmod(beside, (await stat(sourceOf(root, change))).mode & 0o7777);
      }
    }
    for (const { beside, target, change } of staged) {
      const original = originals.get(change) ?? '';
      if (change.kind === 'edit') undo.push(() => writeFile(target, original));
      else undo.push(() => rm(target, { force: true }));
      await rename(beside, target);
    }
    for (const change of changes) {
      if (change.kind !== 'move') continue;
      const original = originals.get(change) ?? '';
      undo.push(() => writeFile(path.join(root, change.from), original));
      await rm(path.join(root, change.from));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw error;
  } finally {
    for (const { beside } of staged) await rm(beside, { force: true });
  }
}

/**
 * Those of the files to change that have changes Git has not recorded. A file that Git does not know at all is not
 * among them: there is nothing it could be mixed up with. None outside a repository.
 */
export async function dirtyTargets(
  root: string,
  changes: readonly FileChange[],
): Promise<string[]> {
  const paths = changes.flatMap((change) => {
    if (change.kind === 'create') return [];
    return change.kind === 'move' ? [change.from] : [change.path];
  });
  if (paths.length === 0) return [];
  try {
    const { output } = await runGit(root, [
      'status',
      '--porcelain=v1',
      '-z',
      '--untracked-files=no',
      '--no-renames',
      '--ignore-submodules=dirty',
      '--',
      ...paths,
    ]);
    const entries = decodeText(output)
      .split('\0')
      .filter((entry) => entry !== '');
    return entries.map((entry) => entry.slice(3)).sort();
  } catch (error) {
    if (error instanceof GitError) return [];
    throw error;
  }
}

const MARK = '\uFEFF';

function startsWithMark(bytes: Buffer | undefined): boolean {
  return bytes?.subarray(0, 3).toString('utf8') === MARK;
}

/** The bytes a change starts from; none for a new file. */
async function readAsExpected(root: string, change: FileChange): Promise<Buffer> {
  if (change.kind !== 'edit' && (await exists(path.join(root, change.path)))) {
    throw new ApplyError(
      `Unexpected file \`${change.path}\`, expected none by this name`,
      'give the record another name with --slug, or delete the file',
    );
  }
  if (change.kind === 'create') return Buffer.alloc(0);
  const source = sourceOf(root, change);
  const bytes = await readFile(source);
  if (bytes.subarray(startsWithMark(bytes) ? 3 : 0).toString('utf8') === change.before)
    return bytes;
  throw new ApplyError(
    `Unexpected change of \`${path.relative(root, source)}\` meanwhile, expected it as it was read`,
    'run the command again',
  );
}

function sourceOf(root: string, change: Exclude<FileChange, { kind: 'create' }>): string {
  return path.join(root, change.kind === 'move' ? change.from : change.path);
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch {
    return false;
  }
}
