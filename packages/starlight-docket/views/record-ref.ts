import {
  type AdrRecord,
  type DocketRecord,
  isInForce,
  type Status,
  shortTitle,
  shownName,
} from 'docket/records';
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
  /** The words for a status that is none of those known. */
  readonly statusWritten?: string | undefined;
  /** Whether it is a decision that was in force or discussed once and no longer is. */
  readonly lapsed: boolean;
}

/** How a decision says its status, where that is none of those known; `undefined` too where it says none. */
export function unknownStatus({ fields }: AdrRecord): string | undefined {
  const { value, written } = fields.status;
  return value === undefined && written !== '' ? written.replace(/\.$/, '') : undefined;
}

/** What other pages show of a record. */
export function refTo(base: string, record: DocketRecord): RecordRef {
  const status = record.kind === 'provenance' ? undefined : record.fields.status.value;
  const statusWritten = record.kind === 'adr' ? unknownStatus(record) : undefined;
  return {
    label: shownName(record),
    isNumbered: record.number !== undefined,
    title: shortTitle(record),
    url: recordUrl(base, record),
    status,
    ...(statusWritten !== undefined && { statusWritten }),
    lapsed:
      record.kind === 'adr' && status !== undefined && status !== 'Proposed' && !isInForce(status),
  };
}
