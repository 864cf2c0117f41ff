import type { ProvenanceRecord } from '../records/record.ts';
import type { Context } from './context.ts';
import { recordNumber } from './former-names.ts';
import type { KnownLanding } from './landing.ts';
import { namesAtLanding } from './names.ts';
import { repositoryPath } from './paths.ts';

/**
 * Names that the specification of a record may have had in the landing, as Git knows them: as the record wrote it
 * then and writes it today, as it is called today, and as its number tells.
 */
export function specNames(
  context: Context,
  landing: KnownLanding,
  record: ProvenanceRecord,
): readonly string[] {
  const today = context.corpus.specOf(record)?.path;
  const written = [landing.record?.fields.spec.value, record.fields.spec.value, today].flatMap(
    (path) => (path === undefined ? [] : (repositoryPath(path) ?? [])),
  );
  const named = written.flatMap((path) => namesAtLanding(context, landing, path));
  const { line, position } = landing;
  const stands = named.some((name) => line.objectAt(name, position) !== undefined);
  return [...new Set([...named, ...(stands ? [] : numbered(context, landing, written))])];
}

/** Files that stand in the folder of specifications and have the number of one that is named. */
function numbered(
  { corpus }: Context,
  { line, position, prefix }: KnownLanding,
  written: readonly string[],
): string[] {
  const numbers = new Set(written.map(recordNumber).filter((number) => number !== undefined));
  const folder = `${prefix}${corpus.layout.spec.folder}/`;
  if (numbers.size === 0) return [];
  return [...line.paths()].filter((path) => {
    const number = path.startsWith(folder) ? recordNumber(path) : undefined;
    return (
      number !== undefined && numbers.has(number) && line.objectAt(path, position) !== undefined
    );
  });
}
