import type { Finding } from '../records/finding.ts';
import type { Report } from './report.ts';
import { summaryOf } from './summary.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * The report as workflow commands, which GitHub shows as annotations of the changed lines.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function formatGithub(report: Report): string {
  return [...report.findings.map(command), summaryOf(report)].map((line) => `${line}\n`).join('');
}

function command({ rule, severity, file, span, message, help, related }: Finding): string {
  const { start, end } = span;
  // Columns are only understood where the annotation is of one line; an empty span has no end.
  const isOneLine = start.line === end.line;
  const isEmpty = isOneLine && start.column === end.column;
  const properties = {
    file,
    line: start.line,
    ...(isOneLine ? { col: start.column } : {}),
    ...(isEmpty ? {} : { endLine: end.line }),
    ...(isOneLine && !isEmpty ? { endColumn: end.column } : {}),
    title: rule,
  };
  const list = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapeProperty(String(value))}`,
  );
  const places = related.map((place) => `${place.file}:${place.span.start.line}: ${place.label}`);
  const text = [message, ...places, `help: ${help}`].join('\n');
  return `::${COMMANDS[severity]} ${list.join(',')}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
