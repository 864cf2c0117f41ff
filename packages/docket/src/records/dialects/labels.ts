import { isRealDay } from '../dates.ts';
import type { Field, ListField } from '../field.ts';
import type { LabelLine } from '../labels.ts';
import { STATUSES, type Status } from '../status.ts';

/** What the labelled lines of a specification say: `**Status:** Accepted`. */
export interface LabelFields {
  readonly status?: Field<Status>;
  readonly date?: Field<string>;
  readonly 'decision-makers'?: ListField<string>;
  readonly 'prompted-by'?: Field<string>;
}

/** Reads the labelled lines that have a value. Text that a template holds for its author is no value. Never throws. */
export function readLabelFields(
  lines: readonly LabelLine[],
  placeholders: ReadonlySet<string>,
): LabelFields {
  const find = (name: string): LabelLine | undefined => {
    const line = lines.find(({ label }) => label.toLowerCase() === name);
    const isFilled = line && ![...placeholders].some((text) => line.value.includes(text));
    return isFilled && line.value !== '' ? line : undefined;
  };
  const status = find('status');
  const date = find('date');
  const makers = find('decision makers');
  const promptedBy = find('prompted by');
  return {
    ...(status && {
      status: labelField(
        status,
        STATUSES.find((word) => word === status.value),
      ),
    }),
    ...(date && { date: labelField(date, isRealDay(date.value) ? date.value : undefined) }),
    ...(makers && { 'decision-makers': makersField(makers) }),
    ...(promptedBy && { 'prompted-by': labelField(promptedBy, promptedBy.value) }),
  };
}

/** A labelled line as a field. */
export function labelField<T>({ value: written, span }: LabelLine, value: T | undefined): Field<T> {
  return { value, written, span, source: 'label' };
}

function makersField(line: LabelLine): ListField<string> {
  const names = line.value.split(/\s*(?:[,+&;]|\band\b)\s*/).filter((name) => name !== '');
  return { ...labelField(line, names), items: names.map((name) => labelField(line, name)) };
}
