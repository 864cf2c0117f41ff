import type { Edit, Finding, Fix } from '../records/finding.ts';

/** A text after some fixes. */
export interface FixedText {
  readonly text: string;
  /** Findings whose fixes were made. */
  readonly made: readonly Finding[];
  /** Findings whose fixes overlap one that was made; the next pass may make them. */
  readonly left: readonly Finding[];
  readonly dropsByteOrderMark: boolean;
}

/**
 * Makes the fixes of a text, in order of place. The edits of a fix are made all or none; of fixes that overlap the
 * first is made. Text outside the edits is not touched. Pure.
 */
export function applyFixes(text: string, findings: readonly Finding[]): FixedText {
  const made: Finding[] = [];
  const left: Finding[] = [];
  const edits: Edit[] = [];
  let dropsByteOrderMark = false;
  for (const finding of [...findings].sort(byPlace)) {
    const { fix } = finding;
    if (!fix) continue;
    if (!fix.edits.every((edit) => isInside(edit, text)) || clashes(fix, edits)) {
      left.push(finding);
      continue;
    }
    // Two rules may ask for one and the same edit.
    edits.push(...fix.edits.filter((edit) => !edits.some((other) => isSame(edit, other))));
    dropsByteOrderMark ||= fix.dropsByteOrderMark === true;
    made.push(finding);
  }
  return { text: withEdits(text, edits), made, left, dropsByteOrderMark };
}

function withEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { span, text: replacement } of [...edits].sort(byOffset)) {
    pieces.push(text.slice(at, span.start.offset), replacement);
    at = span.end.offset;
  }
  return pieces.join('') + text.slice(at);
}

function clashes(fix: Fix, edits: readonly Edit[]): boolean {
  return fix.edits.some((edit, index) =>
    [...edits, ...fix.edits.slice(0, index)].some(
      (other) => !isSame(edit, other) && overlaps(edit, other),
    ),
  );
}

/** Whether two edits touch the same text, or insert at one place, where their order would be a guess. */
function overlaps({ span: a }: Edit, { span: b }: Edit): boolean {
  const [aStart, aEnd, bStart, bEnd] = [a.start.offset, a.end.offset, b.start.offset, b.end.offset];
  if (aStart === aEnd || bStart === bEnd) return aStart <= bEnd && bStart <= aEnd;
  return aStart < bEnd && bStart < aEnd;
}

function isSame(a: Edit, b: Edit): boolean {
  return (
    a.text === b.text &&
    a.span.start.offset === b.span.start.offset &&
    a.span.end.offset === b.span.end.offset
  );
}

function isInside({ span }: Edit, text: string): boolean {
  const [start, end] = [span.start.offset, span.end.offset];
  return start >= 0 && start <= end && end <= text.length;
}

function byPlace(a: Finding, b: Finding): number {
  const offset = ({ fix }: Finding) => fix?.edits[0]?.span.start.offset ?? 0;
  return offset(a) - offset(b) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

function byOffset(a: Edit, b: Edit): number {
  return a.span.start.offset - b.span.start.offset || a.span.end.offset - b.span.end.offset;
}
