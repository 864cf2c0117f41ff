import { z } from 'zod';
import { changesMarkdown } from '../../packages/docket/src/report/changes/markdown.ts';
import { type Branch, previewFolder, publish } from '../publish/branch.ts';
import { call, type GitHub } from './api.ts';
import { siteOfArtifact, textOfArtifact } from './artifact.ts';
import { readClaimedChanges } from './claimed-changes.ts';
import { settleComment } from './sticky-comment.ts';

const MARKER = '<!-- docket-preview -->';
const LARGEST_CHANGES = 32 * 1024 ** 2;

const pullRequest = z.object({
  number: z.int().positive(),
  state: z.enum(['open', 'closed']),
  head: z.object({ sha: z.string() }),
});

/** A preview that a job without rights has built. */
export interface BuiltPreview {
  /** What the job left: folder `site`, and files `number` and `changes.json`. All of it is a claim. */
  readonly artifact: string;
  /** Commit that the build ran on, as GitHub says. */
  readonly commit: string;
  /** Public address of the branch, without a slash at its end. */
  readonly address: string;
}

/**
 * Publishes the preview of an open pull request, and says so in one comment that is renewed each time. Nothing from
 * the build is run; what it claims is held against GitHub first, and only then shown.
 *
 * @returns what was done, in words
 * @throws Error when the artifact is not what `ci:preview` leaves.
 */
export async function publishPreview(
  github: GitHub,
  branch: Branch,
  { artifact, commit, address }: BuiltPreview,
): Promise<string> {
  const claimed = textOfArtifact(artifact, 'number', 100).trim();
  const { number, state, head } = await pullRequestOf(github, claimed);
  if (head.sha !== commit) {
    return `Nothing to do: the build of ${commit} is not for the newest commit of pull request ${number}`;
  }
  if (state === 'closed') return `Nothing to do: pull request ${number} is closed`;
  const changes = readClaimedChanges(textOfArtifact(artifact, 'changes.json', LARGEST_CHANGES));
  const at = placeOf(number);
  await publish(branch, { kind: 'put', folder: siteOfArtifact(artifact), at });
  // Closed meanwhile, its removal may have come first.
  if ((await pullRequestOf(github, claimed)).state === 'closed') {
    return removePreview(github, branch, claimed);
  }
  const page = `${address}/${at}/`;
  const first = `**[Preview](${page})** of ${commit} · [Changes in this preview](${page}changes/)`;
  const body = `${first}\n\nAs the build of this pull request reports it:\n\n${changesMarkdown(changes)}`;
  await settleComment(github, { number, mark: MARKER, text: body, mayCreate: true });
  return `Published ${page}`;
}

/**
 * Takes away the preview of a pull request that is closed, and says so where a comment told of it.
 *
 * @param claimed its number, as GitHub says
 * @returns what was done, in words
 */
export async function removePreview(
  github: GitHub,
  branch: Branch,
  claimed: string,
): Promise<string> {
  const { number, state } = await pullRequestOf(github, claimed);
  if (state === 'open') return `Nothing to do: pull request ${number} is open`;
  const at = placeOf(number);
  await publish(branch, { kind: 'remove', at });
  await settleComment(github, {
    number,
    mark: MARKER,
    text: 'The preview was removed because the pull request is closed.',
    mayCreate: false,
  });
  return `Removed ${at}`;
}

async function pullRequestOf(github: GitHub, claimed: string) {
  if (!/^[1-9]\d{0,8}$/.test(claimed)) {
    throw new Error(`The number of the pull request is \`${claimed.slice(0, 40)}\`, not digits`);
  }
  return pullRequest.parse(await call(github, 'GET', `pulls/${claimed}`));
}

function placeOf(number: number): string {
  return `${previewFolder}/pr-${number}`;
}
