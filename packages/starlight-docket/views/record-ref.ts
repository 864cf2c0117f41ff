import { type DocketRecord, isInForce, type Status, shortTitle } from 'docket/records';
import { recordUrl } from './urls.ts';

/** A record as other pages name it. */
export interface RecordRef {
  /** `ADR-018`, `Spec 0000`, `Provenance 0000`. */
  readonly label: string;
  /** Title without the label. */
  readonly title: string;
  readonly url: string;
  /** `undefined` where the record states none. */
  readonly status: Status | undefined;
  /** Whether it is a decision that was in force or discussed once and no longer is. */
  readonly lapsed: boolean;
}

/** What a record is called in running text: `ADR-018`, `Spec 0000`, `Provenance 0000`. */
export function recordLabel(record: DocketRecord): string {
  if (record.number === undefined) return record.name;
  switch (record.kind) {
    case 'adr':
      return record.id;
    case 'spec':
      return `Spec ${record.number}`;
    case 'provenance':
      return `Provenance ${record.number}`;
  }
}

/** What other pages show of a record. */
export function refTo(base: string, record: DocketRecord): RecordRef {
  const status = record.kind === 'provenance' ? undefined : record.fields.status.value;
  return {
    label: recordLabel(record),
    title: shortTitle(record),
    url: recordUrl(base, record),
    status,
    lapsed:
      record.kind === 'adr' && status !== undefined && status !== 'Proposed' && !isInForce(status),
  };
}

/** The name by which a missing record is called: `SPEC-0001` becomes `Spec 0001`. */
export function labelOfId(id: string): string {
  return id.replace(/^SPEC-/, 'Spec ').replace(/^PROVENANCE-/, 'Provenance ');
}
