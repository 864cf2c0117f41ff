import type { ClaimBase } from './source.ts';

/** What a claim says was done to a path. Of one that is `read` or `mentioned`, it says nothing that Git could know. */
export type Act = 'made' | 'deleted' | 'moved-from' | 'moved-to' | 'read' | 'mentioned';

/** How much of a path is written. */
export type PathKind =
  /** Folder, name and extension: what may be missed. */
  | 'full'
  /** A file of which the place is not given in full, so that its absence says nothing. */
  | 'bare'
  /** A folder, or something that may be one. */
  | 'folder'
  | 'glob';

/** A path that a claim names. */
export interface NamedPath {
  /** With forward slashes, without a place in the file, without `./`. */
  readonly path: string;
  readonly kind: PathKind;
  readonly act: Act;
}

/** Work that is said to be done: a ticked task, or a row in a list of files. */
export interface WorkClaim extends ClaimBase {
  readonly kind: 'task' | 'file';
  /** In the order of the text. */
  readonly paths: readonly NamedPath[];
  /** Words that let the work be elsewhere or undone; `undefined` where there are none. */
  readonly excuse: string | undefined;
  /** Ids of stories and requirements that the claim names, such as `US1` or `FR-003`. */
  readonly refs: readonly string[];
}
