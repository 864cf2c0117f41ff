import { STATUSES } from './status.ts';

/** A decision as far as the log filters, sorts and groups by it. */
export interface LogEntry {
  /** `ADR-018`. */
  readonly number: string;
  readonly title: string;
  /** Empty where the record states none. */
  readonly status: string;
  /** Calendar day; empty where the record states none. */
  readonly date: string;
  readonly tags: readonly string[];
  readonly makers: readonly string[];
  /** Title of its log; empty where there is only one. */
  readonly log: string;
  /** What words are looked for in, in lower case. */
  readonly text: string;
}

/** Stands in a query for decisions whose status is none of those known. */
export const NO_KNOWN_STATUS = 'unknown';

/** What a log can be ordered by. */
export const LOG_SORTS = ['number', 'date', 'title', 'status'] as const;
/** What a log can be grouped by. */
export const LOG_GROUPS = ['status', 'tag', 'year', 'log'] as const;
/** What a log counts values of. */
export const LOG_FACETS = ['status', 'tag', 'maker', 'year', 'log'] as const;

/** What the log may be sorted by. */
export type LogSort = (typeof LOG_SORTS)[number];
/** What the log may be grouped by. */
export type LogGroup = (typeof LOG_GROUPS)[number];
/** What the log may be filtered by with a choice of values. */
export type LogFacet = (typeof LOG_FACETS)[number];

/** Which decisions a reader wants to see, and how. Empty texts and lists ask for nothing. */
export interface LogQuery {
  /** Words that must all occur, in any order. */
  readonly words: string;
  /** Any one of these. */
  readonly status: readonly string[];
  readonly tag: string;
  readonly maker: string;
  /** `2026`. */
  readonly year: string;
  readonly log: string;
  readonly group: LogGroup | '';
  readonly sort: LogSort;
  readonly descending: boolean;
}

/** Everything, the latest number first. */
export const WHOLE_LOG: LogQuery = {
  words: '',
  status: [],
  tag: '',
  maker: '',
  year: '',
  log: '',
  group: '',
  sort: 'number',
  descending: true,
};

/** How many decisions a choice would show: each value of a facet under the conditions of all the others. */
export type FacetCounts = Readonly<Record<LogFacet, ReadonlyMap<string, number>>>;

/** What a query leaves of a log. */
export interface LogSelection<E extends LogEntry> {
  /** What matches, in order. */
  readonly entries: readonly E[];
  readonly counts: FacetCounts;
}

/** A run of decisions under one heading; the heading is empty where the log is not grouped. */
export interface LogSection<E extends LogEntry> {
  readonly heading: string;
  readonly entries: readonly E[];
}

/** Selects, counts and sorts in one pass over the log. */
export function selectLog<E extends LogEntry>(
  entries: readonly E[],
  query: LogQuery,
): LogSelection<E> {
  const words = query.words.toLowerCase().split(/\s+/).filter(Boolean);
  const counts = {
    status: new Map<string, number>(),
    tag: new Map<string, number>(),
    maker: new Map<string, number>(),
    year: new Map<string, number>(),
    log: new Map<string, number>(),
  };
  const selected: E[] = [];
  for (const entry of entries) {
    if (!words.every((word) => entry.text.includes(word))) continue;
    const failed = LOG_FACETS.filter((facet) => !holds(entry, query, facet));
    if (failed.length === 0) selected.push(entry);
    // An entry that only one condition keeps out is what another value of that condition would show.
    const counted = failed.length === 0 ? LOG_FACETS : failed.length === 1 ? failed : [];
    for (const facet of counted) {
      for (const value of choicesOf(entry, facet)) {
        counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
      }
    }
  }
  return { entries: sortLog(selected, query), counts };
}

/** Cuts a sorted selection into groups; a decision with several tags stands under each. */
export function groupLog<E extends LogEntry>(
  entries: readonly E[],
  group: LogQuery['group'],
): readonly LogSection<E>[] {
  if (group === '') return [{ heading: '', entries }];
  const sections = new Map<string, E[]>();
  for (const entry of entries) {
    const values = valuesOf(entry, group);
    for (const value of values.length > 0 ? values : ['']) {
      const section = sections.get(value);
      if (section) section.push(entry);
      else sections.set(value, [entry]);
    }
  }
  return [...sections]
    .sort(([a], [b]) => compareHeadings(group, a, b))
    .map(([value, list]) => ({ heading: value === '' ? NONE[group] : value, entries: list }));
}

/** What an entry can be chosen by, each once: its values, and of a status that none is known. */
function choicesOf(entry: LogEntry, facet: LogFacet): readonly string[] {
  const values = valuesOf(entry, facet);
  return facet === 'status' && values.length === 0 ? [NO_KNOWN_STATUS] : values;
}

/** The values of an entry, each once. */
export function valuesOf(entry: LogEntry, facet: LogFacet): readonly string[] {
  switch (facet) {
    case 'status':
      return entry.status === '' ? [] : [entry.status];
    case 'tag':
      return [...new Set(entry.tags)];
    case 'maker':
      return [...new Set(entry.makers)];
    case 'year':
      return entry.date === '' ? [] : [entry.date.slice(0, 4)];
    case 'log':
      return entry.log === '' ? [] : [entry.log];
  }
}

const NONE: Readonly<Record<LogGroup, string>> = {
  status: 'No known status',
  tag: 'No tag',
  year: 'No date',
  log: 'No log',
};

const collator = new Intl.Collator('en');

function holds(entry: LogEntry, query: LogQuery, facet: LogFacet): boolean {
  const wanted = facet === 'status' ? query.status : [query[facet]].filter(Boolean);
  return wanted.length === 0 || choicesOf(entry, facet).some((value) => wanted.includes(value));
}

function sortLog<E extends LogEntry>(entries: readonly E[], query: LogQuery): E[] {
  const direction = query.descending ? -1 : 1;
  return [...entries].sort(
    (a, b) => compareBy(query.sort, a, b) * direction || compareNumber(b, a),
  );
}

function compareBy(sort: LogSort, a: LogEntry, b: LogEntry): number {
  switch (sort) {
    case 'number':
      return compareNumber(a, b);
    case 'date':
      return compareText(a.date, b.date);
    case 'title':
      return collator.compare(a.title, b.title);
    case 'status':
      return lifeCycle(a.status) - lifeCycle(b.status);
  }
}

function compareNumber(a: LogEntry, b: LogEntry): number {
  // Before the id may stand the log, whose name may hold digits.
  const number = ({ number: label }: LogEntry) =>
    Number.parseInt(label.slice(label.lastIndexOf('/') + 1).replace(/^\D+/, ''), 10);
  return number(a) - number(b) || compareText(a.number, b.number);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A status by its place in the life cycle; unknown ones last. */
function lifeCycle(status: string): number {
  const place = (STATUSES as readonly string[]).indexOf(status);
  return place < 0 ? STATUSES.length : place;
}

/** Statuses in the order of their life, tags by name, years from the latest; what has no value comes last. */
function compareHeadings(group: LogGroup, a: string, b: string): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  if (group === 'status') return lifeCycle(a) - lifeCycle(b);
  return group === 'year' ? compareText(b, a) : compareText(a, b);
}
