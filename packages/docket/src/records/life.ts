import type { Corpus } from './corpus.ts';
import { successorsOf } from './query.ts';
import type { AdrRecord } from './record.ts';
import type { Status } from './status.ts';

/** What an earlier committed text of a decision stated. */
export interface PastState {
  /** Day of the commit, YYYY-MM-DD. */
  readonly day: string;
  readonly status: Status | undefined;
  /** The text's own `date`. */
  readonly date: string | undefined;
}

/** Where a date comes from: the record states it, the decision that replaced it does, or the commit that changed it. */
export type DateSource = 'record' | 'successor' | 'history';

/** A decision took a status. */
export interface StatusEvent {
  readonly record: AdrRecord;
  readonly status: Status;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly source: DateSource;
}

/** One end of the time in which a decision stood. */
export type End =
  | { readonly kind: 'day'; readonly day: string; readonly source: DateSource }
  | { readonly kind: 'unknown' }
  /** It never stood, or still stands. */
  | { readonly kind: 'none' };

/** When a decision stood. */
export interface Life {
  readonly record: AdrRecord;
  readonly from: End;
  readonly until: End;
  /** What is known of its statuses, oldest first. */
  readonly events: readonly StatusEvent[];
}

/**
 * When a decision stood, as far as its record, its successors and its committed texts tell. A record's `date` is that
 * of its present status; where a decision was replaced later than that, it is the day it was taken.
 * @param past committed texts, oldest first; empty where there is no history
 */
export function lifeOf(corpus: Corpus, record: AdrRecord, past: readonly PastState[]): Life {
  const events = eventsOf(corpus, record, past);
  const status = record.fields.status.value;
  const start = events.find((event) => event.status === 'Accepted');
  const end = events.find((event) => hasEnded(event.status) && event !== start);
  const lapsed = status === 'Superseded' || status === 'Deprecated';
  return {
    record,
    events,
    from: start ? endAt(start) : status === 'Accepted' || lapsed ? UNKNOWN : NONE,
    until: !lapsed ? NONE : end ? endAt(end) : UNKNOWN,
  };
}

const UNKNOWN: End = { kind: 'unknown' };
const NONE: End = { kind: 'none' };

function endAt({ day, source }: StatusEvent): End {
  return { kind: 'day', day, source };
}

function hasEnded(status: Status): boolean {
  return status === 'Superseded' || status === 'Deprecated';
}

function eventsOf(corpus: Corpus, record: AdrRecord, past: readonly PastState[]): StatusEvent[] {
  const events = new Map<Status, StatusEvent>();
  const add = (status: Status, day: string, source: DateSource): void => {
    if (!events.has(status)) events.set(status, { record, status, day, source });
  };
  const status = record.fields.status.value;
  const date = record.fields.date.value;
  // What is on disk may differ from the last commit; it is a state without a day of its own.
  const states = [...past, { day: undefined, status, date }];
  for (const [index, state] of states.entries()) {
    const before = states[index - 1];
    if (state.status === undefined || before?.status === state.status) continue;
    if (state.status === 'Superseded') {
      const replaced = replacedOn(corpus, record);
      // The day it was taken, which its text kept when the status changed.
      if (state.date !== undefined && replaced !== undefined && state.date < replaced) {
        add('Accepted', state.date, 'record');
      }
      if (replaced !== undefined) {
        add('Superseded', replaced, 'successor');
        continue;
      }
    }
    const isNewDate = state.date !== undefined && state.date !== before?.date;
    if (isNewDate && state.date !== undefined) add(state.status, state.date, 'record');
    else if (before && state.day !== undefined) add(state.status, state.day, 'history');
  }
  return [...events.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** The day on which the first of its successors was decided. */
function replacedOn(corpus: Corpus, record: AdrRecord): string | undefined {
  return successorsOf(corpus, record)
    .filter(({ fields: { status } }) => status.value !== 'Proposed' && status.value !== 'Rejected')
    .flatMap(({ fields: { date } }) => date.value ?? [])
    .sort()[0];
}

/** Whether a decision stood on a day; `unknown` where its record does not tell. */
export function stoodOn({ from, until }: Life, day: string): 'yes' | 'no' | 'unknown' {
  if (from.kind === 'none') return 'no';
  if (from.kind === 'day' && day < from.day) return 'no';
  if (until.kind === 'day' && day >= until.day) return 'no';
  return from.kind === 'unknown' || until.kind === 'unknown' ? 'unknown' : 'yes';
}

/** Status events of several decisions, the latest first; within a day by number, the highest first. */
export function latestEvents(lives: readonly Life[]): StatusEvent[] {
  return lives
    .flatMap((life, index) => life.events.map((event) => ({ event, index })))
    .sort((a, b) =>
      a.event.day !== b.event.day ? (a.event.day < b.event.day ? 1 : -1) : b.index - a.index,
    )
    .map(({ event }) => event);
}
