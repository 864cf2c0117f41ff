import { endOf, type SourceLine } from './source-lines.ts';

const SIGNS = /^([!-/:-@[-`{-~])\1*$/;

/** A title of a section, with the lines that set it off. */
export interface RstTitle {
  readonly line: SourceLine;
  /** The sign of its lines, and whether one stands above it: titles of one style are of one level. */
  readonly style: string;
  /** How many lines it takes. */
  readonly count: number;
  readonly start: number;
  /** Offset after them. */
  readonly end: number;
}

/** The title that begins at a line: with a line of signs below it as long as itself, perhaps with the same above. */
export function readTitle(lines: readonly SourceLine[], at: number): RstTitle | undefined {
  const [first, second, third] = lines.slice(at, at + 3);
  if (!first || !second || first.text === '') return undefined;
  if (SIGNS.test(first.text)) {
    const isOver =
      third !== undefined &&
      third.text === first.text &&
      second.text.trim() !== '' &&
      !SIGNS.test(second.text) &&
      isLongEnough(second.text.trim(), first.text);
    if (!isOver) return undefined;
    const indent = second.text.length - second.text.trimStart().length;
    const line = { text: second.text.trim(), start: second.start + indent };
    return {
      line,
      style: `${first.text.charAt(0)} above`,
      count: 3,
      start: first.start,
      end: endOf(third),
    };
  }
  const before = lines[at - 1];
  const isAlone = before === undefined || before.text === '' || !/^[^\s]/.test(before.text);
  const isUnder =
    /^\S/.test(first.text) &&
    isAlone &&
    SIGNS.test(second.text) &&
    isLongEnough(first.text, second.text);
  return isUnder
    ? {
        line: first,
        style: second.text.charAt(0),
        count: 2,
        start: first.start,
        end: endOf(second),
      }
    : undefined;
}

/** Writers of long titles often count wrong; below four signs, a line is taken for text then. */
function isLongEnough(title: string, signs: string): boolean {
  return signs.length >= title.length || signs.length >= 4;
}
