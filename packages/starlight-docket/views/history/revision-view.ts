import { type DocketRecord, type Piece, type Revision, wordDifference } from 'docket/records';
import type { WordKey } from '../../words/say.ts';
import type { SiteHistory } from './read-histories.ts';
/** A committed state of a record as its pages show it. */
export interface RevisionView {
  /** Counts from 1, the oldest known. */
  readonly number: number;
  readonly commit: string;
  readonly day: string;
  readonly author: string;
  readonly subject: string;
  readonly kind: Revision['kind'];
  /** Former path, where it had one. */
  readonly movedFrom: string | undefined;
  /** Text; `undefined` where the clone does not hold it or it is too far back. */
  readonly text: string | undefined;
}

/** The past of one record. */
export interface RecordHistory {
  /** Latest first. */
  readonly revisions: readonly RevisionView[];
  readonly isUncommitted: boolean;
  /** Why there is nothing, or not everything, to tell; sentences. */
  readonly gaps: readonly WordKey[];
  /** Whether it has a page of its own: more than one state whose text is known. */
  readonly hasPage: boolean;
}

/** The past of a record, as far as Git tells. */
export function historyOf(history: SiteHistory, record: DocketRecord): RecordHistory {
  const file = history.files.get(record.path);
  const revisions = (file?.revisions ?? []).map((revision, index, all): RevisionView => {
    const before = all[index - 1];
    return {
      number: index + 1,
      commit: revision.commit,
      day: revision.authored.slice(0, 10),
      author: revision.author,
      subject: revision.subject,
      kind: revision.kind,
      movedFrom: before && before.path !== revision.path ? before.path : undefined,
      text: history.texts.get(revision.blob),
    };
  });
  return {
    revisions: revisions.reverse(),
    isUncommitted: file?.isUncommitted ?? false,
    gaps: gapsOf(history, revisions),
    hasPage: revisions.filter(({ text }) => text !== undefined).length > 1,
  };
}

function gapsOf(history: SiteHistory, revisions: readonly RevisionView[]): WordKey[] {
  if (history.gap !== undefined) {
    return ['docket.history.unknown'];
  }
  if (revisions.length === 0) return ['docket.history.notCommitted'];
  if (revisions.at(-1)?.kind === 'earliest') {
    return ['docket.history.shallow'];
  }
  return [];
}

/** Changes near each other, with some unchanged text round them. */
export interface Hunk {
  readonly pieces: readonly Piece[];
  /** Whether text was left out before it. */
  readonly isCut: boolean;
}

const CONTEXT_LINES = 2;

/**
 * The difference of two texts, word by word, without the long stretches that are the same.
 * @returns no hunk where the texts are equal
 */
export function hunksOf(before: string, after: string): Hunk[] {
  const pieces = wordDifference(before, after);
  if (pieces.every(({ kind }) => kind === 'same')) return [];
  const hunks: { pieces: Piece[]; isCut: boolean }[] = [];
  let open: { pieces: Piece[]; isCut: boolean } | undefined;
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== 'same') {
      open ??= start(hunks, false);
      open.pieces.push(piece);
      continue;
    }
    const lines = piece.text.split(/(?<=\n)/);
    const isFirst = index === 0;
    const isLast = index === pieces.length - 1;
    const keep = CONTEXT_LINES + 1;
    if (!isFirst && !isLast && lines.length <= 2 * keep + 2) {
      open?.pieces.push(piece);
      continue;
    }
    if (open) open.pieces.push({ kind: 'same', text: lines.slice(0, keep).join('') });
    open = undefined;
    if (isLast) break;
    const tail = lines.slice(Math.max(isFirst ? 0 : keep, lines.length - keep)).join('');
    open = start(hunks, lines.length > keep);
    if (tail !== '') open.pieces.push({ kind: 'same', text: tail });
  }
  return hunks;
}

function start(
  hunks: { pieces: Piece[]; isCut: boolean }[],
  isCut: boolean,
): { pieces: Piece[]; isCut: boolean } {
  const hunk = { pieces: [], isCut };
  hunks.push(hunk);
  return hunk;
}
