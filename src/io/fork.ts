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
  try {
    const { pull_request: request } = JSON.parse(readFileSync(file, 'utf8')) as {
      pull_request?: { head?: { repo?: { full_name?: unknown } | null } };
    };
    // A fork that was deleted has no name any more.
    return request?.head?.repo?.full_name !== env['GITHUB_REPOSITORY'];
  } catch {
    // Who opened the request is not known then, so nobody is trusted.
    return true;
  }
}
