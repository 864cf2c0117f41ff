import { type DocketRecord, isInForce, nameOfId, type Status, shortTitle } from 'docket/records';
import { recordUrl } from './urls.ts';

/** A record as other pages name it. */
export interface RecordRef {
  /** `ADR-018`, `Spec 0000`, `Provenance 0000`; the name of the file where that has no number. */
  readonly label: string;
  /** Whether the label is more than the name of the file, which says the same as the title. */
  readonly isNumbered: boolean;
  /** Title without the label. */
  readonly title: string;
  readonly url: string;
  /** `undefined` where the record states none. */
  readonly status: Status | undefined;
  /** Whether it is a decision that was in force or discussed once and no longer is. */
  readonly lapsed: boolean;
}

/** What a record is called in running text: `ADR-018`, `Spec 0000`; `payments/ADR-018` where there are several logs. */
export function recordLabel(record: DocketRecord): string {
  const { log } = record.key;
  if (record.number === undefined) return record.name;
  return `${log && `${log}/`}${nameOfId(record.id)}`;
}

/** What other pages show of a record. */
export function refTo(base: string, record: DocketRecord): RecordRef {
  const status = record.kind === 'provenance' ? undefined : record.fields.status.value;
  return {
    label: recordLabel(record),
    isNumbered: record.number !== undefined,
    title: shortTitle(record),
    url: recordUrl(base, record),
    status,
    lapsed:
      record.kind === 'adr' && status !== undefined && status !== 'Proposed' && !isInForce(status),
  };
}
