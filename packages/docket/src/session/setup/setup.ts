import path from 'node:path';
import { loadConfig } from '../../io/config.ts';
import { plainPath } from '../../io/config-paths.ts';
import { discover } from '../../io/discover.ts';
import { placeInRepository } from '../../io/own-repository.ts';
import { Reader } from '../../io/reader.ts';
import { NoWorkspaceError } from '../../io/workspace.ts';
import type { TextChange } from '../../records/authoring/change.ts';
import type { JsonFile } from '../../records/authoring/json-file.ts';
import { configDraft, type WantedConfig } from '../../records/authoring/setup/configuration.ts';
import type { Draft } from '../../records/authoring/setup/draft.ts';
import { logDraft } from '../../records/authoring/setup/first-log.ts';
import { listsDocket, openPackage } from '../../records/authoring/setup/package-scripts.ts';
import { CONFIG_FILES, type DocketConfig } from '../../records/config.ts';
import type { Discovery } from '../../records/discovery/find-logs.ts';
import { messageOf } from '../../records/finding.ts';
import { HelpfulError } from '../../records/helpful-error.ts';
import { LAYOUT } from '../../records/layout.ts';
import { today } from '../day.ts';
import { openSession, type Session, type SessionOptions } from '../session.ts';
import { writeChanges } from '../write-changes.ts';

/** A repository that is to be set up: with records, or before the first one. */
export class Setup {
  /** Absolute path. */
  readonly root: string;
  /** `undefined` where there are no records and no folder for them. */
  readonly session: Session | undefined;
  readonly config: DocketConfig;
  /** Where decisions were looked for; `undefined` where one folder is held to the template. */
  readonly discovery: Discovery | undefined;
  /** Where the root lies in its Git repository; `undefined` outside one. */
  readonly place: { readonly top: string; readonly folder: string } | undefined;
  /** `undefined` where there is no `package.json`. */
  readonly package: JsonFile | undefined;
  readonly #options: SessionOptions;
  readonly #reader: Reader;

  constructor(
    options: SessionOptions,
    { session, config, discovery }: Pick<Setup, 'session' | 'config' | 'discovery'>,
  ) {
    this.root = options.root;
    this.session = session;
    this.config = config;
    this.discovery = discovery;
    this.place = placeInRepository(this.root);
    this.#options = options;
    this.#reader = new Reader(this.root);
    this.package = openPackage(this.textOf);
  }

  /** Whether there is any record, of any kind. */
  get hasRecords(): boolean {
    return (this.session?.corpus.records.length ?? 0) > 0;
  }

  /**
   * The folder of decisions, or the one a log would start in: the configured one, else the one that another tool was
   * told or that is there for it, else the usual one.
   */
  get logFolder(): string {
    const empty = this.discovery?.empty ?? [];
    const told = empty.find(({ foundBy }) => foundBy === 'other tool');
    const [there, ...others] = empty.filter(({ foundBy }) => foundBy === 'well-known folder');
    const found = told ?? (others.length === 0 ? there : undefined);
    return this.config.paths?.adr ?? found?.folder ?? LAYOUT.adr.folder;
  }

  /** A folder as the configuration names it. @throws {HelpfulError} where it lies outside the root */
  plainFolder(written: string): string {
    const plain = plainPath(this.root, written);
    if (plain !== undefined) return plain;
    throw new HelpfulError(
      `The folder \`${written}\` is outside the root ${this.root}`,
      'name one inside it, or another root with --root',
    );
  }

  /** Text of a file of the root. @throws {HelpfulError} where there is one and it cannot be read */
  readonly textOf = (file: string): string | undefined => {
    const read = this.#reader.text(file);
    if (read.kind === 'text') return read.text;
    if (read.isMissing) return undefined;
    throw new HelpfulError(`${file}: ${messageOf(read)}`, 'replace it, or move it away');
  };

  /** A log that begins in a folder. */
  log(folder: string): Draft {
    return logDraft(folder, today(this.#options.env ?? process.env), this.textOf);
  }

  /** The configuration that says what is wanted; findings that are asked for later are those under it. */
  async configuration(wanted: WantedConfig): Promise<Draft> {
    const path = CONFIG_FILES.data;
    const { config } = this;
    const isInstalled = listsDocket(this.package);
    const draft = configDraft({ path, text: this.textOf(path), config, wanted, isInstalled });
    const texts = new Map(draft.changes.map((change) => [change.path, change.after]));
    if (texts.size > 0) await this.session?.update([], texts);
    return draft;
  }

  /**
   * Writes changes, all or none.
   * @throws {ApplyError} where a file is not as it was, or nothing can be written
   */
  async write(changes: readonly TextChange[]): Promise<void> {
    const plan = () => ({ changes });
    await (this.session ? this.session.apply(plan) : writeChanges(this.root, plan));
  }
}

/**
 * Opens a repository to set it up; it may have no records yet.
 * @throws {HelpfulError} where the root is no folder, or a file of it that may be changed cannot be read
 */
export async function openSetup(options: SessionOptions): Promise<Setup> {
  const root = path.resolve(options.root);
  const opened = { ...options, root, mayLackFolders: true };
  try {
    const session = await openSession(opened);
    const { config, discovery } = session;
    return new Setup(opened, { session, config, discovery });
  } catch (error) {
    if (!(error instanceof NoWorkspaceError)) throw error;
    if (!new Reader(root).stats('.')?.isDirectory()) throw error;
    const config = await loadConfig(root, { runsCode: options.runsCode === true });
    const discovery = await discover(new Reader(root), config.paths?.adr);
    return new Setup(opened, { session: undefined, config, discovery });
  }
}
