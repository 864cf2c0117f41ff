import type { Finding, Severity, Span } from '../records/finding.ts';
import type { Painter, Style } from './paint.ts';
import type { Report } from './report.ts';
import { columnsOf, safeLine, wrap } from './screen-text.ts';
import { splitMessage } from './sentence.ts';
import { lineOf, snippetOf } from './snippet.ts';

/** What a block is drawn on. */
export interface Screen {
  readonly paint: Painter;
  /** Columns for sentences. */
  readonly textWidth: number;
  /** Columns for source lines. */
  readonly sourceWidth: number;
}

/** The colour of each severity. */
export const STYLE_OF: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
};

/** A label beside the marks needs this much room, else it stands below them. */
const ROOM_FOR_LABEL = 24;

interface Place {
  readonly arrow: '-->' | ':::';
  readonly file: string;
  readonly span: Span;
  readonly mark: '^' | '-';
  readonly style: Style;
  readonly label: string;
}

/** Draws one finding, with an empty line at its end. */
export function blockOf(finding: Finding, report: Report, screen: Screen): string {
  return new Block(finding, report, screen).lines().join('\n');
}

class Block {
  readonly #finding: Finding;
  readonly #report: Report;
  readonly #screen: Screen;
  readonly #gutter: number;

  constructor(finding: Finding, report: Report, screen: Screen) {
    this.#finding = finding;
    this.#report = report;
    this.#screen = screen;
    const spans = [finding.span, ...finding.related.map((place) => place.span)];
    this.#gutter = Math.max(...spans.map((span) => String(span.start.line).length));
  }

  lines(): string[] {
    const { severity, file, span, message, related } = this.#finding;
    // Where there is no line to label, the message stays whole.
    const source = this.#report.textOf(file);
    const isShown = source !== undefined && lineOf(source, span.start) !== undefined;
    const { found, expected } = isShown ? splitMessage(message) : { found: message, expected: '' };
    const style = STYLE_OF[severity];
    return [
      ...this.#title(found, style),
      ...this.#place({ arrow: '-->', file, span, mark: '^', style, label: expected }),
      ...related.flatMap((place) => [
        this.#bar(),
        ...this.#place({ arrow: ':::', mark: '-', style: 'blue', ...place }),
      ]),
      this.#bar(),
      ...this.#notes(),
      '',
    ];
  }

  #title(found: string, style: Style): string[] {
    const { severity, rule } = this.#finding;
    const { paint, textWidth } = this.#screen;
    const tag = `${severity}[${rule}]`;
    const [first = '', ...rest] = wrap(`${tag}: ${safeLine(found)}`, textWidth);
    return [
      paint(tag, style, 'bold') + paint(first.slice(tag.length), 'bold'),
      ...rest.map((line) => `  ${paint(line, 'bold')}`),
    ];
  }

  #place({ arrow, file, span, mark, style, label }: Place): string[] {
    const { paint, textWidth } = this.#screen;
    const margin = ' '.repeat(this.#gutter);
    const bar = paint('|', 'blue');
    const { line, column } = span.start;
    const head = `${margin}${paint(arrow, 'blue')} ${safeLine(file)}:${line}:${column}`;
    const snippet = this.#sourceAt(file, span, mark);
    if (!snippet) {
      return label === '' ? [head] : [head, `${margin} ${paint('=', 'blue')} ${safeLine(label)}`];
    }
    const until = span.end.line > line ? `to line ${span.end.line}` : '';
    const note = safeLine([until, label].filter((part) => part !== '').join(': '));
    const room = textWidth - this.#gutter - 3;
    const indent = snippet.marks.length - snippet.marks.trimStart().length;
    const isBeside = note !== '' && columnsOf(snippet.marks) + 1 + columnsOf(note) <= room;
    // Below the marks a label keeps their column, unless that is too far to the right for it.
    const column0 = room - indent >= ROOM_FOR_LABEL ? indent : 0;
    const below = note === '' || isBeside ? [] : wrap(note, room - column0);
    return [
      head,
      this.#bar(),
      `${paint(String(line).padStart(this.#gutter), 'blue')} ${bar} ${snippet.source}`.trimEnd(),
      `${margin} ${bar} ${paint(snippet.marks, style, 'bold')}${isBeside ? ` ${paint(note, style)}` : ''}`,
      ...below.map((text) => `${margin} ${bar} ${' '.repeat(column0)}${paint(text, style)}`),
    ];
  }

  #sourceAt(file: string, span: Span, mark: string) {
    const text = this.#report.textOf(file);
    const room = Math.max(this.#screen.sourceWidth - this.#gutter - 3, 10);
    return text === undefined ? undefined : snippetOf(text, span, mark, room);
  }

  #notes(): string[] {
    const { rule, help, fix } = this.#finding;
    const page = this.#report.noteOf(rule)?.page;
    return [
      ...this.#note('help', help, 'green'),
      ...(fix ? this.#note('fix', 'available with `--fix`', 'green') : []),
      ...(page === undefined ? [] : this.#note('rule', page, 'cyan')),
    ];
  }

  #note(name: string, text: string, style: Style): string[] {
    const { paint, textWidth } = this.#screen;
    const margin = ' '.repeat(this.#gutter);
    const hang = ' '.repeat(name.length + 5);
    return wrap(safeLine(text), textWidth - this.#gutter - hang.length).map((line, index) =>
      index === 0
        ? `${margin} ${paint('=', 'blue')} ${paint(`${name}:`, style, 'bold')} ${line}`
        : `${margin}${hang}${line}`,
    );
  }

  #bar(): string {
    return `${' '.repeat(this.#gutter)} ${this.#screen.paint('|', 'blue')}`;
  }
}
