import type { ExplainedExample, Explanation } from '../records/explanation.ts';
import type { Severity } from '../records/finding.ts';
import { painter, type Style } from './paint.ts';
import { formatPretty } from './pretty.ts';
import { makeReport } from './report.ts';
import { safeText, wrap } from './screen-text.ts';

/** What an explanation is drawn on. */
export interface ExplanationScreen {
  readonly colour: boolean;
  readonly width: number | undefined;
  /** Address of the rule's page; `undefined` where it is not known. */
  readonly page: string | undefined;
  /** What the rule weighs in the repository, and why. */
  readonly inForce: {
    readonly profile: string;
    readonly weight: Severity | 'off';
    readonly isSet: boolean;
  };
}

const SEVERITY_STYLE = { error: 'red', warning: 'yellow', info: 'cyan', off: 'dim' } as const;
const WIDEST = 100;

/** A rule for people: what it asks, why, its options, and its examples with their real output. */
export function explanationPretty(explanation: Explanation, screen: ExplanationScreen): string {
  const page = new Page(screen);
  page.head(explanation);
  page.options(explanation);
  explanation.bad.forEach((example, index) => {
    const many = explanation.bad.length > 1;
    page.title(many ? `Found, example ${index + 1}` : 'Found', 'red');
    page.example(example);
    page.output(example);
  });
  explanation.good.forEach((example, index) => {
    const many = explanation.good.length > 1;
    page.title(many ? `Not found, example ${index + 1}` : 'Not found', 'green');
    page.example(example);
  });
  if (screen.page !== undefined) page.line(`Page: ${screen.page}`);
  return page.text();
}

class Page {
  readonly #screen: ExplanationScreen;
  readonly #paint: ReturnType<typeof painter>;
  readonly #width: number;
  readonly #lines: string[] = [];

  constructor(screen: ExplanationScreen) {
    this.#screen = screen;
    this.#paint = painter(screen.colour);
    this.#width = Math.min(Math.max(screen.width ?? WIDEST, 40), WIDEST);
  }

  head({ id, severity, kinds, summary, why, byStatus, isFixable }: Explanation): void {
    const { profile, weight, isSet } = this.#screen.inForce;
    const isOwn = profile === 'strict' && !isSet;
    const because = isSet ? ', as the configuration sets it' : ` in the profile ${profile}`;
    const facts = [
      this.#paint(weight, SEVERITY_STYLE[weight]) + (isOwn ? '' : because),
      ...(isOwn
        ? byStatus.map(([status, own]) => `${own} while ${status}`)
        : [`${severity} in the profile strict`]),
      kinds.join(', '),
      ...(isFixable ? ['fixable'] : []),
    ];
    this.line(`${this.#paint(id, 'bold')}  ${facts.join(' · ')}`);
    this.line('');
    for (const line of wrap(summary, this.#width)) this.line(this.#paint(line, 'bold'));
    for (const line of wrap(why, this.#width)) this.line(line);
    this.line('');
  }

  options({ options }: Explanation): void {
    if (options.length === 0) return;
    this.title('Options', 'cyan');
    for (const { name, description, fallback } of options) {
      const normally = fallback === undefined ? '' : ` (default ${fallback})`;
      const text = wrap(`${description}${normally}`, this.#width - 4);
      this.line(`  ${this.#paint(name, 'bold')}`);
      for (const line of text) this.line(`    ${line}`);
    }
    this.line('');
  }

  title(text: string, style: Style): void {
    this.line(this.#paint(text, style, 'bold'));
  }

  example({ changes, options }: ExplainedExample): void {
    if (options) this.line(`  with the options ${JSON.stringify(options)}`);
    for (const { file, note, before, after } of changes) {
      this.line(`  ${this.#paint(note === '' ? file : `${file} ${note}`, 'dim')}`);
      for (const line of before) this.line(`  ${this.#paint(`- ${safeText(line)}`, 'red')}`);
      for (const line of after) this.line(`  ${this.#paint(`+ ${safeText(line)}`, 'green')}`);
    }
    if (changes.length === 0) this.line('  The example repository, unchanged.');
    this.line('');
  }

  output({ findings, files }: ExplainedExample): void {
    const report = makeReport({ findings, files: files.size, textOf: (file) => files.get(file) });
    const { colour, width } = this.#screen;
    // The totals are of the example repository, which is not what the reader asks about.
    this.line(formatPretty(report, { colour, width }).replace(/[^\n]*\n$/, ''));
  }

  line(text: string): void {
    this.#lines.push(text);
  }

  text(): string {
    return `${this.#lines.join('\n').trimEnd()}\n`;
  }
}
