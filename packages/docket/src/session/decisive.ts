import { type DateOrder, dateOrderOf, numericDates } from '../records/dialects/dates.ts';
import { lookAt } from '../records/discovery/decision-text.ts';
import { perObject } from '../records/memo.ts';
import type { Reading } from './reading.ts';

type Files = Reading['files'];

interface Text {
  readonly text: string;
}

/** What makes the text of a file one of a record, or of a template. */
const lookOf = perObject(({ text }: Text): string => {
  const { looksLikeDecision, looksLikeTemplate, hasGuidance } = lookAt(text);
  return [looksLikeDecision, looksLikeTemplate, hasGuidance].join();
});

const datesOf = perObject(({ text }: Text) => numericDates(text));

const UNREAD: Text = { text: '' };

/** Whether records read so that their folders, looked for again, may be found to hold others. */
export function mayBeOthers(before: Files, after: Files): boolean {
  return [...after].some(([path, { record }]) => {
    const was = before.get(path)?.record;
    return was !== record && lookOf(was?.document ?? UNREAD) !== lookOf(record?.document ?? UNREAD);
  });
}

/** Whether day or month comes first in the dates of records, where these show it. */
export function orderOfDates(files: Files): DateOrder | undefined {
  return dateOrderOf(
    [...files.values()].flatMap(({ record }) => (record ? datesOf(record.document) : [])),
  );
}
