import { statusWordIn } from '../dialects/status-words.ts';
import type { AdrRecord } from '../record.ts';
import type { Status } from '../status.ts';

/** Words that say just this of a decision, and no more, such as that it is carried out. */
const PLAIN: Readonly<Record<Status, readonly string[]>> = {
  Proposed: ['proposed', 'proposal', 'draft', 'pending'],
  Accepted: ['accepted', 'approved', 'adopted', 'agreed', 'decided', 'ratified'],
  Rejected: ['rejected', 'declined', 'denied'],
  Deprecated: ['deprecated', 'obsolete', 'retired'],
  Superseded: ['superseded', 'replaced'],
};

/** Whether a written word says a status and nothing besides. */
export function isPlainWord(word: string, status: Status): boolean {
  return PLAIN[status].includes(word.toLowerCase());
}

/** The word of a status as a record writes it; `undefined` where it says more than the status. */
export function wordOf({ fields }: AdrRecord): string | undefined {
  const { written, value } = fields.status;
  const said = statusWordIn(written);
  if (!said || value === undefined) return undefined;
  const word = written.slice(said.start, said.end);
  return isPlainWord(word, value) ? word : undefined;
}

/**
 * The word for a status in the vocabulary of a log: the one that most of its records write, in their letter case; where
 * none has the status, its name in the letter case of the word it takes the place of, else of the log's other words.
 */
export function wordFor(
  status: Status,
  records: readonly AdrRecord[],
  present: string | undefined,
): string {
  const counts = new Map<string, number>();
  for (const record of records) {
    const word = record.fields.status.value === status ? wordOf(record) : undefined;
    if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (most) return most[0];
  const model = present ?? records.map(wordOf).find((word) => word !== undefined);
  return inCaseOf(model ?? status, status);
}

/** A word in the letter case of another: lower, upper, or with a capital. */
export function inCaseOf(model: string, word: string): string {
  if (model === model.toLowerCase()) return word.toLowerCase();
  if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase();
  return word.charAt(0).toUpperCase() + word.slice(1);
}
