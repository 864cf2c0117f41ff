import { spawnSync } from 'node:child_process';

/** What a call of Git works on. */
export interface GitPlace {
  /** A bare repository. */
  readonly repository: string;
  /** Its index, where more than one is in use. */
  readonly index?: string;
  /** Variables on top of the present environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Its working tree, where files are read. */
  readonly workTree?: string;
}

/** A token that may push, and the origin it is meant for: it is sent nowhere else, and stands in no address. */
export interface Credential {
  readonly origin: string;
  readonly token: string;
}

/** Git ended with a failure. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';
  readonly output: string;

  constructor(args: readonly string[], output: string) {
    super(`\`git ${args[0]}\` failed\n${output.trim()}`);
    this.output = output;
  }
}

/** What Git and the programs it starts say where a host cannot be reached, hangs up or is not ready. */
const LOST =
  /connection (?:was )?(?:reset|closed|refused|timed out)|remote end hung up|early EOF|RPC failed|empty reply from server|broken pipe|could not resolve host|failed to connect|operation timed out|unexpected disconnect|requested URL returned error: (?:429|50[234])|SSL_ERROR_SYSCALL|TLS connection was non-properly terminated|kex_exchange_identification/i;

/** Whether Git failed since a connection was lost, so that another attempt may go well. */
export function isConnectionLost(error: unknown): boolean {
  return error instanceof GitFailure && LOST.test(error.output);
}

// The user's hooks and settings would change what is written; who may push is theirs to say.
const settings = ['core.hooksPath=/dev/null', 'core.autocrlf=false', 'core.fileMode=false'];

/** The environment in which Git authenticates with a token over HTTP, as GitHub takes it. */
export function authenticated({ origin, token }: Credential): Readonly<Record<string, string>> {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${origin}/.extraHeader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
  };
}

/**
 * Runs Git and gives what it prints, without the line end.
 *
 * @throws GitFailure when it ends with another status than 0.
 */
export function git(place: GitPlace, args: readonly string[], input?: string): string {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    GIT_DIR: place.repository,
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: 'Docket',
    GIT_AUTHOR_EMAIL: 'docket@users.noreply.github.com',
    GIT_COMMITTER_NAME: 'Docket',
    GIT_COMMITTER_EMAIL: 'docket@users.noreply.github.com',
    ...place.env,
  };
  delete env['GIT_INDEX_FILE'];
  delete env['GIT_WORK_TREE'];
  if (place.index) env['GIT_INDEX_FILE'] = place.index;
  if (place.workTree) env['GIT_WORK_TREE'] = place.workTree;
  const result = spawnSync('git', [...settings.flatMap((one) => ['-c', one]), ...args], {
    cwd: place.workTree ?? place.repository,
    env,
    encoding: 'utf8',
    input: input ?? '',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new GitFailure(args, result.stderr);
  return result.stdout.replace(/\n$/, '');
}
