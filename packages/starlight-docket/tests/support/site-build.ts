import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { ROOT } from '../../../docket/tests/support/repository.ts';
import { EXAMPLE_CONFIG } from './example-config.ts';

/** A site that was built, or was refused. */
export interface SiteBuild {
  readonly code: number | null;
  /** What the build printed, on either stream. */
  readonly output: string;
  /** Folder of the site; deleted when the test ends. */
  readonly dist: string;
}

/** Builds the site of the records below `root`, as `astro build` does for a user, by a configuration of this repository. */
export async function buildSite(
  root: string,
  env: Readonly<Record<string, string>> = {},
  config = EXAMPLE_CONFIG,
): Promise<SiteBuild> {
  // Astro gives all sites that are built to folders outside this one the same folder for what it makes meanwhile.
  const cache = path.join(ROOT, '.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(path.join(cache, 'dist-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const dist = path.join(folder, 'dist');
  const child = spawn(
    process.execPath,
    [path.join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build', '--config', config],
    {
      cwd: ROOT,
      // Not the whole environment: the runner's own variables, such as BASE_URL, reach into a Vite build.
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        NODE_ENV: 'production',
        NO_COLOR: '1',
        ASTRO_TELEMETRY_DISABLED: '1',
        DOCKET_ROOT: root,
        DOCKET_OUT_DIR: dist,
        ...env,
      },
    },
  );
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  return { code, output, dist };
}
