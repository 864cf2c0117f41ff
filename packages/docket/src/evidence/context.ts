import type { Corpus } from '../records/corpus.ts';
import type { KnownHistory } from '../records/history.ts';
import type { RecordKind } from '../records/layout.ts';
import { type DocketRecord, readRecord } from '../records/record.ts';
import type { Line } from './line.ts';

/** Records parsed from blobs, by path and blob: the same version is parsed once however often it is judged. */
export type Parsed = Map<string, DocketRecord>;

/** What one round of judging looks at. */
export interface Context {
  readonly corpus: Corpus;
  readonly history: KnownHistory;
  /** Blobs whose text was wanted and not yet read. Judge again with them, and the answer is final. */
  readonly wanted: Set<string>;
  readonly parsed: Parsed;
}

/** A context for records of `corpus` against `history`. */
export function createContext(
  corpus: Corpus,
  history: KnownHistory,
  parsed: Parsed = new Map(),
): Context {
  return { corpus, history, wanted: new Set(), parsed };
}

/** Text of a blob; `undefined` where the clone lacks it, or where it has yet to be read. */
export function textOf(context: Context, blob: string): string | undefined {
  const { texts } = context.history;
  if (!texts.has(blob)) context.wanted.add(blob);
  return texts.get(blob);
}

/** The record of a kind that a blob holds, as read from a path. */
export function recordOf<K extends RecordKind>(
  context: Context,
  kind: K,
  path: string,
  blob: string | undefined,
): Extract<DocketRecord, { kind: K }> | undefined {
  const text = blob === undefined ? undefined : textOf(context, blob);
  if (text === undefined) return undefined;
  const key = `${kind} ${blob} ${path}`;
  const record = context.parsed.get(key) ?? readRecord(kind, { path, text }, context.corpus);
  context.parsed.set(key, record);
  return record.kind === kind ? (record as Extract<DocketRecord, { kind: K }>) : undefined;
}

/** The path Git knows a file of the workspace by. */
export function toGit(context: Context, path: string): string {
  return context.history.prefix + path;
}

/** The path of the workspace for a path of Git; a file outside the workspace keeps Git's. */
export function fromGit(context: Context, path: string): string {
  const { prefix } = context.history;
  return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}

/**
 * The path Git knows a file by that a record names: from the root of the workspace or, in a workspace below the top
 * of the repository, from the top. Markdown drops white space at the ends of a name.
 * @param prefix folder of the workspace at the time, empty or ending in `/`
 */
export function locate(line: Line, prefix: string, written: string): string {
  const path = prefix + written;
  return (
    [path, written].find((name) => line.isKnown(name)) ??
    [path, written].flatMap((name) => line.spaced(name) ?? [])[0] ??
    path
  );
}
