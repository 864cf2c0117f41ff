import { type Finding, messageOf } from '../records/finding.ts';
import { type FormatOptions, moreAbout, type Report } from './report.ts';
import { safeText } from './screen-text.ts';
import { summaryOf } from './summary.ts';

/**
 * The report as JUnit XML, which most CI servers show as test results: a suite for each file with findings, a case for
 * each of them. Errors fail; what weighs less passes with its text as output. With no findings there is one passing
 * case, because servers take a report without cases for a run that never happened.
 */
export function formatJunit(report: Report, { prefix = '' }: FormatOptions): string {
  const files = [...new Set(report.findings.map((finding) => finding.file))];
  const suites = files.map((file) => {
    const findings = report.findings.filter((finding) => finding.file === file);
    const failures = findings.filter(({ severity }) => severity === 'error').length;
    const cases = findings.flatMap((finding) => caseOf(finding, report, prefix));
    return [
      `  <testsuite${attributes({ name: prefix + file, tests: findings.length, failures, errors: 0 })}>`,
      ...cases.map((line) => `    ${line}`),
      '  </testsuite>',
    ].join('\n');
  });
  const tests = Math.max(report.findings.length, 1);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'docket lint', tests, failures: report.errors, errors: 0 })}>`,
    ...(suites.length > 0 ? suites : [clean(report)]),
    '</testsuites>',
  ].join('\n')}\n`;
}

function clean(report: Report): string {
  return [
    `  <testsuite${attributes({ name: 'docket lint', tests: 1, failures: 0, errors: 0 })}>`,
    `    <testcase${attributes({ name: summaryOf(report), classname: 'docket' })}/>`,
    '  </testsuite>',
  ].join('\n');
}

function caseOf(finding: Finding, report: Report, prefix: string): string[] {
  const { rule, severity, file, span, help, related } = finding;
  const message = messageOf(finding);
  const more = moreAbout(rule, report);
  const text = [
    `${prefix}${file}:${range(finding)}`,
    ...related.map((place) => `${prefix}${place.file}:${range(place)}: ${place.label}`),
    `help: ${help}`,
    ...(more === undefined ? [] : [`rule: ${more}`]),
  ].join('\n');
  const place = `${span.start.line}:${span.start.column}`;
  const opening = `<testcase${attributes({
    name: `${rule} at ${place}`,
    classname: prefix + file,
    file: prefix + file,
    line: span.start.line,
  })}>`;
  const body =
    severity === 'error'
      ? `  <failure${attributes({ type: rule, message })}>${escapeXml(text)}</failure>`
      : `  <system-out>${escapeXml(`${severity}: ${message}\n${text}`)}</system-out>`;
  return [opening, body, '</testcase>'];
}

function range({ span: { start, end } }: Pick<Finding, 'span'>): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value)).replaceAll('\n', '&#10;')}"`)
    .join('');
}

/** Escapes what has a meaning in XML. Controls become visible; what XML cannot hold is replaced. */
function escapeXml(text: string): string {
  return safeText(text.toWellFormed())
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
