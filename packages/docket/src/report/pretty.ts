import type { Finding } from '../records/finding.ts';
import { blockOf, STYLE_OF } from './block.ts';
import { type Painter, painter } from './paint.ts';
import { type FormatOptions, makeReport, type Report } from './report.ts';
import { safeLine } from './screen-text.ts';
import { countsOf, ruleCounts, summaryOf, waivedLines } from './summary.ts';

const NARROWEST = 40;
const WIDTH_OF_A_FILE = 120;

/**
 * The report for people, one block a finding in the manner of rustc: what is wrong, where, the source line with the
 * place underlined, the related places, and how to fix it. Several findings are grouped by file and counted by rule;
 * the last line is of totals.
 */
export function formatPretty(report: Report, { colour, width }: FormatOptions): string {
  const paint = painter(colour);
  const screen = {
    paint,
    textWidth: width === undefined ? Number.POSITIVE_INFINITY : Math.max(width, NARROWEST),
    sourceWidth: width === undefined ? WIDTH_OF_A_FILE : Math.max(width, NARROWEST),
  };
  const isGrouped = report.findings.length > 1;
  const groups = groupByFile(report.findings).flatMap(([file, findings]) => [
    ...(isGrouped ? [heading(file, findings, paint)] : []),
    ...findings.map((finding) => blockOf(finding, report, screen)),
  ]);
  const table = isGrouped ? ruleTable(report, paint) : '';
  const more = explanationLine(report, paint);
  const waived = waivedLines(report).map((line) => `${safeLine(line)}\n`);
  return [
    ...groups,
    ...(table === '' ? [] : [table]),
    ...(waived.length === 0 ? [] : [waived.join('')]),
    `${more}${summaryLine(report, paint)}\n`,
  ].join('\n');
}

function groupByFile(findings: readonly Finding[]): [string, Finding[]][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.file);
    if (group) group.push(finding);
    else groups.set(finding.file, [finding]);
  }
  return [...groups];
}

function heading(file: string, findings: readonly Finding[], paint: Painter): string {
  const counted = countsOf(makeReport({ findings, files: 1, textOf: () => undefined }));
  return `${paint(`── ${safeLine(file)}`, 'bold')} ${paint(`· ${counted}`, 'dim')}\n`;
}

/** How often each rule was broken, where that is more than reading the blocks tells. */
function ruleTable({ findings }: Report, paint: Painter): string {
  const counts = ruleCounts(findings);
  if (counts.length < 2 || counts.length === findings.length) return '';
  const width = Math.max(...counts.map(({ count }) => String(count).length));
  const lines = counts.map(({ rule, severity, count, fixable }) => {
    const note = fixable === 0 ? '' : fixable === count ? ', fixable' : `, ${fixable} fixable`;
    return `  ${String(count).padStart(width)} ${paint(rule, STYLE_OF[severity])}${paint(note, 'dim')}`;
  });
  return `${lines.join('\n')}\n`;
}

/** How to read more about the rules that have no page. */
function explanationLine({ findings, noteOf }: Report, paint: Painter): string {
  const rule = ruleCounts(findings)
    .map((one) => one.rule)
    .find((id) => {
      const note = noteOf(id);
      return note !== undefined && note.page === undefined;
    });
  if (rule === undefined) return '';
  return `${paint(`Reasons and examples: docket lint --explain ${rule}`, 'dim')}\n`;
}

function summaryLine(report: Report, paint: Painter): string {
  const { errors, warnings } = report;
  return paint(
    summaryOf(report),
    errors > 0 ? 'red' : warnings > 0 ? 'yellow' : report.infos > 0 ? 'cyan' : 'green',
    'bold',
  );
}
