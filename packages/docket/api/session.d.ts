/**
 * `docket/session`: a repository that is open. Reads its records, judges them, and holds their claims against Git.
 */
import { Change, Changes, Commit, ConfigProblem, Conventions, Corpus, DocketConfig, DocketRecord, Finding, History, HistoryGap, JudgeOptions as JudgeOptions$1, KnownHistory, Layout, ProvenanceRecord, Span, SpecRecord, Tree, ValidationResult, ValidationStep, makeSettings } from "./lib/shared.js";
/** Name of the baseline file where the configuration gives none. */
export declare const BASELINE_FILE = "docket-baseline.json";
/** Findings that are known and left for later, by what they say; lines move too easily to be kept. */
type Baseline = {
  version: 1;
  findings: {
    rule: string;
    file: string;
    message: string;
    count: number;
  }[];
};
/**
 * Reads the text of a baseline.
 * @throws {Error} with a readable message where the text is no baseline
 */
export declare function readBaseline(text: string): Baseline;
/** What a baseline makes of findings. */
interface Weighed {
  /** Those it does not know. */
  readonly fresh: readonly Finding[];
  readonly known: readonly Finding[];
  /** Entries that stand for more than is there, with what is left of each. */
  readonly unused: readonly {
    readonly index: number;
    readonly count: number;
  }[];
}
/** Takes out the findings that a baseline knows, each entry as often as it says; never one of a security rule. */
export declare function weigh(findings: readonly Finding[], baseline: Baseline): Weighed;
/** A comment that silences rules on the line below it. */
interface Disabling {
  readonly rules: readonly string[];
  /** `undefined` where none is given: then it silences nothing. */
  readonly reason: string | undefined;
  /** The word it begins with, where that is none that is known. */
  readonly unknown?: string;
  readonly span: Span;
  /** The next line that is not empty. */
  readonly line: number;
}
/** What was found in a record, before its comments are obeyed. */
interface Judged {
  readonly findings: readonly Finding[];
  /** The comments that silence rules, where they are known already. */
  readonly disablings?: readonly Disabling[];
  /** Whether a gate kept other rules from the record, so that a comment for one of them may still be used. */
  readonly isClosed?: boolean;
}
/** What to lint besides the corpus. */
interface LintOptions extends JudgeOptions$1 {
  /** What reading the files found. */
  readonly reading?: readonly Finding[];
  /** Whether every rule is asked, so that a disable comment without effect is unused; by default so. */
  readonly complete?: boolean;
  /** Judges one record; by default Docket's own rules alone. */
  readonly judgeOne?: (record: DocketRecord) => Judged;
}
/** Judges all records and documents and obeys disable comments. Pure; sorted by file and place. */
export declare function lintCorpus(corpus: Corpus, options?: LintOptions): Finding[];
/** What a row of Artifacts Produced says happened to a file. */
type FileEvent = 'created' | 'modified' | 'deleted' | 'renamed' | 'existed' | 'unchanged';
/** A status as read. */
interface ArtifactStatus {
  /** Alternatives (`Created / Modified`), each a set of events that hold together. Empty: nothing is claimed. */
  readonly alternatives: readonly ReadonlySet<FileEvent>[];
  /** The former name in `Renamed from old.md`. */
  readonly from: string | undefined;
}
interface ClaimBase {
  /** Short name by which a person accepts the claim, unique within its record. */
  readonly id: string;
  /** The claim in words. */
  readonly claim: string;
  readonly span: Span;
}
/** The record and its specification came into the history together. */
interface LandedTogetherClaim extends ClaimBase {
  readonly kind: 'landed-together';
  /** As the `Spec` line gives it. */
  readonly spec: string | undefined;
}
/** The record is about a decision, so the decision was there when the record landed. */
interface DecisionClaim extends ClaimBase {
  readonly kind: 'decision';
  readonly adr: string;
}
/** One file of Artifacts Produced and what happened to it. */
interface ArtifactClaim extends ClaimBase {
  readonly kind: 'artifact';
  /** As written, today. */
  readonly path: string;
  /** Former name, where the row gives one. */
  readonly from: string | undefined;
  readonly status: ArtifactStatus;
}
/** When the work was done. */
interface ExecutedClaim extends ClaimBase {
  readonly kind: 'executed';
  readonly value: string;
}
/** How a validation step ended. */
interface ResultClaim extends ClaimBase {
  readonly kind: 'result';
  readonly result: ValidationResult;
}
/** Something a provenance record says that Git may know better. */
type Claim = LandedTogetherClaim | DecisionClaim | ArtifactClaim | ExecutedClaim | ResultClaim;
/** Kinds of claim. */
type ClaimKind = Claim['kind'];
/** A change at its place on a line. */
interface Entry {
  /** Index of the commit on the line; 0 is the oldest. */
  readonly position: number;
  readonly change: Change;
}
/** How a line is built. */
interface LineOptions {
  /** Whether a file that keeps its base name counts as moved: for a clone without the contents Git compares. */
  readonly guessMoves?: boolean;
  /** Commits that stand in the line as one, by the position of that one. */
  readonly steps?: ReadonlyMap<number, readonly Commit[]>;
  /** The changes by path, where they are not simply those of the commits. */
  readonly entries?: Entries;
}
/** Changes by path, oldest first. */
type Entries = Pick<ReadonlyMap<string, readonly Entry[]>, 'get' | 'keys'>;
/**
 * Commits one after the other as an index from path to changes. The changes of one commit after another make up the
 * tree at every commit, so that what stood where is known without asking Git again.
 */
declare class Line {
  #private;
  /** Oldest first. */
  readonly commits: readonly Commit[];
  /** Whether a file that keeps its base name counts as moved. */
  readonly guessMoves: boolean;
  constructor(commits: readonly Commit[], options?: LineOptions);
  /** Position of the last commit; -1 for an empty line. */
  get end(): number;
  /** Changes of a path, oldest first. */
  entries(path: string): readonly Entry[];
  /** Every path there ever was. */
  paths(): Iterable<string>;
  /** The change that gave a path its state after the commit at `position`; `undefined` where there was none yet. */
  last(path: string, position: number): Entry | undefined;
  /** The object at a path after the commit at `position`; `undefined` where nothing stood there. */
  objectAt(path: string, position: number): string | undefined;
  /** What the commit at `position` did to a path. */
  changeAt(path: string, position: number): Change | undefined;
  /** Whether a path was ever a file or a folder. */
  isKnown(path: string): boolean;
  /** The path that is the given one but for white space at the ends of its name. */
  spaced(path: string): string | undefined;
  /** The real commits that the one at `position` stands for. */
  stepsAt(position: number): readonly Commit[];
  /**
   * This line with commits from one position to another as a squash merge would make them: one commit, at `to`. Those
   * that are no part of it stay where they are.
   */
  squashed(from: number, to: number, isPart: (commit: Commit) => boolean): Line;
  /** Whether a path lies in a submodule after the commit at `position`: its files are in another repository. */
  isInSubmodule(path: string, position: number): boolean;
  /**
   * Names a file that the commit at `position` added may have had before it: as Git's rename detection has it,
   * likeliest first, then every other file that lost the equal blob there, be it deleted or written anew.
   */
  formerNames(path: string, position: number): readonly string[];
  /** The name a file got in the commit at `position` that deleted it, likeliest first. */
  laterNames(path: string, position: number): readonly string[];
  /** Markdown files that came to hold an object, oldest first. */
  holders(object: string): readonly Entry[];
}
/** Records parsed from blobs, by path and blob: the same version is parsed once however often it is judged. */
type Parsed = Map<string, DocketRecord>;
/** What one round of judging looks at. */
interface Context {
  readonly corpus: Corpus;
  readonly history: KnownHistory;
  /** Blobs whose text was wanted and not yet read. Judge again with them, and the answer is final. */
  readonly wanted: Set<string>;
  readonly parsed: Parsed;
}
/** A context for records of `corpus` against `history`. */
export declare function createContext(corpus: Corpus, history: KnownHistory, parsed?: Parsed): Context;
/** The path Git knows a file of the workspace by. */
export declare function toGit(context: Context, path: string): string;
/**
 * Why a claim cannot be decided. The first group is a lack that can be mended (read more history, commit the
 * record); the second lies in the claim or the repository.
 */
type Unknown = HistoryGap | 'shallow' | 'uncommitted' | 'missing-object' | 'root-commit' | 'submodule' | 'ambiguous' | 'not-checkable';
/** What holding a claim against Git came to. Texts have no full stop. */
type Verdict = {
  readonly kind: 'verified';
  readonly evidence: string;
} | {
  readonly kind: 'contradicted';
  readonly evidence: string;
  readonly reason: string;
} | {
  readonly kind: 'outdated';
  readonly evidence: string;
  readonly reason: string;
} | {
  readonly kind: 'unverifiable';
  readonly why: Unknown;
  readonly reason: string;
};
/** The first ten digits of an object id: enough for a person to find it. */
export declare function shortId(id: string): string;
/**
 * The unit in which a record came into the history: one commit, a merge with all it brings, or several commits seen
 * as a squash merge would leave them.
 */
interface KnownLanding {
  readonly kind: 'landed';
  /** The unit as one commit: what the last of its commits is called, and what all of them changed together. */
  readonly commit: Commit;
  /** The real commits of the unit, oldest first; a merge stands for what it brings. */
  readonly steps: readonly Commit[];
  /** A line on which the unit is one commit, at `position`. */
  readonly line: Line;
  readonly position: number;
  /** Path of the record in that commit, as Git knows it. */
  readonly path: string;
  /** Folder of the workspace then, below the top of the repository: empty, or ending in `/`. */
  readonly prefix: string;
  /** The record as it landed; `undefined` where the clone lacks the text. */
  readonly record: ProvenanceRecord | undefined;
  /** Later changes of the record under all its names, oldest first, moves included. */
  readonly later: readonly Entry[];
  /** Whether an earlier execution was recorded in the same file before. */
  readonly isRepeat: boolean;
}
/** A record of which it is not known where it came in. */
interface UnknownLanding {
  readonly kind: 'unknown';
  readonly why: Unknown;
  readonly reason: string;
}
/** Where a record came into the history. */
type Landing = KnownLanding | UnknownLanding;
/** How the landing came to be, as far as the commits tell. */
type LandingKind = 'root' | 'merge' | 'squash' | 'direct' | 'range';
/** How a landing came to be. Git does not record a squash: hosts leave the number of the pull request behind. */
export declare function landingKind({ commit, steps }: Pick<KnownLanding, 'commit' | 'steps'>): LandingKind;
/**
 * Names that a file or folder called `written` today may have had in the landing: its own first. As Git knows them.
 *
 * Only moves AFTER the landing give other names: inside it, a deletion and an addition are what they are. A name
 * that stands in the record as it landed is a name of that time and has no other.
 */
export declare function namesAtLanding(context: Context, landing: KnownLanding, written: string): readonly [string, ...string[]];
/** What became of a file since a commit. */
interface Fate {
  readonly kind: 'same' | 'changed' | 'renamed' | 'gone';
  /** Its name today, or its last one. As Git knows it. */
  readonly path: string;
  /** How many later commits changed its content. */
  readonly times: number;
  /** The commit that deleted it, where it is gone. */
  readonly commit: string | undefined;
}
/** Something a reader should know that is no claim and so has no verdict. */
interface Notice {
  readonly kind: 'undeclared' | 'rewritten' | 'uncommitted' | 'missing-result' | 'result-order' | 'further-execution';
  readonly severity: 'info' | 'warning';
  readonly message: string;
  readonly help: string;
  readonly span: Span;
  /** Paths, or lines of a difference that open with `-` or `+`. */
  readonly details: readonly string[];
}
/** What the tool itself found for a validation step. */
interface Observation {
  /** `not-run` where nothing could be found out; `evidence` then says why. Never counts as a pass. */
  readonly outcome: 'pass' | 'fail' | 'not-run';
  /** What was seen, without a full stop. */
  readonly evidence: string;
}
/** A claim with what became of it. */
interface JudgedClaim {
  readonly claim: Claim;
  readonly verdict: Verdict;
  /** What became of an artifact since the landing; never counts against the claim. */
  readonly now?: Fate;
  /** What the tool itself found for a validation step at the landing. */
  readonly observed?: Observation;
  /** Why a person let a contradicted claim stand, where one did. */
  readonly accepted?: string;
}
/** A provenance record with the verdict on each of its claims. */
interface JudgedRecord {
  readonly record: ProvenanceRecord;
  readonly spec: SpecRecord | undefined;
  readonly landing: Landing;
  readonly claims: readonly JudgedClaim[];
  readonly notices: readonly Notice[];
}
/** Where accepted claims are kept, relative to the root. Committed with the records. */
export declare const ACCEPTED_PATH = ".sdd/accepted.yaml";
/** A contradicted claim that a person has judged and lets stand. Who and when, Git knows. */
interface Acceptance {
  /** Path of the record. */
  readonly record: string;
  /** Id of the claim within the record. */
  readonly claim: string;
  /** The claim as it read when it was accepted: once it reads differently, it is to be judged again. */
  readonly states: string;
  readonly reason: string;
}
/** The accepted claims of a repository, or what is wrong with the file. */
type AcceptedFile = {
  readonly kind: 'accepted';
  readonly acceptances: readonly Acceptance[];
} | {
  readonly kind: 'invalid';
  readonly message: string;
  readonly line: number;
};
/** Reads the file of accepted claims: a YAML list. An empty text accepts nothing. Never throws. */
export declare function parseAccepted(text: string): AcceptedFile;
/** What judging needs besides the records. */
interface JudgeOptions {
  readonly history: History;
  /** Reads blobs as text: an entry for every id, `undefined` for one that cannot be had. */
  readonly readTexts: (ids: readonly string[]) => Promise<ReadonlyMap<string, string | undefined>>;
  /** Claims that a person has judged. */
  readonly accepted?: readonly Acceptance[];
  /** The records to judge; all where not given. */
  readonly records?: readonly ProvenanceRecord[];
}
/**
 * Judges the provenance records of a corpus, in its order. Texts of earlier versions are read as they turn out to be
 * needed, all of one round at once.
 */
export declare function judgeAll(corpus: Corpus, options: JudgeOptions): Promise<JudgedRecord[]>;
/**
 * Asks a question of the history until nothing it looks at is missing. Texts are read as they turn out to be needed,
 * all of one round at once.
 */
export declare function withAllTexts<T>(corpus: Corpus, known: KnownHistory, readTexts: JudgeOptions['readTexts'], ask: (context: Context) => T): Promise<T>;
/**
 * The line on which records land: the first-parent chain of HEAD where that is on the main branch. On another branch
 * it is the chain up to the merge base, and then all that the branch adds as one commit, which is how the branch will
 * land whatever the way it is merged.
 */
export declare function headLine(history: KnownHistory): Line;
/** A path as a row writes it, without `./`; `undefined` for what cannot be one file or folder of the repository. */
export declare function repositoryPath(written: string): string | undefined;
/** An attestation of one execution of a specification. */
type ExecutionStatement = {
  _type: "https://in-toto.io/Statement/v1";
  subject: {
    name: string;
    digest: {
      gitCommit: string;
    } | {
      gitBlob: string;
      sha256: string;
    };
  }[];
  predicateType: string;
  predicate: {
    spec: {
      path: string;
      digest: {
        gitBlob: string;
        sha256: string;
      };
    };
    record: {
      path: string;
      digest: {
        gitBlob: string;
        sha256: string;
      };
    };
    claimed: {
      agent: string | null;
      executed: string | null;
      deviations: string[];
    };
    landing: {
      commit: string;
      kind: "root" | "range" | "merge" | "squash" | "direct";
      date: string;
    };
    changes: {
      path: string;
      claimed: string | null;
      observed: "created" | "modified" | "deleted" | "type-changed" | null;
      verdict: "verified" | "contradicted" | "outdated" | "unverifiable" | "undeclared";
    }[];
    validation: {
      step: number;
      textDigest: {
        sha256: string;
      };
      claimed: "unknown" | "pass" | "fail" | "not-run" | "not-applicable" | "manual" | null;
      observed: "pass" | "fail" | "not-run" | null;
      evidence: string | null;
    }[];
    accepted: {
      claim: string;
      reason: string;
    }[];
    verdict: {
      result: "verified" | "contradicted" | "partly-verified";
      verified: number;
      contradicted: number;
      outdated: number;
      unverifiable: number;
    };
    verifier: {
      name: "docket";
      version: string;
    };
  };
};
/** The statement's JSON Schema; it allows fields that it does not name. */
export declare function statementJsonSchema(): Record<string, unknown>;
/** What a statement needs besides the judged record. */
interface StatementInput {
  readonly judged: JudgedRecord;
  readonly version: string;
  /** Address of the site that shows the records, where the configuration names it. */
  readonly site: string | undefined;
  /** SHA-256 of a blob's bytes, in hexadecimal; `undefined` where the clone lacks it. */
  readonly digestOf: (blob: string) => string | undefined;
  /** SHA-256 of a text as UTF-8, in hexadecimal. */
  readonly digestText: (text: string) => string;
}
/** A statement, or why none can be made. */
type StatementResult = {
  readonly kind: 'statement';
  readonly statement: ExecutionStatement;
} | {
  readonly kind: 'refused';
  readonly reason: string;
  readonly help: string;
};
/** Blobs whose digests a statement of this record needs. */
export declare function blobsOf(context: Context, { record, spec, landing }: JudgedRecord): string[];
/**
 * The attestation of an execution: what landed, what the record claims and what was observed. Deterministic: the same
 * repository gives the same statement.
 */
export declare function makeStatement(context: Context, { judged, version, site, digestOf, digestText }: StatementInput): StatementResult;
/** The moment a validation is about: the landing of the record, or the working tree as it is. */
type Moment = 'landing' | 'now';
/** One validation step with what is claimed of it and what was found. */
interface ValidatedStep {
  readonly step: ValidationStep;
  /** The result a record gives for it. */
  readonly claimed: ValidationResult | undefined;
  /** What the tool found; `undefined` for a step that names no check, which stays the record's word. */
  readonly observed: Observation | undefined;
}
/** What a validation looks at. */
interface ValidationCase {
  readonly spec: SpecRecord;
  /** The record of the execution in question. */
  readonly record: ProvenanceRecord | undefined;
  readonly moment: Moment;
  /** The working tree. */
  readonly tree: Tree;
  readonly layout: Layout;
  /** Results of the commands, by name of the check. */
  readonly commands: ReadonlyMap<string, Observation>;
  /** Why nothing is known of a landing, where there is no history. */
  readonly gap?: string;
}
/**
 * Carries out every check of a specification. Pure but for the tree it is given; `context` is `undefined` where the
 * history is unknown.
 */
export declare function validateSpec(context: Context | undefined, { spec, record, moment, tree, layout, commands, gap }: ValidationCase): ValidatedStep[];
/** The latest execution of a specification: by the time it gives, then by its name. */
export declare function latestExecution(records: readonly ProvenanceRecord[]): ProvenanceRecord | undefined;
/** What whoever called can act on: the message says what is wrong, `help` how to mend it. Each kind is a class of its own. */
declare class HelpfulError extends Error {
  readonly name: string;
  readonly help: string;
  constructor(message: string, help: string);
}
/** The configuration cannot be read, or says what it may not. */
export declare class ConfigError extends HelpfulError {
  readonly name = "ConfigError";
  /** One error for all problems of a configuration. */
  static of(problems: readonly ConfigProblem[], file?: string): ConfigError;
}
/**
 * The error for what a configuration sets wrong, with the places in `docket.config.json` where it stands there.
 * @param file the one of the two that sets it, where that is known
 */
export declare function settingsError(root: string, problems: readonly ConfigProblem[], file?: string): ConfigError;
/** Whether a path is one that the globs name; `*` and `**` match names that begin with a dot, too. */
export declare function matchesGlobs(file: string, globs: readonly string[]): boolean;
/** Which objects to read, and whether the clone may lack some. */
interface ObjectRequest {
  readonly ids: Iterable<string>;
  /** Whether the clone left objects behind; asking Git for one of those ends the whole command. */
  readonly partial: boolean;
}
/** SHA-256 of a text as UTF-8, in hexadecimal. */
export declare function digestText(text: string): string;
/**
 * SHA-256 of the bytes of blobs, none of which is held in memory.
 * @returns an entry for every blob that this clone holds; none for what is missing or no blob
 * @throws {GitError} where Git fails
 */
export declare function digestBlobs(root: string, request: ObjectRequest): Promise<Map<string, string>>;
/** A file read as text, or the reason why it could not be. */
type TextFile = {
  readonly kind: 'text';
  readonly path: string;
  readonly text: string;
  readonly hasBom: boolean;
} | {
  readonly kind: 'unreadable';
  readonly path: string;
  readonly message: string;
  readonly help: string;
  /** Where reading stopped, counted from 1; the start of the file where no place can be named. */
  readonly line: number;
  readonly column: number;
  /** Whether there is no such file at all. */
  readonly isMissing: boolean;
};
/**
 * Reads a file as UTF-8 text without its byte-order mark. Never throws for what a repository can hold: a folder,
 * a link out of the tree, another encoding, NUL bytes or an oversized file come back as `unreadable`.
 * @param filePath relative to `root`, with forward slashes
 */
export declare function readText(root: string, filePath: string): Promise<TextFile>;
/**
 * Reads blobs as text.
 * @returns a text for every id asked for; `undefined` where the object is not in this clone, is no blob, is larger
 *   than a record may be, or holds NUL bytes
 * @throws {GitError} where Git fails
 */
export declare function readBlobs(root: string, request: ObjectRequest): Promise<Map<string, string | undefined>>;
/**
 * The id of the commit that a name given by a person stands for.
 * @throws {CommitError} where it stands for none
 * @throws {GitError} where Git fails
 */
export declare function resolveCommit(root: string, name: string): Promise<string>;
/** Git could not be started, or ended with a status other than those expected. */
export declare class GitError extends Error {
  readonly name = "GitError";
  /** `undefined` where Git could not be started at all. */
  readonly status: number | undefined;
  readonly stderr: string;
  constructor(args: readonly string[], status: number | undefined, stderr: string);
}
/** A tag of the repository. */
interface GitTag {
  readonly name: string;
  /** Day of the commit it names, YYYY-MM-DD in the committer's zone. */
  readonly day: string;
}
/**
 * Tags that HEAD contains, the latest first.
 * @throws {GitError} where Git fails
 */
export declare function readTags(root: string): Promise<GitTag[]>;
/** The version of Docket. */
export declare const VERSION: string;
/** The files below `root` as they stand. What lies outside, through `..` or a link, is not there. */
export declare function workingTree(root: string): Tree;
/**
 * Reads below one root. Synchronous: four steps through the event loop for each small file take longer than the
 * reading, and a run has nothing else to do meanwhile.
 */
declare class Reader {
  #private;
  readonly root: string;
  /** @param root absolute path */
  constructor(root: string);
  /** Reads a file as `readText` does. */
  text(file: string): TextFile;
  /** Whether there is a file or folder at a path. */
  exists(file: string): boolean;
  /** Whether there is a file at a path, and really below the root; no finding may rest on it. */
  holdsFile(file: string): boolean;
  /** Everything named `*.md` below a folder, files and others alike, sorted by path; empty where there is no folder. */
  markdownBelow(folder: string): readonly string[];
  /** Names of the files and folders at the root; none where it cannot be listed. */
  names(): readonly string[];
}
/** Looks at a record as soon as it is read, when nothing is known of the others. */
type FirstLook = (record: DocketRecord, conventions: Conventions) => void;
/** A repository's records as one index, with what could not be read. */
interface Workspace {
  /** Absolute path. */
  readonly root: string;
  readonly config: DocketConfig;
  readonly corpus: Corpus;
  /** Files that could not be read, and templates that are missing. */
  readonly findings: readonly Finding[];
  /** How many files were looked at, readable or not. */
  readonly fileCount: number;
  /** Git's history, read when first asked for and then kept. */
  history(): Promise<History>;
}
/** The folder given holds no records at all, so there is nothing to judge. */
export declare class NoWorkspaceError extends HelpfulError {
  readonly name = "NoWorkspaceError";
  constructor(message: string);
}
/** How a workspace is read. */
interface ReadingOptions {
  /** Reads below the same root, for who wants to know what was read. */
  readonly reader?: Reader;
  /** The configuration, where it is loaded already. */
  readonly config?: DocketConfig;
  /** Whether `docket.config.ts` may be run; not by default. */
  readonly runsCode?: boolean;
  /** Whether a folder that the configuration names may be missing, as before it was made; not by default. */
  readonly mayLackFolders?: boolean;
  /** Looks at each record as soon as it is read; records are kept without their trees then. */
  readonly look?: FirstLook;
}
/**
 * Reads every record and template below `root` once, after undoing what an interrupted run has left half written.
 * @throws {NoWorkspaceError} where `root` is no folder, or has none of the record folders
 * @throws {ConfigError} where a configuration cannot be read, or names a folder that is not there
 * @throws {ApplyError} where another process writes for long, or what was left cannot be undone
 */
export declare function openWorkspace(root: string, { reader, config: known, runsCode, mayLackFolders, look }?: ReadingOptions): Promise<Workspace>;
/** Text of a file; `undefined` where there is none. */
export declare function readOptional(file: string): Promise<string | undefined>;
/** A finding that a waiver lets stand. */
interface Waived {
  readonly finding: Finding;
  readonly reason: string;
}
/** Findings without those that waivers let stand. */
interface Obeyed {
  readonly findings: readonly Finding[];
  readonly waived: readonly Waived[];
  /** Why there may be waivers that were not read. */
  readonly gap?: string;
}
/** Takes out the findings that the default branch lets stand. Git is asked only where a security rule found something. */
export declare function obeyWaivers(root: string, findings: readonly Finding[]): Promise<Obeyed>;
/** Which two moments to compare. */
interface ChangesRequest {
  /** Folder that holds the records. */
  readonly root: string;
  /** Branch or commit that is compared with; what happened on it since the two went apart is left out. */
  readonly base: string;
  /** Branch or commit; the working tree where not given. */
  readonly head?: string | undefined;
}
/**
 * Reads, judges and compares the records of two moments. Neither moment's `docket.config.ts` is run: a branch that is
 * compared may be anybody's.
 * @throws {CommitError} where a name stands for no commit, or the two do not meet inside a shallow clone
 * @throws {GitError} where Git fails
 * @throws {NoWorkspaceError} where the later moment has no records
 * @throws {ConfigError} where a `docket.config.json` cannot be read
 */
export declare function openChanges({ root, base, head }: ChangesRequest): Promise<Changes>;
export { type Acceptance, type ArtifactClaim, type Claim, type ClaimKind, type Context, type ExecutionStatement, type Fate, type GitTag, type JudgedClaim, type JudgedRecord, type Notice, type Observation, type Unknown, type ValidatedStep, type Verdict, type Workspace, makeSettings };