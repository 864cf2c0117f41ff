import type { Status } from 'docket/records';
import type { Translate, WordKey } from '../words/say.ts';
import type { QualifiedStatus } from './qualified.ts';

const QUALIFIED_WORDS = {
  unratified: 'docket.status.unratified',
  'in-part': 'docket.status.inPart',
} as const;

/** What more is said of an accepted decision. */
export function qualifiedWords(
  t: Translate,
  qualified: QualifiedStatus | undefined,
): string | undefined {
  return qualified && t(QUALIFIED_WORDS[qualified]);
}

/** What each status means: what `docket/records` says of it, in words of the site. */
export const STATUS_MEANINGS: Readonly<Record<Status, WordKey>> = {
  Proposed: 'docket.statuses.proposed',
  Accepted: 'docket.statuses.accepted',
  Rejected: 'docket.statuses.rejected',
  Deprecated: 'docket.statuses.deprecated',
  Superseded: 'docket.statuses.superseded',
};

/** UTF-16 units of a badge; people also write whole sentences as a status. */
const MOST = 32;

/** The words of a status badge: the status, else what the record says, cut where that is long. */
export function statusWords(
  t: Translate,
  status: Status | undefined,
  written: string | undefined,
): string {
  return status ?? (written === undefined ? t('docket.status.none') : shortStatus(written));
}

/** A status as a record writes it, cut where it is long. */
export function shortStatus(written: string): string {
  if (written.length <= MOST) return written;
  return `${written.slice(0, MOST).replace(/\s+\S*$|[\s\p{P}]+$/u, '')}…`;
}
