import path from 'node:path';
import { allRules } from '../engine/explanation.ts';
import { knownRules } from '../engine/instances.ts';
import { hasConfigCode } from '../io/config.ts';
import { type Difference, readDifference } from '../io/git-difference.ts';
import { Reader } from '../io/reader.ts';
import { type FileChange, pathsOf } from '../records/authoring/change.ts';
import type { Changes, GovernedChange } from '../records/changes/changes.ts';
import type { DocketConfig } from '../records/config.ts';
import type { Corpus } from '../records/corpus.ts';
import type { Discovery } from '../records/discovery/find-logs.ts';
import type { RuleFacts } from '../records/explanation.ts';
import type { Finding } from '../records/finding.ts';
import type { History } from '../records/history.ts';
import type { Ratifications } from '../records/ratification.ts';
import { type Update, updateOf } from './affected.ts';
import { type DifferenceInput, differenceOf } from './difference.ts';
import type { Evidence } from './evidence.ts';
import { explainCommit } from './explain-commit.ts';
import type { Findings } from './findings.ts';
import { Stamps } from './outdated.ts';
import { openState, type SessionState, type StateOptions } from './state.ts';
import { toldPaths } from './told.ts';
import { type ChangeQuestion, governedChanges } from './why/changed.ts';
import type { CodeLinks } from './why/code-links.ts';
import { writeChanges } from './write-changes.ts';

/** How a repository is opened. */
export interface SessionOptions extends Partial<Omit<StateOptions, 'root'>> {
  /** Folder that holds the records. */
  readonly root: string;
}

/** An open repository: read, judged and held against history, each when first asked for and once. */
export interface Session {
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
export interface Plan {
  readonly changes: readonly FileChange[];
}

/**
 * Opens a repository, after undoing what an interrupted run has left half written.
 * @throws {NoWorkspaceError} where `root` is no folder, or has none of the record folders
 * @throws {ConfigError} where a configuration cannot be read
 * @throws {ApplyError} where another process writes for long, or what was left cannot be undone
 */
export async function openSession(options: SessionOptions): Promise<Session> {
  const root = path.resolve(options.root);
  const opened = { mayLackFolders: false, runsCode: false, ...options, root };
  return new OpenSession(await openState(opened), opened);
}

class OpenSession implements Session {
  readonly root: string;
  readonly #options: StateOptions;
  #state: SessionState;
  #pending: ReadonlySet<string> = new Set();
  #lastUpdate: Promise<unknown> = Promise.resolve();
  readonly #stamps: Stamps;
  readonly #moments: DifferenceInput['kept'] = new Map();

  constructor(state: SessionState, options: StateOptions) {
    this.root = options.root;
    this.#state = state;
    this.#options = options;
    this.#stamps = new Stamps(new Reader(options.root), Date.now());
  }

  get config(): DocketConfig {
    return this.#state.config;
  }

  get today(): string {
    return this.#state.today;
  }

  get corpus(): Corpus {
    return this.#state.reading.corpus;
  }

  get rules(): readonly RuleFacts[] {
    return allRules(knownRules(this.config).rules);
  }

  get unreadable(): readonly Finding[] {
    return this.#state.reading.findings;
  }

  get discovery(): Discovery | undefined {
    return this.#state.discovery;
  }

  get fileCount(): number {
    return this.#state.reading.files.size;
  }

  textOf(file: string): string | undefined {
    return this.#state.textOf(file);
  }

  findings(): Promise<Findings> {
    return this.#state.findings();
  }

  async findingsWith(texts: ReadonlyMap<string, string>): Promise<Findings> {
    const imagined = await this.#state.after(toldPaths(this.root, texts.keys()), texts);
    return imagined.findings();
  }

  history(): Promise<History> {
    return this.#state.history();
  }

  evidence(history?: History): Promise<Evidence> {
    return this.#state.evidence(history);
  }

  ratifications(): Promise<Ratifications> {
    return this.#state.ratifications();
  }

  async difference(base: string, head?: string): Promise<Changes> {
    const { root } = this;
    const ranCode = this.#options.runsCode && hasConfigCode(root);
    const open: DifferenceInput['open'] = async (folder, how) =>
      folder === root && !ranCode
        ? this
        : openSession({ ...this.#options, ...how, root: folder, runsCode: false });
    try {
      return await differenceOf({ root, base, head, open, kept: this.#moments });
    } catch (error) {
      throw explainCommit(error, base);
    }
  }

  async filesSince(base: string): Promise<readonly Difference[]> {
    try {
      return await readDifference(this.root, base);
    } catch (error) {
      throw explainCommit(error, base);
    }
  }

  async governed(question: ChangeQuestion): Promise<readonly GovernedChange[]> {
    try {
      return await governedChanges(this.root, this.corpus, question);
    } catch (error) {
      throw explainCommit(error, question.base);
    }
  }

  codeLinks(): Promise<CodeLinks> {
    return this.#state.codeLinks();
  }

  outdated(): readonly string[] {
    return this.#stamps.changed(this.#state.files());
  }

  update(paths: Iterable<string>, texts: ReadonlyMap<string, string> = new Map()): Promise<Update> {
    const told = [...paths, ...texts.keys()];
    const next = this.#lastUpdate.then(() => this.#update(told, texts));
    // One that failed holds up no other.
    this.#lastUpdate = next.catch(() => {});
    return next;
  }

  async #update(paths: readonly string[], texts: ReadonlyMap<string, string>): Promise<Update> {
    this.#pending = new Set([...this.#pending, ...paths]);
    // Told of no path: the commits are others, and with them what the history says of a moment.
    if (paths.length === 0) this.#moments.clear();
    const told = toldPaths(this.root, this.#pending);
    const before = this.#state;
    const after = await before.after(told, texts);
    const asked = await before.askedFindings();
    const update = updateOf(
      { corpus: before.reading.corpus, findings: asked },
      { corpus: after.reading.corpus, findings: asked && (await after.findings()) },
      after.isApart(before),
    );
    this.#state = after;
    this.#pending = new Set();
    return update;
  }

  async apply<P extends Plan>(plan: () => P | Promise<P>): Promise<P> {
    const made = await writeChanges(this.root, plan);
    await this.update(made.changes.flatMap(pathsOf));
    return made;
  }
}
