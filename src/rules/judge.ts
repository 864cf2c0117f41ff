import type { Corpus } from '../records/corpus.ts';
import { compareFindings, type Finding, type Severity } from '../records/finding.ts';
import type { DocketRecord } from '../records/record.ts';
import type { Rule } from './define.ts';
import { RULES } from './index.ts';

/** What to judge by. */
export interface JudgeOptions {
  /** The rules to ask; by default every one. */
  readonly rules?: readonly Rule[];
  /** Severities that differ from the rules' own, by rule id. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
}

/** Asks every rule about every record. Pure; the findings are sorted by place. */
export function judge(corpus: Corpus, options: JudgeOptions = {}): Finding[] {
  return corpus.records
    .flatMap((record) => judgeRecord(record, corpus, options))
    .sort(compareFindings);
}

/** Asks every rule about one record, which is judged against all the others. */
export function judgeRecord(
  record: DocketRecord,
  corpus: Corpus,
  options: JudgeOptions = {},
): Finding[] {
  const severityOf = (rule: Rule) => options.severities?.[rule.id] ?? rule.severity;
  const rules = (options.rules ?? RULES).filter((rule) => severityOf(rule) !== 'off');
  const gate = closedGate(record, corpus, rules);
  return (gate ? [gate] : rules).flatMap((rule) => {
    const severity = severityOf(rule);
    return severity === 'off' ? [] : askRule(rule, record, corpus, severity);
  });
}

/** The gate that reports a record, so that no other rule may be heard about it. */
export function closedGate(
  record: DocketRecord,
  corpus: Corpus,
  rules: readonly Rule[] = RULES,
): Rule | undefined {
  return rules
    .filter((rule) => rule.gate !== undefined)
    .sort((a, b) => (a.gate ?? 0) - (b.gate ?? 0))
    .find((rule) => rule.check(record, corpus).length > 0);
}

/** Asks one rule about one record. */
export function askRule(
  rule: Rule,
  record: DocketRecord,
  corpus: Corpus,
  severity: Severity = rule.severity,
): Finding[] {
  return rule.check(record, corpus).map((problem) => ({
    rule: rule.id,
    severity,
    file: record.path,
    span: problem.span,
    message: problem.message,
    help: problem.help,
    related: problem.related ?? [],
  }));
}
