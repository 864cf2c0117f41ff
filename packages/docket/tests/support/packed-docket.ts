import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildCliPackage } from '../../../../scripts/support/cli-package.ts';
import { ROOT } from './repository.ts';
import type { Run } from './run-docket.ts';

const run = promisify(execFile);

/** The command line as its users have it: built, packed, and unpacked below a `node_modules`. */
export interface PackedDocket extends AsyncDisposable {
  /** Where the package is installed; absolute path. */
  readonly folder: string;
  /** Files of the tarball. */
  readonly files: readonly string[];
  /** Runs an ECMAScript module in a folder where the package is installed. */
  runScript(source: string): Promise<Run>;
  /** Runs the command in a process of its own. */
  run(args: readonly string[], options?: { cwd?: string; env?: NodeJS.ProcessEnv }): Promise<Run>;
}

/** Builds and packs the command line and installs the tarball, its one dependency taken from this project. */
export async function packDocket(): Promise<PackedDocket> {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-package-'));
  const built = path.join(folder, 'built');
  await buildCliPackage(built);
  // The tarball holds what the manifest lists, so a file that is missing there is missing here.
  const { stdout } = await run(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
    {
      cwd: built,
      env: { ...process.env, npm_config_loglevel: 'silent', npm_config_offline: 'true' },
    },
  );
  const packed = (JSON.parse(stdout) as { filename: string; files: { path: string }[] }[])[0];
  if (!packed) throw new Error('npm pack made no tarball');
  const modules = path.join(folder, 'node_modules');
  const installed = path.join(modules, 'docket');
  await mkdir(installed, { recursive: true });
  await run('tar', [
    '-xzf',
    path.join(folder, packed.filename),
    '-C',
    installed,
    '--strip-components=1',
  ]);
  await symlink(
    path.join(ROOT, 'packages/docket/node_modules/satteri'),
    path.join(modules, 'satteri'),
    'dir',
  );
  return {
    folder: installed,
    files: packed.files.map((file) => file.path),
    runScript: (source) => runNode(['--input-type=module', '--eval', source], { cwd: folder }),
    run: (args, options) => runNode([path.join(installed, 'docket.js'), ...args], options),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

function runNode(
  args: readonly string[],
  { cwd = tmpdir(), env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Run> {
  return new Promise((resolve) => {
    const options = {
      cwd,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
      maxBuffer: 64 * 1024 * 1024,
    };
    const child = execFile(process.execPath, [...args], options, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr });
    });
  });
}
