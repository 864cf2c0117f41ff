import { readFileSync } from 'node:fs';

/**
 * Whether this runs in the pipeline of a pull request whose branch lies in a fork, as GitHub and GitLab tell: what is
 * checked out was then written by somebody who may not write to the repository.
 * @see https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request
 * @see https://docs.gitlab.com/ci/variables/predefined_variables/
 */
export function isForkPipeline(env: Readonly<Record<string, string | undefined>>): boolean {
  const source = env['CI_MERGE_REQUEST_SOURCE_PROJECT_ID'];
  if (source !== undefined) return source !== env['CI_MERGE_REQUEST_PROJECT_ID'];
  const { GITHUB_EVENT_NAME: event = '', GITHUB_EVENT_PATH: file } = env;
  if (!event.startsWith('pull_request') || file === undefined) return false;
  // A fork that was deleted has no name any more, and where nobody tells who opened the request, nobody is trusted.
  return eventOf(env)?.pull_request?.head?.repo?.full_name !== env['GITHUB_REPOSITORY'];
}

/** The name of the default branch as a pipeline of GitHub or GitLab tells it; `undefined` elsewhere. */
export function defaultBranchOf(
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const named = env['CI_DEFAULT_BRANCH'] ?? eventOf(env)?.repository?.default_branch;
  return typeof named === 'string' && named !== '' ? named : undefined;
}

/** What of an event of GitHub is read. */
interface Event {
  readonly pull_request?: { head?: { repo?: { full_name?: unknown } | null } };
  readonly repository?: { default_branch?: unknown };
}

function eventOf(env: Readonly<Record<string, string | undefined>>): Event | undefined {
  const file = env['GITHUB_EVENT_PATH'];
  if (file === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Event;
  } catch {
    return undefined;
  }
}
