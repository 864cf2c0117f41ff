import type { DateOrder } from '../dialects/dates.ts';
import type { Status } from '../status.ts';
import type { StatusMarks } from './status-marks.ts';

/** A status that a record is to take, in the words of its log. */
export interface NewStatus {
  readonly status: Status;
  /** The word, or the words with a link, that say it. */
  readonly words: string;
  /** The day it takes it, as YYYY-MM-DD; written where the record says when it took the present one. */
  readonly day: string;
  readonly dateOrder: DateOrder | undefined;
  /** Which marks, such as emoji, go with the status in the log. */
  readonly marks: StatusMarks;
}
