import type { CitingDocument } from './citations.ts';
import type { KnownHistory } from './history.ts';
import type { Ratifications } from './ratification.ts';
import type { DocketRecord } from './record.ts';

/** One change of one record, between two moments. */
export interface Revision {
  /** The commit that made it; `undefined` for what is not committed yet. */
  readonly commit: { readonly id: string; readonly subject: string } | undefined;
  readonly before: DocketRecord | undefined;
  readonly after: DocketRecord | undefined;
}

/** A number that is in use elsewhere. */
export interface TakenNumber {
  /** Such as `ADR-019`. */
  readonly id: string;
  /** Path of the record there. */
  readonly path: string;
  /** Name of the branch. */
  readonly branch: string;
}

/** What happened since a point of the history. */
export interface BaseFacts {
  /** The branch or commit as it was named. */
  readonly name: string;
  /** Changes of a record since then, oldest first, by the path it has today. */
  readonly revisions: ReadonlyMap<string, readonly Revision[]>;
  /** Records of the base and of other branches whose files are not here. */
  readonly taken: readonly TakenNumber[];
}

/** The files that a decision took in on the day since which it has stood. */
export interface AcceptedState {
  /** The day, as YYYY-MM-DD. */
  readonly day: string;
  /** Paths from the root that its patterns of today take in. */
  readonly files: readonly string[];
  /** Where files that are gone went since, as far as Git can tell, by their paths then. */
  readonly moved: ReadonlyMap<string, string>;
}

/** What Git knows of the files that decisions may govern. */
export interface FileFacts {
  /** Paths from the root of the files that are there and that Git tracks, or would if they were added. */
  readonly files: readonly string[];
  /** Folders whose files Git does not list: other repositories inside this one. */
  readonly closed: readonly string[];
  /** By the path of a decision that governs files; absent where the history does not tell. */
  readonly accepted: ReadonlyMap<string, AcceptedState>;
}

/** What rules may know besides the records. What is absent is unknown, and rules that need it are silent. */
export interface Facts {
  /** Today, as YYYY-MM-DD. */
  readonly today?: string;
  readonly history?: KnownHistory;
  readonly base?: BaseFacts;
  /** What people ratified, and what the default branch asks them to. */
  readonly ratifications?: Ratifications;
  /** Documents and code that cite records. */
  readonly documents?: readonly CitingDocument[];
  readonly tree?: FileFacts;
}

/** Nothing but the records. */
export const NO_FACTS: Facts = Object.freeze({});
