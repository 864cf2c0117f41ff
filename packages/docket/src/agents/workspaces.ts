import { type Corpus, emptyCorpus } from '../records/corpus.ts';
import { NO_RATIFICATIONS, type Ratifications } from '../records/ratification.ts';
import { allowedRoot } from '../session/allowed-root.ts';
import { catchUp } from '../session/latest.ts';
import { isWithoutRecords } from '../session/no-records.ts';
import { openSession, type Session } from '../session/session.ts';
import { DecisionIndex } from './search/decision-index.ts';

/** A repository as one question sees it. */
export interface Workspace {
  /** Absolute path. */
  readonly root: string;
  /** `undefined` where the repository has no records yet. */
  readonly session: Session | undefined;
  readonly corpus: Corpus;
  /** What people ratified, and what must be. */
  readonly ratifications: Ratifications;
  /** The decisions as words; made when first asked for. */
  index(): DecisionIndex;
  /** Why there is nothing to tell, where there is not. */
  readonly note: string | undefined;
}

/** Asks something of a repository. */
export type Question<T> = (workspace: Workspace) => Promise<T>;

/** Which part of a repository a question is about. */
export interface AskOptions {
  /** Folder, if not the first that may be read. */
  readonly root?: string | undefined;
  /** Whether the answer rests on commits, too. */
  readonly withHistory: boolean;
}

/**
 * The repositories a server may tell of. Each is opened when first asked about, and brought in step with the disk
 * before each question. Nothing of a repository is run.
 */
export class Workspaces {
  /** Absolute paths. */
  readonly roots: readonly string[];
  readonly #open = new Map<string, { session: Session; index: DecisionIndex }>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(roots: readonly string[]) {
    this.roots = roots;
  }

  /**
   * Answers a question. One is answered after the other, so that none sees a draft that another brought.
   * @throws {HelpfulError} where the folder may not be read, or what it holds cannot be
   */
  ask<T>({ root, withHistory }: AskOptions, question: Question<T>): Promise<T> {
    const answer = this.#last.then(async () => {
      const folder = allowedRoot(this.roots, root ?? '.');
      return question(await this.#workspace(folder, withHistory));
    });
    this.#last = answer.catch(() => {});
    return answer;
  }

  /**
   * Reads the first repository, then makes its words ready to be searched, so that the first question need not wait. A
   * question that comes between the two goes first. What fails is told to who asks.
   */
  async prepare(): Promise<void> {
    const asking = { withHistory: false };
    await this.ask(asking, async ({ corpus }) => corpus.adrs.length).catch(() => {});
    await this.ask(asking, async ({ index }) => index()).catch(() => {});
  }

  async #workspace(root: string, withHistory: boolean): Promise<Workspace> {
    try {
      const known = this.#open.get(root);
      const entry = known ?? {
        session: await openSession({ root, runsCode: false }),
        index: new DecisionIndex(),
      };
      this.#open.set(root, entry);
      await catchUp(entry.session, { withHistory });
      const { session, index } = entry;
      const { corpus } = session;
      const ratifications = await session.ratifications();
      const asked = () => index.of(corpus);
      return { root, session, corpus, ratifications, index: asked, note: undefined };
    } catch (error) {
      if (!isWithoutRecords(error)) throw error;
      this.#open.delete(root);
      const corpus = emptyCorpus();
      const index = () => new DecisionIndex().of(corpus);
      const note = `${error.message}; ${error.help}`;
      return { root, session: undefined, corpus, ratifications: NO_RATIFICATIONS, index, note };
    }
  }
}
