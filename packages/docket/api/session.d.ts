/**
 * `docket/session`: an open repository. Reads its records, judges them, and holds their claims against Git.
 */
import { AdrRecord, CONFIG_FILES, Change, Changes, Commit, ConfigProblem, Corpus, Discovery, DocketConfig, DocketRecord, Finding, GovernedChange, HelpfulError, History, HistoryGap, KnownHistory, Layout, Link, OtherCorpus, PastState, Profile, ProvenanceRecord, Ratifications, RuleFacts, Span, SpecRecord, Surroundings, Tree, ValidationResult, ValidationStep, Wording } from "./lib/shared.js";
/** A finding that a waiver lets stand. */
interface Waived {
  readonly finding: Finding;
  readonly reason: string;
}
/** Where an agent was seen. */
type AgentTrace = 'author' | 'trailer' | 'note' | 'trace';
/** An agent that took part in a commit, as something beside the record tells. */
interface ObservedAgent {
  /** As written, such as `Claude` or `cursor`. */
  readonly name: string;
  /** The model, where it is told apart from the tool. */
  readonly model: string | undefined;
  readonly by: AgentTrace;
  /** Id of the commit. */
  readonly commit: string;
}
/** Who did the work of a landing: as the record claims, and as was seen. */
interface LandingAgents {
  readonly claimed: string | undefined;
  /** Each once for each way in which it was seen. */
  readonly observed: readonly ObservedAgent[];
  /** Why there may be more that cannot be seen; nothing may be concluded from it. */
  readonly gaps: readonly string[];
}
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
 * Why a claim cannot be decided. The first group is a lack that can be filled (read more history, commit the
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
type Notice = Wording & {
  readonly kind: 'agent-differs' | 'undeclared' | 'rewritten' | 'uncommitted' | 'missing-result' | 'result-order' | 'further-execution';
  readonly severity: 'info' | 'warning';
  readonly help: string;
  readonly span: Span;
  /** Paths, or lines of a difference that open with `-` or `+`. */
  readonly details: readonly string[];
};
/** What a row of Artifacts Produced says happened to a file. */
type FileEvent = 'created' | 'modified' | 'deleted' | 'renamed' | 'existed' | 'unchanged';
/** A status as read. */
interface ArtifactStatus {
  /** Alternatives (`Created / Modified`), each a set of events that hold together. Empty: nothing is claimed. */
  readonly alternatives: readonly ReadonlySet<FileEvent>[];
  /** The former name in `Renamed from old.md`. */
  readonly from: string | undefined;
}
/** Every source of claims, in the order in which they are told. */
declare const SOURCE_NAMES: readonly ["ours", "spec-kit", "openspec", "kiro", "gsd", "bmad"];
/** By what name a source is asked for. */
type SourceName = (typeof SOURCE_NAMES)[number];
/** What every claim says of itself, whatever its source. */
interface ClaimBase {
  /** Short name by which a person accepts the claim, unique within its file. */
  readonly id: string;
  /** The claim in words. */
  readonly claim: string;
  readonly span: Span;
}
/** A file that claims are made in. */
interface SourceFile {
  readonly path: string;
  readonly text: string;
}
/** What a tool keeps as one specification: a folder, or a file that stands alone. */
interface SpecPlace {
  /** The folder of the project: empty, or ending in `/`. */
  readonly project: string;
  /** The folder, ending in `/`, or the file that stands alone. */
  readonly folder: string;
  /** What the tool calls it, which stays the same where it is filed away. */
  readonly name: string;
  /** Set for one that was filed away; with the day where its folder names it. */
  readonly archived?: {
    readonly date: string | undefined;
  };
}
/** A form in which people say what was done. */
interface Source<Document, Claim extends ClaimBase> {
  readonly name: SourceName;
  /** What the people who use it call it. */
  readonly title: string;
  /** The claims of a document, from its structured places only. Never throws. */
  claims(document: Document): readonly Claim[];
}
/** A source that is found by the paths of its files, without any configuration. */
interface FileSource<Claim extends ClaimBase> extends Source<SourceFile, Claim> {
  /**
   * The folder of the project that a file speaks of: empty, or ending in `/`; `undefined` for a path that is none of
   * its files.
   */
  projectOf(path: string): string | undefined;
  /** The specification that a file is a part of, whether or not it makes claims; `undefined` for a part of none. */
  specOf(path: string): SpecPlace | undefined;
  /** What stays the same where a file is filed away under another name. */
  keyOf?(path: string): string | undefined;
  /** The ids of the claims without the claims, where they can be had much faster; nearly always the same. */
  idsOf?(file: SourceFile): readonly string[];
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
  /** Who did the work; absent where the landing is not known, or its commits were not asked. */
  readonly agents?: LandingAgents;
}
/** What a claim says was done to a path. Of one that is `read` or `mentioned`, it says nothing that Git could know. */
type Act = 'made' | 'deleted' | 'moved-from' | 'moved-to' | 'read' | 'mentioned';
/** How much of a path is written. */
type PathKind =
/** Folder, name and extension: what may be missed. */
'full' |
/** A file of which the place is not given in full, so that its absence says nothing. */
'bare' |
/** A folder, or something that may be one. */
'folder' | 'glob';
/** A path that a claim names. */
interface NamedPath {
  /** With forward slashes, without a place in the file, without `./`. */
  readonly path: string;
  readonly kind: PathKind;
  readonly act: Act;
}
/** Work that is said to be done: a ticked task, or a row in a list of files. */
interface WorkClaim extends ClaimBase {
  readonly kind: 'task' | 'file';
  /** In the order of the text. */
  readonly paths: readonly NamedPath[];
  /** Words that let the work be elsewhere or undone; `undefined` where there are none. */
  readonly excuse: string | undefined;
  /** Ids of stories and requirements that the claim names, such as `US1` or `FR-003`. */
  readonly refs: readonly string[];
}
/** A commit that is said to have done a task. */
interface CommitClaim extends ClaimBase {
  readonly kind: 'commit';
  /** As written, seven digits at least. */
  readonly hash: string;
  /** What the task is called. */
  readonly subject: string;
}
/** What a change that was filed away says of a requirement in the specifications. */
interface DeltaClaim extends ClaimBase {
  readonly kind: 'delta';
  readonly operation: 'added' | 'modified' | 'removed' | 'renamed';
  /** The folder of the specification below `specs/`. */
  readonly capability: string;
  /** Title of the requirement, after a renaming the new one. */
  readonly title: string;
  /** The former title, of one that was renamed. */
  readonly from: string | undefined;
}
/** A claim of a source that is found by its files. */
type SourceClaim = WorkClaim | CommitClaim | DeltaClaim;
/** Where a named path is in the history. */
interface Found {
  /** As Git knows it. */
  readonly path: string;
  readonly when: 'landing' | 'before' | 'later' | 'aside';
  readonly evidence: string;
  readonly commit: string | undefined;
  /** Whether it still stands after the commit that made the claim. */
  readonly stands: boolean;
}
/** Something that stands beside a verdict and decides nothing. */
interface Sign {
  readonly kind: 'late' | 'elsewhere' | 'documents-only';
  /** As a sentence, without a full stop. */
  readonly words: string;
}
/** A claim of a file with what became of it. */
interface JudgedSourceClaim {
  readonly claim: SourceClaim;
  readonly verdict: Verdict;
  readonly signs: readonly Sign[];
  /** The commit that made the claim; `undefined` where it is not known. */
  readonly commit: Commit | undefined;
  /** The named paths that the history has, as the workspace knows them. */
  readonly found: readonly Found[];
  /** Why a person let a contradicted claim stand, where one did. */
  readonly accepted?: string;
}
/** A file of a source with the verdict on each of its claims. */
interface JudgedFile {
  readonly source: FileSource<SourceClaim>;
  readonly path: string;
  readonly claims: readonly JudgedSourceClaim[];
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
/**
 * The line on which records land: the first-parent chain of HEAD where that is on the main branch. On another branch
 * it is the chain up to the merge base, and then all that the branch adds as one commit, which is how the branch will
 * land whatever the way it is merged.
 */
export declare function headLine(history: KnownHistory): Line;
/** A path as a row writes it, without `./`; `undefined` for what cannot be one file or folder of the repository. */
export declare function repositoryPath(written: string): string | undefined;
/** A decision that a text says was made on the way, or a deviation from what was planned. */
interface MadeDecision {
  readonly kind: 'decision' | 'deviation';
  readonly decision: string;
  /** Empty where the text gives none. */
  readonly rationale: string;
  /** What else was considered; empty where the text does not say. */
  readonly options: string;
  readonly file: string;
  readonly line: number;
}
/** Something that a specification asks for. */
interface Requirement {
  /** As tasks name it: `FR-003`, `US1`, a number; a title where it has no other name. Unique within its specification. */
  readonly id: string;
  /** `FR`, `US` and the like: tasks name all of one kind, or none. */
  readonly kind: string;
  readonly text: string;
  /** What a change does to it, where the tool says so. */
  readonly operation: 'added' | 'modified' | 'removed' | 'renamed' | undefined;
  readonly file: string;
  readonly line: number;
}
/** The stories and requirements that a text names. */
interface NamedRequirements {
  /** Their ids, such as `US1`, `FR-003`, or the number of one that has no other name. */
  readonly refs: readonly string[];
  /** Kinds of which it names more than could be read, such as `FR`; `numbered` for those with a number alone. */
  readonly unread: readonly string[];
}
/** A task of a list, done or not. */
interface Task extends NamedRequirements {
  /** As the list calls it; `undefined` where it has no name of its own. */
  readonly id: string | undefined;
  /** What is to be done, shortened, without its name and its marks. */
  readonly text: string;
  readonly isTicked: boolean;
  /** The heading above it. */
  readonly section: string | undefined;
  readonly line: number;
}
/** What another tool keeps as one specification, as its files tell of it. */
interface SpecFolder extends SpecPlace {
  readonly source: SourceName;
  /** What the people who use the tool call it. */
  readonly tool: string;
  readonly title: string;
  /** Its texts, the one that says what is wanted first. */
  readonly files: readonly SpecFile[];
  readonly requirements: readonly Requirement[];
  readonly tasks: readonly SpecTask[];
  /** What its texts say was decided on the way. */
  readonly decisions: readonly MadeDecision[];
  /** Whether any of its texts says that something was done. */
  readonly makesClaims: boolean;
}
/** A text of a specification. */
interface SpecFile extends SourceFile {
  /** Below the folder; the name of a file that stands alone. */
  readonly below: string;
  readonly isMarkdown: boolean;
  /** Its first heading, where nothing stands above that. */
  readonly heading: string | undefined;
  readonly links: readonly Link[];
}
/** A task with the file that lists it. */
interface SpecTask extends Task {
  readonly file: string;
}
/** Whether a path is that of a text which a specification of another tool may be shown with. */
export declare function isSpecText(path: string): boolean;
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
      verdict: "outdated" | "verified" | "contradicted" | "unverifiable" | "undeclared";
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
/** The latest execution of a specification: by the time it gives, then by its name. */
export declare function latestExecution(records: readonly ProvenanceRecord[]): ProvenanceRecord | undefined;
/**
 * The first 64 KiB of a file as text, for showing what cannot be read as a record: a byte that is no text becomes a
 * replacement character.
 * @param file relative to `root`, with forward slashes
 * @returns `undefined` where it is no regular file inside the root, or may not be read
 */
export declare function readBeginning(root: string, file: string): string | undefined;
/** The configuration cannot be read, or says what it may not. */
export declare class ConfigError extends HelpfulError {
  readonly name = "ConfigError";
  /** One error for all problems of a configuration. */
  static of(problems: readonly ConfigProblem[], file?: string): ConfigError;
}
/** Which objects to read, and whether the clone may lack some. */
interface ObjectRequest {
  readonly ids: Iterable<string>;
  /** Whether the clone left objects behind; asking Git for one of those ends the whole command. */
  readonly partial: boolean;
}
/** SHA-256 of a text as UTF-8, in hexadecimal. */
export declare function digestText(text: string): string;
/** SHA-256 of bytes, in hexadecimal. */
export declare function digestBytes(bytes: Uint8Array): string;
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
/** The folder given holds no records at all, so there is nothing to judge. */
export declare class NoWorkspaceError extends HelpfulError {
  readonly name = "NoWorkspaceError";
  constructor(message: string);
}
/** Where ratifications are kept, relative to the root; a file each. */
export declare const RATIFIED_FOLDER = ".sdd/ratified";
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
/** What was found in a repository, told apart by what is to be made of it. Every list is sorted by file and place. */
interface Findings {
  /** What nobody has let stand: for people to fix. Entries of the baseline that match nothing are among it. */
  readonly fresh: readonly Finding[];
  /** What the baseline knows. */
  readonly known: readonly Finding[];
  /** Findings of security rules that the default branch lets stand. */
  readonly waived: readonly Waived[];
  /** Why there may be waivers that were not read. */
  readonly gap: string | undefined;
  readonly baseline: BaselineFile;
}
/** The file of known findings as it reads. */
interface BaselineFile {
  /** Relative to the root. */
  readonly path: string;
  /** `undefined` where there is no such file. */
  readonly text: string | undefined;
  readonly baseline: Baseline | undefined;
}
/** What a change of files came to. */
interface Update {
  /** Paths of records that are new. */
  readonly added: readonly string[];
  /** Paths of records that read otherwise. */
  readonly changed: readonly string[];
  /** Paths of records that are gone. */
  readonly removed: readonly string[];
  /**
   * Paths of files of which anything may be told otherwise now: those above, records that they refer to or that refer
   * to them, records that have another address, and files with other findings.
   */
  readonly affected: ReadonlySet<string>;
  /** Whether the configuration or a template changed, so that anything may be told otherwise of any record. */
  readonly isWhole: boolean;
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
/** The provenance records of a repository held against a history, and what else is asked of that history. */
interface Evidence {
  readonly history: History;
  readonly accepted: AcceptedClaims;
  /** Every provenance record, in the order of the corpus; judged when first asked for. */
  judged(): Promise<readonly JudgedRecord[]>;
  /** Every file of another source of claims, in the order of their paths; found and judged when first asked for. */
  files(): Promise<readonly JudgedFile[]>;
  /** Accepted claims that no record needs. */
  unused(): Promise<readonly Acceptance[]>;
  /** What landed for records, as attestations or the reason why there is none; by default for all. */
  statements(records?: readonly JudgedRecord[]): Promise<ReadonlyMap<ProvenanceRecord, StatementResult>>;
  /**
   * Carries out the checks of a specification, on the files as they stand. A command is not run: its result is given,
   * or the step stays without one.
   */
  validate(request: ValidationRequest): Promise<readonly ValidatedStep[]>;
  /** Asks something of the history, with all the texts in it; of nothing where there is no history. */
  ask<T>(question: (context: Context | undefined) => T): Promise<T>;
}
/** What to validate. */
type ValidationRequest = Pick<ValidationCase, 'spec' | 'record' | 'moment'> & Partial<Pick<ValidationCase, 'tree' | 'commands'>>;
/** The file of claims that people let stand. */
interface AcceptedClaims {
  /** None where the file cannot be read. */
  readonly claims: readonly Acceptance[];
  /** The file as it reads; `undefined` where there is none, or none that can be read. */
  readonly text: string | undefined;
  readonly problem: {
    readonly message: string;
    readonly line: number;
  } | undefined;
}
/** A file that differs between a commit and the working tree. */
interface Difference {
  /** Relative to `root`. */
  readonly path: string;
  readonly status: 'created' | 'modified' | 'deleted';
}
/** A change to the text of one file; paths are relative to the root, with forward slashes. */
type TextChange = {
  readonly kind: 'create';
  readonly path: string;
  readonly after: string;
} | {
  readonly kind: 'edit';
  readonly path: string;
  readonly before: string;
  readonly after: string;
} | {
  readonly kind: 'move';
  readonly from: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
};
/** A change to one file, which need not hold text where it goes elsewhere as it is. */
type FileChange = TextChange | {
  readonly kind: 'carry';
  readonly from: string;
  readonly path: string;
};
/** A comment in code that names a decision. */
interface Marker {
  /** From the root. */
  readonly file: string;
  readonly line: number;
  /** The line it stands in. */
  readonly words: string;
}
/** Where code and decisions speak of each other. */
interface CodeLinks {
  /**
   * The files that each decision governs and that Git tracks, by path; a decision without patterns is absent.
   * `undefined` where Git lists no files.
   */
  readonly governed: ReadonlyMap<AdrRecord, readonly string[]> | undefined;
  /** The comments that name each decision, by file and line; a decision that none names is absent. */
  readonly markers: ReadonlyMap<AdrRecord, readonly Marker[]>;
}
/** What a repository is opened with. */
interface StateOptions {
  /** Absolute path. */
  readonly root: string;
  /** Whether `docket.config.ts` may be run; it is code of the repository. */
  readonly runsCode: boolean;
  /** Whether a folder that the configuration names may be missing, as before it was made. */
  readonly mayLackFolders: boolean;
  /** Whether specifications and task lists of other tools are enough where there are no records. */
  readonly mayLackRecords?: boolean | undefined;
  /** Folder of the decisions, in the place of all that the configuration says of that. */
  readonly folder?: string | undefined;
  /** How much is asked of records; by default what the configuration or the records say. */
  readonly profile?: Profile | undefined;
  /** The day it is, as YYYY-MM-DD; by default the clock's, or that of `SOURCE_DATE_EPOCH`. */
  readonly today?: string | undefined;
  /** Branch or commit since which the history is judged, too; by default the one of the configuration. */
  readonly base?: string | undefined;
  /** Ids of the only rules to ask; by default all. */
  readonly only?: readonly string[] | undefined;
  /**
   * Whether a record is judged as soon as it is read and its tree let go: for who wants findings of a long log, and
   * nothing that needs the texts in parts.
   */
  readonly isLean?: boolean | undefined;
  /** By default that of the process. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
}
/** What is compared, and what is said of it. */
interface ChangeQuestion {
  /** Branch or commit. */
  readonly base: string;
  /** Branch or commit; the working tree where not given. */
  readonly head?: string | undefined;
  /** Text of the pull request, as Markdown: what it says in comments and code names nothing. */
  readonly text?: string | undefined;
}
/** How a repository is opened. */
interface SessionOptions extends Partial<Omit<StateOptions, 'root'>> {
  /** Folder that holds the records. */
  readonly root: string;
}
/** An open repository: read, judged and held against history, each when first asked for and once. */
interface Session {
  /** Absolute path. */
  readonly root: string;
  readonly config: DocketConfig;
  /** The day as of which records are judged, as YYYY-MM-DD. */
  readonly today: string;
  /** The records as one index. After `update` it is another one. */
  readonly corpus: Corpus;
  /** What reading the files found: those that could not be read, and templates that are missing. */
  readonly unreadable: readonly Finding[];
  /** How many files were looked at, readable or not. */
  readonly fileCount: number;
  /** Where decisions were looked for; `undefined` where all Markdown of one folder is held to the template. */
  readonly discovery: Discovery | undefined;
  /** Every rule that a finding may name. */
  readonly rules: readonly RuleFacts[];
  /** Text of a record or of a document that cites one, as it was read. */
  textOf(file: string): string | undefined;
  /**
   * What all rules find in records and in the documents that cite them, obeying disable comments, waivers and baseline.
   * @throws {HelpfulError} where the baseline, or the history since the base of the configuration, cannot be read
   */
  findings(): Promise<Findings>;
  /**
   * What all rules would find if texts were saved; the session stays as it is.
   * @param texts by path relative to the root
   * @throws {HelpfulError} as `findings` does
   */
  findingsWith(texts: ReadonlyMap<string, string>): Promise<Findings>;
  /**
   * Git's history.
   * @throws {GitError} where Git fails
   */
  history(): Promise<History>;
  /**
   * The provenance records held against a history, by default Git's.
   * @throws {GitError} where Git fails
   */
  evidence(history?: History): Promise<Evidence>;
  /** What people ratified, held against what the default branch says of keys and of what must be ratified. */
  ratifications(): Promise<Ratifications>;
  /**
   * What changed in the records between the commit at which a base and a head went apart, and the head. Code of neither
   * moment is run: a branch that is compared may be anybody's.
   * @param base branch or commit
   * @param head branch or commit; the working tree where not given
   * @throws {HelpfulError} where a name stands for no commit, Git cannot compare the two, the head has no records, or a
   * configuration cannot be read
   */
  difference(base: string, head?: string): Promise<Changes>;
  /**
   * The files that differ in the working tree from a branch or commit.
   * @throws {HelpfulError} where the name stands for no commit, or Git cannot compare
   */
  filesSince(base: string): Promise<readonly Difference[]>;
  /**
   * The decisions that say that they govern files which differ from a branch or commit, with what is said of them.
   * @throws {HelpfulError} where a name stands for no commit, or Git cannot compare
   */
  governed(question: ChangeQuestion): Promise<readonly GovernedChange[]>;
  /** The files that decisions govern, and the comments in code that name decisions. */
  codeLinks(): Promise<CodeLinks>;
  /**
   * Reads again what changed and judges what that affects. Where it fails, the session is as it was, and what was told
   * is read with the next call.
   * @param paths of files and folders that may have changed, or are new or gone: absolute, or relative to the root
   * @param texts texts that stand for files as if they were saved, by path relative to the root, until they are told
   *   without one; such as those an editor holds
   */
  update(paths: Iterable<string>, texts?: ReadonlyMap<string, string>): Promise<Update>;
  /**
   * Paths of what was read, and of new records, that look otherwise on disk than when this was asked last: for who is
   * not told of changes. New documents are not among them.
   */
  outdated(): readonly string[];
  /**
   * Writes changes to files, all or none, while nobody else writes below the root, and reads them.
   * @param plan gives the changes; called when nobody else can write any more
   * @throws {ApplyError} where a file is not as the change expects it, or another process writes for long
   */
  apply<P extends Plan>(plan: () => P | Promise<P>): Promise<P>;
}
/** Something to write. */
interface Plan {
  readonly changes: readonly FileChange[];
}
/**
 * Opens a repository, after undoing what an interrupted run has left half written.
 * @throws {NoWorkspaceError} where `root` is no folder, or has none of the record folders
 * @throws {ConfigError} where a configuration cannot be read
 * @throws {ApplyError} where another process writes for long, or what was left cannot be undone
 */
export declare function openSession(options: SessionOptions): Promise<Session>;
/** A log of another repository, open for reading. */
interface OpenLog extends Omit<OtherCorpus, 'corpus'> {
  /** Of the repository that holds it, judged by its own configuration; none of its code was run. */
  readonly session: Session;
  /** Whether anything of it had to be fetched; `undefined` where nothing ever is. */
  readonly isNew: boolean | undefined;
  /** What its readers should know, such as that it could not be asked for what is new. */
  readonly notes: readonly string[];
  /** What earlier committed texts stated, by path from its root, where no history is here to tell. */
  readonly pastOf?: ((path: string) => readonly PastState[]) | undefined;
  /** Makes the contents of commits, by the ids of their blobs, readable. */
  bring(ids: Iterable<string>): Promise<void>;
}
/** A log that cannot be shown, and why; those beside it are none the worse. */
interface ClosedLog {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  readonly help: string;
}
/** How the logs of other repositories are opened. */
interface LogOpening {
  /** Absolute path of the folder in which fetched repositories are kept; by default in that of the user. */
  readonly cache?: string | undefined;
  /** Hears how far it is. */
  readonly tell?: ((progress: string) => void) | undefined;
}
/**
 * Opens the logs of other repositories that a configuration names: other checkouts as they lie there, branches that are
 * fetched, and what other sites publish. One that cannot be had is told of and left out.
 * @param session of the repository whose configuration names them
 */
export declare function openOtherLogs(session: Pick<Session, 'config' | 'root'>, { cache, tell }?: LogOpening): Promise<{
  readonly logs: readonly OpenLog[];
  readonly closed: readonly ClosedLog[];
}>;
/** A Markdown file of a repository that is no record, as its page on a site shows it. */
interface OwnPage {
  /** Relative to the root. */
  readonly path: string;
  /** Relative to the folder of the pages. */
  readonly below: string;
  /** The whole text, frontmatter included. */
  readonly text: string;
  /** The text without its frontmatter, and without a heading above all else that says the title. */
  readonly body: string;
  /** From the frontmatter, else the first heading, else the name of the file. */
  readonly title: string;
  /** Whether the first heading says the title, too. */
  readonly opensWithTitle: boolean;
  readonly description: string | undefined;
  /** What a menu calls it; `undefined` where that is the title. */
  readonly label: string | undefined;
  /** Its place in a menu; those that have none come last. */
  readonly order: number | undefined;
  /** Whether a menu lists it. */
  readonly isListed: boolean;
  readonly links: readonly Link[];
}
/** The pages of a folder. */
interface OwnPages {
  /** The folder, relative to the root; `.` for the root itself. */
  readonly folder: string;
  /** Sorted by path. */
  readonly pages: readonly OwnPage[];
  /** Paths of files that could not be read, as one that a link leads out of the repository to. */
  readonly unread: readonly string[];
  /** What the pages link to, outside the records. */
  readonly surroundings: Surroundings;
}
/**
 * Reads the Markdown files of a folder that are neither records nor their templates. Left out are drafts, files and
 * folders whose names begin with `_` or `.`, and sites that Docket made. Of the frontmatter, title, description and
 * place in the menu are read, as Starlight has them, and nothing that would be markup or code.
 * @param root absolute path
 * @param written the folder, relative to the root
 * @returns `undefined` where there is no such folder inside the root
 */
export declare function readOwnPages(root: string, written: string, corpus: Corpus): OwnPages | undefined;
/** The specifications that other tools keep in a repository. */
interface SpecFolders {
  /** In the order of their folders. */
  readonly folders: readonly SpecFolder[];
  /** Paths of texts that could not be read. */
  readonly unread: readonly string[];
  /** What their texts link to, outside the records. */
  readonly surroundings: Surroundings;
}
/**
 * Reads the specifications of Spec Kit, OpenSpec, Kiro, GSD and BMAD, all that Git knows or could. A record is none of
 * their texts.
 * @param root absolute path
 */
export declare function readSpecFolders(root: string, corpus: Corpus): Promise<SpecFolders>;
/**
 * The address of the web view of the repository whose top a root is, as its remotes tell; `undefined` where none does.
 * What lies below has other paths there, so that no address of a file would be right.
 */
export declare function webAddressOfRoot(root: string): Promise<string | undefined>;
export { type ArtifactClaim, CONFIG_FILES, type Claim, type ClaimKind, type ClosedLog, type CodeLinks, type Context, type Evidence, type ExecutionStatement, type Fate, type Findings, type GitTag, type JudgedClaim, type JudgedFile, type JudgedRecord, type JudgedSourceClaim, type MadeDecision, type Marker, type Notice, type Observation, type OpenLog, type OwnPage, type OwnPages, type Plan, type Requirement, type Session, type SessionOptions, type SpecFile, type SpecFolder, type SpecFolders, type SpecTask, type Unknown, type Update, type ValidatedStep, type Verdict, type Waived };