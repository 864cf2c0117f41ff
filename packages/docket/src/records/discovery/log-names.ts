import { folderPrefix } from '../layout.ts';
import { perObject } from '../memo.ts';
import type { FoundLog } from './find-logs.ts';

/** Parts of a path that say that decisions stand below, and not whose they are. */
const GENERIC =
  /^(?:\.|docs?|documentation|adrs?|madrs?|decisions?|decision[-_]?(?:records?|logs?)|architecture|architect\w*[-_]decision[-_]?\w*|packages?|apps?|services?|libs?|modules?|src)$/i;

/**
 * What each log of a repository is called: as the configuration says, else by its folder: nothing where there is only one, and for the one whose path
 * tells no more than that it holds decisions; else the last part of the path that tells more, and the whole of it where
 * two would be called the same.
 */
const namesOf = perObject((logs: readonly FoundLog[]): ReadonlyMap<FoundLog, string> => {
  const unnamed = logs.filter(({ name }) => name === undefined);
  const short = (log: FoundLog) =>
    log.folder.split('/').findLast((part) => !GENERIC.test(part)) ?? '';
  const shared = Map.groupBy(unnamed, short);
  const own = (log: FoundLog) => (shared.get(short(log))?.length === 1 ? short(log) : log.folder);
  return new Map(logs.map((log) => [log, log.name ?? (unnamed.length < 2 ? '' : own(log))]));
});

/** The log whose folder holds a path, the innermost where one lies in another; `undefined` where none does. */
export function logHolding(logs: readonly FoundLog[], path: string): FoundLog | undefined {
  const depth = ({ folder }: FoundLog) => (folder === '.' ? 0 : folder.length);
  return logs
    .filter(({ folder }) => path.startsWith(folderPrefix(folder)))
    .sort((a, b) => depth(b) - depth(a))[0];
}

/** What the log is called whose folder holds a path; nothing for a repository with one log. */
export function logNameOf(logs: readonly FoundLog[], path: string): string {
  const log = logHolding(logs, path);
  return (log && namesOf(logs).get(log)) ?? '';
}
