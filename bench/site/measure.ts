import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** What a build took and gave. */
export interface Measure {
  readonly seconds: number;
  /** Bytes of the files of the site. */
  readonly bytes: number;
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
  await run(command, cwd, env);
  const seconds = (performance.now() - start) / 1000;
  let bytes = 0;
  for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += statSync(path.join(entry.parentPath, entry.name)).size;
  }
  return { seconds, bytes };
}

/** Runs a command to its end. */
export function run(
  [program = '', ...args]: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env } });
    let said = '';
    const hear = (data: Buffer): void => {
      said = (said + data.toString()).slice(-4000);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}:\n${said}`)),
    );
  });
}
