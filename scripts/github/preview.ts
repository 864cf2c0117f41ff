import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Branch, previewFolder, publish } from '../publish/branch.ts';
import { retried } from '../support/retry.ts';
import { call, type GitHub, isNoAnswer, list } from './api.ts';

const MARKER = '<!-- docket-preview -->';
/** What a comment may hold; the summary keeps below it with room for the rest. */
const LONGEST_SUMMARY = 62_000;

const pullRequest = z.object({
  number: z.int().positive(),
  state: z.enum(['open', 'closed']),
  head: z.object({ sha: z.string() }),
});
const comments = z.array(
  z.object({
    id: z.int(),
    body: z.string().nullish(),
    user: z.object({ type: z.string() }).nullish(),
  }),
);

/** A preview that a job without rights has built. */
export interface BuiltPreview {
  /** The built site. */
  readonly folder: string;
  /** File with the number of the pull request: written by the pull request's own code, so only a claim. */
  readonly numberFile: string;
  /** File with the summary of what changes. */
  readonly summaryFile: string;
  /** Commit that the build ran on, as GitHub says. */
  readonly commit: string;
  /** Public address of the branch, without a slash at its end. */
  readonly address: string;
}

/**
 * Publishes the preview of an open pull request, or takes away that of a closed one, and says so in one comment that
 * is renewed each time. Nothing from the build is run; what it claims is held against GitHub first.
 *
 * @returns what was done, in words
 * @throws Error when the build is not of the newest commit of the pull request it names.
 */
export async function settlePreview(
  github: GitHub,
  branch: Branch,
  preview: BuiltPreview,
): Promise<string> {
  const claimed = readFileSync(preview.numberFile, 'utf8').trim();
  if (!/^[1-9]\d{0,8}$/.test(claimed)) {
    throw new Error(
      `Unexpected number of the pull request \`${claimed.slice(0, 40)}\`, expected digits`,
    );
  }
  const { number, state, head } = pullRequest.parse(await call(github, 'GET', `pulls/${claimed}`));
  if (head.sha !== preview.commit) {
    return `Nothing to do: the build of ${preview.commit} is not of the newest commit of pull request ${number}`;
  }
  const at = `${previewFolder}/pr-${number}`;
  if (state === 'closed') {
    await publish(branch, { kind: 'remove', at });
    await comment(
      github,
      number,
      'The preview was removed, since the pull request is closed.',
      false,
    );
    return `Removed ${at}`;
  }
  await publish(branch, { kind: 'put', folder: preview.folder, at });
  const address = `${preview.address}/${at}/`;
  await comment(github, number, bodyOf(address, preview), true);
  return `Published ${address}`;
}

function bodyOf(address: string, { commit, summaryFile }: BuiltPreview): string {
  const summary = readFileSync(summaryFile, 'utf8').slice(0, LONGEST_SUMMARY);
  return `**[Preview](${address})** of ${commit} · [Changes in this preview](${address}changes/)\n\n${summary}`;
}

/** Renews the comment of an earlier run; where there is none, a new one is made only if that is wanted. */
async function comment(
  github: GitHub,
  number: number,
  text: string,
  mayCreate: boolean,
): Promise<void> {
  const body = `${MARKER}\n${text}`;
  // Looking first makes it safe to try again: a comment that came to be without an answer is found.
  await retried(() => settleComment(github, { number, body, mayCreate }), isNoAnswer);
}

async function settleComment(
  github: GitHub,
  { number, body, mayCreate }: { number: number; body: string; mayCreate: boolean },
): Promise<void> {
  const all = comments.parse(await list(github, `issues/${number}/comments`));
  const own = all.find((one) => one.user?.type === 'Bot' && one.body?.startsWith(MARKER));
  if (own) await call(github, 'PATCH', `issues/comments/${own.id}`, { body });
  else if (mayCreate) await call(github, 'POST', `issues/${number}/comments`, { body });
}
