import { type Corpus, type End, edgesOf, type Life, stoodOn } from 'docket/records';
import { logTitles } from './log.ts';
import { withoutLog } from './log-label.ts';
import { type RecordRef, refTo } from './record-ref.ts';
import { logSlug } from './urls.ts';

/** A decision as a bar of the timeline. */
export interface TimelineBar {
  readonly ref: RecordRef;
  readonly from: End;
  readonly until: End;
  /** Row, from the top. */
  readonly row: number;
  /** Left end and width in thousandths of the time shown. */
  readonly x: number;
  readonly width: number;
}

/** A mark of the axis. */
export interface Tick {
  readonly day: string;
  readonly x: number;
  readonly label: string;
  /** Whether its label has no room beside the others where the drawing is narrow. */
  readonly isMinor: boolean;
}

/** Decisions in time, those decided first at the top. */
export interface Timeline {
  readonly bars: readonly TimelineBar[];
  /** From the row of the decision replaced to that of the one replacing it, at a place in time. */
  readonly successions: readonly {
    readonly from: number;
    readonly to: number;
    readonly x: number;
    /** Whether only a part was replaced. */
    readonly isPartly: boolean;
  }[];
  /** Marks of the axis: the beginnings of months or years. */
  readonly ticks: readonly Tick[];
  /** Decisions without a known beginning, which have no place in time. */
  readonly undated: readonly RecordRef[];
  /** Days on which something began or ended, the latest first. */
  readonly days: readonly string[];
}

/** A life as the browser gets it: address, label, title, first day, last day; `?` for unknown, empty for none. */
export type WireLife = readonly [string, string, string, string, string];

/** Decisions that one drawing holds; a larger log is drawn year by year. */
export const MOST_BARS = 150;

/** The timeline of one of several logs. */
export interface LogTimeline {
  readonly id: string;
  readonly title: string;
  /** First part of its address. */
  readonly slug: string;
  readonly lives: readonly Life[];
}

/** The timelines of the logs; none where there is only one. */
export function logTimelines(corpus: Corpus, lives: readonly Life[]): LogTimeline[] {
  return logTitles(corpus).map(({ id, name, title }) => ({
    ...{ id, title, slug: logSlug(id) },
    lives: lives.filter(({ record }) => record.key.log === name),
  }));
}

/** A timeline whose labels do not repeat the log that all its decisions are of. */
export function withoutLogs(timeline: Timeline): Timeline {
  const short = (ref: RecordRef) => ({ ...ref, label: withoutLog(ref.label) });
  return {
    ...timeline,
    bars: timeline.bars.map((bar) => ({ ...bar, ref: short(bar.ref) })),
    undated: timeline.undated.map(short),
  };
}

/** The years of the decisions that have a day, the latest first. */
export function yearsOf(lives: readonly Life[]): string[] {
  return [
    ...new Set(lives.flatMap(({ from }) => (from.kind === 'day' ? from.day.slice(0, 4) : []))),
  ]
    .sort()
    .reverse();
}

/** Whether the log is drawn year by year. */
export function isByYear(lives: readonly Life[]): boolean {
  return lives.length > MOST_BARS;
}

/**
 * Places decisions in time. A bar without a known end runs on to the end of the drawing.
 * @param year leaves out what was decided in another year
 */
export function timelineOf(
  corpus: Corpus,
  base: string,
  lives: readonly Life[],
  year?: string,
): Timeline {
  const chosen = lives
    .filter(({ from }) => from.kind === 'day' && (year === undefined || from.day.startsWith(year)))
    .sort((a, b) => (dayOf(a.from) < dayOf(b.from) ? -1 : dayOf(a.from) > dayOf(b.from) ? 1 : 0))
    .slice(-2 * MOST_BARS);
  const days = [
    ...new Set(chosen.flatMap(({ from, until }) => [dayOf(from), dayOf(until)])),
  ].filter((day) => day !== '' && (year === undefined || day.startsWith(year)));
  days.sort().reverse();
  const [last = '', first = last] = [days[0], days.at(-1)];
  const start = numberOf(first);
  // Room for the bars of the last day.
  const span = Math.max(30, numberOf(last) - start) * 1.12;
  const place = (day: string) => Math.max(0, Math.round(((numberOf(day) - start) / span) * 1000));
  const bars = chosen.map(({ record, from, until }, row): TimelineBar => {
    const x = place(dayOf(from));
    const end = until.kind === 'day' ? Math.min(1000, place(until.day)) : 1000;
    return { ref: refTo(base, record), from, until, row, x, width: Math.max(4, end - x) };
  });
  const rows = new Map(chosen.map(({ record }, row) => [record, row]));
  return {
    bars,
    successions: edgesOf(corpus).flatMap(({ kind, from, to, isPartly }) => {
      const [newer, older] = [rows.get(from), rows.get(to)];
      if ((kind !== 'supersedes' && !isPartly) || newer === undefined || older === undefined)
        return [];
      return [{ from: older, to: newer, x: bars[newer]?.x ?? 0, isPartly }];
    }),
    ticks: last === '' ? [] : ticksOf(first, last, place),
    undated: lives
      .filter(({ from }) => from.kind === 'unknown')
      .map(({ record }) => refTo(base, record)),
    days,
  };
}

/** The decisions that stood on a day, and those of which no record tells. */
export function asOf(
  base: string,
  lives: readonly Life[],
  day: string,
): { readonly standing: readonly RecordRef[]; readonly unknown: readonly RecordRef[] } {
  const of = (answer: string) =>
    lives.filter((life) => stoodOn(life, day) === answer).map(({ record }) => refTo(base, record));
  return { standing: of('yes'), unknown: of('unknown') };
}

/** What the browser needs to tell which decisions stood on any day. Those that never stood are left out. */
export function wireLives(base: string, lives: readonly Life[]): WireLife[] {
  const text = (end: End) => (end.kind === 'day' ? end.day : end.kind === 'unknown' ? '?' : '');
  return lives
    .filter(({ from }) => from.kind !== 'none')
    .map(({ record, from, until }) => {
      const { url, label, title } = refTo(base, record);
      return [url, label, title, text(from), text(until)];
    });
}

function dayOf(end: End): string {
  return end.kind === 'day' ? end.day : '';
}

function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

/** Beginnings of months, or of years where those would be more than a dozen. */
function ticksOf(first: string, last: string, place: (day: string) => number): Tick[] {
  const months: string[] = [];
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  for (;;) {
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    if (day > last) break;
    months.push(day);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  const step = Math.ceil(months.length / 12);
  const isYearly = step > 6;
  const ticks = months
    .filter((day, index) => (isYearly ? day.endsWith('-01-01') : index % step === 0))
    .map((day) => ({ day, x: place(day), label: isYearly ? day.slice(0, 4) : day.slice(0, 7) }))
    // A mark for the month in which all begins would stand on the next one where that is near.
    .filter(({ x }, index, all) => (all[index + 1]?.x ?? 1000) - x >= 60);
  const room = isYearly ? 110 : 180;
  let free = 0;
  return ticks.map((tick) => {
    const isMinor = tick.x < free;
    if (!isMinor) free = tick.x + room;
    return { ...tick, isMinor };
  });
}
