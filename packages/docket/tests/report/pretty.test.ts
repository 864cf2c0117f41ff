import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { formatPretty } from '../../src/report/pretty.ts';
import { CLEAN, reportOf, SAMPLE } from './sample.ts';

const plain = { colour: false, width: undefined };

test('findings are grouped by file, counted by rule, and summed up', () => {
  expect(formatPretty(SAMPLE, plain)).toMatchInlineSnapshot(`
    "── docs/adr/adr-001-a, b.md · 2 errors, 2 warnings and 1 note

    error[status-known]: Unexpected status \`Acepted\`
     --> docs/adr/adr-001-a, b.md:2:9
      |
    2 | status: Acepted
      |         ^^^^^^^ expected \`Proposed\` or \`Accepted\`
      |
      = help: write \`Accepted\`
      = rule: https://docs.example.org/reference/rules/status-known/

    error[supersession-reciprocal]: Unexpected one-sided \`superseded-by: ADR-002\`
     --> docs/adr/adr-001-a, b.md:3:17
      |
    3 | superseded-by: [ADR-002]
      |                 ^^^^^^^ expected \`ADR-001\` there, too
      |
     ::: docs/adr/adr-002-c.md:2:8
      |
    2 | title: "ADR-002: <C> & 100%"
      |        --------------------- \`ADR-002\` does not name \`ADR-001\`
      |
      = help: add \`supersedes: [ADR-001]\`

    info[section-title]: Unexpected heading over two lines
     --> docs/adr/adr-001-a, b.md:6:3
      |
    6 | # A heading
      |   ^^^^^^^^^ to line 7
      |
      = help: write it on one

    warning[mention-form]: Unexpected \`ADR 2\`
     --> docs/adr/adr-001-a, b.md:9:5
      |
    9 | See ADR 2 and ADR 3.
      |     ^^^^^ expected \`ADR-002\`
      |
      = help: write \`ADR-002\`
      = fix: available with \`--fix\`

    warning[mention-form]: Unexpected \`ADR 3\`
     --> docs/adr/adr-001-a, b.md:9:15
      |
    9 | See ADR 2 and ADR 3.
      |               ^^^^^ expected \`ADR-003\`
      |
      = help: write \`ADR-003\`

    ── docs/adr/adr-003-d.md · 1 error

    error[file-readable]: Unexpected bytes that are no UTF-8, expected text
     --> docs/adr/adr-003-d.md:1:1
      |
      = help: save the file as UTF-8

      2 mention-form, 1 fixable
      1 file-readable
      1 section-title
      1 status-known
      1 supersession-reciprocal

    3 errors, 2 warnings and 1 note in 3 files, 1 fixable with --fix
    "
  `);
});

test('a narrow terminal breaks sentences and cuts source lines', () => {
  const text = formatPretty(SAMPLE, { colour: false, width: 48 });
  expect(text).toMatchInlineSnapshot(`
    "── docs/adr/adr-001-a, b.md · 2 errors, 2 warnings and 1 note

    error[status-known]: Unexpected status \`Acepted\`
     --> docs/adr/adr-001-a, b.md:2:9
      |
    2 | status: Acepted
      |         ^^^^^^^
      |         expected \`Proposed\` or \`Accepted\`
      |
      = help: write \`Accepted\`
      = rule: https://docs.example.org/reference/rules/status-known/

    error[supersession-reciprocal]: Unexpected
      one-sided \`superseded-by: ADR-002\`
     --> docs/adr/adr-001-a, b.md:3:17
      |
    3 | superseded-by: [ADR-002]
      |                 ^^^^^^^
      |                 expected \`ADR-001\` there,
      |                 too
      |
     ::: docs/adr/adr-002-c.md:2:8
      |
    2 | title: "ADR-002: <C> & 100%"
      |        ---------------------
      |        \`ADR-002\` does not name \`ADR-001\`
      |
      = help: add \`supersedes: [ADR-001]\`

    info[section-title]: Unexpected heading over two
      lines
     --> docs/adr/adr-001-a, b.md:6:3
      |
    6 | # A heading
      |   ^^^^^^^^^ to line 7
      |
      = help: write it on one

    warning[mention-form]: Unexpected \`ADR 2\`
     --> docs/adr/adr-001-a, b.md:9:5
      |
    9 | See ADR 2 and ADR 3.
      |     ^^^^^ expected \`ADR-002\`
      |
      = help: write \`ADR-002\`
      = fix: available with \`--fix\`

    warning[mention-form]: Unexpected \`ADR 3\`
     --> docs/adr/adr-001-a, b.md:9:15
      |
    9 | See ADR 2 and ADR 3.
      |               ^^^^^ expected \`ADR-003\`
      |
      = help: write \`ADR-003\`

    ── docs/adr/adr-003-d.md · 1 error

    error[file-readable]: Unexpected bytes that are
      no UTF-8, expected text
     --> docs/adr/adr-003-d.md:1:1
      |
      = help: save the file as UTF-8

      2 mention-form, 1 fixable
      1 file-readable
      1 section-title
      1 status-known
      1 supersession-reciprocal

    3 errors, 2 warnings and 1 note in 3 files, 1 fixable with --fix
    "
  `);
});

test('nothing found is one line', () => {
  expect(formatPretty(CLEAN, plain)).toBe('No problems in 3 files\n');
});

test('colour changes no character', () => {
  const coloured = formatPretty(SAMPLE, { colour: true, width: 80 });
  expect(coloured).toContain('\u001b[31;1merror[status-known]\u001b[0m');
  expect(stripVTControlCharacters(coloured)).toBe(
    formatPretty(SAMPLE, { colour: false, width: 80 }),
  );
});

describe('marks stand below their place', () => {
  const snippet = (text: string, part: string, width?: number) =>
    formatPretty(reportOf(text, part), { colour: false, width }).split('\n').slice(3, 6).join('\n');

  test('after wide characters', () => {
    expect(snippet('日本語 status: Acepted', 'Acepted')).toMatchInlineSnapshot(`
      "1 | 日本語 status: Acepted
        |                ^^^^^^^ expected another
        |"
    `);
  });

  test('below wide characters and emoji', () => {
    expect(snippet('a 👩‍👩‍👧 家 🇬🇧 b', '👩‍👩‍👧 家 🇬🇧')).toMatchInlineSnapshot(`
      "1 | a 👩‍👩‍👧 家 🇬🇧 b
        |   ^^^^^^^^ expected another
        |"
    `);
  });

  test('after a tab', () => {
    expect(snippet('\tstatus: Acepted', 'Acepted')).toMatchInlineSnapshot(`
      "1 |     status: Acepted
        |             ^^^^^^^ expected another
        |"
    `);
  });

  test('after combining marks', () => {
    expect(snippet('cafe\u0301 Acepted', 'Acepted')).toMatchInlineSnapshot(`
      "1 | café Acepted
        |      ^^^^^^^ expected another
        |"
    `);
  });

  test('in a line that is cut on both sides', () => {
    const line = `${'before '.repeat(40)}Acepted${' after'.repeat(40)}`;
    const text = snippet(line, 'Acepted', 60);
    expect(text).toMatchInlineSnapshot(`
      "1 | …ore before before Acepted after after after after afte…
        |                    ^^^^^^^ expected another
        |"
    `);
    for (const shown of text.split('\n')) expect(shown.length).toBeLessThanOrEqual(60);
  });

  test('where the place itself is wider than the terminal', () => {
    const text = snippet(`See ${'long '.repeat(60)}`, 'long '.repeat(60).trim(), 60);
    for (const shown of text.split('\n')) expect(shown.length).toBeLessThanOrEqual(60);
  });

  test('with what is invisible made visible, so that text cannot forge the report', () => {
    expect(snippet('a\u202eb\u001b[31mc Acepted', 'Acepted')).toMatchInlineSnapshot(`
      "1 | a<U+202E>b<U+001B>[31mc Acepted
        |                         ^^^^^^^ expected another
        |"
    `);
  });

  test('at the end of a line, where something is missing', () => {
    const report = reportOf('ab\ncd\n', 'ab');
    const [finding] = report.findings;
    if (!finding) throw new Error('the report has a finding');
    const end = { line: 1, column: 3, offset: 2 };
    finding.span = { start: end, end };
    expect(formatPretty(report, plain).split('\n').slice(3, 5).join('\n')).toMatchInlineSnapshot(`
      "1 | ab
        |   ^ expected another"
    `);
  });
});
