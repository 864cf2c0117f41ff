import { retried } from '../support/retry.ts';
import { call, type GitHub, isNoAnswer, list } from './api.ts';

/** The one comment of its kind on a pull request. */
export interface StickyComment {
  /** Of the pull request. */
  readonly number: number;
  /** What it begins with: an HTML comment that no other begins with. */
  readonly mark: string;
  /** Markdown. */
  readonly text: string;
  /** Whether to make it where there is none. */
  readonly mayCreate: boolean;
}

interface Comment {
  readonly id: number;
  readonly body?: string | null;
  readonly user?: { readonly type?: string } | null;
}

/** Renews the comment of an earlier run; where there is none, a new one is made only if that is wanted. */
export function settleComment(github: GitHub, comment: StickyComment): Promise<void> {
  // Looking first makes it safe to try again: a comment that came to be without an answer is found.
  return retried(() => settleOnce(github, comment), isNoAnswer);
}

async function settleOnce(
  github: GitHub,
  { number, mark, text, mayCreate }: StickyComment,
): Promise<void> {
  const body = `${mark}\n${text}`;
  const all = (await list(github, `issues/${number}/comments`)) as Comment[];
  // A person may begin a comment with the same mark; it is theirs.
  const own = all.find((one) => one.user?.type === 'Bot' && one.body?.startsWith(mark));
  if (own) await call(github, 'PATCH', `issues/comments/${own.id}`, { body });
  else if (mayCreate) await call(github, 'POST', `issues/${number}/comments`, { body });
}
