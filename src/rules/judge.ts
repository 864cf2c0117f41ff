import type { Corpus } from '../records/corpus.ts';
import { type Facts, NO_FACTS } from '../records/facts.ts';
import { compareFindings, type Finding, type Severity } from '../records/finding.ts';
import type { DocketRecord } from '../records/record.ts';
import type { Problem, Rule } from './define.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';

/** What to judge by. */
export interface JudgeOptions {
  readonly settings?: Settings;
  readonly facts?: Facts;
}

/** Asks every rule about every record and every document. Pure; the findings are sorted by place. */
export function judge(corpus: Corpus, options: JudgeOptions = {}): Finding[] {
  return [
    ...corpus.records.flatMap((record) => judgeRecord(record, corpus, options)),
    ...judgeDocuments(corpus, options),
  ].sort(compareFindings);
}

/** Asks every rule about one record, which is judged against all the others. */
export function judgeRecord(
  record: DocketRecord,
  corpus: Corpus,
  options: JudgeOptions = {},
): Finding[] {
  const { rules } = options.settings ?? DEFAULT_SETTINGS;
  const gate = closedGate(record, corpus, options);
  return (gate ? [gate] : rules).flatMap((rule) => askRule(rule, record, corpus, options));
}

/** Asks every rule about the documents and code that are no records. */
export function judgeDocuments(corpus: Corpus, options: JudgeOptions = {}): Finding[] {
  const { settings = DEFAULT_SETTINGS, facts = NO_FACTS } = options;
  if ((facts.documents ?? []).length === 0) return [];
  return settings.rules.flatMap((rule) => {
    const asked = settings.of(rule, '');
    return rule.checkDocuments(corpus, { facts, options: asked.options }).flatMap((problem) => {
      const { severity } = settings.of(rule, problem.file);
      return severity === 'off' ? [] : [findingOf(rule, severity, problem.file, problem)];
    });
  });
}

/** The gate that reports a record, so that no other rule may be heard about it. */
export function closedGate(
  record: DocketRecord,
  corpus: Corpus,
  { settings = DEFAULT_SETTINGS }: JudgeOptions = {},
): Rule | undefined {
  // A gate stands however few rules are asked: what it holds back cannot be judged.
  return GATES.find(
    (rule) => settings.of(rule, record).severity !== 'off' && rule.check(record, corpus).length > 0,
  );
}

const GATES = DEFAULT_SETTINGS.rules
  .filter((rule) => rule.gate !== undefined)
  .sort((a, b) => (a.gate ?? 0) - (b.gate ?? 0));

/** Asks one rule about one record. */
export function askRule(
  rule: Rule,
  record: DocketRecord,
  corpus: Corpus,
  { settings = DEFAULT_SETTINGS, facts = NO_FACTS }: JudgeOptions = {},
): Finding[] {
  const { severity, options } = settings.of(rule, record);
  if (severity === 'off') return [];
  return rule
    .check(record, corpus, { facts, options })
    .map((problem) => findingOf(rule, severity, record.path, problem));
}

function findingOf(rule: Rule, severity: Severity, file: string, problem: Problem): Finding {
  return {
    rule: rule.id,
    severity,
    file,
    span: problem.span,
    message: problem.message,
    help: problem.help,
    related: problem.related ?? [],
    ...(problem.fix ? { fix: problem.fix } : {}),
  };
}
