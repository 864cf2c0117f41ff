import stringWidth from 'fast-string-width';

/** Text cut into what a terminal shows as one character each, with the columns it takes. */
export interface Cell {
  readonly text: string;
  readonly width: number;
  /** Offset of its first UTF-16 unit in the text it was cut from. */
  readonly offset: number;
}

const TAB = '    ';
/** Characters that are shown as they are and take one column each. */
const PRINTABLE = /^[ -~]*$/;
const UNSAFE =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/u;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Cuts a line into cells. Control characters and direction marks become visible, so that text cannot forge output. */
export function cellsOf(line: string): Cell[] {
  if (PRINTABLE.test(line)) return Array.from(line, (text, offset) => ({ text, width: 1, offset }));
  return [...segmenter.segment(line)].map(({ segment, index }) => {
    const text = visible(segment);
    return { text, width: stringWidth(text), offset: index };
  });
}

/** A text on which nothing invisible is left; line ends stay. */
export function safeText(text: string): string {
  return text
    .split('\n')
    .map((line) => [...line].map(visible).join(''))
    .join('\n');
}

/** A text for the middle of a line, such as a path: its line ends are made visible, so that it cannot begin a line. */
export function safeLine(text: string): string {
  return [...text].map(visible).join('');
}

function visible(character: string): string {
  if (character === '\t') return TAB;
  if (!UNSAFE.test(character)) return character;
  return [...character]
    .map((part) =>
      UNSAFE.test(part)
        ? `<U+${(part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`
        : part,
    )
    .join('');
}

/** Columns that a text without line ends takes on a terminal. */
export function columnsOf(text: string): number {
  if (PRINTABLE.test(text)) return text.length;
  return cellsOf(text).reduce((sum, cell) => sum + cell.width, 0);
}

/** Breaks a text at spaces into lines of at most `width` columns; a longer word keeps a line to itself. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const columns = columnsOf(word);
    if (line !== '' && used + 1 + columns > width) {
      lines.push(line);
      line = word;
      used = columns;
    } else {
      used += columns + (line === '' ? 0 : 1);
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
