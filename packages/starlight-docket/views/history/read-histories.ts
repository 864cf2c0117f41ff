import {
  type AdrRecord,
  type Corpus,
  comparableText,
  type FileHistory,
  fileHistoriesOf,
  homeOfPath,
  type Life,
  lifeOf,
  mounted,
  type PastState,
  readRecord,
} from 'docket/records';
import {
  GitError,
  type GitTag,
  type OpenLog,
  readBlobs,
  readTags,
  type Session,
} from 'docket/session';

/** What the site knows of the past of its records. */
export interface SiteHistory {
  /** Why there is none, where there is none; a sentence. */
  readonly gap: string | undefined;
  /** Whether the clone is shallow, so that what happened before its end is unknown. */
  readonly isShallow: boolean;
  /** Committed states of each record, by its path. */
  readonly files: ReadonlyMap<string, FileHistory>;
  /** Texts of the committed states that pages show, by object id. */
  readonly texts: ReadonlyMap<string, string>;
  /** When each decision stood, in the order of the corpus. */
  readonly lives: readonly Life[];
  /** Tags of the repository that the commit checked out contains, the latest first. */
  readonly tags: readonly GitTag[];
}

/** The most committed states of one record whose texts are kept: the latest. */
export const MOST_TEXTS = 20;

/**
 * Reads the past of every record, once for all pages, each from the repository that holds it. What Git cannot tell is
 * left unknown, with the reason; it is never an error.
 * @param corpus the records of all logs
 */
export async function readSiteHistory(
  session: Session,
  corpus: Corpus = session.corpus,
  others: readonly OpenLog[] = [],
): Promise<SiteHistory> {
  const own = await readPast({ session });
  const pasts = [own, ...(await Promise.all(others.map(readPast)))];
  const files = new Map(pasts.flatMap((past) => [...past.files]));
  const texts = new Map(pasts.flatMap((past) => [...past.texts]));
  const statesOf = (adr: AdrRecord): readonly PastState[] => {
    const other = homeOfPath(corpus.layout, adr.path);
    const log = other && others.find(({ home }) => home.mount === other.home.mount);
    return (other && log?.pastOf?.(other.path)) ?? pastOf(corpus, adr, { files, texts });
  };
  return {
    gap: own.gap,
    isShallow: pasts.some(({ isShallow }) => isShallow),
    files,
    texts,
    lives: corpus.adrs.map((adr) => lifeOf(corpus, adr, statesOf(adr))),
    tags: own.gap === undefined ? await tagsOf(session) : [],
  };
}

type Past = Pick<SiteHistory, 'gap' | 'isShallow' | 'files' | 'texts'>;

/** The past of the records of one repository; files by their paths on this site. */
async function readPast({
  session,
  home,
  bring,
  pastOf: isTold,
}: Pick<OpenLog, 'session'> & Partial<OpenLog>): Promise<Past> {
  const { corpus, root } = session;
  const none = (gap: string): Past => ({
    ...{ gap, isShallow: false },
    ...{ files: new Map(), texts: new Map() },
  });
  // The cache that it lies in may be in a repository of anything.
  if (isTold) return none('Its own site tells its past');
  try {
    const history = await session.history();
    const records = home ? corpus.adrs : corpus.records;
    const found = fileHistoriesOf(
      history,
      records.map(({ path }) => path),
    );
    if (found.kind === 'unknown') return none(found.message);
    const ids = new Set(
      [...found.files.values()].flatMap(({ revisions }) =>
        // A single state is the one on disk, or as good as it.
        revisions.length > 1 ? revisions.slice(-MOST_TEXTS).map(({ blob }) => blob) : [],
      ),
    );
    await bring?.(ids);
    const partial = history.kind === 'history' && history.partial;
    const texts = new Map<string, string>();
    for (const [id, text] of await readBlobs(root, { ids: [...ids], partial })) {
      if (text !== undefined) texts.set(id, comparableText(text));
    }
    const pathOf = (path: string) => (home ? mounted(home, path) : path);
    return {
      gap: undefined,
      isShallow: found.isShallow,
      files: new Map([...found.files].map(([path, file]) => [pathOf(path), file])),
      texts,
    };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return none(error.message);
  }
}

async function tagsOf({ root }: Session): Promise<GitTag[]> {
  try {
    return await readTags(root);
  } catch (error) {
    if (error instanceof GitError) return [];
    throw error;
  }
}

/** What the committed texts of a decision stated, oldest first. */
export function pastOf(
  corpus: Corpus,
  adr: AdrRecord,
  { files, texts }: Pick<SiteHistory, 'files' | 'texts'>,
): PastState[] {
  const other = homeOfPath(corpus.layout, adr.path);
  const own = other ?? adr;
  const conventions = other ? { templates: {}, layout: other.home.layout } : corpus;
  return (files.get(adr.path)?.revisions ?? []).flatMap(({ blob, authored, kind }) => {
    const text = texts.get(blob);
    // The text where a shallow clone ends has a day that is not its own.
    if (text === undefined || kind === 'earliest') return [];
    const record = readRecord('adr', { path: own.path, text }, conventions);
    if (record.kind !== 'adr') return [];
    const status = record.fields.status.value;
    const date = record.fields.date.value;
    return [{ day: authored.slice(0, 10), status, date }];
  });
}
