import { nearest } from '../../records/nearest.ts';
import type { DocketRecord, ProvenanceRecord, SpecRecord } from '../../records/record.ts';
import type { Session } from '../../session/session.ts';
import { typedPath } from '../../session/typed-path.ts';
import { CommandError } from '../command.ts';

/**
 * The provenance record that was named: by its path, from the root or from where the command runs, by its file name,
 * or by the number of its specification where that was carried out once.
 * @throws {CommandError} where none or more than one is meant
 */
export function chooseProvenance(session: Session, cwd: string, named: string): ProvenanceRecord {
  return choose(session.corpus.provenances, session, cwd, named, 'provenance record');
}

/** The specification that was named, in the same ways. Throws as `chooseProvenance` does. */
export function chooseSpec(session: Session, cwd: string, named: string): SpecRecord {
  return choose(session.corpus.specs, session, cwd, named, 'specification');
}

function withoutZeros(number = ''): string {
  return number.toLowerCase().replace(/^0+(?=\d)/, '');
}

function choose<R extends DocketRecord>(
  records: readonly R[],
  { root }: Session,
  cwd: string,
  named: string,
  noun: string,
): R {
  const fromHere = typedPath(root, cwd, named);
  const exact = records.find((record) => record.path === named || record.path === fromHere);
  if (exact) return exact;
  const number = /^(?:spec[- ]?|provenance[- ]?)?(\d+[a-z]?)$/i.exec(named)?.[1];
  const found = records.filter(
    (record) =>
      (number !== undefined && withoutZeros(record.number) === withoutZeros(number)) ||
      record.path.slice(record.path.lastIndexOf('/') + 1) === named,
  );
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  if (only) {
    throw new CommandError(
      `\`${named}\` names ${found.length} records`,
      `give the path of one: ${found.map((record) => record.path).join(', ')}`,
    );
  }
  const meant = nearest(
    named,
    records.map((record) => record.path),
  );
  throw new CommandError(
    `No ${noun} has the path or number \`${named}\``,
    meant === undefined
      ? `there are ${records.length} to choose from`
      : `did you mean \`${meant}\`?`,
  );
}
