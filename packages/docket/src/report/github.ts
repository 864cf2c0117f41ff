import { type Finding, messageOf } from '../records/finding.ts';
import { type FormatOptions, moreAbout, type Report } from './report.ts';
import { safeText } from './screen-text.ts';
import { summaryOf, waivedLines } from './summary.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * The report as workflow commands, which GitHub shows as annotations of the changed lines.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function formatGithub(
  report: Report,
  { prefix = '' }: Pick<FormatOptions, 'prefix'> = {},
): string {
  return [
    ...report.findings.map((finding) => command(finding, report, prefix)),
    ...waivedLines(report).map((line) => `::notice title=Waived::${escapeData(line)}`),
    summaryOf(report),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function command(finding: Finding, report: Report, prefix: string): string {
  const { rule, severity, file, span, help, related, fix } = finding;
  const { start, end } = span;
  // Columns are only understood where the annotation is of one line; an empty span has no end.
  const isOneLine = start.line === end.line;
  const isEmpty = isOneLine && start.column === end.column;
  const properties = {
    file: prefix + file,
    line: start.line,
    ...(isOneLine ? { col: start.column } : {}),
    ...(isEmpty ? {} : { endLine: end.line }),
    ...(isOneLine && !isEmpty ? { endColumn: end.column } : {}),
    title: rule,
  };
  const list = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapeProperty(String(value))}`,
  );
  const more = moreAbout(rule, report);
  const text = [
    messageOf(finding),
    ...related.map((place) => `${prefix}${place.file}:${place.span.start.line}: ${place.label}`),
    `help: ${help}`,
    ...(fix ? ['fix: available with `docket lint --fix`'] : []),
    ...(more === undefined ? [] : [`rule: ${more}`]),
  ].join('\n');
  return `::${COMMANDS[severity]} ${list.join(',')}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return safeText(text).replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
