import {
  type ExampleChange,
  type Explanation,
  explainRule,
  formatPretty,
  makeReport,
  type RuleFacts,
  type RuleOption,
  ruleSlug,
} from 'docket/records';
import { type TerminalPart, terminalParts } from './terminal.ts';

/** An example as a page shows it. */
export interface ExampleView {
  readonly changes: readonly ExampleChange[];
  /** As JSON; `undefined` where the rule stands as it is. */
  readonly options: string | undefined;
  /** What the linter prints about it; empty where it finds nothing. */
  readonly output: readonly TerminalPart[];
}

/** Everything the page of a rule shows. */
export interface RulePage extends RuleFacts {
  readonly slug: string;
  readonly isFixable: boolean;
  readonly byStatus: Explanation['byStatus'];
  readonly settings: readonly RuleOption[];
  readonly bad: readonly ExampleView[];
  readonly good: readonly ExampleView[];
}

/** Columns of the terminal that pages show. */
const WIDTH = 88;

/** The page of a rule, with the real output about its examples. Rules without examples have a page, too. */
export function rulePageOf(rule: RuleFacts): RulePage {
  const explained = explainRule(rule.instanceOf ?? rule.id);
  return {
    ...rule,
    slug: ruleSlug(rule.id),
    isFixable: explained?.isFixable ?? false,
    byStatus: explained?.byStatus ?? [],
    settings: explained?.options ?? [],
    bad: explained?.bad.map(viewOf) ?? [],
    good: explained?.good.map(viewOf) ?? [],
  };
}

function viewOf({ changes, options, findings, files }: Explanation['bad'][number]): ExampleView {
  return {
    changes,
    options: options && JSON.stringify(options),
    output: findings.length === 0 ? [] : outputOf(findings, files),
  };
}

function outputOf(
  findings: Explanation['bad'][number]['findings'],
  files: ReadonlyMap<string, string>,
): TerminalPart[] {
  const report = makeReport({ findings, files: files.size, textOf: (file) => files.get(file) });
  const output = formatPretty(report, { colour: true, width: WIDTH });
  // The totals are of the example repository, which is not what the page is about.
  return terminalParts(output.replace(/[^\n]*\n$/, '').trimEnd());
}
