import { Heading, Nodes, Parents, PhrasingContent, Root, RootContent } from "mdast";
/** Names of the configuration files, at the root of the repository: data that is only read, and code that is run. */
export declare const CONFIG_FILES: {
  readonly data: "docket.config.json";
  readonly code: "docket.config.ts";
};
/** What a configuration may say. */
export type DocketConfig = {
  $schema?: string | undefined;
  paths?: {
    adr?: string | undefined;
    spec?: string | undefined;
    provenance?: string | undefined;
  } | undefined;
  logs?: {
    id: string;
    title?: string | undefined;
    root?: string | undefined;
    repository?: string | undefined;
    published?: string | undefined;
    key?: string | undefined;
    branch?: string | undefined;
    paths?: {
      adr?: string | undefined;
    } | undefined;
  }[] | undefined;
  templates?: {
    adr?: string | undefined;
    spec?: string | undefined;
    provenance?: string | undefined;
  } | undefined;
  roles?: Partial<Record<"metadata" | "provenance" | "context" | "drivers" | "options" | "decision" | "consequences" | "positive" | "negative" | "risks" | "confirmation" | "agent-decisions" | "references" | "governs" | "task" | "steps" | "actions" | "decisions" | "deviations" | "artifacts" | "results", string[]>> | undefined;
  profile?: "strict" | "recommended" | undefined;
  rules?: Record<string, "error" | "warning" | "info" | "off" | {
    severity?: "error" | "warning" | "info" | "off" | undefined;
    status?: Partial<Record<"Proposed" | "Accepted" | "Rejected" | "Deprecated" | "Superseded", "error" | "warning" | "info" | "off">> | undefined;
    options?: Record<string, unknown> | undefined;
  }> | undefined;
  instances?: Record<string, {
    rule: string;
    options: Record<string, unknown>;
    severity?: "error" | "warning" | "info" | undefined;
    kinds?: ("adr" | "spec" | "provenance")[] | undefined;
    message?: string | undefined;
    help?: string | undefined;
  }> | undefined;
  overrides?: {
    files: string[];
    rules: Record<string, "error" | "warning" | "info" | "off" | {
      severity?: "error" | "warning" | "info" | "off" | undefined;
      status?: Partial<Record<"Proposed" | "Accepted" | "Rejected" | "Deprecated" | "Superseded", "error" | "warning" | "info" | "off">> | undefined;
      options?: Record<string, unknown> | undefined;
    }>;
  }[] | undefined;
  documents?: {
    include?: string[] | undefined;
    exclude?: string[] | undefined;
  } | undefined;
  base?: string | undefined;
  baseline?: string | undefined;
  waivers?: {
    rule: string;
    files: string[];
    reason: string;
  }[] | undefined;
  ratification?: {
    require?: ("agent-decisions" | "agent-records")[] | undefined;
    agents?: string[] | undefined;
    humans?: string[] | undefined;
    signers?: string | undefined;
    keyring?: string | undefined;
  } | undefined;
  site?: string | undefined;
  reference?: boolean | undefined;
  brand?: {
    name?: string | undefined;
    description?: string | undefined;
    accent?: {
      light: string;
      dark: string;
    } | undefined;
    logo?: string | undefined;
    favicon?: string | undefined;
  } | undefined;
  links?: {
    repository?: string | undefined;
    edit?: string | undefined;
    discuss?: string | undefined;
  } | undefined;
  language?: {
    tag: string;
    words?: string | undefined;
  } | undefined;
  pages?: string | undefined;
  features?: {
    credit?: boolean | undefined;
    logRows?: number | undefined;
    printLimit?: number | undefined;
    socialLimit?: number | undefined;
  } | undefined;
  checks?: Record<string, {
    argv: string[];
    timeLimit?: number | undefined;
    expectedExit?: number | undefined;
    configuration?: string[] | undefined;
  }> | undefined;
};
/** How much is asked of records. */
export type Profile = NonNullable<DocketConfig['profile']>;
/** Who ratifies what. */
type RatificationConfig = NonNullable<DocketConfig['ratification']>;
/** Something wrong in a configuration: the key as a path, then found and expected. */
export interface ConfigProblem {
  /** Such as `rules.file-name.severity`; empty for the whole. */
  readonly key: string;
  readonly message: string;
  /** Where it stands in the file, both from 1; absent where the configuration is code. */
  readonly at?: {
    readonly line: number;
    readonly column: number;
  };
}
/**
 * What a rule says about a document: the one value every view of a problem is made from
 * (terminal, JSON, annotations, build errors).
 */
/** How much a finding weighs: an `error` refuses the build, a `warning` is shown, `info` is only told. */
export type Severity = 'error' | 'warning' | 'info';
/** A place in a text. `line` and `column` count from 1 in UTF-16 units; `offset` counts from 0. */
interface Point$1 {
  line: number;
  column: number;
  offset: number;
}
/** A stretch of text; `end` is the first place after it. */
export interface Span {
  start: Point$1;
  end: Point$1;
}
/** A second place that explains a finding, such as the other record of a contradiction. */
interface Related {
  file: string;
  span: Span;
  label: string;
}
/** One replacement in a text; an empty span inserts. */
interface Edit {
  readonly span: Span;
  readonly text: string;
}
/** The fix of a finding that has only one right result: edits to the finding's own file, made all or none. */
interface Fix {
  readonly edits: readonly Edit[];
  /** The byte-order mark goes too; it stands before the text, where no edit reaches. */
  readonly dropsByteOrderMark?: true;
}
/** What stands somewhere, and what should; backticks round values, no full stop. */
interface Mismatch {
  /** Follows `Unexpected` in a sentence. */
  readonly found: string;
  /** Follows `expected` in a sentence; absent where nothing should stand there. */
  readonly expected?: string;
}
/** What is wrong: a mismatch, or a sentence of somebody else. */
export type Wording = (Mismatch & {
  /** A team's own sentence, shown in place of the one that the parts make. */
  readonly words?: string;
}) | {
  /** A sentence that is shown as it is and has no parts, such as one of another program. */
  readonly words: string;
  readonly found?: undefined;
  readonly expected?: undefined;
};
/** One problem at one place. `help` says how to fix it; `file` is relative to the root, with forward slashes. */
export type Finding = Wording & {
  rule: string;
  severity: Severity;
  file: string;
  span: Span;
  help: string;
  related: readonly Related[];
  /** Absent where a person has to choose. */
  fix?: Fix;
};
/** The sentence that tells what is wrong: `Unexpected …, expected …`, or the words in its place. */
export declare function messageOf({ found, expected, words }: Wording): string;
/** Sorts by file, then place, then rule, so that every report has one stable order. */
export declare function compareFindings(a: Finding, b: Finding): number;
/** Which part of a date like `3/4/2024` comes first. */
type DateOrder = 'day-first' | 'month-first';
/** What a section is for, whatever its heading says. */
declare const ROLES: readonly ["context", "drivers", "options", "decision", "consequences", "positive", "negative", "risks", "confirmation", "agent-decisions", "references", "governs", "task", "metadata", "provenance", "steps", "actions", "decisions", "deviations", "artifacts", "results"];
/** What a section is for, whatever its heading says. */
export type Role = (typeof ROLES)[number];
/** Headings that play a role. */
type Headings = Readonly<Partial<Record<Role, readonly string[]>>>;
/** Why a file in a folder of records is none. */
type LeftOutReason = 'index' | 'template' | 'annex' | 'no decision';
/** A file that lies among records and is none. */
interface LeftOut {
  readonly path: string;
  readonly reason: LeftOutReason;
}
/** What led to a folder of records. */
type FoundBy = 'configuration' | 'other tool' | 'well-known folder' | 'content';
/** A decision log: one folder, with the folders below it. */
export interface FoundLog {
  /** Relative to the root; `.` for the root itself. */
  readonly folder: string;
  readonly foundBy: FoundBy;
  /** The file of another tool that names the folder. */
  readonly namedIn?: string | undefined;
  /** What the configuration calls it; else its folder says what it is called. */
  readonly name?: string | undefined;
  /** Paths of the records, in order. */
  readonly records: readonly string[];
  readonly leftOut: readonly LeftOut[];
}
/** A folder that was looked at and holds no records. */
interface EmptyFolder {
  readonly folder: string;
  readonly foundBy: FoundBy;
  readonly namedIn?: string | undefined;
  readonly leftOut: readonly LeftOut[];
}
/** What looking for records gave. */
export interface Discovery {
  readonly logs: readonly FoundLog[];
  /** Folders that were looked at in vain, in the order of looking. */
  readonly empty: readonly EmptyFolder[];
}
/** Version of the statement. */
export declare const PUBLISHED_VERSION = 1;
/** Where a site has its statement, and the signed envelope of it, below its base. */
export declare const PUBLISHED_PATHS: {
  readonly statement: "api/published.json";
  readonly envelope: "api/published.intoto.json";
};
/** Pictures that the decisions of one site show and that are joined. */
export declare const MAX_PUBLISHED_PICTURES = 20000;
/** Largest picture that is joined, in bytes. */
export declare const MAX_PICTURE_BYTES: number;
/** What the files of one site may take in sum, each as often as it stands in the repository, in bytes. */
export declare const MAX_PUBLISHED_BYTES: number;
/** Where a text stands beside the statement, by its digest, unless the statement names another place. */
export declare function publishedText(sha256: string): string;
/** Where a site has a file that its records show, by its path in the repository. */
export declare function publishedPicture(path: string): string;
/** Whether a record with this path can be stated. */
export declare function isPublishableText(path: string): boolean;
/** Whether a file with this path can be stated as one that records show. */
export declare function isPublishablePicture(path: string): boolean;
/** The statement of a site. */
export type Published = {
  version: 1;
  repository: string | null;
  commit: string | null;
  reading: {
    folders: string[];
    roles?: Record<string, string[]> | undefined;
  };
  records: {
    path: string;
    sha256: string;
    title: string;
    status: "Proposed" | "Accepted" | "Rejected" | "Deprecated" | "Superseded" | null;
    date: string | null;
    past: {
      day: string;
      status: "Proposed" | "Accepted" | "Rejected" | "Deprecated" | "Superseded" | null;
      date: string | null;
    }[];
    errors: number;
    text?: string | undefined;
    verdicts?: {
      verified: number;
      contradicted: number;
      outdated: number;
      unverifiable: number;
    } | undefined;
  }[];
  site?: string | undefined;
  pictures?: {
    path: string;
    sha256: string;
  }[] | undefined;
};
/** What a site states of one decision. */
export type PublishedRecord = Published['records'][number];
/** Where the records of a repository stand, and how their files and sections are named. */
/** The three kinds of record. */
export declare const RECORD_KINDS: readonly ["adr", "spec", "provenance"];
/** An architecture decision record, the spec that ordered work, or the record of how a spec was carried out. */
export type RecordKind = (typeof RECORD_KINDS)[number];
/** A decision log that the configuration names, with a folder of the repository that holds it. */
interface LogPlace {
  /** What its records are called by before their numbers, and their addresses begin with; empty for the main log. */
  readonly name: string;
  /** As readers see it. */
  readonly title: string;
  /** What it is called where that is written out, such as in `payments/ADR-012`. */
  readonly id: string;
  /** What it is the log of: a folder relative to the root; `.` for the whole repository. */
  readonly root: string;
  /** Folder of its records, relative to the root; `undefined` where they are looked for. */
  readonly folder: string | undefined;
  /** The repository that holds it, where that is another. */
  readonly home?: LogHome | undefined;
}
/** Another repository whose log is shown beside one's own. */
export interface LogHome {
  /** What its paths begin with, so that they are nobody else's: `payments:`. */
  readonly mount: string;
  /** Address of its web view, without a slash at its end. */
  readonly repository: string | undefined;
  /** What stands for its branch in addresses of the web view. */
  readonly ref: string;
  /** How its own records are placed and named, by paths from its own root. */
  readonly layout: Layout;
  /** The site that publishes it, where its texts come from there. */
  readonly published?: PublishedHome | undefined;
}
/** A site that publishes its decisions, and what it states of them. */
export interface PublishedHome {
  /** Its address. */
  readonly site: string;
  /** Whether what it states is signed with the key that the configuration names; `unchecked` where it names none. */
  readonly signature: 'valid' | 'unchecked' | 'none';
  /** By path from the root of its repository. */
  readonly stated: ReadonlyMap<string, PublishedRecord>;
}
/** The place and naming of one kind of record. */
export interface KindLayout {
  /** Folder, relative to the root; `.` for the root itself. */
  folder: string;
  /** Template that is the contract of this kind, relative to the root. */
  template: string;
  /** File name pattern: group 1 is the number, group 2 the slug. */
  fileName: RegExp;
  /** The pattern in words, for messages. */
  fileNameShape: string;
  /** What this kind is called in a sentence. */
  noun: string;
  /** Headings that play a role because the configuration says so. */
  headings: Headings;
  /**
   * The logs whose records are read in any dialect, with any name; `undefined` where the records of the folder are held
   * to the template and its form alone.
   */
  logs?: readonly FoundLog[] | undefined;
  /** The logs that the configuration names, where it names some. */
  places?: readonly LogPlace[] | undefined;
  /** Address of the repository's web view, where records of other repositories may lead to it. */
  repository?: string | undefined;
  /** Whether day or month comes first in dates such as `3/4/2024`, where the records of the logs show it. */
  dateOrder?: DateOrder | undefined;
}
/** The place and naming of every kind. */
export type Layout = Readonly<Record<RecordKind, KindLayout>>;
/** The layout of a repository whose configuration names no other. */
export declare const LAYOUT: Layout;
/**
 * The kind a path belongs to by its folder, the innermost where one holds another; `undefined` outside the three
 * folders and for templates.
 */
export declare function kindOfPath(path: string, layout?: Layout): RecordKind | undefined;
/** The folders that hold the records of a kind: the one of the layout first, then those of further logs. */
export declare function foldersOfKind({ folder, places }: KindLayout): readonly string[];
/** A path below the folder of its kind that holds it; the whole path where none does. */
export declare function belowFolder(path: string, layout: KindLayout): string;
/** The other repository that a path belongs to, with the path from its root; `undefined` for one's own. */
export declare function homeOfPath({ adr: { places } }: Layout, path: string): {
  readonly home: LogHome;
  readonly path: string;
} | undefined;
/** The layout by which a record was read: that of the repository that holds it. */
export declare function layoutOfPath(layout: Layout, path: string): Layout;
/** What every rule tells of itself, wherever it comes from. */
export interface RuleFacts {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
  readonly kinds: readonly RecordKind[];
  /** The rule of Docket that it is an instance of, where a configuration adds it. */
  readonly instanceOf?: string;
}
/** A part of a file that an example changes: lines taken away, then lines put in their place. */
export interface ExampleChange {
  readonly file: string;
  /** Where the file as a whole is added, removed or renamed, in words; else empty. */
  readonly note: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}
/** A change to the example repository, and what the linter says about it. */
interface ExplainedExample {
  readonly changes: readonly ExampleChange[];
  readonly options: Readonly<Record<string, unknown>> | undefined;
  readonly findings: readonly Finding[];
  /** Texts of the repository after the change, by path. */
  readonly files: ReadonlyMap<string, string>;
}
/** An option of a rule. */
export interface RuleOption {
  readonly name: string;
  readonly description: string;
  /** As JSON; `undefined` where there is none. */
  readonly fallback: string | undefined;
}
/** All there is to say about a rule. */
export interface Explanation extends RuleFacts {
  /** The weights of a record's status, where they differ: `[Proposed, warning]`. */
  readonly byStatus: readonly (readonly [status: string, weight: string])[];
  readonly isFixable: boolean;
  readonly options: readonly RuleOption[];
  readonly bad: readonly ExplainedExample[];
  readonly good: readonly ExplainedExample[];
}
/** What a template asks of one section. */
interface SectionContract {
  readonly title: string;
  /** What the section is for; `undefined` where nothing says so. */
  readonly role: Role | undefined;
  readonly depth: number;
  /** Marked `<!-- docket: optional -->` below the heading. */
  readonly optional: boolean;
  /** Required sub-sections, in order; lettered ones are in `series` instead. */
  readonly children: readonly SectionContract[];
  /** Lettered sub-sections such as `Option A: …`, where the template has them. */
  readonly series: SeriesContract | undefined;
  /** Columns of the table the section holds, where the template has one. */
  readonly columns: readonly string[] | undefined;
  /** Place in the template. */
  readonly span: Span;
}
/** Lettered sub-sections: at least as many as the template shows, with the bold labels each of them has. */
interface SeriesContract {
  /** The word before the letter, such as `Option`. */
  readonly word: string;
  readonly minimum: number;
  /** Bold labels that open a list in each, such as `Pros`. */
  readonly labels: readonly string[];
}
/** What a template asks of every record of its kind. */
interface TemplateContract {
  readonly kind: RecordKind;
  readonly path: string;
  readonly sections: readonly SectionContract[];
  /**
   * Index in `sections` before which sections of the author's own may stand, as `<!-- docket: free sections -->`
   * marks it; `undefined` where the template allows none.
   */
  readonly freeBefore: number | undefined;
  /** Labels of the `**Label:** …` lines below the title. */
  readonly labels: readonly string[];
  /** Text in braces that an author replaces, such as `{The decision}`. */
  readonly placeholders: ReadonlySet<string>;
  /** Guidance comments an author deletes. */
  readonly guidance: ReadonlySet<string>;
}
/** Templates of the kinds that have one. */
type Templates = Readonly<Partial<Record<RecordKind, TemplateContract>>>;
/** What a repository agrees on for all its records. */
export interface Conventions {
  readonly templates: Templates;
  readonly layout: Layout;
}
/**
 * One place in a source file.
 */
interface Point {
  /**
   * Line in a source file (1-indexed integer).
   */
  line: number;
  /**
   * Column in a source file (1-indexed integer).
   */
  column: number;
  /**
   * Character in a source file (0-indexed integer).
   */
  offset?: number | undefined;
}
/**
 * Accessors for index.
 */
interface Location {
  /**
   * Get the `offset` from a line/column based `Point` in the bound indices;
   * returns `undefined` when given out of bounds input.
   *
   * @param point
   *   Line/column based `Point`.
   * @returns
   *   Offset.
   */
  toOffset(point?: PointLike | null | undefined): number | undefined;
  /**
   * Get the line/column based `Point` for `offset` in the bound indices;
   * returns `undefined` when given out of bounds input.
   *
   * @param offset
   *   Offset.
   * @returns
   *   `Point`.
   */
  toPoint(offset?: number | null | undefined): Point | undefined;
}
/**
 * Point from `unist`, allowed as input.
 */
interface PointLike {
  /**
   * Column.
   */
  column?: number | null | undefined;
  /**
   * Line.
   */
  line?: number | null | undefined;
  /**
   * Offset.
   */
  offset?: number | null | undefined;
}
/** How the text of a record is marked up. */
export type Format = 'markdown' | 'asciidoc' | 'restructured-text';
/** What the formats are called. */
export declare const FORMAT_NAMES: Readonly<Record<Format, string>>;
/** A limit that a text crosses, in the words of a finding, and where it does. */
interface Excess extends Mismatch {
  readonly help: string;
  readonly offset: number;
}
/**
 * A parsed text. Positions count UTF-16 units and refer to `text`, which carries no byte-order mark. Of a text in
 * another format the tree holds what its reader knows, as the same would stand in Markdown.
 */
export interface MarkdownDocument {
  readonly format: Format;
  readonly text: string;
  /** At most `MAX_DEPTH` levels deep. */
  readonly tree: Root;
  readonly lines: Location;
  /** Offset of the first text that is not in the tree because it is nested too deeply, if there is any. */
  readonly cutAt: number | undefined;
  /** The limit that the text crosses, if it does; then its tree is empty. */
  readonly excess: Excess | undefined;
  /** What a text in another format states of itself outside its running text, each name once. */
  readonly attributes: readonly StatedAttribute[];
}
/** An attribute of AsciiDoc, or a field of reStructuredText. */
interface StatedAttribute {
  /** As written. */
  readonly name: string;
  readonly children: readonly PhrasingContent[];
}
/**
 * Parses Markdown (CommonMark, GFM, YAML frontmatter) with the engine that also renders the site, so that what
 * is judged is what the reader sees. Never throws: every text is a document.
 */
export declare function parseMarkdown(text: string): MarkdownDocument;
/** The plain text of a node, without markup and without HTML comments. */
export declare function plainText(node: Nodes | readonly Nodes[]): string;
/** Visits every node below `root` in document order; `parents` run from the root down. */
export declare function walk(root: Nodes, visit: (node: Nodes, parents: readonly Parents[]) => void): void;
/** A heading with what stands below it. */
export interface Section {
  /** Plain text of the heading. */
  readonly title: string;
  /** The fragment that links to the heading, as GitHub and the site write it. */
  readonly slug: string;
  /** 1 for `#` to 6 for `######`. */
  readonly depth: number;
  readonly heading: Heading;
  /** The place of the heading. */
  readonly span: Span;
  /** From the heading to the last character before the next section of this or a higher level. */
  readonly extent: Span;
  /** Blocks before the first sub-section. */
  readonly blocks: readonly RootContent[];
  readonly children: readonly Section[];
}
/** A document cut at its headings. */
interface Outline {
  /** Blocks before the first heading, without the frontmatter. */
  readonly preamble: readonly RootContent[];
  /** Top-level sections in order: each heading that has no higher one before it. */
  readonly sections: readonly Section[];
  /** Every section, depth first, in document order. */
  readonly all: readonly Section[];
  /** Every fragment the document offers. */
  readonly slugs: ReadonlySet<string>;
}
/** The sections of a record by the role they play; a role that none plays is absent. */
type Sections = ReadonlyMap<Role, Section>;
/** An option that was considered. */
interface Option {
  /** `A` for `### Option A: …`. */
  readonly letter: string;
  /** Word and letter as written: `Option A`. */
  readonly label: string;
  /** Name without the letter and without `(chosen)`. */
  readonly name: string;
  readonly chosen: boolean;
  /** First paragraph: how it would work. Empty where there is none. */
  readonly summary: string;
  readonly pros: readonly string[];
  readonly cons: readonly string[];
  readonly section: Section;
}
/** A risk and what is done about it. */
interface Risk {
  /** The bold name that opens the item; empty where there is none. */
  readonly name: string;
  readonly text: string;
  /** Text after `Mitigation:`; `undefined` where none is given. */
  readonly mitigation: string | undefined;
  readonly span: Span;
}
/** A decision an agent took alone while carrying out the record. */
interface AgentDecision {
  readonly decision: string;
  readonly rationale: string;
  /** As written: `Yes`, `No` or `Review`, perhaps with a remark. */
  readonly acceptable: string;
  readonly span: Span;
}
/** What the body of a decision record says. Parts that are absent are empty lists. */
interface AdrBody {
  readonly options: readonly Option[];
  readonly risks: readonly Risk[];
  /** Without the row that says that there are none. */
  readonly agentDecisions: readonly AgentDecision[];
}
/** Where a text says a fact about itself. */
type FieldSource = 'yaml' | 'table' | 'bullet' | 'label' | 'heading' | 'section' | 'changelog' | 'attribute' | 'file-name';
/** A fact that a record states, wherever it stands. */
export interface Field<T> {
  /** `undefined` where nothing is written, and where what is written is not valid: unknown, never guessed. */
  readonly value: T | undefined;
  /** As written, without the marks of its form such as quotes; empty where nothing is. */
  readonly written: string;
  /** Where it stands; where it would stand, for what is not written. */
  readonly span: Span;
  readonly source: FieldSource;
}
/** A fact that is a list. */
interface ListField<T> extends Field<readonly T[]> {
  /** Each item as written, valid or not. */
  readonly items: readonly Field<T>[];
}
/** The fields that hold what a schema allows: a list for each of its lists. */
type FieldsOf<T> = { readonly [K in keyof T]-?: NonNullable<T[K]> extends readonly (infer I)[] ? ListField<I> : Field<NonNullable<T[K]>>; };
/** Something that is written where a field is expected, or missing there. */
interface FieldIssue {
  /** Name of the field; of a key that no field has, for `unknown`. */
  readonly field: string;
  /** `empty` is a field that is named and has no value. */
  readonly kind: 'missing' | 'empty' | 'unknown' | 'invalid';
  /** Index of the offending item where the field is a list. */
  readonly index: number | undefined;
  /** The value as it was read. */
  readonly value: unknown;
  /** Whether its type is the right one, so that only its form is wrong. */
  readonly isRightType: boolean;
  readonly span: Span;
}
/** A field that a second source states, too. */
interface Restated {
  readonly name: string;
  /** What the second source says. */
  readonly field: Field<unknown>;
  /** What counts. */
  readonly counts: Field<unknown>;
}
/** Another record as a text names it: by a link, a number or a file name. */
interface RecordReference {
  /** The words as written. */
  readonly text: string;
  /** Address of the link, where it is one. */
  readonly url: string | undefined;
  /** The number that the words or the address give, as written. */
  readonly number: string | undefined;
  /** The log before it, as written: `payments` of `payments/ADR-012`. */
  readonly log?: string;
  /** Offsets in the text of the line. */
  readonly at: number;
  readonly end: number;
}
/** The relations between decisions: how they are written and how each reads from the other side. */
/** Every relation key of an ADR's frontmatter. */
export declare const RELATION_TABLE: {
  readonly supersedes: {
    readonly forward: "Supersedes";
    readonly backward: "Superseded by";
    readonly meaning: "Replaces the earlier decision completely; stated in both records.";
    readonly symmetric: false;
  };
  readonly 'superseded-by': {
    readonly forward: "Superseded by";
    readonly backward: "Supersedes";
    readonly meaning: "The later decision that replaces this one; stated in both records.";
    readonly symmetric: false;
  };
  readonly amends: {
    readonly forward: "Amends";
    readonly backward: "Amended by";
    readonly meaning: "Changes part of an earlier decision that otherwise still holds.";
    readonly symmetric: false;
  };
  readonly refines: {
    readonly forward: "Refines";
    readonly backward: "Refined by";
    readonly meaning: "Keeps an earlier decision and settles or corrects one aspect of it.";
    readonly symmetric: false;
  };
  readonly 'depends-on': {
    readonly forward: "Depends on";
    readonly backward: "Required by";
    readonly meaning: "Builds on the earlier decision.";
    readonly symmetric: false;
  };
  readonly related: {
    readonly forward: "Related to";
    readonly backward: "Related to";
    readonly meaning: "Mentioned, used or followed up; the same in both directions, stated once.";
    readonly symmetric: true;
  };
};
/** A relation key of an ADR's frontmatter. */
type RelationType = keyof typeof RELATION_TABLE;
/** What a relation word says: the relation, and which of the two records states it of the other. */
interface RelationMeaning {
  readonly type: RelationType;
  /** Whether the other record is the one that has the relation: `Amended by` on the amended record. */
  readonly isInverse: boolean;
}
/** A relation that a record states of itself, before it is known which record is meant. */
interface StatedRelation extends RelationMeaning {
  /** Whether only a part of the decision is concerned. */
  readonly isPartly: boolean;
  /** The sections that are named, where it is about those alone. */
  readonly sections: readonly string[];
  readonly reference: RecordReference;
  readonly source: FieldSource;
  /** Offsets of the reference in the source. */
  readonly start: number;
  readonly end: number;
}
/** Something that keeps the frontmatter from being read as a mapping of keys. */
interface FrontmatterProblem extends Mismatch {
  help: string;
  span: Span;
  /** Where the same stands before, for what may stand once. */
  first?: Span;
}
/** A key as it is written. */
interface FrontmatterKey {
  readonly name: string;
  readonly span: Span;
}
/** The YAML block at the head of a record, with the place of every key and value. */
interface Frontmatter {
  /** Whether a block was opened on the first line. */
  readonly present: boolean;
  /** The whole block with its fences; empty at the start of the file where there is none. */
  readonly span: Span;
  /** Offsets of the YAML between the fences; both at the start of `span` where there is none. */
  readonly body: {
    readonly start: number;
    readonly end: number;
  };
  /** The keys as written. Empty where the block could not be read. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The keys in the order in which they are written. */
  readonly keys: readonly FrontmatterKey[];
  readonly problems: readonly FrontmatterProblem[];
  /** The place of a key, or of the opening fence where the key is absent. */
  keySpan(key: string): Span;
  /** The place of a key's value (of its `index`-th item for a list), or of the key where it has none. */
  valueSpan(key: string, index?: number): Span;
}
/**
 * Reads the frontmatter of a document. Strict YAML 1.2 (core schema: `2026-03-05` stays text, `yes` stays text),
 * duplicate keys refused. Never throws: what cannot be read is listed in `problems`.
 */
export declare function readFrontmatter(document: MarkdownDocument): Frontmatter;
type AdrMetadata = {
  title: string;
  description: string;
  status: "Proposed" | "Accepted" | "Rejected" | "Deprecated" | "Superseded";
  date: string;
  'decision-makers': string[];
  'prompted-by': string;
  tags: string[];
  supersedes?: (string | {
    adr: string;
    sections: string[];
  })[] | undefined;
  'superseded-by'?: (string | {
    adr: string;
    sections: string[];
  })[] | undefined;
  amends?: string[] | undefined;
  refines?: string[] | undefined;
  'depends-on'?: string[] | undefined;
  related?: string[] | undefined;
  spec?: string | undefined;
  governs?: (string | {
    files: string;
    require: "acknowledgement";
  })[] | undefined;
  'review-by'?: string | undefined;
  'revisit-when'?: string | undefined;
  'provisional-until'?: string | undefined;
  adopted?: "done" | "abandoned" | "planned" | "partial" | undefined;
  'adopted-on'?: string | undefined;
};
type SpecMetadata = {
  title: string;
  description?: string | undefined;
  status?: "Proposed" | "Accepted" | "Rejected" | "Deprecated" | "Superseded" | undefined;
  date?: string | undefined;
  'decision-makers'?: string[] | undefined;
  'prompted-by'?: string | undefined;
  tags?: string[] | undefined;
  checks?: Record<string, {
    'file-exists': string;
  } | {
    'file-absent': string;
  } | {
    frontmatter: {
      file: string;
      key: string;
      like: string;
    };
  } | {
    text: {
      file: string;
      all: string[];
      section?: string | undefined;
    };
  } | {
    sections: {
      file: string;
      template?: string | undefined;
      names?: string[] | undefined;
    };
  } | {
    options: {
      file: string;
      letters: string[];
      'trade-offs'?: boolean | undefined;
    };
  } | {
    links: {
      file: string;
      section?: string | undefined;
    };
  } | {
    'committed-together': string[];
  } | {
    'only-changed': string[];
  } | {
    command: string;
  } | ({
    'file-exists': string;
  } | {
    'file-absent': string;
  } | {
    frontmatter: {
      file: string;
      key: string;
      like: string;
    };
  } | {
    text: {
      file: string;
      all: string[];
      section?: string | undefined;
    };
  } | {
    sections: {
      file: string;
      template?: string | undefined;
      names?: string[] | undefined;
    };
  } | {
    options: {
      file: string;
      letters: string[];
      'trade-offs'?: boolean | undefined;
    };
  } | {
    links: {
      file: string;
      section?: string | undefined;
    };
  } | {
    'committed-together': string[];
  } | {
    'only-changed': string[];
  } | {
    command: string;
  })[]> | undefined;
};
type ProvenanceMetadata = {
  title?: string | undefined;
  description?: string | undefined;
};
/** JSON Schema (draft 2020-12) of a kind's frontmatter, for editors. */
export declare function frontmatterJsonSchema(kind: RecordKind): Record<string, unknown>;
/** A pattern by which a decision says which files it governs. */
export interface Governing {
  /** As written, without the mark of an exception. */
  readonly glob: string;
  /** Whether it takes files out that earlier patterns took in. */
  readonly isException: boolean;
  /** Why it is not used, where it is not. */
  readonly problem: string | undefined;
  /** Whether a change of these files has to name the decision. */
  readonly asksForAcknowledgement: boolean;
  readonly span: Span;
}
/**
 * The pattern of a decision that takes in a path, unless a later one takes it out again: the last that asks for
 * acknowledgement, else the last.
 */
export declare function governs(adr: AdrRecord, path: string): Governing | undefined;
/** Whether a pattern, taken by itself, takes in a path. */
export declare function matchesGoverning(entry: Governing, path: string): boolean;
/** What a record is called by. Two records may have one number; their paths tell them apart. */
export interface RecordKey {
  /** Name of the log it belongs to; empty in a repository with one, and for its main log. */
  readonly log: string;
  readonly kind: RecordKind;
  /** As the file name writes it, perhaps with a letter: `018`, `0003a`; absent where the name has none. */
  readonly number?: string;
  /** What the file name says besides the number; all of it where there is none. */
  readonly slug: string;
}
/** The key that the path of a file gives a record. */
export declare function keyOfPath(kind: RecordKind, path: string, layout?: Layout): RecordKey;
/** The id of a record with the log it belongs to, where a repository has several: `payments/ADR-018`. */
export declare function nameInLog({ id, key }: {
  readonly id: string;
  readonly key: RecordKey;
}): string;
/** A number with its kind; no kind where only digits were written. */
interface NamedNumber {
  readonly kind: RecordKind | undefined;
  readonly number: string;
}
/** Reads an id such as `ADR-018`; `undefined` for anything else. */
export declare function readId(id: string): Required<NamedNumber> | undefined;
/** The name of a record in a sentence, by its id: `Spec 0001` for `SPEC-0001`. */
export declare function nameOfId(id: string): string;
/** Reads a whole name as somebody types it: `ADR-007`, `adr 7`, `Spec 0003a`, `7`. Leading zeros are dropped. */
export declare function readTypedName(text: string): NamedNumber | undefined;
/** A title without the name that opens it. */
export declare function withoutName(title: string): string;
/** A place in a text that names a record by its number. */
export interface FoundMention {
  /** Without the log: `ADR-017`. */
  readonly id: string;
  /** The log before it, as written: `payments` of `payments/ADR-012`; that of who speaks where there is none. */
  readonly log?: string;
  readonly text: string;
  /** Counts UTF-16 units from the start of the text. */
  readonly index: number;
}
/**
 * Finds the records that a plain text names by number, in order.
 * @param words by which logs of the repository call their records besides `ADR`, as `ownWords` gives them
 */
export declare function findMentions(text: string, words?: readonly string[]): FoundMention[];
/** A text cut before and after each name of a record in it; every second part is a name. */
export declare function splitAtNames(text: string): string[];
/** Where a link leads. Paths are relative to the root of the repository, with forward slashes. */
type LinkTarget = {
  readonly kind: 'external';
  readonly url: string;
} | {
  readonly kind: 'site';
  readonly url: string;
} | {
  readonly kind: 'fragment';
  readonly fragment: string;
} | {
  readonly kind: 'file';
  readonly path: string;
  readonly fragment: string | undefined;
} | {
  readonly kind: 'outside';
  readonly url: string;
} | {
  readonly kind: 'invalid';
  readonly url: string;
};
/** An address that a record leads to or shows: of a link or an image, in Markdown or in HTML. */
interface Link$1 {
  readonly target: LinkTarget;
  /** The address, without the escapes of Markdown and HTML. */
  readonly url: string;
  /** The text a reader sees; `undefined` for an address in HTML, whose element may reach over other nodes. */
  readonly text: string | undefined;
  /** Whether it is shown and not only led to: an image, or what HTML plays. */
  readonly image: boolean;
  /** The whole link; of HTML the attribute. */
  readonly span: Span;
  /** The address alone as written, where it can be located; else the whole link. */
  readonly urlSpan: Span;
  /** Title of the top-level section it stands in, or `undefined` before the first one. */
  readonly section: string | undefined;
}
/** A record named by number in running text, outside links and code. */
interface Mention {
  /** The id named, such as `ADR-017` or `SPEC-0001`. */
  readonly id: string;
  /** The log named before it, where one is. */
  readonly log?: string;
  /** The words as written. */
  readonly text: string;
  readonly span: Span;
  /** Title of the top-level section it stands in, or `undefined` before the first one. */
  readonly section: string | undefined;
}
/**
 * Collects the addresses in a document, with where each leads: those in Markdown in order, then those in HTML.
 * @param path the document's own path, from which relative links are resolved
 */
export declare function readLinks(document: MarkdownDocument, path: string): Link$1[];
/** Resolves an address written in the file `path`. Never touches the file system. */
export declare function resolveUrl(url: string, path: string): LinkTarget;
/**
 * The file of the repository that an address stands for where it is read with good will: one that starts with a slash
 * counts from the top of the repository, as on GitHub, and a stray percent sign is one.
 */
export declare function fileOfUrl(url: string, path: string): Extract<LinkTarget, {
  kind: 'file';
}> | undefined;
/** A path of the repository that a record names in backticks. */
interface PathMention {
  /** From the root, without a slash at the end. */
  readonly path: string;
  readonly span: Span;
}
/** How a validation step ended. `unknown` is a wording that says none of the others. */
export type Outcome = 'pass' | 'fail' | 'not-run' | 'not-applicable' | 'manual' | 'unknown';
/** The recorded result of one validation step. */
export interface ValidationResult {
  /** The step it answers: the number written, else its place in the list. */
  readonly number: number;
  /** Text of the step as the record repeats it; may be empty. */
  readonly step: string;
  readonly outcome: Outcome;
  /** The outcome as written; in a table the whole cell. */
  readonly word: string;
  /** What is said of it: the remark that follows the outcome, then the cell of details. */
  readonly details: string;
  readonly span: Span;
}
/** A file the record says was produced. */
interface Artifact {
  /** The file cell: its code span where there is just one, else its plain text. */
  readonly path: string;
  /** Code spans of the file cell, such as the old and the new name of a renamed file. */
  readonly codes: readonly string[];
  /** As written, such as `Created`. */
  readonly status: string;
  readonly span: Span;
}
/** A decision taken while the specification was carried out. */
interface RecordedDecision {
  readonly decision: string;
  readonly options: string;
  readonly chosen: string;
  readonly rationale: string;
  readonly span: Span;
}
/** A point at which the work departed from the specification. */
interface Deviation {
  readonly text: string;
  readonly span: Span;
}
/** What the body of a provenance record says. Parts that are absent are empty or `undefined`. */
interface ProvenanceBody {
  /** Without a row that says that there are none. */
  readonly decisions: readonly RecordedDecision[];
  /** Without the sentence that says that there are none. */
  readonly deviations: readonly Deviation[];
  readonly artifacts: readonly Artifact[];
  readonly results: readonly ValidationResult[];
}
/** What the labelled lines below the title say. */
interface ProvenanceLabels {
  /** Path of the specification. */
  readonly spec: Field<string>;
  readonly executed: Field<string>;
  readonly agent: Field<string>;
}
/** One step by which a specification's result is validated. */
export interface ValidationStep {
  /** As numbered in the specification. */
  readonly number: number;
  readonly text: string;
  readonly span: Span;
}
/** What the body of a specification says. */
interface SpecBody {
  readonly steps: readonly ValidationStep[];
}
/** A text file as it was read: `path` is relative to the root, with forward slashes. */
interface SourceFile {
  readonly path: string;
  /** Decoded text, without a byte-order mark. */
  readonly text: string;
}
/** What every record has, of whatever kind. */
interface RecordBase {
  readonly path: string;
  /** File name without its ending. */
  readonly name: string;
  /**
   * The last part of the record's address on the site, not encoded: its name with hyphens for `#`, `?` and `%`, a
   * provenance record's without `.provenance`; in a corpus, with the folders before it where another has the same.
   */
  readonly address: string;
  readonly key: RecordKey;
  /** Number as the file name writes it, such as `018`; `undefined` where the name has none. */
  readonly number: string | undefined;
  /** `ADR-018`, `SPEC-0000`, `PROVENANCE-0000`; the path where the file name has no number. */
  readonly id: string;
  /** Title as written, or the file name where there is none. */
  readonly title: string;
  readonly document: MarkdownDocument;
  readonly frontmatter: Frontmatter;
  /** What is wrong in the frontmatter, key by key. */
  readonly issues: readonly FieldIssue[];
  /** What a second source says of a field, such as a labelled line beside the frontmatter. */
  readonly restated: readonly Restated[];
  readonly outline: Outline;
  /** By the role they play, whatever their headings say. */
  readonly sections: Sections;
  readonly links: readonly Link$1[];
  readonly mentions: readonly Mention[];
  /** Paths of the repository that the body names in running code. */
  readonly namedPaths: readonly PathMention[];
}
/** A decision record. */
export interface AdrRecord extends RecordBase {
  readonly kind: 'adr';
  readonly fields: FieldsOf<AdrMetadata>;
  /** The relations that it states in another form than the frontmatter of the template. */
  readonly relations: readonly StatedRelation[];
  /** The files it says it governs, in order. */
  readonly governs: readonly Governing[];
  readonly body: AdrBody;
}
/** A specification. */
export interface SpecRecord extends RecordBase {
  readonly kind: 'spec';
  readonly fields: FieldsOf<SpecMetadata>;
  readonly body: SpecBody;
}
/** A provenance record. */
export interface ProvenanceRecord extends RecordBase {
  readonly kind: 'provenance';
  readonly fields: FieldsOf<ProvenanceMetadata> & ProvenanceLabels;
  readonly body: ProvenanceBody;
}
/** A record of any kind. */
export type DocketRecord = AdrRecord | SpecRecord | ProvenanceRecord;
/**
 * Reads a file as a record of its kind, its sections as the template of the kind names them. Never throws: what is
 * invalid is absent, and rules say so.
 */
export declare function readRecord(kind: RecordKind, file: SourceFile, { layout, templates }?: Conventions): DocketRecord;
/** The last part of a record's address by its name alone: a provenance record goes by that of its specification. */
export declare function addressOfName(kind: RecordKind, name: string): string;
/** The title without the id that opens it: `Secret Management …` for `ADR-018: Secret Management …`. */
export declare function shortTitle(record: DocketRecord): string;
/** A relation one decision states in its frontmatter. */
interface Relation {
  readonly type: RelationType;
  readonly from: AdrRecord;
  /** The id named; the record may not exist. */
  readonly toId: string;
  readonly to: AdrRecord | undefined;
  /** Place of the id in the record that states the relation. */
  readonly span: Span;
  /** Whether it was written as a supersession in part, which changes a decision and does not end it. */
  readonly isPartly: boolean;
  /** The sections that are superseded, as written; empty where none is named. */
  readonly sections: readonly string[];
  /** The record that states it, in which `span` lies. */
  readonly by: AdrRecord;
}
/** A record that refers to another in its body, by a link or by name. */
interface Reference {
  readonly from: DocketRecord;
  readonly to: DocketRecord;
  readonly kind: 'link' | 'mention';
  readonly span: Span;
}
/** What the repository holds besides the records, as far as the records point to it. */
export interface Surroundings {
  /** Paths that exist, of those that a record links to. */
  readonly existing: ReadonlySet<string>;
  /** Those of them that a record shows and the site can: files of pictures, sound and film inside the repository. */
  readonly shown?: ReadonlySet<string>;
  /** Those of them that a record leads to and a site may hold a copy of: drawings, sheets and papers. */
  readonly documents?: ReadonlySet<string>;
  /** Fragments of the Markdown files that a record links to. */
  readonly fragments: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of the files and folders at the root. */
  readonly top?: ReadonlySet<string>;
  /** Ids and paths of records whose files are there and cannot be read, which are not missing. */
  readonly unread?: ReadonlySet<string>;
}
/** What a record is called, and nothing that it says. */
type RecordName = Pick<DocketRecord, 'kind' | 'path' | 'name' | 'number' | 'id' | 'key' | 'address'>;
/** Which records and files there are. A corpus is one; seen as this, it tells nothing of what records say. */
interface Names extends Conventions {
  readonly records: readonly RecordName[];
  readonly adrs: readonly RecordName[];
  readonly specs: readonly RecordName[];
  readonly surroundings: Surroundings;
  byPath(path: string): RecordName | undefined;
  byId(id: string): RecordName | undefined;
  adr(id: string): RecordName | undefined;
  named(id: string, by: RecordName, log?: string): RecordName | undefined;
  cited(id: string, log?: string): readonly RecordName[];
  isLog(log: string | undefined): boolean;
}
/** All records of a repository in one index; immutable. */
export interface Corpus extends Names {
  /** Sorted by kind, then number, then path. */
  readonly records: readonly DocketRecord[];
  readonly adrs: readonly AdrRecord[];
  readonly specs: readonly SpecRecord[];
  readonly provenances: readonly ProvenanceRecord[];
  readonly surroundings: Surroundings;
  /** The record at a path. */
  byPath(path: string): DocketRecord | undefined;
  /** The first record of an id, in the main log where that has one; several may claim one number until a rule refuses that. */
  byId(id: string): DocketRecord | undefined;
  /** The decision of an id. */
  adr(id: string): AdrRecord | undefined;
  /**
   * The record that another one means by an id: each log of a repository counts for itself.
   * @param log what stands before the id, where another log is named
   */
  named(id: string, by: RecordName, log?: string): DocketRecord | undefined;
  /**
   * The records that a text outside all logs may mean by an id, one of each log.
   * @param log what stands before the id, where a log is named
   */
  cited(id: string, log?: string): readonly DocketRecord[];
  /** Whether what stands before an id is a log of this repository; where nothing does, it is. */
  isLog(log: string | undefined): boolean;
  /** Relations a decision states itself. */
  relationsFrom(record: AdrRecord): readonly Relation[];
  /** Relations other decisions state to this one. */
  relationsTo(record: AdrRecord): readonly Relation[];
  /** Specification that ordered a decision, or that a provenance record is about. */
  specOf(record: AdrRecord | ProvenanceRecord): SpecRecord | undefined;
  /** Decisions a specification ordered. */
  adrsOf(spec: SpecRecord): readonly AdrRecord[];
  /** Provenance records of a specification's executions, or of the specification that ordered a decision. */
  provenanceOf(record: AdrRecord | SpecRecord): readonly ProvenanceRecord[];
  /** Where the body of a record refers to other records; each pair once, links before names. */
  referencesFrom(record: DocketRecord): readonly Reference[];
  /** Where other records refer to this one. */
  referencesTo(record: DocketRecord): readonly Reference[];
}
/** Orders record numbers by value, then by letter (`0003` before `0003a` before `0004`); unnumbered ones last. */
export declare function compareNumbers(a: string | undefined, b: string | undefined): number;
/** A place that names a record by its number. */
interface Citation {
  /** Such as `ADR-017`. */
  readonly id: string;
  /** The log named before it, where one is. */
  readonly log?: string;
  readonly text: string;
  readonly span: Span;
  /** The line, or the link text, it stands in: where a document says what it makes of the record. */
  readonly around: string;
  /** Path the link round it leads to, from the root; `undefined` outside links. */
  readonly target: string | undefined;
  /** Whether a mark before it says that it names a decision of this repository: `@adr 018`, `docket: ADR-018`. */
  readonly isMarked: boolean;
}
/** A file of the repository that is no record, and the records it cites. */
interface CitingDocument {
  readonly path: string;
  readonly text: string;
  readonly citations: readonly Citation[];
}
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
interface Move {
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
export type HistoryGap = 'no-git' | 'not-a-repository' | 'no-commits' | 'missing-objects' | 'refused' | 'failed';
/** A history that could not be read: nothing may be concluded from it. */
export interface UnknownHistory {
  readonly kind: 'unknown';
  readonly why: HistoryGap;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** Git's own words, where they tell more; `message` closes with them. */
  readonly said?: string;
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
/** Something that a person can accept. */
interface Subject {
  /** Name of the record with its log, `ADR-018`; the path of a file that is no record. */
  readonly record: string;
  /** The part that is meant, such as `artifact:src/a.ts`; `undefined` for the decision as a whole. */
  readonly part: string | undefined;
  /** What it says in one line, for the reader. */
  readonly states: string;
  /** Exactly what is accepted; the same content is the same text. */
  readonly content: string;
}
/** A ratification as its file states it, before anything of it is believed. */
interface Ratification extends Pick<Subject, 'record' | 'part' | 'states'> {
  /** Path of the file. */
  readonly file: string;
  /** SHA-256 of the content, in hexadecimal. */
  readonly digest: string;
  /** Who signed, as the list of signers names them. */
  readonly signer: string;
  /** When, as the signer says: RFC 3339 in UTC. */
  readonly date: string;
}
/** How far a ratification is good. */
type Standing =
/** Signed by a person who may, and the text is the same. */
{
  readonly kind: 'holds';
} |
/** Signed by a person who may; the text is another one now. `before` is the record then, where the history has it. */
{
  readonly kind: 'changed';
  readonly before: AdrRecord | undefined;
} |
/** Signed by a person who may; there is no such record or part any more. */
{
  readonly kind: 'gone';
} |
/** Nobody's word: forged, by an unknown key, or by an agent. */
{
  readonly kind: 'refused';
  readonly reason: string;
} |
/** It cannot be told. */
{
  readonly kind: 'unknown';
  readonly reason: string;
};
/** A ratification with what became of it. */
export interface JudgedRatification extends Ratification {
  /** Path of the record, or of the file; `undefined` where there is none of that name. */
  readonly path: string | undefined;
  /** Fingerprint of the key, where the signature is good. */
  readonly key: string | undefined;
  readonly standing: Standing;
  /** The commit that brought the file; `undefined` where it is not committed, or not known. */
  readonly carrier: {
    readonly commit: string;
    readonly author: string;
    readonly isAgent: boolean;
  } | undefined;
}
/** A file that should hold a ratification and does not. */
interface RatificationProblem {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}
/** Everything that people ratified in a repository, and what its default branch asks for. */
export interface Ratifications {
  readonly all: readonly JudgedRatification[];
  readonly problems: readonly RatificationProblem[];
  /** Paths of the decisions that the policy is about: those of this repository alone. */
  readonly decisions: ReadonlySet<string>;
  /** What the default branch asks for; `undefined` where that is unknown. */
  readonly policy: RatificationConfig | undefined;
  /** Why the policy is unknown. */
  readonly gap: string | undefined;
}
/** Whether a decision is ratified; `free` where nobody asks for it. */
type RatificationState = 'free' | 'ratified' | 'unratified' | 'unknown';
/** Whether an accepted decision has the word of a person that the default branch asks for. */
export declare function ratificationState(record: AdrRecord, ratifications: Ratifications): RatificationState;
/** The ratifications of a record and of its parts. */
export declare function ratificationsOf({ path }: {
  readonly path: string;
}, { all }: Ratifications): readonly JudgedRatification[];
/** One change of one record, between two moments. */
interface Revision {
  /** The commit that made it; `undefined` for what is not committed yet. */
  readonly commit: {
    readonly id: string;
    readonly subject: string;
  } | undefined;
  readonly before: DocketRecord | undefined;
  readonly after: DocketRecord | undefined;
}
/** A number that is in use elsewhere. */
interface TakenNumber {
  /** Such as `ADR-019`. */
  readonly id: string;
  /** Path of the record there. */
  readonly path: string;
  /** Name of the branch. */
  readonly branch: string;
}
/** What happened since a point of the history. */
interface BaseFacts {
  /** The branch or commit as it was named. */
  readonly name: string;
  /** Changes of a record since then, oldest first, by the path it has today. */
  readonly revisions: ReadonlyMap<string, readonly Revision[]>;
  /** Records of the base and of other branches whose files are not here. */
  readonly taken: readonly TakenNumber[];
}
/** The files that a decision took in on the day since which it has stood. */
interface AcceptedState {
  /** The day, as YYYY-MM-DD. */
  readonly day: string;
  /** Paths from the root that its patterns of today take in. */
  readonly files: readonly string[];
  /** Where files that are gone went since, as far as Git can tell, by their paths then. */
  readonly moved: ReadonlyMap<string, string>;
}
/** What Git knows of the files that decisions may govern. */
interface FileFacts {
  /** Paths from the root of the files that are there and that Git tracks, or would if they were added. */
  readonly files: readonly string[];
  /** Folders whose files Git does not list: other repositories inside this one. */
  readonly closed: readonly string[];
  /** By the path of a decision that governs files; absent where the history does not tell. */
  readonly accepted: ReadonlyMap<string, AcceptedState>;
}
/** What rules may know besides the records. What is absent is unknown, and rules that need it are silent. */
interface Facts {
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
/** The life cycle of a decision, as one table. */
/** Every status of a decision, in the order of its life. Names follow MADR 4 and adr-tools. */
export declare const STATUS_TABLE: {
  readonly Proposed: {
    readonly meaning: "Under discussion; nobody may rely on it yet.";
    readonly inForce: false;
    readonly next: readonly ["Accepted", "Rejected"];
  };
  readonly Accepted: {
    readonly meaning: "Decided and in force.";
    readonly inForce: true;
    readonly next: readonly ["Deprecated", "Superseded"];
  };
  readonly Rejected: {
    readonly meaning: "Considered and turned down; kept for its reasons.";
    readonly inForce: false;
    readonly next: readonly [];
  };
  readonly Deprecated: {
    readonly meaning: "No longer applies, and nothing replaces it.";
    readonly inForce: false;
    readonly next: readonly ["Superseded"];
  };
  readonly Superseded: {
    readonly meaning: "Replaced by a later decision.";
    readonly inForce: false;
    readonly next: readonly [];
  };
};
/** A status of a decision. */
export type Status = keyof typeof STATUS_TABLE;
/** All statuses, in the order of the table. */
export declare const STATUSES: [Status, ...Status[]];
/** Whether a decision of this status may be relied on today. */
export declare function isInForce(status: Status): boolean;
/** What a rule reports: a finding without what judging adds to it (rule, severity, file). */
type Problem = Wording & {
  span: Span;
  /** How to fix it. */
  help: string;
  related?: readonly Related[];
  /** For what is not wrong yet: `info`, whatever the rule weighs. */
  severity?: 'info';
  /** The fix, where there is only one right result and no meaning is lost with it. */
  fix?: Fix;
};
/** A problem of a file that is no record. */
type DocumentProblem = Problem & {
  readonly file: string;
};
/** A severity, or silence. */
type Weight = Severity | 'off';
/** One edit to the example repository of `example-base.ts`; several make up an example. */
type Patch = {
  readonly change: string;
  readonly from: string;
  readonly to: string;
} | {
  readonly add: string;
  readonly text: string;
} | {
  readonly remove: string;
} | {
  readonly rename: string;
  readonly to: string;
};
/** A finding an example must produce, in full. */
interface ExpectedProblem {
  /** Of a rule that the example cannot but break, too. */
  readonly rule?: string;
  /** Path of the record it stands in. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}
/**
 * A small change to the example repository that breaks a rule. It produces the findings listed and no others, of
 * this rule or any other; the tests hold every rule to that, and the rule's page shows it.
 */
interface BadExample {
  readonly patches: readonly Patch[];
  /** What is known besides the records, given the patched repository. */
  readonly facts?: ExampleFacts;
  /** Options of the rule, where the example needs them. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** A stretch of the file after `--fix`, for a rule with a fix: the text as it is then. */
  readonly fixed?: {
    readonly file: string;
    readonly text: string;
  };
  readonly finds: readonly ExpectedProblem[];
}
/** A small change to the example repository that comes close to breaking a rule, and does not. */
interface GoodExample {
  readonly patches: readonly Patch[];
  readonly facts?: ExampleFacts;
  /** Options of the rule, where the example is about them. */
  readonly options?: Readonly<Record<string, unknown>>;
}
/** What an example is judged by besides the records. */
interface ExampleFacts {
  readonly today?: string;
  /** The commits before the example, oldest first, each as patches to the one before; the first is the base. */
  readonly commits?: readonly ExampleCommit[];
  /** Records on other branches, by branch name. */
  readonly branches?: Readonly<Record<string, readonly string[]>>;
}
/** A commit of an example's history. */
interface ExampleCommit {
  readonly subject: string;
  /** The day it was made, as YYYY-MM-DD. */
  readonly day: string;
  readonly patches: readonly Patch[];
}
/** The records of the kinds a rule judges. */
type RecordOf<K extends RecordKind> = Extract<DocketRecord, {
  kind: K;
}>;
/**
 * What a rule looks at: one record and the conventions of all; also which records and files there are; or also what
 * other records say, and the history. A record can be judged by the first sort before the next one is read, and need
 * not be judged again by the second where another one only says something else.
 */
type Scope = 'record' | 'names' | 'log';
/** What a rule is given besides the record. */
interface Surveyed {
  readonly record: {
    readonly corpus: Conventions;
    readonly facts: Pick<Facts, 'today'>;
  };
  readonly names: {
    readonly corpus: Names;
    readonly facts: Pick<Facts, 'today'>;
  };
  readonly log: {
    readonly corpus: Corpus;
    readonly facts: Facts;
  };
}
/** What a rule sees. */
interface RuleContext<K extends RecordKind, O, V extends Scope> {
  readonly record: RecordOf<K>;
  readonly corpus: Surveyed[V]['corpus'];
  readonly facts: Surveyed[V]['facts'];
  readonly options: O;
  report(problem: Problem): void;
}
/** What a rule about documents sees. */
interface DocumentContext<O> {
  readonly corpus: Corpus;
  readonly facts: Facts;
  readonly options: O;
  report(problem: DocumentProblem): void;
}
/** A rule as its file states it. */
interface RuleDefinition<K extends RecordKind, S extends unknown, V extends Scope> {
  /** Kebab case, and the name of the rule's file. */
  id: string;
  /** The kinds of record it judges; none for a rule about documents alone. */
  kinds: readonly K[];
  /** How far it looks; a record alone where it says nothing. */
  scope?: V;
  /** The formats of which it tells the truth; Markdown alone where it says nothing. */
  formats?: readonly Format[];
  /** Its weight where configuration says nothing else. */
  severity: Severity;
  /** Its weight in the profile `recommended`; a rule without one belongs to `strict` alone. */
  recommended?: Severity;
  /** Its weight for records of one status, where that differs. */
  severityWhile?: Readonly<Partial<Record<Status, Weight>>>;
  /**
   * Makes the rule a gate: where it reports, the record can be judged no further, and no other rule is heard. Of
   * several gates that report, the one of the lowest rank is.
   */
  gate?: V extends 'record' ? number : never;
  /** Whether it is a gate only for records in the template's form: in another form, other parts of the text speak, too. */
  gateOfTemplate?: true;
  /**
   * Guards readers against the author of a record. Neither a comment, the baseline nor a setting silences it: only a
   * waiver in `docket.config.json` of the default branch does, which the author of a branch cannot write.
   */
  security?: true;
  /** The rule this one is an instance of. */
  instanceOf?: string;
  /**
   * A team may add instances of it under ids of their own, each with its options, weight and words. It has options, and
   * looks at one record alone.
   */
  takesInstances?: V extends 'record' ? true : never;
  /** What must hold, as one sentence. */
  summary: string;
  /** What goes wrong otherwise, for the reader who wonders whether to care. */
  why: string;
  /** What a team may set; every key has a default and a description. */
  options?: S;
  examples: {
    readonly bad: readonly BadExample[];
    readonly good: readonly GoodExample[];
  };
  check?(context: RuleContext<K, unknown, V>): void;
  /** Judges the documents and code of the repository that are no records. */
  checkDocuments?(context: DocumentContext<unknown>): void;
}
/** What a rule is asked with. */
interface Asked {
  readonly facts?: Facts;
  /** Options that the rule's schema has read; by default its own. */
  readonly options?: unknown;
}
/** A rule that looks so far. */
interface RuleOf<V extends Scope> extends Omit<RuleDefinition<RecordKind, unknown, V>, 'check' | 'checkDocuments'> {
  readonly scope: V;
  /** The problems of one record; none where the rule does not judge its kind. Pure. */
  check(record: DocketRecord, corpus: Surveyed[V]['corpus'], asked?: Asked): readonly Problem[];
  /** The problems of files that are no records. Pure. */
  checkDocuments(corpus: Corpus, asked?: Asked): DocumentProblem[];
}
/** A rule that can be asked about any record. */
export type Rule = RuleOf<'record'> | RuleOf<'names'> | RuleOf<'log'>;
/** What whoever called can act on: the message says what is wrong, `help` how to fix it. Each kind is a class of its own. */
export declare class HelpfulError extends Error {
  readonly name: string;
  readonly help: string;
  constructor(message: string, help: string);
}
/** A stretch of two texts: in both, only in the first, or only in the second. */
export interface Piece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}
/**
 * How one text became another, word by word; a figure, a version, a date, an id or a path is one word. Texts that
 * differ too widely are compared by lines, or as a whole.
 * @returns pieces in order: without those added they make up `before`, without those removed `after`; no two
 * neighbours are of one kind, and none is empty
 */
export declare function wordDifference(before: string, after: string): readonly Piece[];
/** A record on one side of a comparison. */
interface RecordSide {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  /** Of a decision; `undefined` where it has none that is valid. */
  readonly status: string | undefined;
}
/** A section that differs: its own text, without that of the sections below it. */
export interface SectionChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Titles from the top down, such as `Consequences`, `Risks`; empty for what stands before the first heading. */
  readonly titles: readonly string[];
  /** The fragment that leads to it, where it is there now. */
  readonly slug: string | undefined;
  /** Its Markdown, word by word. */
  readonly pieces: readonly Piece[];
}
/** A frontmatter key that differs, but for status and relations. `undefined` on the side where it is not set. */
interface FieldChange {
  readonly key: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}
/** A decision that an agent took and that was not there before. */
interface NewAgentDecision {
  readonly decision: string;
  readonly rationale: string;
  /** As written; `undefined` in a provenance record, which has no such column. */
  readonly acceptable: string | undefined;
  /** Whether a person still has to say something about it. */
  readonly needsReview: boolean;
}
/** A validation result that is new, gone or different. Each side is the outcome as written. */
export interface ResultChange {
  readonly number: number;
  readonly step: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}
/** A record that was added, removed, or changed in name or text. */
export interface RecordChange {
  readonly recordKind: RecordKind;
  readonly before: RecordSide | undefined;
  readonly after: RecordSide | undefined;
  readonly fields: readonly FieldChange[];
  readonly sections: readonly SectionChange[];
  readonly agentDecisions: readonly NewAgentDecision[];
  readonly results: readonly ResultChange[];
}
/** A relation that a decision states now and did not before, or the other way round. */
export interface RelationChange {
  readonly kind: 'added' | 'removed';
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
}
/** A claim of a provenance record that Git now says something else about. */
export interface VerdictChange {
  readonly record: string;
  readonly path: string;
  readonly claim: string;
  /** `undefined` for a claim that is new or gone. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Why it is not verified now, in words; empty otherwise. */
  readonly reason: string;
}
/** A comment that silences rules in a record and was not there before. */
export interface Silencing {
  readonly record: string;
  readonly path: string;
  readonly line: number;
  readonly rules: readonly string[];
  readonly reason: string;
}
/** A decision that governs files of a change. */
export interface GovernedChange {
  /** With its log, where a repository has several. */
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly status: string | undefined;
  /** One sentence that says what was decided. */
  readonly outcome: string | undefined;
  /** Ids of the decisions that replace it today; files of one that was replaced are governed by nothing that stands. */
  readonly supersededBy: readonly string[];
  /** Files of the change that it governs, from the root; those that were deleted, too. */
  readonly files: readonly string[];
  /** Those of them whose change has to name the decision. */
  readonly asking: readonly string[];
  /** Records of the change that are this decision, or new ones that refer to it. */
  readonly answeredBy: readonly string[];
  /** What else of the change names it: ids of commits, and `text` for the text of the pull request. */
  readonly acknowledgedBy: readonly string[];
}
/** How one state of the records became another. */
export interface Changes {
  /** What the two states are called: a commit each, or the working tree. */
  readonly base: string;
  readonly head: string;
  readonly records: readonly RecordChange[];
  readonly relations: readonly RelationChange[];
  readonly verdicts: readonly VerdictChange[];
  readonly silencings: readonly Silencing[];
  /** Those that the change says nothing of come first. */
  readonly governed: readonly GovernedChange[];
  readonly violations: {
    readonly added: readonly Finding[];
    readonly fixed: readonly Finding[];
  };
}
/** What happened to a record as a whole. */
export declare function changeKind(change: RecordChange): 'added' | 'removed' | 'renamed' | 'changed';
/** The record as it is now, or as it was where it is gone. */
export declare function sideOf({ before, after }: RecordChange): RecordSide;
/** The decisions of another repository, as that repository reads them. */
export interface OtherCorpus {
  /** What its log is called here. */
  readonly id: string;
  readonly title: string;
  readonly corpus: Corpus;
  readonly home: LogHome;
}
/** A finding in another repository, with its paths as they are told from all others. */
export declare function mountedFinding(home: LogHome, finding: Finding): Finding;
/**
 * Joins the decisions of other repositories to a corpus. Each record was read by the rules of its own repository and
 * keeps what it says; only its path and its log are told from those of the others, so that no two are the same. Their
 * specifications and provenance records stay where their history is.
 * @param repository address of the web view of one's own repository
 */
export declare function joinCorpora(main: Corpus, others: readonly OtherCorpus[], repository?: string): Corpus;
/** What an earlier committed text of a decision stated. */
export interface PastState {
  /** Day of the commit, YYYY-MM-DD. */
  readonly day: string;
  readonly status: Status | undefined;
  /** The text's own `date`. */
  readonly date: string | undefined;
}
/** Where a date comes from: the record states it, the decision that replaced it does, or the commit that changed it. */
type DateSource = 'record' | 'successor' | 'history';
/** A decision took a status. */
interface StatusEvent {
  readonly record: AdrRecord;
  readonly status: Status;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly source: DateSource;
}
/** One end of the time in which a decision stood. */
export type End = {
  readonly kind: 'day';
  readonly day: string;
  readonly source: DateSource;
} | {
  readonly kind: 'unknown';
} |
/** It never stood, or still stands. */
{
  readonly kind: 'none';
};
/** When a decision stood. */
export interface Life {
  readonly record: AdrRecord;
  readonly from: End;
  readonly until: End;
  /** What is known of its statuses, oldest first. */
  readonly events: readonly StatusEvent[];
}
/**
 * When a decision stood, as far as its record, its successors and its committed texts tell. A record's `date` is that
 * of its present status; where a decision was replaced later than that, it is the day it was taken.
 * @param past committed texts, oldest first; empty where there is no history
 */
export declare function lifeOf(corpus: Corpus, record: AdrRecord, past: readonly PastState[]): Life;
/** Whether a decision stood on a day; `unknown` where its record does not tell. */
export declare function stoodOn({ from, until }: Life, day: string): 'yes' | 'no' | 'unknown';
/** Status events of several decisions, the latest first; within a day by number, the highest first. */
export declare function latestEvents(lives: readonly Life[]): StatusEvent[];
/** A decision as far as the log filters, sorts and groups by it. */
export interface LogEntry {
  /** `ADR-018`. */
  readonly number: string;
  readonly title: string;
  /** Empty where the record states none. */
  readonly status: string;
  /** Calendar day; empty where the record states none. */
  readonly date: string;
  readonly tags: readonly string[];
  readonly makers: readonly string[];
  /** Title of its log; empty where there is only one. */
  readonly log: string;
  /** What words are looked for in, in lower case. */
  readonly text: string;
}
/** Stands in a query for decisions whose status is none of those known. */
export declare const NO_KNOWN_STATUS = "unknown";
/** What a log can be ordered by. */
export declare const LOG_SORTS: readonly ["number", "date", "title", "status"];
/** What a log can be grouped by. */
export declare const LOG_GROUPS: readonly ["status", "tag", "year", "log"];
/** What a log counts values of. */
declare const LOG_FACETS: readonly ["status", "tag", "maker", "year", "log"];
/** What the log may be sorted by. */
export type LogSort = (typeof LOG_SORTS)[number];
/** What the log may be grouped by. */
export type LogGroup = (typeof LOG_GROUPS)[number];
/** What the log may be filtered by with a choice of values. */
type LogFacet = (typeof LOG_FACETS)[number];
/** Which decisions a reader wants to see, and how. Empty texts and lists ask for nothing. */
export interface LogQuery {
  /** Words that must all occur, in any order. */
  readonly words: string;
  /** Any one of these. */
  readonly status: readonly string[];
  readonly tag: string;
  readonly maker: string;
  /** `2026`. */
  readonly year: string;
  readonly log: string;
  readonly group: LogGroup | '';
  readonly sort: LogSort;
  readonly descending: boolean;
}
/** Everything, the latest number first. */
export declare const WHOLE_LOG: LogQuery;
/** How many decisions a choice would show: each value of a facet under the conditions of all the others. */
export type FacetCounts = Readonly<Record<LogFacet, ReadonlyMap<string, number>>>;
/** What a query leaves of a log. */
interface LogSelection<E extends LogEntry> {
  /** What matches, in order. */
  readonly entries: readonly E[];
  readonly counts: FacetCounts;
}
/** A run of decisions under one heading; the heading is empty where the log is not grouped. */
interface LogSection<E extends LogEntry> {
  readonly heading: string;
  readonly entries: readonly E[];
}
/** Selects, counts and sorts in one pass over the log. */
export declare function selectLog<E extends LogEntry>(entries: readonly E[], query: LogQuery): LogSelection<E>;
/** Cuts a sorted selection into groups; a decision with several tags stands under each. */
export declare function groupLog<E extends LogEntry>(entries: readonly E[], group: LogQuery['group']): readonly LogSection<E>[];
/**
 * A path as a part of an address. Servers and site generators part ways on the signs that addresses give a meaning, and
 * take `index` for the folder it stands in.
 */
export declare function addressOfPath(path: string): string;
/** The last part of the address of a rule's page. Stands alone, because scripts of pages make addresses, too. */
export declare function ruleSlug(id: string): string;
/** Whether pages of a site have a word at the start of their addresses, so that no log can be told by it. */
export declare function isSiteFolder(word: string): boolean;
export { Link$1 as Link };