import type { Span } from '../records/finding.ts';
import type { LintJson } from './json-schema.ts';
import { moreAbout, type Report } from './report.ts';
import { wordingFields } from './wording.ts';

/**
 * The report as JSON, for programs, in the shape that `json-schema.ts` describes and `schemas/lint-report.schema.json`
 * publishes. Lines and columns count from 1, columns in UTF-16 units; the end is the first place after.
 */
export function formatJson(report: Report): string {
  const value: LintJson = {
    version: 1,
    diagnostics: report.findings.map((finding) => {
      const { rule, severity, file, span, help, related, fix } = finding;
      const url = report.noteOf(rule)?.page;
      const docs = moreAbout(rule, report);
      return {
        rule,
        severity,
        file,
        ...rangeOf(span),
        ...wordingFields(finding),
        help,
        related: related.map((place) => ({
          file: place.file,
          ...rangeOf(place.span),
          label: place.label,
        })),
        ...(fix && {
          fix: {
            edits: fix.edits.map((edit) => ({ ...rangeOf(edit.span), text: edit.text })),
            ...(fix.dropsByteOrderMark && { dropsByteOrderMark: true as const }),
          },
        }),
        ...(url !== undefined && { url }),
        ...(docs !== undefined && { docs }),
      };
    }),
    waived: report.waived.map(({ finding, reason }) => ({
      rule: finding.rule,
      file: finding.file,
      ...rangeOf(finding.span),
      ...wordingFields(finding),
      reason,
    })),
    summary: {
      files: report.files,
      errors: report.errors,
      warnings: report.warnings,
      infos: report.infos,
      fixable: report.fixable,
    },
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function rangeOf({ start, end }: Span) {
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
