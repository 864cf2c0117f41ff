import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import type { FileChange } from '../../src/records/authoring/change.ts';

/*
 * Writes changes, given as JSON, below a root, and kills itself at the n-th step that changes anything on the disk.
 * `node killed-writer.ts ROOT CHANGES N`; ends by itself with 0 where there are fewer steps.
 */

const [, , root = '', changes = '[]', at = '0'] = process.argv;
let left = Number(at);

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  for (;;) {
    // Until the signal arrives.
  }
}

const STEPS = [
  'fsyncSync',
  'mkdirSync',
  'openSync',
  'renameSync',
  'rmdirSync',
  'rmSync',
  'symlinkSync',
] as const;
for (const name of STEPS) {
  const real = fs[name] as (...args: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...args: unknown[]) => {
      left -= 1;
      return left === 0 ? die() : real(...args);
    },
  });
}
const write = fs.writeFileSync;
fs.writeFileSync = (file, content, options) => {
  left -= 1;
  if (left > 0) return write(file, content, options);
  // What a process was about to write arrives in part.
  const bytes = Buffer.from(content as Uint8Array);
  write(file, bytes.subarray(0, bytes.length / 2), options);
  return die();
};
syncBuiltinESMExports();

const { applyChanges } = await import('../../src/io/apply.ts');
const { withWriteLock } = await import('../../src/io/write-lock.ts');
await withWriteLock(root, async (lock) => applyChanges(lock, JSON.parse(changes) as FileChange[]));
