import type { Commit } from '../../records/history.ts';

/** Something that stands beside a verdict and decides nothing. */
export interface Sign {
  readonly kind: 'late' | 'elsewhere' | 'documents-only';
  /** As a sentence, without a full stop. */
  readonly words: string;
}

const DOCUMENT = /\.(?:md|mdx|markdown|rst|adoc|txt)$/i;

/** The sign that the commit of a claim touches nothing but documents: most claims about nothing stand in such ones. */
export function documentsOnly(commit: Commit | undefined): Sign[] {
  const isOnly =
    commit !== undefined &&
    commit.changes.length > 0 &&
    commit.changes.every(({ path }) => DOCUMENT.test(path));
  return isOnly
    ? [{ kind: 'documents-only', words: 'The commit of the claim touches nothing but documents' }]
    : [];
}
