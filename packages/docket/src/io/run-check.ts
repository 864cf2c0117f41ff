import { spawn } from 'node:child_process';
import type { CheckConfig } from '../records/config.ts';
import { ownEnvironment } from './git-process.ts';
import { onEnd } from './on-end.ts';

/** How a check ended. */
export type CheckEnd =
  | {
      readonly kind: 'ended';
      readonly code: number;
      readonly seconds: number;
      readonly tail: string;
    }
  | { readonly kind: 'stopped'; readonly seconds: number; readonly tail: string }
  | { readonly kind: 'not-started'; readonly reason: string };

/** Set for the time of a check, so that a check that validates does not run checks again. */
export const CHECK_VARIABLE = 'DOCKET_CHECK';

const DEFAULT_LIMIT = 300;
const TAIL = 4_000;

/**
 * Runs a check in a folder: its argv as it stands, without a shell, in a process group of its own that is ended as a
 * whole when the time is up, or when this process ends. `node` is the Node that runs this process. Nothing is printed;
 * the end of the output is kept. Never throws.
 */
export function runCheck(folder: string, name: string, check: CheckConfig): Promise<CheckEnd> {
  const [program = '', ...args] = check.argv;
  const limit = check.timeLimit ?? DEFAULT_LIMIT;
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program === 'node' ? process.execPath : program, args, {
      cwd: folder,
      env: { ...ownEnvironment(), [CHECK_VARIABLE]: name },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: false,
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const takeBack = onEnd(() => stop(child.pid));
    let tail = '';
    let isStopped = false;
    const keep = (text: string): void => {
      tail = (tail + text).slice(-TAIL);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const timer = setTimeout(() => {
      isStopped = true;
      stop(child.pid);
    }, limit * 1000);
    child.on('error', (error) => {
      clearTimeout(timer);
      takeBack();
      resolve({ kind: 'not-started', reason: error.message });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      takeBack();
      const seconds = (performance.now() - started) / 1000;
      if (isStopped) resolve({ kind: 'stopped', seconds, tail });
      else resolve({ kind: 'ended', code: code ?? -1, seconds, tail });
    });
  });
}

/** Ends a process with everything it started. */
function stop(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It ended at the same moment.
  }
}
