import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a report or statement where somebody asked for it, so that the file is the old or the new one at every
 * moment, with its permissions. Folders above it are made. Files of the repository are written by `applyChanges` alone.
 */
export async function writeAtomically(target: string, content: string): Promise<void> {
  // One name for all runs: what a run that was killed has left, the next one takes.
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.docket.tmp`);
  await mkdir(path.dirname(target), { recursive: true });
  try {
    await writeFile(beside, content);
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
