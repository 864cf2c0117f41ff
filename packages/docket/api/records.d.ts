/**
 * `docket/records`: the pure model. What a text says, how records relate, and the words that tell of it; nothing here
 * touches files, processes or the network.
 */
import { AdrRecord, Changes, Conventions, Corpus, DocketRecord, End, ExampleChange, Explanation, FORMAT_NAMES, FacetCounts, Field, Finding, Format, FoundLog, FoundMention, GovernedChange, Governing, History, HistoryGap, JudgedRatification, KindLayout, LAYOUT, LOG_GROUPS, LOG_SORTS, Layout, Life, Link, LogEntry, LogGroup, LogHome, LogQuery, LogSort, MAX_PICTURE_BYTES, MAX_PUBLISHED_BYTES, MAX_PUBLISHED_PICTURES, MarkdownDocument, NO_KNOWN_STATUS, OtherCorpus, Outcome, PUBLISHED_PATHS, PUBLISHED_VERSION, PastState, Piece, ProvenanceRecord, Published, PublishedHome, PublishedRecord, RECORD_KINDS, RELATION_TABLE, Ratifications, RecordChange, RecordKey, RecordKind, RelationChange, ResultChange, Role, Rule, RuleFacts, RuleOption, STATUSES, STATUS_TABLE, Section, SectionChange, Severity, Silencing, Span, SpecRecord, Status, UnknownHistory, VerdictChange, WHOLE_LOG, Wording, addressOfName, addressOfPath, belowFolder, changeKind, compareFindings, compareNumbers, fileOfUrl, findMentions, foldersOfKind, frontmatterJsonSchema, governs, groupLog, homeOfPath, isInForce, isPublishablePicture, isPublishableText, isSiteFolder, joinCorpora, keyOfPath, kindOfPath, latestEvents, layoutOfPath, lifeOf, matchesGoverning, messageOf, mountedFinding, nameInLog, nameOfId, parseMarkdown, plainText, publishedPicture, publishedText, ratificationState, ratificationsOf, readFrontmatter, readId, readLinks, readRecord, readTypedName, resolveUrl, ruleSlug, selectLog, shortTitle, sideOf, splitAtNames, stoodOn, walk, withoutName, wordDifference } from "./lib/shared.js";
import { Blockquote, Code, Definition, Heading, Html, Image, ImageReference, InlineCode, Link as Link$1, LinkReference, Nodes, Paragraph, PhrasingContent, RootContent, Table, Text } from "mdast";
import { HastPluginDefinition } from "satteri";
/**
 * Every rule that a report may name: Docket's own with those that a configuration adds, those of reading, and the stock
 * rules of remark-lint.
 */
export declare function allRules(known?: readonly Rule[]): RuleFacts[];
/**
 * Explains a rule by its examples, which are judged anew; an instance by those of its rule. `undefined` where no rule
 * has the id. Pure.
 */
export declare function explainRule(id: string, known?: readonly Rule[]): Explanation | undefined;
/** Ids of the gates of a log: a record that one of them reports is judged no further, and shown as its source. */
export declare function gatesOf(conventions: Pick<Conventions, 'layout'>): ReadonlySet<string>;
/** How far a decision is carried out, as one table; it says nothing of whether the decision stands. */
/** Every state of an adoption, in the order in which they mostly follow. */
export declare const ADOPTION_TABLE: {
  readonly planned: {
    readonly label: "Planned";
    readonly meaning: "Nothing of the decision is carried out yet.";
  };
  readonly partial: {
    readonly label: "In part";
    readonly meaning: "Some of the decision is carried out.";
  };
  readonly done: {
    readonly label: "Done";
    readonly meaning: "The decision is carried out.";
  };
  readonly abandoned: {
    readonly label: "Abandoned";
    readonly meaning: "Nobody carries the decision out any more, or what was done is undone.";
  };
};
/** How far a decision is carried out. */
type Adoption = keyof typeof ADOPTION_TABLE;
/** The kinds of alert that GitHub knows. */
declare const ALERT_KINDS: readonly ["note", "tip", "important", "warning", "caution"];
/** A quote that is shown as an alert. */
interface Alert {
  readonly kind: (typeof ALERT_KINDS)[number];
  /** The paragraph it opens with. */
  readonly paragraph: Paragraph;
  /** The text that says what it is, alone on the first line. */
  readonly mark: Text;
  /** What follows the mark in the same text. */
  readonly rest: string;
}
/**
 * Reads a quote as an alert; `undefined` where its first line says more than the mark, or nothing follows it.
 * @param text the text that the quote's position counts in: a backslash in it before the mark makes it plain text
 */
export declare function alertOf(quote: Blockquote, text: string): Alert | undefined;
/** Whether a decision asks to be named by those who change its files, and nothing of the change does. */
export declare function lacksAcknowledgement(change: GovernedChange): boolean;
/**
 * The files and folders of the repository that a record cites: targets of its relative links, and code spans that are
 * a path from the root. In the order of their first place, each once. Whether they exist is not asked: a record may be
 * about files of another repository, or of a later day.
 */
export declare function citedPathsOf(record: DocketRecord): string[];
/**
 * A Markdown text without what no reader sees: a byte-order mark, how lines end, spaces at their ends but for the two
 * of a hard break, and white space after the last line.
 */
export declare function comparableText(text: string): string;
/** What a diagram shows, as Mermaid would: ids are the author's, texts are as they are read, with `\n` between lines. */
type Drawing = Graph | Sequence;
declare const DIRECTIONS: readonly ["TB", "TD", "BT", "RL", "LR"];
type Direction = (typeof DIRECTIONS)[number];
/** A flowchart or a state diagram. */
interface Graph {
  readonly kind: 'flowchart' | 'state';
  readonly direction: Direction;
  /** In the order in which they are first named. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Each holds at least one node, and stands after the one it is in. */
  readonly groups: readonly GraphGroup[];
}
/** The outline of a node; `start` and `end` are the dots of a state diagram. */
type Shape = 'rectangle' | 'rounded' | 'stadium' | 'subroutine' | 'cylinder' | 'circle' | 'doublecircle' | 'asymmetric' | 'diamond' | 'hexagon' | 'trapezoid' | 'trapezoid-alt' | 'start' | 'end';
/** A node of a flowchart, or a state. */
interface GraphNode {
  readonly id: string;
  /** Empty where a state diagram starts or ends. */
  readonly label: string;
  readonly shape: Shape;
  /** Id of the innermost group it is in. */
  readonly group: string | undefined;
}
/** A subgraph of a flowchart, or a state that holds others. */
interface GraphGroup {
  readonly id: string;
  readonly label: string;
  readonly group: string | undefined;
  readonly direction: Direction | undefined;
}
/** A line between two nodes. */
interface GraphEdge {
  /** A node, or in a state diagram a group. */
  readonly from: string;
  readonly to: string;
  readonly label: string | undefined;
  readonly line: 'solid' | 'dotted' | 'thick';
  readonly heads: 'none' | 'end' | 'both';
}
/** A sequence diagram. */
interface Sequence {
  readonly kind: 'sequence';
  /** From left to right. */
  readonly actors: readonly Actor[];
  /** From top to bottom. */
  readonly steps: readonly SequenceStep[];
}
/** Who sends and receives in a sequence diagram. */
interface Actor {
  readonly id: string;
  readonly label: string;
  readonly look: 'participant' | 'actor';
}
declare const BLOCKS: readonly ["loop", "opt", "alt", "par", "break"];
/** One line of a sequence diagram, in the order in which things happen. */
type SequenceStep = {
  readonly type: 'message';
  readonly from: string;
  readonly to: string;
  readonly arrow: '->>' | '-->>' | '-)' | '--)';
  /** Whether the receiver becomes active, or the sender ceases to be. */
  readonly activity: '' | '+' | '-';
  readonly label: string;
} | {
  readonly type: 'note';
  readonly place: 'left of' | 'right of' | 'over';
  /** One actor, or two for a note over both and what is between them. */
  readonly actors: readonly string[];
  readonly label: string;
} | {
  readonly type: 'block';
  readonly word: (typeof BLOCKS)[number];
  readonly label: string;
} | {
  readonly type: 'section';
  readonly word: 'else' | 'and';
  readonly label: string;
} | {
  readonly type: 'end';
};
/** A line of a diagram without the white space round it. */
interface Statement {
  /** Line of the source, from 1. */
  readonly line: number;
  readonly text: string;
}
/** A Mermaid source with the texts that stand in for the picture taken out. */
interface SplitSource {
  /** Text of `accTitle:`, else the title of the block between `---` that the source begins with. */
  readonly title: string | undefined;
  /** Text of `accDescr:` or `accDescr { … }`, on one line. */
  readonly description: string | undefined;
  /** The source without those statements. */
  readonly code: string;
  /** The lines that say something; the first is the diagram's kind. */
  readonly statements: readonly Statement[];
}
/** A Mermaid source, as far as it is known. */
interface Diagram extends Omit<SplitSource, 'statements'> {
  /** The word it begins with, such as `flowchart`; empty where there is none. */
  readonly word: string;
  /** What Mermaid draws, or the first thing of which that is not known. */
  readonly content: Drawing | Unknown;
}
interface Unknown {
  readonly kind: 'unknown';
  /** Line of the source, from 1. */
  readonly line: number;
  /** What stands there, in words that follow "Unexpected". */
  readonly found: string;
}
/** Reads the diagrams of one document, one after another: beyond some length of all together the rest is unknown. */
export declare function diagramReader(): (source: string) => Diagram;
/** What Mermaid is certain to refuse of a source. */
interface MermaidRefusal {
  /** Line of the source, from 1. */
  readonly line: number;
  /** What stands there, in words that follow "Unexpected". */
  readonly found: string;
  /** What Mermaid draws. */
  readonly expected: string;
}
/**
 * Why Mermaid cannot draw a source, where that is known without asking it: there is nothing in it, it is of no kind that
 * Mermaid knows, or it is too long. Any other source may still be faulty.
 */
export declare function mermaidRefusal(source: string): MermaidRefusal | undefined;
/** What the label of a value, a key or a heading names. */
type FieldName = 'title' | 'number' | 'status' | 'date' | 'decision-makers' | 'tags' | 'review-by' | 'revisit-when' | 'provisional-until' | 'adopted' | 'adopted-on';
interface Meaning {
  readonly name: FieldName;
  /** How near the label comes to what is asked: of two dates the one with the lower rank is the decision's. */
  readonly rank: number;
}
/** A label as labels are compared: without marks, brackets, case, and with spaces for what joins its words. */
export declare function comparableLabel(label: string): string;
/** What a label names; `undefined` for one that is none of a record's fields. */
export declare function fieldOfLabel(label: string): Meaning | undefined;
/** What falls due: a look at whether a decision still holds, the end of a provisional one, or a planned adoption. */
declare const DUE_KINDS: readonly ["review", "end", "adoption"];
/** What falls due. */
type DueKind = (typeof DUE_KINDS)[number];
/** Something about a decision that falls due on a day. */
interface Due {
  readonly adr: AdrRecord;
  readonly kind: DueKind;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly field: Field<string>;
}
/** What falls due of some decisions, the earliest first. What ended, or was turned down, has nothing due. */
export declare function duesOf(adrs: readonly AdrRecord[]): Due[];
/** Decisions that say what would make them worth another look, in their order, with the words. */
export declare function conditionsOf(adrs: readonly AdrRecord[]): {
  adr: AdrRecord;
  when: string;
}[];
/** Whether a decision stands, or may: proposed, accepted, or of a status that nobody knows. */
export declare function mayHold({ fields }: AdrRecord): boolean;
/** How far a decision is carried out, as its record states it. */
interface StatedAdoption {
  readonly state: Adoption;
  /** For the reader: `In part`. */
  readonly label: string;
  /** Since when; of what is planned, by when. */
  readonly day: string | undefined;
  readonly field: Field<Adoption>;
}
/** How far a decision says it is carried out; `undefined` where it does not. */
export declare function adoptionOf({ fields }: AdrRecord): StatedAdoption | undefined;
/** A step of the specification behind a decision, with what was found last. */
interface StepResult {
  readonly number: number;
  readonly step: string;
  readonly passed: boolean;
  readonly record: ProvenanceRecord;
  readonly span: ProvenanceRecord['body']['results'][number]['span'];
}
/** What the executions of the specification behind a decision found last, step by step; steps that neither passed nor failed are left out. */
export declare function stepResultsOf(corpus: Corpus, adr: AdrRecord): StepResult[];
/** One committed state of a file. */
interface Revision {
  readonly commit: string;
  /** Author's time, ISO 8601 with zone. */
  readonly authored: string;
  readonly author: string;
  readonly subject: string;
  /** Path at that time, from the root of the workspace. */
  readonly path: string;
  /** Object id of the text. */
  readonly blob: string;
  /** `moved` came from another path, perhaps with changes; `earliest` is where a shallow clone ends. */
  readonly kind: 'added' | 'changed' | 'moved' | 'earliest';
}
/** What Git knows of one file. */
interface FileHistory {
  /** Oldest first; empty for a file that was never committed. */
  readonly revisions: readonly Revision[];
  /** Whether the file on disk differs from the last of them. */
  readonly isUncommitted: boolean;
}
/** What Git knows of the files asked for. */
type Histories = {
  readonly kind: 'known';
  readonly files: ReadonlyMap<string, FileHistory>;
  /** Whether the clone is shallow, so that what happened before its end is unknown. */
  readonly isShallow: boolean;
} | {
  readonly kind: 'unknown';
  readonly message: string;
  readonly help: string;
};
/**
 * Follows files back through the first-parent chain of the commit that is checked out, through moves, to where each was
 * added.
 * @param paths relative to the root of the workspace
 */
export declare function fileHistoriesOf(history: History, paths: readonly string[]): Histories;
/**
 * The folder of pictures that a page has without naming one, relative to the page; `undefined` beside the page itself.
 */
export declare function asciidocPictures(path: string): string | undefined;
/**
 * The file that a reference in the file at a path leads to, relative to that. In Antora a reference counts from the
 * folder of all pages, unless it begins with `./`:
 * https://docs.antora.org/antora/latest/page/resource-id-coordinates/
 */
export declare function asciidocReference(path: string, target: string): string;
/**
 * Gives each heading of a rendered document its id, as GitHub does: from the text that is shown, spaces at its ends and
 * marks of footnotes included, numbered where another heading has the same. All headings count, those in quotes and
 * lists and those written as HTML, too. An id that an author gave stays.
 *
 * The site and the linter use this one function, so it must see the document before anything is added to it.
 */
export declare function headingIdsPlugin(): HastPluginDefinition;
/**
 * The gate as the first step of rendering; what the site adds comes after it. Where Markdown alone made the tree, only
 * its addresses are the author's, and the rest of it stays in the engine: taking it out and back costs ten times what
 * rendering does.
 * @param hasHtml whether the text holds HTML; if it does nevertheless, that is shown as text
 */
export declare function gatePlugin(hasHtml: boolean): HastPluginDefinition;
/** Whether a text may hold HTML; `false` only where it cannot. */
export declare function mayHoldHtml(text: string): boolean;
/** The kinds of line in the graph of decisions: a relation with its direction, `superseded-by` turned round. */
export declare const EDGE_KINDS: readonly ["supersedes", "amends", "refines", "depends-on", "related"];
/** The kind of a line. */
type EdgeKind = (typeof EDGE_KINDS)[number];
/** A relation between two decisions that are both there, from the one that states it, or would. */
interface Edge {
  readonly kind: EdgeKind;
  readonly from: AdrRecord;
  readonly to: AdrRecord;
  /** Whether it takes the place of a part of the other. */
  readonly isPartly: boolean;
}
/** Every relation between decisions, each once: supersession as one line, `related` in the direction it is written. */
export declare const edgesOf: (key: Corpus) => readonly Edge[];
/** The lines that end or begin at a decision, in the order of the relation table. */
export declare function edgesOfAdr(corpus: Corpus, adr: AdrRecord): readonly Edge[];
/** How a decision rests on another. */
type Reliance = Extract<EdgeKind, 'depends-on' | 'refines' | 'amends'>;
/** How many dependents are looked for where nothing else is asked: beyond, all of the log is concerned. */
export declare const MOST_DEPENDENTS = 100;
/** A decision that would have to be looked at again if another fell. */
interface Dependent {
  readonly record: AdrRecord;
  readonly kind: Reliance;
  /** The decision it names; at distance 1 the one asked about, or one that that replaced. */
  readonly on: AdrRecord;
  /** 1 for direct dependents, one more for each decision between. */
  readonly distance: number;
}
/**
 * What rests on a decision, directly and through others, nearest first: those that depend on it, refine it or amend it.
 * What names a decision that this one replaced rests on this one now. A decision that no longer stands is listed where
 * it is direct, but passes nothing on, and is left out further away.
 * @param most where the search ends, so that its cost does not grow with the log
 */
export declare function dependentsOf(corpus: Corpus, adr: AdrRecord, most?: number): Dependent[];
/** A decision in a chain of supersession. */
interface ChainLink {
  readonly record: AdrRecord;
  /** What replaced it directly; empty where the chain ends. */
  readonly replacedBy: readonly AdrRecord[];
}
/**
 * The chain of supersession that a decision belongs to, from the first to the current; empty where it neither replaced
 * another nor was replaced. Every decision stands after those it replaced, except in a circle.
 */
export declare function supersessionChain(corpus: Corpus, adr: AdrRecord): ChainLink[];
/** A decision log of a repository, or of several. */
interface Log {
  /** What its records are called by before their numbers; empty for the main log. */
  readonly name: string;
  /** What it is called where the main log needs a name, too. */
  readonly id: string;
  /** As readers see it. */
  readonly title: string;
  /** How many decisions it holds. */
  readonly count: number;
}
/** What is asked of a decision here: which log it belongs to. */
interface InLog {
  readonly key: {
    readonly log: string;
  };
}
/** The logs that hold decisions, in the order of the configuration, the others by name after those. */
export declare function logsOf(adrs: readonly InLog[], { adr: { places } }: Layout): Log[];
/**
 * A function that works once for each object and then remembers, for as long as the object lives. For what is asked
 * on every page or by every rule of something that never changes, such as a corpus. The object must not be frozen.
 */
export declare function perObject<K extends object, V>(make: (key: K) => V): (key: K) => V;
/** A path of another repository as it is told from all others. */
export declare function mounted({ mount }: Pick<LogHome, 'mount'>, path: string): string;
/** A tag of a piece of HTML; offsets count from its start. */
interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly isClosing: boolean;
  readonly start: number;
  readonly attributes: readonly {
    readonly name: string;
    readonly value: string;
    readonly start: number;
    readonly end: number;
  }[];
}
/** A link or image with the title of the top-level section it stands in. */
interface LinkNode {
  readonly node: Link$1 | LinkReference | Image | ImageReference;
  /** `undefined` before the first heading. */
  readonly section: string | undefined;
}
/** A text with the title of the section it stands in, as a link has it. */
interface TextNode {
  readonly node: Text;
  readonly section: string | undefined;
}
/** A piece of HTML with its tags. */
interface HtmlNode {
  readonly node: Html;
  readonly tags: readonly Tag[];
  readonly section: string | undefined;
}
/** The nodes of a document that readers and rules look for, by kind, in document order. */
interface DocumentNodes {
  readonly code: readonly Code[];
  readonly inlineCode: readonly InlineCode[];
  readonly html: readonly HtmlNode[];
  readonly quotes: readonly Blockquote[];
  readonly tables: readonly Table[];
  readonly text: readonly Text[];
  /** Text outside links, also those written as HTML, and outside headings. */
  readonly runningText: readonly TextNode[];
  readonly links: readonly LinkNode[];
  readonly definitions: readonly Definition[];
}
/** Collects the nodes of a document in one walk, which everybody shares. */
export declare const nodesOf: (document: MarkdownDocument) => DocumentNodes;
/** What was decided, in one sentence of the record. */
interface OutcomeSentence {
  readonly text: string;
  readonly span: Span;
}
/**
 * What a decision came to: its description, else the first sentence of the section that states the decision;
 * `undefined` where the record has neither.
 */
export declare function outcomeSentence(adr: AdrRecord): OutcomeSentence | undefined;
/** A part of a decision that another one has replaced. */
interface ReplacedPart {
  /** As the relation names it; empty where it names no section. */
  readonly name: string;
  /** `undefined` where the record has no such section, or none is named. */
  readonly section: Section | undefined;
  readonly by: AdrRecord;
}
/**
 * The parts of a decision that later ones have replaced, as either side states it. What is only proposed, or was turned
 * down, replaces nothing.
 */
export declare function replacedParts(corpus: Corpus, adr: AdrRecord): readonly ReplacedPart[];
/** Whether a decision stands, but not all of it. */
export declare function standsInPart(corpus: Corpus, adr: AdrRecord): boolean;
/**
 * Decisions from the newest, those of one day from the highest number. One without a date takes the place of its number
 * between those of its log that have one; one without either comes last.
 */
export declare const newestFirst: (key: readonly AdrRecord[]) => readonly AdrRecord[];
/** Every tag in use with its decisions, by name. */
export declare const tagIndex: (key: readonly AdrRecord[]) => Tagged;
type Tagged = ReadonlyMap<string, readonly AdrRecord[]>;
/** One labelled group of relations as a reader of one decision sees it. */
interface RelationGroup {
  /** Such as `Depends on` or `Required by`. */
  readonly label: string;
  readonly entries: readonly {
    readonly id: string;
    readonly record: AdrRecord | undefined;
  }[];
}
/**
 * The relations of a decision in both directions, each related record once a label, in the order of the relation
 * table (supersession first).
 */
export declare function relationGroups(corpus: Corpus, adr: AdrRecord): RelationGroup[];
/** The decisions that replace this one today: `superseded-by` followed to the end; cycles end where they close. */
export declare function currentSuccessors(corpus: Corpus, adr: AdrRecord): AdrRecord[];
/** The decisions that replace this one directly, as either side states it. */
export declare function successorsOf(corpus: Corpus, adr: AdrRecord): AdrRecord[];
/** Whether a decision stands: its status is known and in force. */
export declare function stands(adr: AdrRecord): boolean;
/** How many whole minutes a document takes to read, at least one. Blocks of code are looked at, not read. */
export declare function readingMinutes(document: MarkdownDocument): number;
/** What it takes to call a record by its name. */
interface Named {
  readonly id: string;
  readonly key: RecordKey;
  readonly name: string;
  readonly number: string | undefined;
  readonly path: string;
}
/**
 * What people call a record: `ADR-018`, `Spec 0000`; `payments/ADR-018` where there are several logs. A log with a
 * naming of its own keeps it: `RFC-018`. One without a number goes by the name of its file.
 */
export declare function shownName({ id, key, name, number, path }: Named): string;
/** The words before numbers by which logs call their records, where that is not `ADR`: `MADR`, `RFC`. */
export declare const ownWords: (key: readonly FoundLog[]) => readonly string[];
/** An address of a `srcset`, and the width or density it is for, as written. */
interface Candidate {
  readonly url: string;
  /** Where the address starts in the attribute's value. */
  readonly index: number;
  /** Such as `2x` or `640w`; empty where there is none. */
  readonly descriptor: string;
}
/**
 * The addresses of a `srcset`, in order.
 * @see https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute
 */
export declare function readSrcset(value: string): Candidate[];
/** A repository that is known by the address of its web view. */
interface WebRepository {
  /** Without a slash at its end. */
  readonly address: string;
  /** What its paths begin with here; absent for one's own. */
  readonly mount?: string;
}
/** The repositories of a layout whose web views are known. */
export declare const repositoriesOf: (key: Readonly<Record<"adr" | "spec" | "provenance", KindLayout>>) => readonly WebRepository[];
/**
 * The path of the file that an address in the web view of a known repository shows, as the usual code hosts form it;
 * `undefined` for any other address. The branch is one of a single part.
 */
export declare function fileOnWeb(repositories: readonly WebRepository[], url: string): string | undefined;
/** A record in short, as published. */
type WireSummary = {
  id: string;
  kind: "adr" | "spec" | "provenance";
  number: string | null;
  title: string;
  description: string | null;
  status: "Proposed" | "Accepted" | "Rejected" | "Deprecated" | "Superseded" | null;
  date: string | null;
  decisionMakers: string[];
  tags: string[];
  review: {
    by: string | null;
    when: string | null;
    provisionalUntil: string | null;
  } | null;
  adoption: {
    state: "done" | "abandoned" | "planned" | "partial";
    on: string | null;
  } | null;
  path: string;
  log?: string | undefined;
  ratification?: "ratified" | "unknown" | "unratified" | undefined;
  url?: string | undefined;
  markdownUrl?: string | undefined;
};
/** The document with every record in short. */
type WireRecords = {
  version: 1;
  records: {
    id: string;
    kind: "adr" | "spec" | "provenance";
    number: string | null;
    title: string;
    description: string | null;
    status: "Proposed" | "Accepted" | "Rejected" | "Deprecated" | "Superseded" | null;
    date: string | null;
    decisionMakers: string[];
    tags: string[];
    review: {
      by: string | null;
      when: string | null;
      provisionalUntil: string | null;
    } | null;
    adoption: {
      state: "done" | "abandoned" | "planned" | "partial";
      on: string | null;
    } | null;
    path: string;
    log?: string | undefined;
    ratification?: "ratified" | "unknown" | "unratified" | undefined;
    url?: string | undefined;
    markdownUrl?: string | undefined;
  }[];
};
/** The document of one record in full. */
type WireRecordFile = {
  version: 1;
  record: {
    promptedBy: string | null;
    relations: {
      type: "supersedes" | "superseded-by" | "amends" | "refines" | "depends-on" | "related";
      direction: "out" | "in";
      label: string;
      id: string;
      exists: boolean;
      sections?: string[] | undefined;
    }[];
    dependents: {
      id: string;
      distance: number;
    }[];
    chain: string[];
    spec: string | null;
    decisions: string[];
    provenance: string[];
    refersTo: string[];
    referredToBy: string[];
    options: {
      letter: string;
      name: string;
      chosen: boolean;
      summary: string;
      pros: string[];
      cons: string[];
    }[];
    risks: {
      name: string;
      text: string;
      mitigation: string | null;
    }[];
    agentDecisions: {
      decision: string;
      rationale: string;
      acceptable: string;
    }[];
    governs: {
      files: string;
      isException: boolean;
      asksForAcknowledgement: boolean;
    }[];
    steps: {
      number: number;
      text: string;
    }[];
    results: {
      number: number;
      step: string;
      outcome: "unknown" | "pass" | "fail" | "not-run" | "not-applicable" | "manual";
      details: string;
    }[];
    artifacts: {
      path: string;
      status: string;
    }[];
    id: string;
    kind: "adr" | "spec" | "provenance";
    number: string | null;
    title: string;
    description: string | null;
    status: "Proposed" | "Accepted" | "Rejected" | "Deprecated" | "Superseded" | null;
    date: string | null;
    decisionMakers: string[];
    tags: string[];
    review: {
      by: string | null;
      when: string | null;
      provisionalUntil: string | null;
    } | null;
    adoption: {
      state: "done" | "abandoned" | "planned" | "partial";
      on: string | null;
    } | null;
    path: string;
    log?: string | undefined;
    ratification?: "ratified" | "unknown" | "unratified" | undefined;
    url?: string | undefined;
    markdownUrl?: string | undefined;
  };
};
/** The document of decisions and the relations between them. */
type WireGraph = {
  version: 1;
  nodes: {
    id: string;
    title: string;
    status: "Proposed" | "Accepted" | "Rejected" | "Deprecated" | "Superseded" | null;
    date: string | null;
    tags: string[];
    log?: string | undefined;
    url?: string | undefined;
  }[];
  edges: {
    from: string;
    to: string;
    type: "supersedes" | "amends" | "refines" | "depends-on" | "related";
    partly?: true | undefined;
  }[];
};
/** The published documents, by the name of their schema. */
export declare const WIRE_SCHEMAS: {
  readonly records: unknown;
  readonly record: unknown;
  readonly graph: unknown;
  readonly 'records-full': unknown;
};
/** JSON Schema (draft 2020-12) of a published document. */
export declare function wireJsonSchema(name: keyof typeof WIRE_SCHEMAS): Record<string, unknown>;
/**
 * Gives what a record does not say itself: the addresses of its page and text, where there is a site, and whether it is
 * ratified.
 */
type AddressOf = (record: DocketRecord) => Pick<WireSummary, 'url' | 'markdownUrl' | 'ratification'>;
/** Whether a decision is ratified, as published; nothing where nobody asks for it. */
export declare function wireRatification(record: DocketRecord, ratifications: Ratifications): Pick<WireSummary, 'ratification'>;
/** All records in short, in the order of the corpus. */
export declare function wireRecords(records: readonly DocketRecord[], address?: AddressOf): WireRecords;
/** One record in full, with its version. */
export declare function wireRecordFile(corpus: Corpus, record: DocketRecord, address?: AddressOf): WireRecordFile;
/** All decisions and every relation between two of them. */
export declare function wireGraph(corpus: Corpus, address?: AddressOf): WireGraph;
/** What happened to a record in a few words: `added, Proposed`, `renamed from docs/adr/…; Accepted → Superseded`. */
export declare function outlineOfChange(change: RecordChange): string;
/** `ADR-025 supersedes ADR-007`. */
export declare function relationWords({ type, from, to }: RelationChange): string;
/** `PROVENANCE-0001, step 3: FAIL → PASS`. */
export declare function resultWords(change: RecordChange, result: ResultChange): string;
/** `Created src/a.ts: verified → contradicted, because …`. */
export declare function verdictWords({ record, claim, before, after, reason }: VerdictChange): string;
/** `error[status-known] docs/adr/adr-001-a.md:3: Unexpected …`. */
export declare function findingWords(finding: Finding): string;
/** ``ADR-020 silences `link-target` at docs/adr/adr-020-a.md:12: moves next week``. */
export declare function silencingWords({ record, path, line, rules, reason }: Silencing): string;
/** `This change touches files governed by 2 decisions`. */
export declare function governedTitle(governed: readonly GovernedChange[]): string;
/** The files of a change that a decision governs, ten at most. */
export declare function governedFiles({ files }: GovernedChange): string[];
/** What a change says of a decision that governs its files. */
export declare function governedAnswer(change: GovernedChange): string;
/** `Consequences › Risks`. */
export declare function sectionWords({ titles }: SectionChange): string;
/** The counts that open a report: `1 decision added, 2 statuses changed`. */
export declare function totals(changes: Changes): string;
/**
 * The pieces with long unchanged stretches cut down to what is needed to find the place.
 * @param reach characters of unchanged text beside a change
 */
export declare function excerpt(pieces: readonly Piece[], reach: number): Piece[];
/** The JSON Schema of the JSON report. */
export declare function lintJsonSchema(): Record<string, unknown>;
/** What a report tells of a rule besides its findings. */
interface RuleNote {
  /** What must hold, as one sentence. */
  readonly summary: string;
  /** What goes wrong otherwise. */
  readonly why: string;
  /** Address of the rule's page; `undefined` where the address of the site is not known. */
  readonly page: string | undefined;
}
/** A finding that does not count, since the default branch lets it stand. */
interface WaivedFinding {
  readonly finding: Finding;
  readonly reason: string;
}
/** Everything a reporter needs: what was found, in how many files, and the texts to show it in. */
interface Report {
  /** Sorted by file, then place. */
  readonly findings: readonly Finding[];
  /** Findings of security rules that are shown and not counted. */
  readonly waived: readonly WaivedFinding[];
  /** How many files were looked at, readable or not. */
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** How many of the findings have a fix. */
  readonly fixable: number;
  /** Text of a file by its path; `undefined` where it could not be read. Spans count in this text. */
  textOf(file: string): string | undefined;
  /** What is known of a rule by its id. */
  noteOf(rule: string): RuleNote | undefined;
}
/** What a report is made from. */
interface ReportInput {
  readonly findings: readonly Finding[];
  readonly waived?: readonly WaivedFinding[];
  readonly files: number;
  readonly textOf: (file: string) => string | undefined;
  readonly noteOf?: (rule: string) => RuleNote | undefined;
}
/** How a report is written; each format heeds what concerns it. */
interface FormatOptions {
  /** Whether to colour it with ANSI escape codes. */
  readonly colour: boolean;
  /** Columns of the terminal; where it is none, sentences stay whole and long source lines are cut. */
  readonly width: number | undefined;
  /** Way from the folder that paths are read from to the root, such as `records/`; empty where both are one. */
  readonly prefix?: string;
  /** Version of the program. */
  readonly version?: string;
}
/** Puts findings in order and counts them. */
export declare function makeReport(input: ReportInput): Report;
/**
 * The report for people, one block a finding in the manner of rustc: what is wrong, where, the source line with the
 * place underlined, the related places, and how to fix it. Several findings are grouped by file and counted by rule;
 * the last line is of totals.
 */
export declare function formatPretty(report: Report, { colour, width }: FormatOptions): string;
/** A text for the middle of a line, such as a path: its line ends are made visible, so that it cannot begin a line. */
export declare function safeLine(text: string): string;
export { type AddressOf, type Adoption, type AdrRecord, type Alert, type Changes, type Corpus, type Diagram, type DocketRecord, type Drawing, type Due, type DueKind, type Edge, type EdgeKind, type End, type ExampleChange, type Explanation, FORMAT_NAMES, type FacetCounts, type FileHistory, type Finding, type Format, type FoundMention, type GovernedChange, type Governing, type Graph, type GraphEdge, type GraphNode, type History, type HistoryGap, type JudgedRatification, LAYOUT, LOG_GROUPS, LOG_SORTS, type Layout, type Life, type Link, type Log, type LogEntry, type LogGroup, type LogHome, type LogQuery, type LogSort, MAX_PICTURE_BYTES, MAX_PUBLISHED_BYTES, MAX_PUBLISHED_PICTURES, type MermaidRefusal, NO_KNOWN_STATUS, type OtherCorpus, type Outcome, type OutcomeSentence, PUBLISHED_PATHS, PUBLISHED_VERSION, type PastState, type Piece, type ProvenanceRecord, type Published, type PublishedHome, type PublishedRecord, RECORD_KINDS, RELATION_TABLE, type Ratifications, type RecordChange, type RecordKey, type RecordKind, type ReplacedPart, type Revision, type Role, type RuleFacts, type RuleOption, STATUSES, STATUS_TABLE, type Sequence, type SequenceStep, type Severity, type Shape, type SpecRecord, type StatedAdoption, type Status, type UnknownHistory, WHOLE_LOG, type WireGraph, type WireRecordFile, type WireRecords, type Wording, addressOfName, addressOfPath, belowFolder, changeKind, compareFindings, compareNumbers, fileOfUrl, findMentions, foldersOfKind, frontmatterJsonSchema, governs, groupLog, homeOfPath, isInForce, isPublishablePicture, isPublishableText, isSiteFolder, joinCorpora, keyOfPath, kindOfPath, latestEvents, layoutOfPath, lifeOf, matchesGoverning, messageOf, mountedFinding, nameInLog, nameOfId, parseMarkdown, plainText, publishedPicture, publishedText, ratificationState, ratificationsOf, readFrontmatter, readId, readLinks, readRecord, readTypedName, resolveUrl, ruleSlug, selectLog, shortTitle, sideOf, splitAtNames, stoodOn, walk, withoutName, wordDifference };