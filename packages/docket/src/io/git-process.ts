import { spawn } from 'node:child_process';

/** Git could not be started, or ended with a status other than those expected. */
export class GitError extends Error {
  override readonly name = 'GitError';
  /** `undefined` where Git could not be started at all. */
  readonly status: number | undefined;
  readonly stderr: string;

  constructor(args: readonly string[], status: number | undefined, stderr: string) {
    super(`git ${args[0] ?? ''} failed: ${firstLine(stderr)}`);
    this.status = status;
    this.stderr = stderr;
  }
}

/** What a run of Git needs besides its arguments. */
export interface GitOptions {
  /** Written to Git's standard input. */
  readonly input?: string;
  /** Statuses that are an answer and no failure; 0 alone where not given. */
  readonly statuses?: readonly number[];
  /** Whether the command may ask other machines; only in a repository that was made here. */
  readonly online?: boolean;
  /** Settings for this run, such as `fetch.negotiationAlgorithm=noop`. */
  readonly settings?: readonly string[];
}

/** Commands that start no program, whatever is configured; those that reach another machine are refused but where they may. */
const PLAIN: ReadonlySet<string> = new Set([
  ...['cat-file', 'config', 'fetch', 'for-each-ref', 'grep', 'init', 'log', 'ls-files'],
  ...['ls-remote', 'ls-tree', 'merge-base', 'rev-list', 'rev-parse', 'symbolic-ref'],
]);

/** Commands for which Git runs filters or hooks, each of which is switched off by its name before. */
const WITH_PROGRAMS: ReadonlySet<string> = new Set([
  ...['blame', 'checkout', 'diff', 'status', 'update-ref'],
]);

// Settings of the user or the repository that would start programs, take locks, or change what the commands print. What
// counts as text must not depend on whose machine it is: attributes come from the repository alone.
const ALWAYS = [
  '--no-pager',
  '--no-optional-locks',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...[
    'core.attributesFile=/dev/null',
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.quotePath=false',
    'color.ui=false',
    'grep.fullName=false',
    'log.follow=false',
    'log.showRoot=true',
    'log.showSignature=false',
    'safe.bareRepository=explicit',
    'submodule.recurse=false',
  ].flatMap((setting) => ['-c', setting]),
];

// Variables a hook exports: they would point Git at another repository or index than the root's.
const FOREIGN = [
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_DIR',
  'GIT_GRAFT_FILE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_NAMESPACE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_PREFIX',
  'GIT_REPLACE_REF_BASE',
  'GIT_SHALLOW_FILE',
  'GIT_WORK_TREE',
];

/** The environment of this process without the variables that point Git at a certain repository. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of FOREIGN) delete env[name];
  return env;
}

function environment(online: boolean): NodeJS.ProcessEnv {
  return {
    ...ownEnvironment(),
    [NOTHING]: '',
    LC_ALL: 'C',
    LANGUAGE: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    // Reading must not reach for the network: what a partial clone left behind is unknown.
    ...(online
      ? { GIT_ALLOW_PROTOCOL: process.env['GIT_ALLOW_PROTOCOL'] ?? 'https:ssh' }
      : { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' }),
  };
}

/** Name of an empty variable. A name in a setting may hold an equals sign, which only `--config-env` can tell apart. */
const NOTHING = 'DOCKET_NOTHING';

const PROGRAMS = String.raw`^(filter\..*\.(clean|smudge|process|required)|hook\..*\.(command|enabled|event))$`;

/**
 * Switches off the filters and hooks that the configuration of a repository names: Git has no switch for all. A file
 * that only a filter could hold against its blob counts as changed.
 */
async function withoutPrograms(root: string): Promise<string[]> {
  const { output } = await runGit(root, ['config', '-z', '--name-only', '--get-regexp', PROGRAMS], {
    statuses: [0, 1],
  });
  const keys = output.toString('utf8').split('\0').filter(Boolean);
  const settings = keys.map((key) => key.replace(/^(hook\..*\.)[^.]+$/, '$1enabled'));
  // An empty value is no program, and false.
  return [...new Set(settings)].map((key) => `--config-env=${key}=${NOTHING}`);
}

/** Whether a command needs no further settings. @throws {Error} for one of which that is not known */
function isPlain([command = '']: readonly string[]): boolean {
  if (WITH_PROGRAMS.has(command)) return false;
  if (PLAIN.has(command)) return true;
  throw new Error(`\`git ${command}\` is not known to start no program`);
}

const STDERR_LIMIT = 16 * 1024;

/**
 * Runs Git below `root` and yields what it prints, piece by piece, without a limit on the whole. Nothing that the
 * repository or its configuration names is executed.
 * @param args a command of those above with its arguments; a name that was given by a person stands for a commit only
 *   after `resolveCommit`
 * @throws {GitError} after the last piece, where the status is none of those expected
 */
export async function* streamGit(
  root: string,
  args: readonly string[],
  { input = '', statuses = [0], online = false, settings = [] }: GitOptions = {},
): AsyncGenerator<Buffer, number> {
  const own = settings.flatMap((setting) => ['-c', setting]);
  const extra = isPlain(args) ? own : [...own, ...(await withoutPrograms(root))];
  const child = spawn('git', [...ALWAYS, ...extra, '-C', root, ...args], {
    env: environment(online),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (stderr.length < STDERR_LIMIT) stderr += text;
  });
  const ended = new Promise<number | undefined>((resolve) => {
    child.on('error', (error) => {
      stderr ||= error.message;
      resolve(undefined);
    });
    child.on('close', (code) => resolve(code ?? -1));
  });
  // Git may end before it has read all of its input; the status tells what happened.
  child.stdin.on('error', () => {}).end(input);

  try {
    for await (const piece of child.stdout) yield piece as Buffer;
  } finally {
    // Reached early only where the reader stopped listening.
    if (child.exitCode === null) child.kill();
  }
  const status = await ended;
  if (status === undefined || !statuses.includes(status)) throw new GitError(args, status, stderr);
  return status;
}

/** The whole output of a Git command, for the short ones. Throws as `streamGit` does. */
export async function runGit(
  root: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<{ status: number; output: Buffer }> {
  const pieces: Buffer[] = [];
  const stream = streamGit(root, args, options);
  for (;;) {
    const next = await stream.next();
    if (next.done) return { status: next.value, output: Buffer.concat(pieces) };
    pieces.push(next.value);
  }
}

/** First line of what Git complained about, without `fatal:`. */
export function firstLine(stderr: string): string {
  const line =
    stderr.split('\n').find((text) => /^(fatal|error):/.test(text)) ?? stderr.split('\n')[0];
  return (line ?? '').replace(/^(fatal|error):\s*/, '').trim();
}
