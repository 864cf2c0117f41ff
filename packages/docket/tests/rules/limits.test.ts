import { describe, expect, test } from 'vitest';
import { LintChild } from '../../../../bench/hostile/child.ts';
import { PATTERNS } from '../../../../bench/hostile/grown.ts';
import { corpusOfFiles } from '../../src/engine/examples.ts';
import { lintCorpus } from '../../src/engine/lint.ts';
import { lintRecord } from '../../src/engine/remark.ts';
import { buildCorpus } from '../../src/records/corpus.ts';
import type { Finding } from '../../src/records/finding.ts';
import { kindOfPath } from '../../src/records/layout.ts';
import { excessOf } from '../../src/records/limits.ts';
import { readRecord } from '../../src/records/record.ts';
import { EXAMPLE_BASE, NEW_ADR } from '../../src/rules/support/example-base.ts';

const base = corpusOfFiles(EXAMPLE_BASE);

/** What is found in a text in the place of a record of the example repository. */
function lintText(path: string, text: string): readonly Finding[] {
  const kind = kindOfPath(path);
  if (!kind) throw new Error(`${path} is no record`);
  const record = readRecord(kind, { path, text });
  const records = base.records.map((other) => (other.path === path ? record : other));
  const corpus = buildCorpus({ ...base, records });
  return lintCorpus(corpus, {
    judgeOne: (one) => ({ findings: one === record ? lintRecord(one, corpus) : [] }),
  });
}

const inBody = (text: string): readonly Finding[] =>
  lintText(
    NEW_ADR,
    (EXAMPLE_BASE.get(NEW_ADR) ?? '').replace('Sticky routing', () => text),
  );

const told = ({ span, rule, message }: Finding): string => `${span.start.line} ${rule} ${message}`;

describe('a text beyond a limit is a finding, and nothing else is said of it', () => {
  test.each([
    ['a long line', 'a'.repeat(20_001), '19 size-limits Unexpected line of `20031` characters'],
    ['many lines', 'a\n'.repeat(20_001), '20001 size-limits Unexpected number of lines'],
    [
      'many marks',
      `${'[a](b) '.repeat(1000)}\n`.repeat(26),
      'size-limits Unexpected number of characters that mark up text',
    ],
    [
      'many character references',
      '&lt;&#0;\n'.repeat(2501),
      '2519 size-limits Unexpected number of character references such as `&amp;`',
    ],
    [
      'many underscores inside words',
      'a_b '.repeat(5001).replaceAll('b a', 'b\na'),
      '5019 size-limits Unexpected number of underscores inside words',
    ],
    [
      'control characters',
      '\u0001'.repeat(16_384).concat('\u0001'.repeat(4000)),
      '19 size-limits ',
    ],
  ])('%s', (_, text, start) => {
    const findings = inBody(text).map(told);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(start);
  });

  test('long frontmatter', () => {
    const text = `---\ntags: [${'a, '.repeat(4000)}a]\n---\n`;
    expect(lintText(NEW_ADR, text).map(told)).toEqual([
      '1 size-limits Unexpected frontmatter of `12014` characters, expected at most `10000`',
    ]);
  });

  test('what people write stays below each of them', () => {
    for (const [path, text] of EXAMPLE_BASE)
      expect([path, excessOf(text)]).toEqual([path, undefined]);
    expect(
      excessOf(`${'A `snake_case_name` &amp; [a link](b.md). '.repeat(20)}\n\n`.repeat(80)),
    ).toBe(undefined);
  });
});

describe('findings are told up to a number', () => {
  test.each([
    ['mention-form', 'ADR 1 '],
    ['control-characters', '\u0001'],
    ['remark-lint:no-undefined-references', '[a] '],
  ])('%s', (rule, unit) => {
    const findings = inBody(unit.repeat(300)).filter((finding) => finding.rule === rule);
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)?.message).toMatch(
      /^Unexpected (?:`\d+` )?further findings of this rule, expected at most `100` in one file$/,
    );
    expect(inBody(unit.repeat(100)).filter((finding) => finding.rule === rule)).toHaveLength(100);
  });

  test('errors are told before anything else', () => {
    const many = Array.from(
      { length: 1200 },
      (_, offset): Finding => ({
        rule: 'a',
        severity: offset < 1100 ? 'warning' : 'error',
        file: NEW_ADR,
        span: { start: { line: 1, column: 1, offset }, end: { line: 1, column: 1, offset } },
        message: `Unexpected ${offset}, expected less`,
        help: '',
        related: [],
      }),
    );
    const findings = lintCorpus(base, {
      judgeOne: ({ path }) => ({ findings: path === NEW_ADR ? many : [] }),
    });
    expect(findings).toHaveLength(1001);
    expect(findings.filter(({ severity }) => severity === 'error')).toHaveLength(100);
    expect(findings.filter(({ rule }) => rule === 'size-limits').map(told)).toEqual([
      '1 size-limits Unexpected `200` further findings, expected at most `1000` in one record',
    ]);
  });

  test('a sentence quotes no more of a record than can be read', () => {
    for (const { message, help } of inBody(`[${'a'.repeat(9000)}](/${'b'.repeat(9000)})`)) {
      expect(message.length).toBeLessThanOrEqual(501);
      expect(help.length).toBeLessThanOrEqual(501);
    }
  });
});

describe('grown patterns', () => {
  test('are many, each with a name of its own, and as long as asked for', () => {
    expect(PATTERNS.length).toBeGreaterThanOrEqual(300);
    expect(new Set(PATTERNS.map(({ name }) => name)).size).toBe(PATTERNS.length);
    for (const { name, grow } of PATTERNS) {
      const { length } = grow(16_384).text;
      expect([name, length > 14_000 && length <= 16_384]).toEqual([name, true]);
    }
  });

  test('are judged without a crash while they are small', () => {
    // One in five of each sort; the bench takes them all.
    for (const { grow } of PATTERNS.filter((_, index) => index % 5 === 0)) {
      const { path, text } = grow(3000);
      if (kindOfPath(path) !== undefined) lintText(path, text);
    }
  }, 120_000);

  // Each took minutes or all memory where something was quadratic; the bound is far above what they take now.
  test('that were quadratic end soon', async () => {
    using child = new LintChild(60_000);
    const wanted = [
      ...['inline \\u0001, one line', 'inline &amp;, lines', 'inline _a, lines', 'yaml tags: [a'],
      ...['inline ADR 1 , lines', 'inline [a] , lines', 'pair [ a ](b), opened far before'],
      ...['yaml x: &a {b: c}\\ny:\\n  <<: *a', 'notes.txt ADR-404 '],
    ];
    for (const name of wanted) {
      const pattern = PATTERNS.find((other) => other.name === name);
      if (!pattern) throw new Error(`No pattern ${name}`);
      const outcome = await child.lint(pattern.grow(64 * 1024));
      expect([name, outcome]).toEqual([name, expect.objectContaining({ failure: '' })]);
    }
  }, 300_000);
});
