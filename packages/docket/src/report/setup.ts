import { structuredPatch } from 'diff';
import type { TextChange } from '../records/authoring/change.ts';
import type { LeftToDo } from '../records/authoring/setup/draft.ts';
import { count } from './count.ts';
import { safeLine } from './screen-text.ts';

const MOST_LINES = 40;

/** What is about to be written: each file, and the lines that are new, gone or beside those. */
export function changeLines(changes: readonly TextChange[]): string[] {
  return changes.flatMap((change) => {
    const lines = linesOf(change);
    const more = lines.length - MOST_LINES;
    return [
      safeLine(`${change.kind === 'create' ? 'create' : 'change'} ${change.path}`),
      ...lines.slice(0, MOST_LINES).map((line) => `  ${safeLine(line)}`),
      ...(more > 0 ? [`  and ${count(more, 'more line')}`] : []),
    ];
  });
}

function linesOf(change: TextChange): string[] {
  const before = change.kind === 'create' ? '' : change.before;
  const { hunks } = structuredPatch('', '', before, change.after, '', '', { context: 1 });
  return hunks.flatMap(({ lines }) =>
    lines.map((line) => line.replace(/\r$/, '')).filter((line) => !line.startsWith('\\')),
  );
}

/** What is not written, and the lines that somebody may add by hand. */
export function leftLines(left: readonly LeftToDo[]): string[] {
  return left.flatMap(({ words, lines = [] }) => [
    `Left to you: ${safeLine(words)}`,
    ...lines.map((line) => `    ${safeLine(line)}`),
  ]);
}
