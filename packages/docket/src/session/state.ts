import { BASELINE_FILE } from '../engine/baseline.ts';
import { makeSettings } from '../engine/settings.ts';
import { readBase } from '../io/base.ts';
import { loadConfig, matchesGlobs, profileOf, settingsError } from '../io/config.ts';
import { type Discovered, discover, withLogs } from '../io/discover.ts';
import { readHistory } from '../io/git.ts';
import { withPlaces } from '../io/log-places.ts';
import { Reader } from '../io/reader.ts';
import { readSparse } from '../io/sparse.ts';
import { assertAnyFolder, listRecords } from '../io/workspace.ts';
import { settleWriting } from '../io/write-lock.ts';
import { CONFIG_FILES, type DocketConfig, type Profile } from '../records/config.ts';
import { otherLogs } from '../records/config-logs.ts';
import { type Discovery, mayDecideLogs } from '../records/discovery/find-logs.ts';
import type { Facts } from '../records/facts.ts';
import type { History } from '../records/history.ts';
import { type Layout, layoutWith, RECORD_KINDS } from '../records/layout.ts';
import type { Ratifications } from '../records/ratification.ts';
import { today } from './day.ts';
import { mayBeOthers, orderOfDates } from './decisive.ts';
import { type Documents, readDocuments } from './documents.ts';
import { holdsOtherWork } from './evidence/source-paths.ts';
import { type Evidence, openEvidence } from './evidence.ts';
import { explainCommit, HistoryError } from './explain-commit.ts';
import { readFileFacts } from './file-facts.ts';
import { type Findings, weighFindings } from './findings.ts';
import { readRatifications } from './ratifications.ts';
import { type Reading, type ReadingInput, readRepository } from './reading.ts';
import { RecordLinter } from './record-linter.ts';
import type { Told } from './told.ts';
import { type CodeLinks, readCodeLinks } from './why/code-links.ts';

/** What a repository is opened with. */
export interface StateOptions {
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

/** What two moments have in common as long as neither the configuration nor the day changes. */
interface Frame {
  readonly options: StateOptions;
  readonly config: DocketConfig;
  readonly profile: Profile;
  readonly layout: Layout;
  /** `undefined` where all Markdown of one folder is held to the template. */
  readonly discovery: Discovered | undefined;
  readonly today: string;
  /** Paths that Git holds and left out of the working tree, with their folders. */
  readonly sparse: ReadonlySet<string>;
  readonly linter: RecordLinter;
}

/** A moment before, and what was told to have changed since. */
interface Earlier {
  readonly reading: Reading;
  readonly documents: Promise<Documents> | undefined;
  readonly told: Told;
}

/**
 * Reads the configuration of a repository.
 * @param texts texts that stand for files as if they were saved, by path
 * @throws {HelpfulError} as `openSession` does
 */
export async function openState(
  options: StateOptions,
  texts: ReadonlyMap<string, string> = new Map(),
): Promise<SessionState> {
  const { root, runsCode, only } = options;
  const loaded = await loadConfig(root, { runsCode, data: texts.get(CONFIG_FILES.data) });
  const config = inFolder(loaded, options.folder);
  const profile = options.profile ?? profileOf(root, config);
  const made = makeSettings({ config: { ...config, profile }, matches: matchesGlobs, only });
  if ('problems' in made) throw settingsError(root, made.problems);
  const plain = layoutWith(config.paths ?? {}, config.templates ?? {}, config.roles);
  const own = withPlaces(plain, config, profile);
  const { places } = own.adr;
  const main = places?.find((place) => place.root === '.')?.folder ?? config.paths?.adr;
  const discovery =
    profile === 'recommended' ? await discover(new Reader(root), main, texts, places) : undefined;
  const layout = discovery ? withLogs(own, discovery) : own;
  await assertAnything(options, { config, layout, discovery });
  await settleWriting(root);
  const day = dayOf(options);
  const linter = new RecordLinter(made.settings, only, day);
  return new SessionState(
    {
      ...{ options, config, profile, layout, discovery, today: day, linter },
      sparse: await readSparse(root),
    },
    texts,
  );
}

function inFolder({ logs, ...config }: DocketConfig, adr: string | undefined): DocketConfig {
  if (adr === undefined) return logs ? { ...config, logs } : config;
  return { ...config, paths: { ...config.paths, adr } };
}

/** @throws {NoWorkspaceError} where there is nothing to be read */
async function assertAnything(
  { root, mayLackRecords }: StateOptions,
  { config, layout, discovery }: Pick<Frame, 'config' | 'layout' | 'discovery'>,
): Promise<void> {
  // A repository may be there to show the logs of others.
  if (otherLogs(config).length > 0) return;
  if (mayLackRecords && (await holdsOtherWork(root))) return;
  assertAnyFolder(root, layout, discovery);
}

function envOf({ env = process.env }: StateOptions) {
  return env;
}

function dayOf(options: StateOptions): string {
  return options.today ?? today(envOf(options));
}

/** A repository at one moment; each part is read when first asked for, and once. */
export class SessionState {
  readonly #frame: Frame;
  readonly #texts: ReadonlyMap<string, string>;
  readonly #earlier: Earlier | undefined;
  #reading: Reading | undefined;
  #documents: Promise<Documents> | undefined;
  #documentsRead: Documents | undefined;
  #findings: Promise<Findings> | undefined;
  #history: Promise<History> | undefined;
  #evidence: Promise<Evidence> | undefined;
  #ratifications: Promise<Ratifications> | undefined;

  constructor(frame: Frame, texts: ReadonlyMap<string, string>, earlier?: Earlier) {
    this.#frame = frame;
    this.#texts = texts;
    this.#earlier = earlier;
  }

  get config(): DocketConfig {
    return this.#frame.config;
  }

  get today(): string {
    return this.#frame.today;
  }

  get discovery(): Discovery | undefined {
    return this.#frame.discovery;
  }

  get reading(): Reading {
    this.#reading ??= readRepository(this.#input(), this.#earlier);
    return this.#reading;
  }

  textOf(file: string): string | undefined {
    return this.reading.corpus.byPath(file)?.document.text ?? this.#documentsRead?.get(file)?.text;
  }

  findings(): Promise<Findings> {
    this.#findings ??= this.#judge();
    return this.#findings;
  }

  history(): Promise<History> {
    this.#history ??= readHistory(this.#frame.options.root);
    return this.#history;
  }

  evidence(history?: History): Promise<Evidence> {
    const open = async (): Promise<Evidence> =>
      openEvidence({
        root: this.#frame.options.root,
        config: this.config,
        corpus: this.reading.corpus,
        history: history ?? (await this.history()),
      });
    if (history) return open();
    this.#evidence ??= open();
    return this.#evidence;
  }

  /** What people ratified, held against the default branch. */
  ratifications(): Promise<Ratifications> {
    this.#ratifications ??= readRatifications({
      root: this.#frame.options.root,
      env: envOf(this.#frame.options),
      corpus: this.reading.corpus,
      history: () => this.history(),
      evidence: () => this.evidence(),
    });
    return this.#ratifications;
  }

  async codeLinks(): Promise<CodeLinks> {
    const documents = await this.#readDocuments();
    return readCodeLinks(this.#frame.options.root, this.reading.corpus, documents.values());
  }

  /** Paths of everything that was read or looked at, as far as it is known, and of records that are new. */
  files(): Set<string> {
    const { layout, root } = this.#input();
    const { files, looked } = this.reading;
    return new Set([
      ...Object.values(CONFIG_FILES),
      this.config.baseline ?? BASELINE_FILE,
      ...RECORD_KINDS.map((kind) => layout[kind].template),
      ...listRecords(new Reader(root), layout).keys(),
      ...files.keys(),
      ...looked.keys(),
      ...(this.#documentsRead?.keys() ?? []),
    ]);
  }

  /** The findings where somebody asked for them and they could be had. */
  async askedFindings(): Promise<Findings | undefined> {
    return this.#findings?.catch(() => undefined);
  }

  /** The repository with what is told to have changed. @throws {HelpfulError} as `openSession` does */
  async after(told: Told, texts: ReadonlyMap<string, string>): Promise<SessionState> {
    const { options, profile, today: day } = this.#frame;
    const reading = this.reading;
    const kept = [...this.#texts].filter(([file]) => !told.holds(file));
    const unsaved = new Map([...kept, ...texts]);
    const isReconfigured = Object.values(CONFIG_FILES).some((file) => told.holds(file));
    // Where nothing is configured, what is there decides how records are read, and which files are some.
    const current = options.profile ?? profileOf(options.root, this.config);
    const isOther = current !== profile || this.#mayHoldOthers(told);
    if (isReconfigured || isOther || dayOf(options) !== day) return openState(options, unsaved);
    await assertAnything(options, this.#frame);
    await settleWriting(options.root);
    const earlier = { reading, documents: this.#documents, told };
    const next = new SessionState(this.#frame, unsaved, earlier);
    return next.#isFoundOtherwise(reading) ? openState(options, unsaved) : next;
  }

  /** Whether the logs, looked for again, may hold other records or read their dates in another order. */
  #isFoundOtherwise(before: Reading): boolean {
    const { discovery, layout } = this.#frame;
    if (!discovery) return false;
    const { files } = this.reading;
    return mayBeOthers(before.files, files) || orderOfDates(files) !== layout.adr.dateOrder;
  }

  /** Whether logs that were looked for may now hold other records: what was told is no record, or is gone. */
  #mayHoldOthers({ paths }: Told): boolean {
    if (!this.#frame.discovery) return false;
    const reader = new Reader(this.#frame.options.root);
    return paths.some((file) => {
      const isThere = reader.holdsFile(file);
      if (this.reading.files.has(file)) return !isThere;
      return !isThere || mayDecideLogs(file);
    });
  }

  /** Whether the configuration or a template is another one than at another moment. */
  isApart(other: SessionState): boolean {
    return this.#frame !== other.#frame || this.reading.contracts !== other.reading.contracts;
  }

  #input(): ReadingInput {
    const { options, config, layout, linter, sparse } = this.#frame;
    const { root, mayLackFolders, isLean = false } = options;
    const look = isLean ? linter.look : undefined;
    return { root, config, layout, mayLackFolders, look, sparse, texts: this.#texts };
  }

  async #judge(): Promise<Findings> {
    const { options, config, linter, today: day } = this.#frame;
    // Git searches while the records are read.
    const searching = this.#readDocuments();
    searching.catch(() => {});
    const { corpus, findings: reading, naming } = this.reading;
    const [documents, history, tree, ratifications] = await Promise.all([
      searching,
      this.#historyFacts(),
      readFileFacts(options.root, corpus),
      this.ratifications(),
    ]);
    const facts: Facts = {
      today: day,
      documents: [...documents.values()],
      ratifications,
      ...history,
      ...(tree && { tree }),
    };
    return weighFindings(linter.lint({ corpus, reading, facts, naming }), {
      root: options.root,
      config,
      env: envOf(options),
      isComplete: options.only === undefined,
    });
  }

  #readDocuments(): Promise<Documents> {
    this.#documents ??= (async () => {
      const { documents, told } = this.#earlier ?? {};
      const earlier = documents && told && { documents: await documents, told };
      this.#documentsRead = await readDocuments(this.#input(), earlier);
      return this.#documentsRead;
    })();
    return this.#documents;
  }

  async #historyFacts(): Promise<Pick<Facts, 'history' | 'base'>> {
    const { root, base = this.config.base } = this.#frame.options;
    if (base === undefined) return {};
    const history = await this.history();
    if (history.kind === 'unknown') throw new HistoryError(history.message, history.help);
    try {
      const { corpus } = this.reading;
      return { history, base: await readBase({ root, corpus, history, base }) };
    } catch (error) {
      throw explainCommit(error, base);
    }
  }
}
