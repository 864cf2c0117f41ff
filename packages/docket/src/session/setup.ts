import path from 'node:path';
import { ApplyError } from '../io/apply-error.ts';
import { hasConfigCode, loadConfig } from '../io/config.ts';
import { plainPath } from '../io/config-paths.ts';
import { placeInRepository, readOwnRepository } from '../io/own-repository.ts';
import { namesAt, Reader } from '../io/reader.ts';
import { NoWorkspaceError } from '../io/workspace.ts';
import type { FileChange } from '../records/authoring/change.ts';
import type { JsonFile } from '../records/authoring/json-file.ts';
import { configDraft, type WantedConfig } from '../records/authoring/setup/configuration.ts';
import { type Draft, NOTHING } from '../records/authoring/setup/draft.ts';
import { editorDraft } from '../records/authoring/setup/editor-files.ts';
import { logDraft } from '../records/authoring/setup/first-log.ts';
import {
  listsDocket,
  openPackage,
  scriptsDraft,
} from '../records/authoring/setup/package-scripts.ts';
import { WORKFLOW_FOLDER, workflowDraft } from '../records/authoring/setup/workflow.ts';
import { CONFIG_FILES, type DocketConfig } from '../records/config.ts';
import { messageOf } from '../records/finding.ts';
import { HelpfulError } from '../records/helpful-error.ts';
import { LAYOUT } from '../records/layout.ts';
import { updatedBaseline } from './baseline.ts';
import { today } from './day.ts';
import { openSession, type Session, type SessionOptions } from './session.ts';
import { VERSION } from './version.ts';
import { writeChanges } from './write-changes.ts';

/** What can be added to a repository beside its records. */
export const ADDITIONS = ['workflow', 'scripts', 'editor', 'baseline'] as const;

/** One of the things that can be added. */
export type Addition = (typeof ADDITIONS)[number];

/** What adding something would write. */
export interface Offer {
  readonly draft: Draft;
  /** Whether the repository shows that it is of use there. */
  readonly isUsual: boolean;
}

/** Why something cannot be added, and what would help. */
export interface Lack {
  readonly lack: string;
  readonly help: string;
}

/** A repository that is to be set up: with records, or before the first one. */
export class Setup {
  /** Absolute path. */
  readonly root: string;
  /** `undefined` where there are no records and no folder for them. */
  readonly session: Session | undefined;
  readonly config: DocketConfig;
  /** Where the root lies in its Git repository; `undefined` outside one. */
  readonly place: { readonly top: string; readonly folder: string } | undefined;
  readonly #options: SessionOptions;
  readonly #reader: Reader;
  readonly #package: JsonFile | undefined;

  constructor(
    options: SessionOptions,
    { session, config }: { session: Session | undefined; config: DocketConfig },
  ) {
    this.root = options.root;
    this.session = session;
    this.config = config;
    this.place = placeInRepository(this.root);
    this.#options = options;
    this.#reader = new Reader(this.root);
    this.#package = openPackage(this.textOf);
  }

  /** Whether there is any record, of any kind. */
  get hasRecords(): boolean {
    return (this.session?.corpus.records.length ?? 0) > 0;
  }

  /** The folder of decisions, or the one a log would start in: the configured one, else the usual one. */
  get logFolder(): string {
    return this.config.paths?.adr ?? LAYOUT.adr.folder;
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
    const isInstalled = listsDocket(this.#package);
    const draft = configDraft({ path, text: this.textOf(path), config, wanted, isInstalled });
    const texts = new Map(draft.changes.map((change) => [change.path, change.after]));
    if (texts.size > 0) await this.session?.update([], texts);
    return draft;
  }

  /** What adding something would write, or why that cannot be. */
  async offer(addition: Addition): Promise<Offer | Lack> {
    switch (addition) {
      case 'workflow':
        return this.#workflow();
      case 'scripts':
        return this.#package
          ? { draft: scriptsDraft(this.#package, VERSION), isUsual: true }
          : { lack: 'There is no package.json', help: 'run `npm init`, or leave the scripts out' };
      case 'editor':
        return listsDocket(this.#package)
          ? { draft: editorDraft(this.textOf), isUsual: this.#reader.exists('.vscode') }
          : {
              lack: 'An editor runs the installed package, which package.json does not list',
              help: 'run `npm install --save-dev docket` first',
            };
      case 'baseline':
        return this.#baseline();
    }
  }

  async #workflow(): Promise<Offer | Lack> {
    const { place, root } = this;
    if (!place) {
      return { lack: `${root} is in no Git repository`, help: 'run `git init` first' };
    }
    const { top, folder } = place;
    const reader = new Reader(top);
    const files = namesAt(path.join(top, WORKFLOW_FOLDER)).filter((name) => /\.ya?ml$/.test(name));
    const workflows = new Map(
      files.flatMap((name) => {
        const file = reader.text(`${WORKFLOW_FOLDER}/${name}`);
        return file.kind === 'text' ? [[file.path, file.text] as const] : [];
      }),
    );
    const hasCode = hasConfigCode(root);
    const { remotes } = await readOwnRepository(root, { offline: true });
    return {
      draft: workflowDraft({ workflows, version: VERSION, folder, hasCode }),
      isUsual: reader.exists('.github') || remotes.some((url) => /\bgithub\.com[/:]/.test(url)),
    };
  }

  async #baseline(): Promise<Offer | Lack> {
    const findings = await this.session?.findings();
    if (!findings || findings.baseline.text !== undefined) {
      return { draft: NOTHING, isUsual: false };
    }
    const { change, kept, left } = updatedBaseline(findings);
    const stay = {
      words: `${left} ${left === 1 ? 'finding' : 'findings'} of security rules, which no baseline covers`,
    };
    return {
      draft: { changes: kept > 0 ? [change] : [], left: kept > 0 && left > 0 ? [stay] : [] },
      isUsual: findings.fresh.some(({ severity }) => severity !== 'info'),
    };
  }

  /**
   * Writes changes, all or none.
   * @throws {ApplyError} where a file is not as it was, or nothing can be written
   */
  async write(changes: readonly FileChange[]): Promise<void> {
    const plan = () => ({ changes });
    try {
      await (this.session ? this.session.apply(plan) : writeChanges(this.root, plan));
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error;
      throw new ApplyError(
        `Nothing was written below ${this.root}: ${error.message}`,
        'check that its files and folders may be written',
      );
    }
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
    return new Setup(opened, { session, config: session.config });
  } catch (error) {
    if (!(error instanceof NoWorkspaceError)) throw error;
    if (!new Reader(root).stats('.')?.isDirectory()) throw error;
    const config = await loadConfig(root, { runsCode: options.runsCode === true });
    return new Setup(opened, { session: undefined, config });
  }
}
