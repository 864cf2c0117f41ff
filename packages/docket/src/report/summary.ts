import { type Finding, messageOf } from '../records/finding.ts';
import { count } from './count.ts';
import type { Report } from './report.ts';

/** The last line of a report for people: `2 errors and 1 warning in 18 files`. */
export function summaryOf({ files, errors, warnings, infos, fixable }: Report): string {
  const where = `in ${count(files, 'file')}`;
  const told = countsOf({ errors, warnings, infos });
  if (told === '') return `No problems ${where}`;
  return fixable === 0 ? `${told} ${where}` : `${told} ${where}, ${fixable} fixable with --fix`;
}

/** One line for each finding that a waiver lets stand, with its reason. */
export function waivedLines({ waived }: Pick<Report, 'waived'>): string[] {
  return waived.map(
    ({ finding, reason }) =>
      `Waived ${finding.rule} at ${finding.file}:${finding.span.start.line}: ${messageOf(finding)} (${reason})`,
  );
}

/** Counts in words: `2 errors, 1 warning and 3 notes`; empty where there is nothing. */
export function countsOf({
  errors,
  warnings,
  infos,
}: Pick<Report, 'errors' | 'warnings' | 'infos'>): string {
  const parts = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(infos > 0 ? [count(infos, 'note')] : []),
  ];
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

/** How often a rule was broken. */
export interface RuleCount {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly count: number;
  readonly fixable: number;
}

/** The rules that were broken, the most often broken first, then by name. */
export function ruleCounts(findings: readonly Finding[]): RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { rule, severity, fix } of findings) {
    const before = counts.get(rule) ?? { rule, severity, count: 0, fixable: 0 };
    counts.set(rule, {
      rule,
      severity: weight(severity) > weight(before.severity) ? severity : before.severity,
      count: before.count + 1,
      fixable: before.fixable + (fix ? 1 : 0),
    });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}

function weight(severity: Finding['severity']): number {
  return ['info', 'warning', 'error'].indexOf(severity);
}
