import { perObject } from '../memo.ts';
import type { FoundLog } from './find-logs.ts';

/** Parts of a path that say that decisions stand below, and not whose they are. */
const GENERIC =
  /^(?:\.|docs?|documentation|adrs?|madrs?|decisions?|decision[-_]?(?:records?|logs?)|architecture|architect\w*[-_]decision[-_]?\w*|packages?|apps?|services?|libs?|modules?|src)$/i;

/**
 * What each log of a repository is called, by its folder: nothing where there is only one, and for the one whose path
 * tells no more than that it holds decisions; else the last part of the path that tells more, and the whole of it where
 * two would be called the same.
 */
const namesOf = perObject((logs: readonly FoundLog[]): ReadonlyMap<FoundLog, string> => {
  if (logs.length < 2) return new Map();
  const short = (log: FoundLog) =>
    log.folder.split('/').findLast((part) => !GENERIC.test(part)) ?? '';
  const shared = Map.groupBy(logs, short);
  return new Map(
    logs.map((log) => [log, shared.get(short(log))?.length === 1 ? short(log) : log.folder]),
  );
});

/** What the log is called that has a path as a record, or whose folder holds it; nothing for a repository with one log. */
export function logNameOf(logs: readonly FoundLog[], path: string): string {
  const holds = ({ folder }: FoundLog) => folder === '.' || path.startsWith(`${folder}/`);
  // The innermost, where one log lies in another.
  const [log] = logs.filter(holds).sort((a, b) => b.folder.length - a.folder.length);
  return (log && namesOf(logs).get(log)) ?? '';
}
