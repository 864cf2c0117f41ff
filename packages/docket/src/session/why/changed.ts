import { readDifference } from '../../io/git-difference.ts';
import { readTrailers } from '../../io/git-message.ts';
import type { GovernedChange } from '../../records/changes/changes.ts';
import { governedChangesOf } from '../../records/changes/governed.ts';
import { readCitations } from '../../records/citations.ts';
import type { Corpus } from '../../records/corpus.ts';
import { findMentions } from '../../records/key.ts';

/** The trailer by which a commit names the decision that it follows. */
const TRAILER = 'Decision';

/** What is compared, and what is said of it. */
export interface ChangeQuestion {
  /** Branch or commit. */
  readonly base: string;
  /** Branch or commit; the working tree where not given. */
  readonly head?: string | undefined;
  /** Text of the pull request, as Markdown: what it says in comments and code names nothing. */
  readonly text?: string | undefined;
}

/**
 * The decisions that govern files which differ from a branch or commit, by what a record itself says under `governs`,
 * with what the change says of them.
 * @throws {CommitError} where a name stands for no commit, or the two do not meet inside a shallow clone
 * @throws {GitError} where Git fails
 */
export async function governedChanges(
  root: string,
  corpus: Corpus,
  { base, head, text }: ChangeQuestion,
): Promise<readonly GovernedChange[]> {
  if (corpus.adrs.every((adr) => adr.governs.length === 0)) return [];
  const [differences, trailers] = await Promise.all([
    readDifference(root, base, head),
    readTrailers(root, TRAILER, { base, head }),
  ]);
  const commits = trailers.map(({ commit, values }) => ({
    by: commit,
    names: values.flatMap((value) => findMentions(value)),
  }));
  const said = text === undefined ? [] : readCitations('text.md', text).citations;
  return governedChangesOf(corpus, {
    files: differences.map(({ path, status }) => ({ path, isNew: status === 'created' })),
    words: [...commits, { by: 'text', names: said }],
  });
}
