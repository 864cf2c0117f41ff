import type { Finding, Severity, Span } from '../records/finding.ts';
import type { Report } from './report.ts';
import { safeText, wrap } from './screen-text.ts';
import { snippetOf } from './snippet.ts';
import { summaryOf } from './summary.ts';

/** How to draw a report. */
export interface PrettyOptions {
  /** Whether to colour it with ANSI escape codes. */
  readonly colour: boolean;
  /** Columns of the terminal; where it is none, sentences stay whole and long source lines are cut. */
  readonly width: number | undefined;
}

const WIDTH_OF_A_FILE = 120;
const NARROWEST = 40;

const STYLES = { bold: 1, red: 31, yellow: 33, blue: 34, cyan: 36, green: 32 } as const;
type Style = keyof typeof STYLES;

const STYLE_OF: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
};

/**
 * The report for people, one block a finding in the manner of rustc: what is wrong, where, the source line with the
 * place underlined, the related places, and how to mend it; then one line of totals.
 */
export function formatPretty(report: Report, options: PrettyOptions): string {
  const draw = new Drawing(report, options);
  return [...report.findings.map((finding) => draw.block(finding)), draw.summary()].join('\n');
}

class Drawing {
  readonly #report: Report;
  readonly #colour: boolean;
  readonly #textWidth: number;
  readonly #sourceWidth: number;

  constructor(report: Report, { colour, width }: PrettyOptions) {
    this.#report = report;
    this.#colour = colour;
    this.#textWidth = width === undefined ? Number.POSITIVE_INFINITY : Math.max(width, NARROWEST);
    this.#sourceWidth = width === undefined ? WIDTH_OF_A_FILE : Math.max(width, NARROWEST);
  }

  block(finding: Finding): string {
    const style = STYLE_OF[finding.severity];
    const lines = [finding.span, ...finding.related.map((place) => place.span)];
    const gutter = Math.max(...lines.map((span) => String(span.start.line).length));
    const title = `${finding.severity}[${finding.rule}]: `;
    const [first = '', ...rest] = wrap(`${title}${safeText(finding.message)}`, this.#textWidth);
    return [
      this.#paint(title.slice(0, -2), style, 'bold') +
        this.#paint(first.slice(title.length - 2), 'bold'),
      ...rest.map((line) => `  ${this.#paint(line, 'bold')}`),
      ...this.#place('-->', finding.file, finding.span, gutter, '^', style, ''),
      ...finding.related.flatMap((place) => [
        this.#bar(gutter),
        ...this.#place(':::', place.file, place.span, gutter, '-', 'blue', safeText(place.label)),
      ]),
      this.#bar(gutter),
      ...this.#help(finding.help, gutter),
      '',
    ].join('\n');
  }

  summary(): string {
    const { errors, warnings } = this.#report;
    const style = errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'green';
    return `${this.#paint(summaryOf(this.#report), style, 'bold')}\n`;
  }

  #place(
    arrow: string,
    file: string,
    span: Span,
    gutter: number,
    mark: string,
    style: Style,
    label: string,
  ): string[] {
    const margin = ' '.repeat(gutter);
    const bar = this.#paint('|', 'blue');
    const { line, column } = span.start;
    const head = `${margin}${this.#paint(arrow, 'blue')} ${safeText(file)}:${line}:${column}`;
    const text = this.#report.textOf(file);
    const room = Math.max(this.#sourceWidth - gutter - 3, 10);
    const snippet = text === undefined ? undefined : snippetOf(text, span, mark, room);
    if (!snippet)
      return label === '' ? [head] : [head, `${margin} ${this.#paint('=', 'blue')} ${label}`];
    const until = span.end.line > line ? `to line ${span.end.line}` : '';
    const notes = [until, label].filter((note) => note !== '').join(': ');
    const marks = this.#paint(snippet.marks, style, 'bold');
    // A note that would run over the edge stands on a line of its own.
    const fits = snippet.marks.length + 1 + notes.length <= this.#textWidth - gutter - 3;
    const notePainted = this.#paint(notes, style);
    return [
      head,
      this.#bar(gutter),
      `${this.#paint(String(line).padStart(gutter), 'blue')} ${bar} ${snippet.source}`.trimEnd(),
      `${margin} ${bar} ${marks}${notes !== '' && fits ? ` ${notePainted}` : ''}`,
      ...(notes !== '' && !fits
        ? wrap(notes, this.#textWidth - gutter - 3).map(
            (part) => `${margin} ${bar} ${this.#paint(part, style)}`,
          )
        : []),
    ];
  }

  #bar(gutter: number): string {
    return `${' '.repeat(gutter)} ${this.#paint('|', 'blue')}`;
  }

  #help(help: string, gutter: number): string[] {
    const margin = ' '.repeat(gutter);
    const lines = wrap(safeText(help), this.#textWidth - gutter - 9);
    return lines.map((line, index) =>
      index === 0
        ? `${margin} ${this.#paint('=', 'blue')} ${this.#paint('help:', 'bold')} ${line}`
        : `${margin}         ${line}`,
    );
  }

  #paint(text: string, ...styles: readonly Style[]): string {
    if (!this.#colour || text === '') return text;
    return `\u001b[${styles.map((style) => STYLES[style]).join(';')}m${text}\u001b[0m`;
  }
}
