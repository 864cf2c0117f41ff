/**
 * What a rule says about a document: the one value every view of a problem is made from
 * (terminal, JSON, annotations, build errors).
 */

/** How much a finding weighs: an `error` refuses the build, a `warning` is shown, `info` is only told. */
export type Severity = 'error' | 'warning' | 'info';

/** A place in a text. `line` and `column` count from 1 in UTF-16 units; `offset` counts from 0. */
export interface Point {
  line: number;
  column: number;
  offset: number;
}

/** A stretch of text; `end` is the first place after it. */
export interface Span {
  start: Point;
  end: Point;
}

/** A second place that explains a finding, such as the other record of a contradiction. */
export interface Related {
  file: string;
  span: Span;
  label: string;
}

/** One replacement in a text; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The fix of a finding that has only one right result: edits to the finding's own file, made all or none. */
export interface Fix {
  readonly edits: readonly Edit[];
  /** The byte-order mark goes too; it stands before the text, where no edit reaches. */
  readonly dropsByteOrderMark?: true;
}

/** What stands somewhere, and what should; backticks round values, no full stop. */
export interface Mismatch {
  /** Follows `Unexpected` in a sentence. */
  readonly found: string;
  /** Follows `expected` in a sentence; absent where nothing should stand there. */
  readonly expected?: string;
}

/** What is wrong: a mismatch, or a sentence of somebody else. */
export type Wording =
  | (Mismatch & {
      /** A team's own sentence, shown in place of the one that the parts make. */
      readonly words?: string;
    })
  | {
      /** A sentence that is shown as it is and has no parts, such as one of another program. */
      readonly words: string;
      readonly found?: undefined;
      readonly expected?: undefined;
    };

/** One problem at one place. `help` says how to fix it; `file` is relative to the root, with forward slashes. */
export type Finding = Wording & {
  rule: string;
  severity: Severity;
  file: string;
  span: Span;
  help: string;
  related: readonly Related[];
  /** Absent where a person has to choose. */
  fix?: Fix;
};

/** The empty span at the start of a file: for findings about a file as a whole. */
export const FILE_START: Span = Object.freeze({
  start: Object.freeze({ line: 1, column: 1, offset: 0 }),
  end: Object.freeze({ line: 1, column: 1, offset: 0 }),
});

/** Longest message, help or label; what a record says may be as long as the record. */
const LONGEST = 500;

/** A sentence of a finding that quotes no more of a record than can be read. */
export function shortened(sentence: string): string {
  if (sentence.length <= LONGEST) return sentence;
  const short = sentence.replace(/`[^`]{100,}`/g, (quote) => `${quote.slice(0, 80)}…\``);
  return short.length <= LONGEST ? short : `${short.slice(0, LONGEST)}…`;
}

/** The sentence that tells what is wrong: `Unexpected …, expected …`, or the words in its place. */
export function messageOf({ found, expected, words }: Wording): string {
  if (words !== undefined) return shortened(words);
  return shortened(`Unexpected ${found}${expected === undefined ? '' : `, expected ${expected}`}`);
}

/** A wording that quotes no more of a record than can be read. */
export function shortWording({ found, expected, words }: Wording): Wording {
  return {
    ...(found !== undefined && { found: shortened(found) }),
    ...(expected !== undefined && { expected: shortened(expected) }),
    ...(words !== undefined && { words: shortened(words) }),
  } as Wording;
}

/** Sorts by file, then place, then rule, so that every report has one stable order. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) ||
    a.span.start.offset - b.span.start.offset ||
    a.span.end.offset - b.span.end.offset ||
    compareText(a.rule, b.rule) ||
    compareText(messageOf(a), messageOf(b))
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
