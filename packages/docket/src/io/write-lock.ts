import { existsSync } from 'node:fs';
import path from 'node:path';
import { type LockOptions, withFolderLock } from './folder-lock.ts';
import { hasJournal, undoInterrupted } from './journal.ts';
import { stateFolder } from './state-folder.ts';

/** Held by the one process that may write below a root; what writes asks for it. */
export interface WriteLock {
  /** Absolute path. */
  readonly root: string;
  /** Where the journal is kept. */
  readonly folder: string;
}

/**
 * Runs `work` while no other process may write below a root. Before that, whatever an interrupted run has left half
 * written is undone. Must not be called from within `work`.
 * @throws {ApplyError} where another process holds the lock for longer than a few seconds, or nothing may be written
 */
export async function withWriteLock<T>(
  root: string,
  work: (lock: WriteLock) => Promise<T>,
  { patience }: Pick<LockOptions, 'patience'> = {},
): Promise<T> {
  const folder = stateFolder(root);
  return withFolderLock(
    folder,
    async () => {
      const lock = { root: path.resolve(root), folder };
      undoInterrupted(lock);
      return await work(lock);
    },
    { patience },
  );
}

/**
 * Undoes what an interrupted run has left half written below a root, and takes away its traces. Waits for a run that
 * is writing just now.
 * @throws {ApplyError} as `withWriteLock` does
 */
export async function settleWriting(root: string): Promise<void> {
  const folder = stateFolder(root);
  if (hasJournal(folder)) {
    await withWriteLock(root, async () => {});
  } else if (existsSync(folder)) {
    // Traces alone do no harm where another process comes first, or where nothing may be written.
    await withWriteLock(root, async () => {}, { patience: 0 }).catch(() => {});
  }
}
