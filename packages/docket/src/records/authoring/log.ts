import type { Conventions } from '../conventions.ts';
import type { FoundLog } from '../discovery/find-logs.ts';
import { logHolding } from '../discovery/log-names.ts';
import { perObject } from '../memo.ts';
import { folderOf } from '../paths.ts';
import type { AdrRecord } from '../record.ts';

/** Records that are read by the same conventions, as a corpus has them. */
export interface Records extends Conventions {
  readonly adrs: readonly AdrRecord[];
}

/** The log that a path belongs to, the innermost where one holds another; `undefined` where records are held to a template. */
export function logOf(path: string, { layout }: Conventions): FoundLog | undefined {
  return logHolding(layout.adr.logs ?? [], path);
}

/** The other records of a record's log, those beside it first, then the latest first. */
export function siblingsOf(path: string, records: Records): readonly AdrRecord[] {
  const log = logOf(path, records);
  const others = byAge(records).filter(
    (adr) => adr.path !== path && logOf(adr.path, records) === log,
  );
  const isBeside = (adr: AdrRecord) => folderOf(adr.path) === folderOf(path);
  return [...others.filter(isBeside), ...others.filter((adr) => !isBeside(adr))];
}

const byAge = perObject(({ adrs }: Records) => [...adrs].reverse());
