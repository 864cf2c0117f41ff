import { comparableNumber, ownLabel } from './dialects/file-name.ts';
import type { FoundLog } from './discovery/find-logs.ts';
import { nameOfId, type RecordKey } from './key.ts';
import { perObject } from './memo.ts';

/** What it takes to call a record by its name. */
export interface Named {
  readonly id: string;
  readonly key: RecordKey;
  readonly name: string;
  readonly number: string | undefined;
  readonly path: string;
}

/**
 * What people call a record: `ADR-018`, `Spec 0000`; `payments/ADR-018` where there are several logs. A log with a
 * naming of its own keeps it: `RFC-018`. One without a number goes by the name of its file.
 */
export function shownName({ id, key, name, number, path }: Named): string {
  if (number === undefined) return name;
  const own = key.kind === 'adr' ? ownLabel(path) : undefined;
  return `${key.log && `${key.log}/`}${own ?? nameOfId(id)}`;
}

/** The id by which texts may name a record besides its own: `MADR-70` for a log that calls it `MADR-070`. */
export function ownId(path: string): string | undefined {
  const [, word, number] = splitLabel(path);
  return word && number && `${word.toUpperCase()}-${comparableNumber(number)}`;
}

/** The words before numbers by which logs call their records, where that is not `ADR`: `MADR`, `RFC`. */
export const ownWords = perObject((logs: readonly FoundLog[]): readonly string[] => [
  ...new Set(
    logs.flatMap(({ records }) =>
      records.flatMap((path) => splitLabel(path)[1]?.toUpperCase() ?? []),
    ),
  ),
]);

function splitLabel(path: string): readonly (string | undefined)[] {
  return /^(.*?[a-z])[-_ #]*(\d{1,6}[a-z]?)$/i.exec(ownLabel(path) ?? '') ?? [];
}
