import { NoWorkspaceError, noRecords } from '../io/workspace.ts';
import type { HelpfulError } from '../records/helpful-error.ts';
import type { Session } from './session.ts';

/** Says where records were looked for in a repository that has none, and what is there instead. */
export function noRecordsIn({
  root,
  corpus,
  discovery,
}: Pick<Session, 'root' | 'corpus' | 'discovery'>): HelpfulError {
  return noRecords(root, corpus.layout, discovery);
}

/** Whether opening a repository failed because it holds no records yet. */
export function isWithoutRecords(error: unknown): error is HelpfulError {
  return error instanceof NoWorkspaceError;
}
