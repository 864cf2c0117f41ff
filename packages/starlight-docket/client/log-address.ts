import { LOG_GROUPS, LOG_SORTS, type LogQuery, WHOLE_LOG } from 'docket/records';

/** Reads what the address of the log asks for; what it does not know counts as not said. */
export function readAddress(search: string): LogQuery {
  const query = new URLSearchParams(search);
  const text = (name: string) => query.get(name)?.trim() ?? '';
  const [key, direction] = text('sort').split('-');
  const sort = LOG_SORTS.find((known) => known === key);
  return {
    words: text('q'),
    status: query.getAll('status'),
    tag: text('tag'),
    maker: text('maker'),
    year: text('year'),
    log: text('log'),
    group: LOG_GROUPS.find((known) => known === text('group')) ?? '',
    sort: sort ?? WHOLE_LOG.sort,
    descending: sort ? direction === 'desc' : WHOLE_LOG.descending,
  };
}

/** The query part of the address that asks for this, with its question mark; empty for the whole log. */
export function writeAddress(query: LogQuery): string {
  const result = new URLSearchParams();
  if (query.words !== '') result.set('q', query.words);
  for (const status of query.status) result.append('status', status);
  for (const key of ['tag', 'maker', 'year', 'log', 'group'] as const) {
    if (query[key] !== '') result.set(key, query[key]);
  }
  const sort = sortValue(query);
  if (sort !== sortValue(WHOLE_LOG)) result.set('sort', sort);
  const text = result.toString();
  return text === '' ? '' : `?${text}`;
}

/** The order of a query as the address and the form write it: `number-desc`. */
export function sortValue({ sort, descending }: Pick<LogQuery, 'sort' | 'descending'>): string {
  return `${sort}-${descending ? 'desc' : 'asc'}`;
}

/** Whether the query leaves anything out. */
export function isFiltered(query: LogQuery): boolean {
  return [query.words, query.tag, query.maker, query.year, query.log, ...query.status].some(
    Boolean,
  );
}
