import { type Finding, type Fix, messageOf, type Span } from '../records/finding.ts';
import { encodedPath } from '../records/paths.ts';
import { type FormatOptions, moreAbout, type Report } from './report.ts';
import { safeText } from './screen-text.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/**
 * The report as SARIF 2.1.0, for code scanning: every finding with its region, the related places, the fix, and the
 * rules that were broken with their pages.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif(report: Report, { prefix = '', version }: FormatOptions): string {
  const all = [...report.findings, ...report.waived.map(({ finding }) => finding)];
  const rules = [...new Set(all.map((finding) => finding.rule))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'docket',
            ...(version !== undefined && { semanticVersion: version }),
            rules: rules.map((rule) => descriptor(rule, report)),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true }],
        results: [
          ...report.findings.map((finding) => resultOf(finding, rules, prefix)),
          ...report.waived.map(({ finding, reason }) => ({
            ...resultOf(finding, rules, prefix),
            suppressions: [{ kind: 'external', justification: reason }],
          })),
        ],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor(rule: string, report: Report) {
  const note = report.noteOf(rule);
  return {
    id: rule,
    ...(note && {
      shortDescription: { text: note.summary },
      fullDescription: { text: `${note.summary} ${note.why}` },
      help: {
        text: note.page === undefined ? `${note.why}\nMore: ${moreAbout(rule, report)}` : note.why,
      },
      ...(note.page !== undefined && { helpUri: note.page }),
    }),
  };
}

function resultOf(finding: Finding, rules: readonly string[], prefix: string) {
  const { rule, severity, file, span, help, related, fix } = finding;
  const message = messageOf(finding);
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: LEVELS[severity],
    message: { text: safeText(`${message}\nHelp: ${help}`) },
    locations: [{ physicalLocation: physical(prefix + file, span) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, index) => ({
        id: index + 1,
        physicalLocation: physical(prefix + place.file, place.span),
        message: { text: safeText(place.label) },
      })),
    }),
    // Lines move; a finding stays the same one as long as rule, file and words do.
    partialFingerprints: { 'docketFinding/v1': `${rule}|${file}|${message}` },
    ...(fix && fix.edits.length > 0 && { fixes: [fixOf(fix, prefix + file, help)] }),
  };
}

function fixOf(fix: Fix, file: string, help: string) {
  return {
    description: { text: safeText(help) },
    artifactChanges: [
      {
        artifactLocation: artifact(file),
        replacements: fix.edits.map((edit) => ({
          deletedRegion: region(edit.span),
          insertedContent: { text: edit.text },
        })),
      },
    ],
  };
}

function physical(file: string, span: Span) {
  return { artifactLocation: artifact(file), region: region(span) };
}

function artifact(file: string) {
  return { uri: encodedPath(file), uriBaseId: '%SRCROOT%' };
}

function region({ start, end }: Span) {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
