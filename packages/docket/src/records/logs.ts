import { homeOfPath, type Layout } from './layout.ts';
import { perObjectAnd } from './memo.ts';

/** A decision log of a repository, or of several. */
export interface Log {
  /** What its records are called by before their numbers; empty for the main log. */
  readonly name: string;
  /** What it is called where the main log needs a name, too. */
  readonly id: string;
  /** As readers see it. */
  readonly title: string;
  /** How many decisions it holds. */
  readonly count: number;
}

/** What is asked of a decision here: which log it belongs to. */
interface InLog {
  readonly key: { readonly log: string };
}

/** The logs of decisions, and what each is called where somebody writes it. */
export interface Logs {
  readonly names: ReadonlySet<string>;
  /**
   * The name of the log that an id means; `undefined` where there is none.
   * @param by path of who writes it: a repository calls its own logs by shorter names than others do
   */
  nameOf(id: string, by: string): string | undefined;
}

/** Reads which logs there are: those of the configuration, and those that the decisions belong to. */
export const readLogs = perObjectAnd((adrs: readonly InLog[], layout: Layout): Logs => {
  const { places = [] } = layout.adr;
  const names = new Set([...places.map(({ name }) => name), ...adrs.map(({ key }) => key.log)]);
  const ids = new Map([...names].map((name) => [name.toLowerCase(), name]));
  for (const { id, name } of places) ids.set(id.toLowerCase(), name);
  return {
    names,
    nameOf(id, by) {
      const home = homeOfPath(layout, by)?.home.mount.slice(0, -1);
      const own = home === undefined ? undefined : ids.get(`${home}-${id}`.toLowerCase());
      return own ?? ids.get(id.toLowerCase());
    },
  };
});

/** The logs that hold decisions, in the order of the configuration, the others by name after those. */
export function logsOf(adrs: readonly InLog[], { adr: { places = [] } }: Layout): Log[] {
  const counts = new Map<string, number>();
  for (const { key } of adrs) counts.set(key.log, (counts.get(key.log) ?? 0) + 1);
  const named = new Map(places.map((place) => [place.name, place]));
  return [...new Set([...named.keys(), ...[...counts.keys()].sort()])].flatMap((name) => {
    const count = counts.get(name);
    if (count === undefined) return [];
    const { id = name || 'main', title = name || 'Main' } = named.get(name) ?? {};
    return [{ name, id, title, count }];
  });
}

/** The id of a record as another one names it: with its log before it where that is another. */
export function nameFrom(
  by: InLog,
  { id, key }: InLog & { readonly id: string },
  { adr: { places = [] } }: Layout,
): string {
  if (key.log === by.key.log) return id;
  const log = places.find(({ name }) => name === key.log)?.id ?? key.log;
  return log === '' ? id : `${log}/${id}`;
}
