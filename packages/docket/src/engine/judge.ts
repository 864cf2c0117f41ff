import type { Conventions } from '../records/conventions.ts';
import type { Corpus, Names } from '../records/corpus.ts';
import { type Facts, NO_FACTS } from '../records/facts.ts';
import {
  compareFindings,
  type Finding,
  type Severity,
  shortened,
  shortWording,
} from '../records/finding.ts';
import type { RecordKind } from '../records/layout.ts';
import { perObject } from '../records/memo.ts';
import type { DocketRecord } from '../records/record.ts';
import type { Problem, Rule, RuleOf, Scope } from './define.ts';
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
  return judgeInLog(judgeAlone(record, corpus, options), record, corpus, options);
}

/** What can be said of a record before the others are read. */
export interface FirstFindings {
  readonly findings: Finding[];
  /** Whether a gate reports the record, so that no other rule may be heard about it. */
  readonly isClosed: boolean;
}

/** Asks the rules that look at one record alone. */
export function judgeAlone(
  record: DocketRecord,
  conventions: Conventions,
  options: JudgeOptions = {},
): FirstFindings {
  const { rules } = options.settings ?? DEFAULT_SETTINGS;
  const gate = closedGate(record, conventions, options);
  const asked = gate ? [gate] : sorted(rules)[record.kind].record;
  const findings = asked.flatMap((rule) => askRule(rule, record, conventions, options));
  return { findings, isClosed: gate !== undefined };
}

/** Asks the rules that look at which records and files there are, unless a gate reports the record. */
export function judgeByNames(
  { isClosed }: FirstFindings,
  record: DocketRecord,
  names: Names,
  options: JudgeOptions = {},
): readonly Finding[] {
  if (isClosed) return NO_FINDINGS;
  const { rules } = options.settings ?? DEFAULT_SETTINGS;
  return sorted(rules)[record.kind].names.flatMap((rule) => askRule(rule, record, names, options));
}

/**
 * Asks the rules that look at other records, too, unless a gate reports the record; what was found before comes first.
 * @param byNames what `judgeByNames` finds, where that is known
 */
export function judgeInLog(
  first: FirstFindings,
  record: DocketRecord,
  corpus: Corpus,
  options: JudgeOptions = {},
  byNames = judgeByNames(first, record, corpus, options),
): Finding[] {
  if (first.isClosed) return first.findings;
  const { rules } = options.settings ?? DEFAULT_SETTINGS;
  const found = [...first.findings, ...byNames];
  for (const rule of sorted(rules)[record.kind].log) {
    found.push(...askRule(rule, record, corpus, options));
  }
  return found;
}

/** Rules by the kind they judge and by how far they look. */
const sorted = perObject((rules: readonly Rule[]) => {
  const ofKind = (kind: RecordKind) => {
    const own = rules.filter((rule) => rule.kinds.includes(kind));
    return {
      record: own.filter((rule) => rule.scope === 'record'),
      names: own.filter((rule) => rule.scope === 'names'),
      log: own.filter((rule) => rule.scope === 'log'),
    };
  };
  return { adr: ofKind('adr'), spec: ofKind('spec'), provenance: ofKind('provenance') };
});

/** Asks every rule about the documents and code that are no records. */
export function judgeDocuments(corpus: Corpus, options: JudgeOptions = {}): Finding[] {
  const { settings = DEFAULT_SETTINGS, facts = NO_FACTS } = options;
  const { documents = [], ratifications } = facts;
  if (documents.length === 0 && !ratifications) return [];
  return settings.rules.flatMap((rule) => {
    const asked = settings.of(rule, '');
    return rule.checkDocuments(corpus, { facts, options: asked.options }).flatMap((problem) => {
      const { severity } = settings.of(rule, problem.file);
      const path = problem.file;
      return severity === 'off' ? [] : [findingOf(rule, severity, { path, problem, corpus })];
    });
  });
}

/** The gate that reports a record, so that no other rule may be heard about it. */
function closedGate(
  record: DocketRecord,
  conventions: Conventions,
  { settings = DEFAULT_SETTINGS }: JudgeOptions = {},
): RuleOf<'record'> | undefined {
  // A gate stands however few rules are asked: what it holds back cannot be judged.
  return GATES.find(
    (rule) =>
      isGate(rule, conventions) &&
      settings.of(rule, record).severity !== 'off' &&
      rule.check(record, conventions).length > 0,
  );
}

const GATES: readonly RuleOf<'record'>[] = DEFAULT_SETTINGS.rules
  .filter((rule) => rule.scope === 'record')
  .filter((rule) => rule.gate !== undefined)
  .sort((a, b) => (a.gate ?? 0) - (b.gate ?? 0));

function isGate(
  { gate, gateOfTemplate }: Pick<Rule, 'gate' | 'gateOfTemplate'>,
  { layout }: Pick<Conventions, 'layout'>,
): boolean {
  return gate !== undefined && !(gateOfTemplate && layout.adr.logs);
}

/** Ids of the gates of a log: a record that one of them reports is judged no further, and shown as its source. */
export function gatesOf(conventions: Pick<Conventions, 'layout'>): ReadonlySet<string> {
  return new Set(GATES.filter((rule) => isGate(rule, conventions)).map(({ id }) => id));
}

const NO_FINDINGS: readonly Finding[] = Object.freeze([]);

/** Asks one rule about one record. */
function askRule<V extends Scope>(
  rule: RuleOf<V>,
  record: DocketRecord,
  corpus: Parameters<RuleOf<V>['check']>[1],
  { settings = DEFAULT_SETTINGS, facts = NO_FACTS }: JudgeOptions = {},
): readonly Finding[] {
  const { severity, options } = settings.of(rule as Rule, record);
  if (severity === 'off') return NO_FINDINGS;
  const problems = rule.check(record, corpus, { facts, options });
  return problems.length === 0
    ? NO_FINDINGS
    : problems.map((problem) => findingOf(rule, severity, { path: record.path, problem, corpus }));
}

function findingOf(
  rule: Pick<Rule, 'id' | 'gate' | 'gateOfTemplate'>,
  severity: Severity,
  { path: file, problem, corpus }: { path: string; problem: Problem; corpus: Conventions },
): Finding {
  return {
    rule: rule.id,
    severity: problem.severity ?? severity,
    file,
    span: problem.span,
    ...shortWording(problem),
    help: `${shortened(problem.help)}${isGate(rule, corpus) ? '; the rest is checked after that' : ''}`,
    related: problem.related ?? [],
    ...(problem.fix ? { fix: problem.fix } : {}),
  };
}
