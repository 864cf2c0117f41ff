import { describe, expect, test } from 'vitest';
import { compareFindings } from '../../src/records/finding.ts';
import { corpusOfFiles, patchedFiles } from '../../src/rules/examples.ts';
import { RULES } from '../../src/rules/index.ts';
import { judge } from '../../src/rules/judge.ts';

/** What a reader of a finding sees, without the rest of its place. */
const told = (findings: ReturnType<typeof judge>) =>
  findings.map(({ rule, file, span, message }) => ({ rule, file, line: span.start.line, message }));

test('the example repository is clean', () => {
  const corpus = corpusOfFiles(patchedFiles([]));
  expect(corpus.records).toHaveLength(4);
  expect(told(judge(corpus))).toEqual([]);
});

describe.each(RULES)('$id', (rule) => {
  test('has examples of both kinds', () => {
    expect(rule.examples.bad.length).toBeGreaterThan(0);
    expect(rule.examples.good.length).toBeGreaterThan(0);
    for (const { finds } of rule.examples.bad) expect(finds.length).toBeGreaterThan(0);
  });

  test.each(rule.examples.bad.map((example, index) => ({ example, number: index + 1 })))(
    'bad example $number gives its findings and no other',
    ({ example }) => {
      const found = judge(corpusOfFiles(patchedFiles(example.patches)));
      const expected = example.finds.map((problem) => ({ rule: rule.id, ...problem }));
      const order = (a: (typeof expected)[number], b: (typeof expected)[number]) =>
        JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
      expect(told(found).sort(order)).toEqual(expected.sort(order));
    },
  );

  test.each(rule.examples.good.map((example, index) => ({ example, number: index + 1 })))(
    'good example $number is clean',
    ({ example }) => {
      expect(told(judge(corpusOfFiles(patchedFiles(example.patches))))).toEqual([]);
    },
  );

  test('speaks in the shape of a finding and points inside the file', () => {
    for (const { patches } of rule.examples.bad) {
      const corpus = corpusOfFiles(patchedFiles(patches));
      const findings = judge(corpus);
      expect([...findings].sort(compareFindings)).toEqual(findings);
      for (const { message, help, span, file, related } of findings) {
        expect(message).toMatch(/^(?:Unexpected|Expected) /);
        expect(message).not.toMatch(/\.$/);
        expect(help).not.toBe('');
        const length = corpus.byPath(file)?.document.text.length ?? -1;
        expect(span.start.offset).toBeGreaterThanOrEqual(0);
        expect(span.end.offset).toBeGreaterThanOrEqual(span.start.offset);
        expect(span.end.offset).toBeLessThanOrEqual(length);
        for (const place of related) expect(place.label).not.toBe('');
      }
    }
  });
});
