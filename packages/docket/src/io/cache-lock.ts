import path from 'node:path';
import { withFolderLock } from './folder-lock.ts';

/** Milliseconds that one process waits for another, which may be fetching a large repository. */
const PATIENCE = 10 * 60_000;
/** A holder that was killed in a container, or came along with a copy of the cache, gives no sign of life. */
const SILENCE = 60_000;

/** What was asked for last, by folder. */
const queues = new Map<string, Promise<unknown>>();

/**
 * Runs `work` while nobody else, in this process or another, changes a folder of the cache. Those of this process come
 * one after another, as they asked. Must not be called for the folder from within `work`.
 * @param folder absolute path; nothing need be there
 * @throws {ApplyError} where another process holds it for ten minutes, or nothing may be written
 */
export async function withCacheLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = path.join(path.dirname(folder), `${path.basename(folder)}.lock`);
  const before = queues.get(folder) ?? Promise.resolve();
  const own = before
    .catch(() => {})
    .then(() => withFolderLock(lock, work, { patience: PATIENCE, silence: SILENCE }));
  queues.set(folder, own);
  try {
    return await own;
  } finally {
    if (queues.get(folder) === own) queues.delete(folder);
  }
}
