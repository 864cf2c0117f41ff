import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { applyChanges } from '../../src/io/apply.ts';
import { stateFolder } from '../../src/io/state-folder.ts';
import { settleWriting, withWriteLock } from '../../src/io/write-lock.ts';
import type { FileChange } from '../../src/records/authoring/change.ts';
import { treeOf } from './tree.ts';

/**
 * Kills a process that writes changes at each step of its own that touches the disk, or each `stride`-th, each time
 * below a fresh root, and lets the next reader come.
 * @returns how often the tree was then as before and how often as after
 * @throws {Error} where it was a mixture, or something was left behind
 */
export async function killEverywhere(
  start: () => Promise<string>,
  changes: readonly FileChange[],
  stride: number,
): Promise<{ before: number; after: number }> {
  const before = treeOf(await start());
  const done = await start();
  await withWriteLock(done, async (lock) => applyChanges(lock, changes));
  const after = treeOf(done);
  const outcomes = { before: 0, after: 0 };
  for (let step = 1; ; step += stride) {
    const root = await start();
    const wasKilled = await killedAt(root, changes, step);
    await settleWriting(root);
    const tree = treeOf(root);
    if (isDeepStrictEqual(tree, before)) outcomes.before += 1;
    else if (isDeepStrictEqual(tree, after)) outcomes.after += 1;
    else throw new Error(`Killed at step ${step}, the tree is a mixture: ${JSON.stringify(tree)}`);
    if (existsSync(stateFolder(root))) throw new Error(`Killed at step ${step}, a folder is left`);
    if (!wasKilled) return outcomes;
  }
}

/** Writes changes in a process that is killed at its n-th step; gives whether it was. */
function killedAt(root: string, changes: readonly FileChange[], step: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const script = path.join(import.meta.dirname, 'killed-writer.ts');
    const args = [script, root, JSON.stringify(changes), String(step)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (text) => (complaint += text));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL' || code === 0) resolve(signal === 'SIGKILL');
      else reject(new Error(complaint));
    });
  });
}
