import {
  type AdrRecord,
  type Corpus,
  comparableText,
  type FileHistory,
  fileHistoriesOf,
  type Life,
  lifeOf,
  type PastState,
  readRecord,
} from 'docket/records';
import { GitError, type GitTag, readBlobs, readTags, type Session } from 'docket/session';

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
 * Reads the past of every record, once for all pages. What Git cannot tell is left unknown, with the reason; it is never
 * an error.
 */
export async function readSiteHistory(session: Session): Promise<SiteHistory> {
  const { corpus, root } = session;
  const none = (gap: string): SiteHistory => ({
    gap,
    isShallow: false,
    files: new Map(),
    texts: new Map(),
    lives: corpus.adrs.map((adr) => lifeOf(corpus, adr, [])),
    tags: [],
  });
  try {
    const history = await session.history();
    const found = fileHistoriesOf(
      history,
      corpus.records.map(({ path }) => path),
    );
    if (found.kind === 'unknown') return none(found.message);
    const ids = new Set(
      [...found.files.values()].flatMap(({ revisions }) =>
        // A single state is the one on disk, or as good as it.
        revisions.length > 1 ? revisions.slice(-MOST_TEXTS).map(({ blob }) => blob) : [],
      ),
    );
    const partial = history.kind === 'history' && history.partial;
    const texts = new Map<string, string>();
    for (const [id, text] of await readBlobs(root, { ids: [...ids], partial })) {
      if (text !== undefined) texts.set(id, comparableText(text));
    }
    return {
      gap: undefined,
      isShallow: found.isShallow,
      files: found.files,
      texts,
      lives: corpus.adrs.map((adr) =>
        lifeOf(corpus, adr, pastOf(corpus, adr, found.files.get(adr.path), texts)),
      ),
      tags: await readTags(root),
    };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return none(error.message);
  }
}

function pastOf(
  corpus: Corpus,
  adr: AdrRecord,
  history: FileHistory | undefined,
  texts: ReadonlyMap<string, string>,
): PastState[] {
  return (history?.revisions ?? []).flatMap(({ blob, authored, kind }) => {
    const text = texts.get(blob);
    // The text where a shallow clone ends has a day that is not its own.
    if (text === undefined || kind === 'earliest') return [];
    const record = readRecord('adr', { path: adr.path, text }, corpus);
    if (record.kind !== 'adr') return [];
    const status = record.fields.status.value;
    const date = record.fields.date.value;
    return [{ day: authored.slice(0, 10), status, date }];
  });
}
