import {
  type AdrRecord,
  type Corpus,
  currentSuccessors,
  type DocketRecord,
  type Life,
  latestEvents,
} from 'docket/records';
import type { SiteHistory } from './history/read-histories.ts';
import { historyOf } from './history/revision-view.ts';
import { type RecordRef, refTo } from './record-ref.ts';
import { historyUrl } from './urls.ts';

/** What can have happened to a record. */
export type ChangeKind =
  | 'new'
  | 'proposed'
  | 'accepted'
  | 'rejected'
  | 'superseded'
  | 'deprecated'
  | 'amended'
  | 'text';

/** Something that happened to a record on a day. */
export interface Change {
  readonly day: string;
  readonly kind: ChangeKind;
  readonly ref: RecordRef;
  /** The records that replaced or amended it. */
  readonly by: readonly RecordRef[];
  /** Where the change of its text can be read. */
  readonly details: string | undefined;
}

/** A day with what happened on it. */
export interface ChangeDay {
  readonly day: string;
  readonly changes: readonly Change[];
  /** Tags of the repository set on that day. */
  readonly tags: readonly string[];
}

/** The most changes that one page lists: the latest. */
export const MOST_CHANGES = 600;

/** What changed, day by day, the latest first. */
export interface ChangeLog {
  readonly days: readonly ChangeDay[];
  /** How many earlier changes are left out. */
  readonly left: number;
}

/** Puts together what records and Git tell of changes. */
export function changesOf(corpus: Corpus, base: string, history: SiteHistory): ChangeLog {
  const changes = [
    ...latestEvents(history.lives).map(
      ({ record, status, day }): Change => ({
        day,
        kind: KINDS[status],
        ref: refTo(base, record),
        by:
          status === 'Superseded'
            ? currentSuccessors(corpus, record).map((other) => refTo(base, other))
            : [],
        details: undefined,
      }),
    ),
    ...amendments(corpus, base, history.lives),
    ...texts(corpus, base, history),
  ].sort((a, b) => (a.day !== b.day ? (a.day < b.day ? 1 : -1) : 0));
  const shown = changes.slice(0, MOST_CHANGES);
  const days = new Map<string, Change[]>();
  for (const change of shown) {
    const list = days.get(change.day);
    if (list) list.push(change);
    else days.set(change.day, [change]);
  }
  const earliest = shown.at(-1)?.day ?? '';
  for (const { day } of history.tags) if (day >= earliest && !days.has(day)) days.set(day, []);
  return {
    days: [...days]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([day, list]) => ({
        day,
        changes: list,
        tags: history.tags.filter((tag) => tag.day === day).map(({ name }) => name),
      })),
    left: changes.length - shown.length,
  };
}

const KINDS = {
  Proposed: 'proposed',
  Accepted: 'accepted',
  Rejected: 'rejected',
  Superseded: 'superseded',
  Deprecated: 'deprecated',
} as const;

/** A decision is amended on the day its amendment is accepted. */
function amendments(corpus: Corpus, base: string, lives: readonly Life[]): Change[] {
  const accepted = new Map<AdrRecord, string>();
  for (const { record, from } of lives) if (from.kind === 'day') accepted.set(record, from.day);
  return corpus.adrs.flatMap((adr) =>
    corpus.relationsTo(adr).flatMap(({ type, from }): Change[] => {
      const day = accepted.get(from);
      if ((type !== 'amends' && type !== 'refines') || day === undefined) return [];
      return [
        {
          day,
          kind: 'amended',
          ref: refTo(base, adr),
          by: [refTo(base, from)],
          details: undefined,
        },
      ];
    }),
  );
}

function texts(corpus: Corpus, base: string, history: SiteHistory): Change[] {
  return corpus.records.flatMap((record: DocketRecord) => {
    const { revisions } = historyOf(history, record);
    return revisions.flatMap((revision): Change[] => {
      const { kind, day, text, number } = revision;
      if (kind === 'earliest') return [];
      const isSame =
        text !== undefined &&
        revisions.some((other) => other.number === number - 1 && other.text === text);
      if (isSame) return [];
      return [
        {
          day,
          kind: kind === 'added' ? 'new' : 'text',
          ref: refTo(base, record),
          by: [],
          details:
            kind !== 'added' && text !== undefined
              ? `${historyUrl(base, record)}#state-${number}`
              : undefined,
        },
      ];
    });
  });
}
