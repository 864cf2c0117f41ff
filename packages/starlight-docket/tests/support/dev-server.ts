import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../../docket/tests/support/repository.ts';

/** A page as a development server answers with it. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** A development server that is ready. */
export interface DevServer {
  /** What it printed, on either stream. */
  output(): string;
  get(address: string): Promise<Answer>;
  stop(): Promise<void>;
}

const ASTRO = path.join(ROOT, 'node_modules/astro/bin/astro.mjs');

/**
 * Serves the records below `root`, as `astro dev` does for a user.
 * @param argv another command of Node's that does so
 * @throws {Error} where it ends before it is ready, with what it printed
 */
export async function startDevServer(
  root: string,
  argv: readonly string[] = [ASTRO, 'dev', '--ignore-lock', '--port', '4470'],
): Promise<DevServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-dev-'));
  const child = spawn(process.execPath, argv, {
    cwd: ROOT,
    // Not the whole environment: the runner's own variables, such as VITEST, reach into the server.
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NO_COLOR: '1',
      ASTRO_TELEMETRY_DISABLED: '1',
      DOCKET_ROOT: root,
      DOCKET_OUT_DIR: path.join(folder, 'dist'),
    },
  });
  const ended = once(child, 'exit');
  let output = '';
  const ready = new Promise<string>((resolve, reject) => {
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
      const address = /Local\s+(http:\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    ended.then(() => reject(new Error(`The server ended:\n${output}`)), reject);
  });
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const base = await ready.catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    output: () => output,
    async get(address) {
      const answer = await fetch(new URL(address, base), { headers: { accept: 'text/html' } });
      return { status: answer.status, text: await answer.text() };
    },
    stop,
  };
}
