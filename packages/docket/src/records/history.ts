/** What Git knows, as far as records need it. Derived on every run, never stored in a record. */

/** How one file differs between a commit and its first parent, seen without rename detection. */
export interface Change {
  /** `A` added, `M` content or mode changed, `D` deleted, `T` changed between file, link and submodule. */
  readonly status: 'A' | 'M' | 'D' | 'T';
  /** Path from the top of the repository, with forward slashes, as the commit has it. */
  readonly path: string;
  /** Object id before the commit; `undefined` for an addition. */
  readonly before: string | undefined;
  /** Object id after the commit; `undefined` for a deletion. */
  readonly after: string | undefined;
  /** Whether the path is a submodule before or after the commit: its ids are commits, and files below it are unseen. */
  readonly submodule: boolean;
}

/** A deleted and an added path of one commit that Git holds to be one file. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** Likeness of the two contents in percent; 100 for the same blob. */
  readonly likeness: number;
}

/** A commit with its changes against its first parent, or against nothing for a root commit. */
export interface Commit {
  readonly id: string;
  /** First parent first. Empty for a root commit, and for a commit at which a shallow clone ends. */
  readonly parents: readonly string[];
  /** Author's time, ISO 8601 with zone. */
  readonly authored: string;
  /** Committer's time, ISO 8601 with zone. */
  readonly committed: string;
  readonly author: string;
  /** First line of the message. */
  readonly subject: string;
  readonly changes: readonly Change[];
  /** What Git's rename detection says of this commit. A hint for following names; `changes` never depend on it. */
  readonly moves: readonly Move[];
}

/** A history that could be read. */
export interface KnownHistory {
  readonly kind: 'history';
  /** Id of the commit that is checked out. */
  readonly head: string;
  /** Branch that is checked out; `undefined` where HEAD is detached. */
  readonly branch: string | undefined;
  /** Folder of the workspace below the top of the repository: empty, or ending in `/`. */
  readonly prefix: string;
  /** Every commit that leads to HEAD or to the main branch, by id. */
  readonly commits: ReadonlyMap<string, Commit>;
  /** Tips of the main branch, as the remotes and as this clone has it. Empty where none is known. */
  readonly mainline: readonly string[];
  /** Commits at which a shallow clone ends: they seem to add every file there is. Empty for a full clone. */
  readonly boundary: ReadonlySet<string>;
  /** Whether the clone left objects behind (`--filter`), so that texts may be missing. */
  readonly partial: boolean;
  /** Paths whose state differs from HEAD, with the two letters of `git status --porcelain` (`??` untracked). */
  readonly uncommitted: ReadonlyMap<string, string>;
  /** Texts of blobs read so far, by id; `undefined` for one that this clone does not hold as text. */
  readonly texts: ReadonlyMap<string, string | undefined>;
}

/** Why there is no history to read. */
export type HistoryGap =
  | 'no-git'
  | 'not-a-repository'
  | 'no-commits'
  | 'missing-objects'
  | 'refused'
  | 'failed';

/** A history that could not be read: nothing may be concluded from it. */
export interface UnknownHistory {
  readonly kind: 'unknown';
  readonly why: HistoryGap;
  /** What was found, in the manner of a finding's message. */
  readonly message: string;
  /** How to fix it. */
  readonly help: string;
}

/** Git's history of a workspace, or the reason why it is unknown. */
export type History = KnownHistory | UnknownHistory;

/** The files of a repository at one moment: a commit, or the working tree. */
export interface Tree {
  /** What the moment is called in a sentence, such as `the working tree`. */
  readonly name: string;
  /**
   * The path under which a file or folder stands here, relative to the root: a name given later leads to the name it
   * had at that moment. `undefined` where there is none.
   */
  locate(path: string): string | undefined;
  /** Text of a file, found as `locate` finds it; `undefined` where there is none or it is not text. */
  text(path: string): string | undefined;
}
