import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './root.ts';

/** A program to start: never through a shell, with its standard input closed. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  /** Variables set on top of the present environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** The program is ended after so many seconds; without it, it may take as long as it needs. */
  readonly limit?: number;
}

/** How a program ended. `output` is empty unless it was captured; `seconds` is wall-clock time. */
export type Outcome = { readonly output: string; readonly seconds: number } & (
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'signalled'; readonly signal: NodeJS.Signals }
  | { readonly kind: 'timed-out'; readonly limit: number }
  | { readonly kind: 'not-started'; readonly why: string }
);

const alive = new Set<ChildProcess>();
const ownGroup = process.platform !== 'win32';
const secondsUntilKill = 5;
let interruptedBy: NodeJS.Signals | undefined;

/**
 * Runs a program to its end, in a process group of its own so that its children end with it.
 * With `capture` its two output streams are collected in order of arrival, otherwise they go
 * straight to the screen. It runs in the root, or in `cwd`. Never rejects: what went wrong is part of the outcome.
 */
export function run(
  command: Command,
  options: { readonly capture: boolean; readonly cwd?: string },
): Promise<Outcome> {
  passSignalsOn();
  const started = performance.now();
  const child = spawn(command.file, command.args, {
    cwd: options.cwd ?? root,
    detached: ownGroup,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...command.env },
    stdio: ['ignore', options.capture ? 'pipe' : 'inherit', options.capture ? 'pipe' : 'inherit'],
    windowsHide: true,
  });
  alive.add(child);

  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));

  let timedOut = false;
  const limit = command.limit ?? 0;
  const timer = limit === 0 ? undefined : setTimeout(stop, limit * 1000);
  function stop() {
    timedOut = true;
    end(child, 'SIGTERM');
    setTimeout(() => end(child, 'SIGKILL'), secondsUntilKill * 1000).unref();
  }

  return new Promise((resolve) => {
    let why = '';
    child.on('error', (error) => {
      why = error.message;
      // A program that never started has no `close` event to wait for.
      if (child.pid === undefined) finish(null, null);
    });
    child.on('close', finish);
    function finish(code: number | null, signal: NodeJS.Signals | null) {
      clearTimeout(timer);
      alive.delete(child);
      if (interruptedBy) {
        exitWhenQuiet(interruptedBy);
        return;
      }
      const common = {
        output: Buffer.concat(chunks).toString('utf8'),
        seconds: (performance.now() - started) / 1000,
      };
      if (timedOut) resolve({ kind: 'timed-out', limit, ...common });
      else if (signal) resolve({ kind: 'signalled', signal, ...common });
      else if (code === null) resolve({ kind: 'not-started', why, ...common });
      else resolve({ kind: 'exited', code, ...common });
    }
  });
}

/** Whether a program ran to its end and reported success. */
export function succeeded(outcome: Outcome): boolean {
  return outcome.kind === 'exited' && outcome.code === 0;
}

/** The way a program ended as words that can follow its name. */
export function describeEnd(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'exited':
      return `ended with exit code ${outcome.code}`;
    case 'signalled':
      return `was ended by ${outcome.signal}`;
    case 'timed-out':
      return `was stopped after ${outcome.limit} seconds without a result`;
    case 'not-started':
      return `could not be started: ${outcome.why}`;
  }
}

function end(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.pid === undefined) return;
  try {
    process.kill(ownGroup ? -child.pid : child.pid, signal);
  } catch {
    // It has already ended.
  }
}

function exitWhenQuiet(signal: NodeJS.Signals) {
  if (alive.size === 0) process.exit(128 + constants.signals[signal]);
}

let listening = false;
function passSignalsOn() {
  if (listening) return;
  listening = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      interruptedBy = signal;
      exitWhenQuiet(signal);
      for (const child of alive) end(child, signal);
      setTimeout(() => {
        for (const child of alive) end(child, 'SIGKILL');
      }, secondsUntilKill * 1000).unref();
    });
  }
  process.on('exit', () => {
    for (const child of alive) end(child, 'SIGKILL');
  });
}
