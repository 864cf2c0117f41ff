import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './repository.ts';

/** A run of the packaged command that goes on. */
export interface RunningDocket extends AsyncDisposable {
  /** What it wrote since it was last forgotten. */
  stdout(): string;
  stderr(): string;
  /** Waits until a stream has written what fits. */
  until(pattern: RegExp, stream?: 'stdout' | 'stderr'): Promise<void>;
  forget(): void;
  /** Interrupts it and gives its exit code. */
  end(): Promise<number | null>;
}

/** Starts `docket` as a process of its own, without colour. */
export function startDocket(...args: readonly string[]): RunningDocket {
  const child = spawn(
    process.execPath,
    [path.join(ROOT, 'packages/docket/src/cli/bin.ts'), ...args],
    {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    },
  );
  const written = { stdout: '', stderr: '' };
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  let wake = () => {};
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].on('data', (chunk: Buffer) => {
      written[stream] += chunk.toString();
      wake();
    });
  }
  const end = () => {
    child.kill('SIGINT');
    return closed;
  };
  return {
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    async until(pattern, stream = 'stdout') {
      while (!pattern.test(written[stream])) {
        const ended = await Promise.race([
          closed.then(() => true),
          new Promise<false>((resolve) => {
            wake = () => resolve(false);
          }),
        ]);
        if (ended && !pattern.test(written[stream])) {
          throw new Error(`Docket ended before ${pattern}: ${written.stdout}${written.stderr}`);
        }
      }
    },
    forget() {
      written.stdout = '';
      written.stderr = '';
    },
    end,
    async [Symbol.asyncDispose]() {
      await end();
    },
  };
}
