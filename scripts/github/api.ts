import { retried } from '../support/retry.ts';

/** A repository on GitHub, and what may be done there. */
export interface GitHub {
  /** Such as `https://api.github.com`, without a slash at its end. */
  readonly api: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
}

/**
 * Reads `GITHUB_API_URL`, `GITHUB_REPOSITORY` and `GITHUB_TOKEN`, as a job on GitHub has them.
 *
 * @throws Error when one is missing.
 */
export function githubOf(env: NodeJS.ProcessEnv): GitHub {
  return {
    api: required(env, 'GITHUB_API_URL').replace(/\/+$/, ''),
    repository: required(env, 'GITHUB_REPOSITORY'),
    token: required(env, 'GITHUB_TOKEN'),
  };
}

/**
 * A variable of the environment.
 *
 * @throws Error when it is not set.
 */
export function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (value) return value;
  throw new Error(`${name} is not set in the environment of the job`);
}

/** The connection failed or the host was not ready: whether it did what it was asked is not known. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Whether an error says that the host gave no answer. */
export function isNoAnswer(error: unknown): boolean {
  return error instanceof NoAnswer;
}

/**
 * Sends a request, and gives the answer, whatever it says.
 *
 * @throws NoAnswer when there is none, or one that says that the host is not ready.
 */
export async function send(url: string, request: RequestInit): Promise<Response> {
  const what = `${request.method} ${new URL(url).pathname}`;
  const answer = await fetch(url, request).catch((error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new NoAnswer(`No answer to ${what}: ${cause instanceof Error ? cause.message : cause}`);
  });
  if (![429, 502, 503, 504].includes(answer.status)) return answer;
  throw new NoAnswer(`GitHub answered ${answer.status} to ${what}`);
}

/**
 * Calls the API below the repository and gives the JSON of the answer. What may be asked twice is asked again where
 * there is no answer; for a POST that is for the caller to say, who knows whether it was carried out.
 *
 * @throws Error when the answer is no success.
 */
export function call(
  github: GitHub,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<unknown> {
  const once = () => callOnce(github, method, path, body);
  return method === 'POST' ? once() : retried(once, isNoAnswer);
}

async function callOnce(
  { api, repository, token }: GitHub,
  method: string,
  path: string,
  body: unknown,
): Promise<unknown> {
  const answer = await send(`${api}/repos/${repository}/${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'x-github-api-version': '2022-11-28',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text().catch(() => {
    throw new NoAnswer(`The answer to ${method} ${path} broke off`);
  });
  if (!answer.ok) {
    throw new Error(`GitHub answered ${answer.status} to ${method} ${path}: ${text.slice(0, 300)}`);
  }
  return text === '' ? undefined : JSON.parse(text);
}

/** All entries of a list that comes in pages. */
export async function list(github: GitHub, path: string): Promise<unknown[]> {
  const entries: unknown[] = [];
  for (let page = 1; ; page += 1) {
    const next = await call(
      github,
      'GET',
      `${path}${path.includes('?') ? '&' : '?'}per_page=100&page=${page}`,
    );
    if (!Array.isArray(next)) throw new Error(`The answer to GET ${path} is not a list`);
    entries.push(...next);
    if (next.length < 100) return entries;
  }
}
