import type { Status } from 'docket/records';

/** What stands for a status that a record does not say. */
export const NO_STATUS = 'No status';

/** What stands for all decisions together whose status is none of those known. */
export const UNKNOWN_STATUS = 'No known status';

/** What stands for an accepted decision that waits for a person's word. */
export const UNRATIFIED = 'Accepted, not ratified';

/** What stands for an accepted decision of which later ones have replaced parts. */
export const IN_PART = 'Accepted, in part';

/** UTF-16 units of a badge; people also write whole sentences as a status. */
const MOST = 32;

/** The words of a status badge: the status, else what the record says, cut where that is long. */
export function statusWords(status: Status | undefined, written: string | undefined): string {
  const words = status ?? written ?? NO_STATUS;
  if (words.length <= MOST) return words;
  return `${words.slice(0, MOST).replace(/\s+\S*$|[\s\p{P}]+$/u, '')}…`;
}
