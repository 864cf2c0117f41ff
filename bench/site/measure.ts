import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a build took and gave. */
export interface Measure {
  readonly seconds: number;
  /** Bytes of the files of the site. */
  readonly bytes: number;
  /** What it printed. */
  readonly said: string;
  /** The most memory that a process of it held, in MB. */
  readonly megabytes: number;
}

/**
 * Builds a site with the Astro of this project and measures it.
 * @throws {Error} where the build fails, with the end of what it said
 */
export async function measureBuild(
  command: readonly string[],
  { cwd, out, env }: { cwd: string; out: string; env: Readonly<Record<string, string>> },
): Promise<Measure> {
  const start = performance.now();
  const memory = `${out}.memory`;
  rmSync(memory, { force: true });
  const options = `--import ${pathToFileURL(path.join(import.meta.dirname, 'tell-memory.ts'))}`;
  const said = await run(command, cwd, { ...env, NODE_OPTIONS: options, BENCH_MEMORY: memory });
  const seconds = (performance.now() - start) / 1000;
  const kilobytes = readFileSync(memory, 'utf8').trim().split('\n').map(Number);
  let bytes = 0;
  for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += statSync(path.join(entry.parentPath, entry.name)).size;
  }
  return { seconds, bytes, said, megabytes: Math.round(Math.max(...kilobytes) / 1024) };
}

/** Runs a command to its end; what it printed. */
export function run(
  [program = '', ...args]: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env } });
    let said = '';
    const hear = (data: Buffer): void => {
      said += data.toString();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve(said)
        : reject(new Error(`${program} ended with ${code}:\n${said.slice(-4000)}`)),
    );
  });
}
