import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { pnpm } from '../../../../scripts/support/pnpm.ts';
import { ROOT } from './repository.ts';
import type { Run } from './run-docket.ts';

const execute = promisify(execFile);

/** What a child is started with: this Node first on the path, whatever else is installed, and no colour. */
const ENV: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [path.dirname(process.execPath), process.env['PATH']].join(path.delimiter),
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
};

/** Names the folder of packages that were packed before all tests; two packings at a time would meet in one `dist`. */
const TARBALLS = 'DOCKET_TARBALLS';

/** A package of this workspace as its users get it. */
export interface Tarball {
  /** Absolute path. */
  readonly file: string;
  /** Paths of what is in it. */
  readonly contents: readonly string[];
}

/** Builds and packs a package of this workspace, or takes what was packed before all tests (`pack-once.ts`). */
export async function packPackage(name: string, destination: string): Promise<Tarball> {
  const packed = process.env[TARBALLS];
  if (packed) return JSON.parse(await readFile(path.join(packed, `${name}.json`), 'utf8'));
  const { file, args } = pnpm('pack', '--json', '--pack-destination', destination);
  const { stdout } = await execute(file, args, {
    cwd: path.join(ROOT, 'packages', name),
    env: ENV,
    maxBuffer: 1 << 24,
  });
  const { filename, files } = JSON.parse(stdout.slice(stdout.indexOf('\n{') + 1)) as {
    filename: string;
    files: { path: string }[];
  };
  return { file: filename, contents: files.map((entry) => entry.path) };
}

/** The package `docket`, installed by npm into a folder that was empty. */
export interface InstalledDocket extends AsyncDisposable {
  /** The folder that has it below its `node_modules`; absolute path. */
  readonly folder: string;
  readonly tarball: Tarball;
  /** Runs an ECMAScript module in the folder. */
  runScript(source: string): Promise<Run>;
  /** Runs `npx docket` in the folder. */
  npx(...args: readonly string[]): Promise<Run>;
  /** Runs the command without npx, in the folder for temporary files if nothing else is said. */
  run(args: readonly string[], options?: { cwd?: string; env?: NodeJS.ProcessEnv }): Promise<Run>;
}

/** Packs `docket` and installs the tarball; packages that it needs come from npm's cache where they are in it. */
export async function installDocket(): Promise<InstalledDocket> {
  const temporary = await mkdtemp(path.join(tmpdir(), 'docket-package-'));
  const tarball = await packPackage('docket', temporary);
  const folder = await mkdtemp(path.join(temporary, 'user-'));
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
  await execute('npm', ['install', ...quiet, tarball.file], { cwd: folder, env: ENV });
  const bin = path.join(folder, 'node_modules/docket/dist/docket.js');
  return {
    folder,
    tarball,
    runScript: (source) =>
      run(process.execPath, ['--input-type=module', '--eval', source], { cwd: folder }),
    npx: (...args) => run('npx', ['--no', '--', 'docket', ...args], { cwd: folder }),
    run: (args, options) => run(process.execPath, [bin, ...args], options),
    [Symbol.asyncDispose]: () => rm(temporary, { recursive: true, force: true }),
  };
}

/** Runs a program to its end, whatever its exit code. */
export function run(
  program: string,
  args: readonly string[],
  { cwd = tmpdir(), env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Run> {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...ENV, ...env }, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(program, [...args], options, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr });
    });
  });
}
