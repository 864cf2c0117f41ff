import { spawn, spawnSync } from 'node:child_process';

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
}

// Settings of the user or the repository that would change what the commands print, start programs or take locks.
const ALWAYS = [
  '--no-pager',
  '--no-optional-locks',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...[
    'core.fsmonitor=false',
    'core.quotePath=false',
    'log.showRoot=true',
    'color.ui=false',
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

function environment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of FOREIGN) delete env[name];
  return {
    ...env,
    LC_ALL: 'C',
    LANGUAGE: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    // Reading must not reach for the network: what a partial clone left behind is unknown.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
  };
}

const STDERR_LIMIT = 16 * 1024;

/**
 * Runs Git below `root` and yields what it prints, piece by piece, without a limit on the whole.
 * @throws {GitError} after the last piece, where the status is none of those expected
 */
export async function* streamGit(
  root: string,
  args: readonly string[],
  { input = '', statuses = [0] }: GitOptions = {},
): AsyncGenerator<Buffer, number> {
  const child = spawn('git', [...ALWAYS, '-C', root, ...args], {
    env: environment(),
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

/**
 * The output of a Git command that answers within milliseconds: waiting for it takes less time than to set up the
 * streams by which one would not wait.
 * @throws {GitError} where Git fails
 */
export function runGitSync(root: string, args: readonly string[]): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', [...ALWAYS, '-C', root, ...args], {
    env: environment(),
    maxBuffer: Number.POSITIVE_INFINITY,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  if (status === 0) return stdout;
  const reason = error?.message ?? stderr.toString();
  throw new GitError(args, error ? undefined : (status ?? -1), reason);
}

/** First line of what Git complained about, without `fatal:`. */
export function firstLine(stderr: string): string {
  const line =
    stderr.split('\n').find((text) => /^(fatal|error):/.test(text)) ?? stderr.split('\n')[0];
  return (line ?? '').replace(/^(fatal|error):\s*/, '').trim();
}
