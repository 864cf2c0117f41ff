import { type Changes, type Corpus, changeKind } from 'docket/records';
import { resolveCommit, type Session } from 'docket/session';
import { recordUrl, withBase } from '../urls.ts';

/** What the environment says about the preview of a pull request. */
export interface PreviewOptions {
  /** Number of the pull request. */
  readonly number: string;
  /** Branch or commit it is compared with. */
  readonly base: string;
}

/** How a record of a preview differs from what is published. */
export type ChangeMark = 'new' | 'changed';

/** A site that shows a pull request instead of what is decided. */
export interface Preview {
  /** Number of the pull request. */
  readonly number: string;
  /** Id of the commit that is shown. */
  readonly commit: string;
  readonly changes: Changes;
  /** What to mark, by the address of the record's page. */
  readonly marks: ReadonlyMap<string, ChangeMark>;
}

/** Path of the page of changes, below the base. */
export const CHANGES_PATH = '/changes/';

/** The address of the page of changes. */
export function changesUrl(base: string): string {
  return withBase(base, CHANGES_PATH);
}

/**
 * Compares the records of a pull request with their base.
 * @throws {CommitError} where the base names no commit, or does not meet HEAD inside a shallow clone
 */
export async function openPreview(
  session: Session,
  siteBase: string,
  { number, base }: PreviewOptions,
): Promise<Preview> {
  const [changes, commit] = await Promise.all([
    session.difference(base),
    resolveCommit(session.root, 'HEAD'),
  ]);
  return { number, commit, changes, marks: marksOf(session.corpus, siteBase, changes) };
}

/** What to mark in lists: records that are new, or that have another name or text. */
export function marksOf(
  corpus: Corpus,
  base: string,
  changes: Changes,
): ReadonlyMap<string, ChangeMark> {
  return new Map(
    changes.records.flatMap((change): [string, ChangeMark][] => {
      const record = change.after && corpus.byPath(change.after.path);
      if (!record) return [];
      return [[recordUrl(base, record), changeKind(change) === 'added' ? 'new' : 'changed']];
    }),
  );
}
