import type { Corpus } from './corpus.ts';
import type { FoundLog } from './discovery/find-logs.ts';
import type { Field } from './field.ts';
import { nameInLog } from './key.ts';
import type { AdrRecord, DocketRecord } from './record.ts';
import { wireRecord } from './wire.ts';
import { FULL_WIRE_VERSION, type WireFull } from './wire-schema.ts';

type FullRecord = WireFull['records'][number];

/**
 * Every record whole, with the words it is read from.
 * @param logs the folders that were found; none where the records of one are held to the template
 */
export function wireFull(
  corpus: Corpus,
  records: readonly DocketRecord[],
  logs: readonly FoundLog[] = [],
): WireFull {
  return {
    version: FULL_WIRE_VERSION,
    records: records.map((record) => ({
      ...wireRecord(corpus, record),
      relations: record.kind === 'adr' ? relationsOf(corpus, record) : [],
      fields: fieldsOf(record),
    })),
    logs: logs.map(({ folder, foundBy, records: taken, leftOut }) => ({
      folder,
      foundBy,
      records: taken.length,
      leftOut: leftOut.map(({ path, reason }) => ({ path, reason })),
    })),
  };
}

function fieldsOf(record: DocketRecord): FullRecord['fields'] {
  const { fields } = record;
  const own = 'status' in fields ? fields : undefined;
  const adr = record.kind === 'adr' ? record.fields : undefined;
  return {
    title: stated(fields.title),
    status: stated(own?.status),
    date: stated(own?.date),
    decisionMakers: stated(own?.['decision-makers']),
    tags: stated(own?.tags),
    reviewBy: stated(adr?.['review-by']),
    revisitWhen: stated(adr?.['revisit-when']),
    provisionalUntil: stated(adr?.['provisional-until']),
    adopted: stated(adr?.adopted),
    adoptedOn: stated(adr?.['adopted-on']),
  };
}

function stated(field: Field<unknown> | undefined): FullRecord['fields']['title'] {
  return field && field.written !== '' ? { written: field.written, source: field.source } : null;
}

function relationsOf(corpus: Corpus, adr: AdrRecord): FullRecord['relations'] {
  const told = [
    ...corpus.relationsFrom(adr).map((relation) => ({
      relation,
      direction: 'out' as const,
      id: relation.to ? nameInLog(relation.to) : relation.toId,
      other: relation.to,
    })),
    ...corpus.relationsTo(adr).map((relation) => ({
      relation,
      direction: 'in' as const,
      id: nameInLog(relation.from),
      other: relation.from,
    })),
  ];
  return told.map(({ relation, direction, id, other }) => ({
    type: relation.isPartly ? 'supersedes' : relation.type,
    direction,
    id,
    path: other?.path ?? null,
    partly: relation.isPartly,
  }));
}
