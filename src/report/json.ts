import type { Report } from './report.ts';

/**
 * The report as JSON, for programs:
 * `{"diagnostics": [{rule, severity, file, line, column, endLine, endColumn, message, help}], "summary": {files,
 * errors, warnings}}`. Lines and columns count from 1, columns in UTF-16 units; the end is the first place after.
 */
export function formatJson(report: Report): string {
  const value = {
    diagnostics: report.findings.map(({ rule, severity, file, span, message, help }) => ({
      rule,
      severity,
      file,
      line: span.start.line,
      column: span.start.column,
      endLine: span.end.line,
      endColumn: span.end.column,
      message,
      help,
    })),
    summary: { files: report.files, errors: report.errors, warnings: report.warnings },
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
