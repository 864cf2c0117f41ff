import type { AdrRecord } from '../record.ts';
import type { Status } from '../status.ts';

/** The marks that go with the statuses of a log. */
export interface StatusMarks {
  /**
   * The mark for a status in the place of another.
   * @returns `undefined` where the log does not show just one
   */
  markFor(status: Status, present: string): string | undefined;
}

const MARK =
  /(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D|\p{Emoji_Modifier})*|:[a-z][a-z0-9_+-]*:)+/giu;

/** The mark in a written status, such as an emoji or its short code; empty where there is none, or more than one. */
export function marksIn(written: string): string {
  return [...written.matchAll(MARK)].map(([mark]) => mark).join('\n');
}

/** The marks as the records of a log write them. */
export function marksOf(records: readonly AdrRecord[]): StatusMarks {
  return {
    markFor(status, present) {
      const marks = new Set(
        records
          .filter(({ fields }) => fields.status.value === status)
          .map(({ fields }) => marksIn(fields.status.written))
          .filter((mark) => mark !== ''),
      );
      if (marks.has(present)) return present;
      return marks.size === 1 ? [...marks][0] : undefined;
    },
  };
}
