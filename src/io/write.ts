import { randomUUID } from 'node:crypto';
import { chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A file to write, and what it must still hold for that. */
export interface Rewrite {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** The bytes of a file below `root`. */
export function readBytes(root: string, file: string): Promise<Buffer> {
  return readFile(path.join(root, file));
}

/**
 * Writes new contents so that each file is the old or the new one at every moment, never a part. Permissions stay,
 * and a symbolic link stays one.
 * @returns the paths that were not written because the file changed after it was read
 */
export async function rewriteFiles(root: string, rewrites: readonly Rewrite[]): Promise<string[]> {
  const refused: string[] = [];
  for (const { path: file, before, after } of rewrites) {
    const target = await realpath(path.join(root, file));
    if (!(await readFile(target)).equals(before)) refused.push(file);
    else await writeAtomically(target, after);
  }
  return refused;
}

/** Writes a file beside its place, then puts it there in one step. */
export async function writeAtomically(target: string, content: Uint8Array | string): Promise<void> {
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}.tmp`);
  try {
    await writeFile(beside, content, { flag: 'wx' });
    const mode = await modeOf(target);
    if (mode !== undefined) await chmod(beside, mode);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Text of a file; `undefined` where there is none. */
export async function readOptional(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function modeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).mode & 0o7777;
  } catch {
    return undefined;
  }
}
