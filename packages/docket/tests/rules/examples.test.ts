import { describe, expect, test } from 'vitest';
import { corpusOfFiles, judgeExample, patchedFiles } from '../../src/engine/examples.ts';
import { applyFixes } from '../../src/engine/fix.ts';
import { judge } from '../../src/engine/judge.ts';
import { buildCorpus } from '../../src/records/corpus.ts';
import { compareFindings, messageOf } from '../../src/records/finding.ts';
import { kindOfPath } from '../../src/records/layout.ts';
import { readRecord } from '../../src/records/record.ts';
import { RULES } from '../../src/rules/index.ts';

/** What a reader of a finding sees, without the rest of its place. */
const told = (findings: ReturnType<typeof judge>) =>
  findings.map((finding) => {
    const { rule, file, span } = finding;
    return { rule, file, line: span.start.line, message: messageOf(finding) };
  });

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
      const { findings } = judgeExample(rule, example);
      const expected = example.finds.map((problem) => ({ rule: rule.id, ...problem }));
      const order = (a: (typeof expected)[number], b: (typeof expected)[number]) =>
        JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
      expect(told([...findings]).sort(order)).toEqual(expected.sort(order));
    },
  );

  test.each(rule.examples.good.map((example, index) => ({ example, number: index + 1 })))(
    'good example $number is clean',
    ({ example }) => {
      expect(told([...judgeExample(rule, example).findings])).toEqual([]);
    },
  );

  test('speaks in the shape of a finding and points inside the file', () => {
    for (const example of rule.examples.bad) {
      const { files, findings } = judgeExample(rule, example);
      expect([...findings].sort(compareFindings)).toEqual(findings);
      for (const { found, expected, words, help, span, file, related } of findings) {
        expect(words).toBeUndefined();
        for (const part of [found, expected ?? ''])
          expect(part).not.toMatch(/^(?:un)?expected |, expected |\.$/i);
        expect(help).not.toBe('');
        const length = files.get(file)?.length ?? -1;
        expect(span.start.offset).toBeGreaterThanOrEqual(0);
        expect(span.end.offset).toBeGreaterThanOrEqual(span.start.offset);
        expect(span.end.offset).toBeLessThanOrEqual(length);
        for (const place of related) expect(place.label).not.toBe('');
      }
    }
  });

  test('mends what its examples say it mends, and what it mends is clean', () => {
    for (const example of rule.examples.bad) {
      const { files, findings, corpus, options } = judgeExample(rule, example);
      const own = findings.filter((finding) => finding.rule === rule.id && finding.fix);
      expect(own.length > 0, 'a fix has an example of its result').toBe(
        example.fixed !== undefined,
      );
      if (!example.fixed) continue;
      const { file, text } = example.fixed;
      const { text: after, left } = applyFixes(files.get(file) ?? '', own);
      expect(left).toEqual([]);
      expect(after).toContain(text);
      const kind = kindOfPath(file);
      if (!kind) continue;
      const records = corpus.records.map((record) =>
        record.path === file ? readRecord(kind, { path: file, text: after }) : record,
      );
      expect(told(judge(buildCorpus({ ...corpus, records }), options))).toEqual([]);
    }
  });
});
