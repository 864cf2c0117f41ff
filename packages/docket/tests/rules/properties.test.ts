import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corpusOfFiles } from '../../src/engine/examples.ts';
import { applyFixes } from '../../src/engine/fix.ts';
import { lintCorpus } from '../../src/engine/lint.ts';
import { readCitations } from '../../src/records/citations.ts';
import { buildCorpus, type Corpus } from '../../src/records/corpus.ts';
import type { Edit, Finding } from '../../src/records/finding.ts';
import { kindOfPath } from '../../src/records/layout.ts';
import { readRecord } from '../../src/records/record.ts';
import { EXAMPLE_BASE, NEW_ADR, PROVENANCE, SPEC } from '../../src/rules/support/example-base.ts';
import { ownSession } from '../support/repository.ts';

const base = corpusOfFiles(EXAMPLE_BASE);

/** The example repository with another text for one record. */
function withText(path: string, text: string): Corpus {
  const kind = kindOfPath(path);
  if (!kind) throw new Error(`${path} is no record`);
  const records = base.records.map((record) =>
    record.path === path ? readRecord(kind, { path, text }) : record,
  );
  return buildCorpus({ ...base, records });
}

function lintText(path: string, text: string): Finding[] {
  return lintCorpus(withText(path, text), { facts: { today: '2026-06-01' } });
}

/** Text that breaks things: fences, markers, HTML, control characters, other line ends, citations. */
const shard = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    ...['---\n', '\r\n', '\n', '\n\n', '# ', '## Decision\n', '### Option C: x (chosen)\n', '- '],
    ...['| a | b |\n| - | - |\n| 1 |\n', '```yaml\n', '```', '> ', '<!-- ', '-->', '[x](', ')'],
    ...['ADR 1', 'ADR-1', 'ADR-001', 'Spec 0001', '[ADR-001](/adr/001/)', 'status: accepted\n'],
    ...[
      'tags: [Redis]\n',
      'title: "',
      'date: 2026-13-01\n',
      '  \n',
      '\t',
      '\u202e',
      '\u0441',
      '\ufeff',
    ],
    ...[
      '<<<<<<< a\n',
      '{Context and problem}',
      '<script>',
      '![](x.png)',
      '[a]: b\n',
      '\u{1f469}\u200d\u{1f4bb}',
    ],
    '<!-- docket-disable-next-line mention-form -- because -->\n',
    '<!-- What is true today, and what hurts if nothing is decided. -->\n',
  ),
);

const paths = fc.constantFrom(NEW_ADR, SPEC, PROVENANCE);

/** A record of the example repository with some stretches cut out, doubled or replaced. */
const mutated = fc
  .tuple(
    paths,
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 }), shard, fc.boolean()), { maxLength: 4 }),
  )
  .map(([path, cuts]) => {
    let text = EXAMPLE_BASE.get(path) ?? '';
    for (const [at, length, inserted, keeps] of cuts) {
      const start = text.length === 0 ? 0 : at % text.length;
      const cut = text.slice(start, start + length);
      text = text.slice(0, start) + (keeps ? cut : '') + inserted + text.slice(start + length);
    }
    return { path, text };
  });

function expectInside(finding: Finding, text: string): void {
  const { start, end } = finding.span;
  const lines = text.split(/\r\n|\r|\n/);
  expect(start.offset).toBeGreaterThanOrEqual(0);
  expect(end.offset).toBeGreaterThanOrEqual(start.offset);
  expect(end.offset).toBeLessThanOrEqual(text.length);
  for (const point of [start, end]) {
    expect(point.line).toBeGreaterThanOrEqual(1);
    expect(point.line).toBeLessThanOrEqual(lines.length);
    expect(point.column).toBeGreaterThanOrEqual(1);
    expect(point.column).toBeLessThanOrEqual((lines[point.line - 1]?.length ?? 0) + 2);
  }
}

describe('any text', () => {
  test('is judged without a crash, and every place lies inside it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          mutated,
          fc.record({
            path: paths,
            text: fc.array(shard, { maxLength: 30 }).map((all) => all.join('')),
          }),
        ),
        ({ path, text }) => {
          for (const finding of lintText(path, text)) {
            const own = finding.file === path ? text : (EXAMPLE_BASE.get(finding.file) ?? '');
            expectInside(finding, own);
          }
        },
      ),
      { numRuns: 250 },
    );
  });

  test('is read for citations without a crash, whatever the file', () => {
    const name = fc.constantFrom(
      'a.md',
      'a.ts',
      'a.py',
      'a.sql',
      'a.tf',
      'a.html',
      'a.txt',
      'a.vue',
    );
    const text = fc.array(
      fc.oneof(shard, fc.constantFrom('//', '/*', '*/', '#', '"', "'", '`', '\\')),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(name, text, (file, parts) => {
        const source = parts.join('');
        for (const { span, text: words } of readCitations(file, source).citations) {
          const found = source.slice(span.start.offset, span.end.offset);
          expect(found).toContain(words);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Fixes again and again, as the command does. */
function fixAll(path: string, text: string): { text: string; passes: number } {
  let now = text;
  for (let passes = 0; passes < 10; passes += 1) {
    const next = applyFixes(now, ownFixes(path, now)).text;
    if (next === now) return { text: now, passes };
    now = next;
  }
  return { text: now, passes: 10 };
}

const ownFixes = (path: string, text: string) =>
  lintText(path, text).filter((finding) => finding.file === path && finding.fix);

/** A text without what edits replace, and with a mark in their place. */
function outside(text: string, edits: readonly Edit[]): string[] {
  let at = 0;
  const pieces: string[] = [];
  for (const { span } of edits) {
    pieces.push(text.slice(at, span.start.offset));
    at = span.end.offset;
  }
  return [...pieces, text.slice(at)];
}

describe('--fix', () => {
  test('comes to rest, and then changes nothing', () => {
    fc.assert(
      fc.property(mutated, ({ path, text }) => {
        const once = fixAll(path, text);
        expect(once.passes).toBeLessThan(10);
        expect(fixAll(path, once.text)).toEqual({ text: once.text, passes: 0 });
      }),
      { numRuns: 150 },
    );
  });

  test('keeps every character outside its edits', () => {
    fc.assert(
      fc.property(mutated, ({ path, text }) => {
        const { text: after, made } = applyFixes(text, ownFixes(path, text));
        const unique = new Map<string, Edit>();
        for (const edit of made.flatMap((finding) => finding.fix?.edits ?? [])) {
          unique.set(`${edit.span.start.offset} ${edit.span.end.offset} ${edit.text}`, edit);
        }
        const edits = [...unique.values()].sort(
          (a, b) => a.span.start.offset - b.span.start.offset,
        );
        const kept = outside(text, edits);
        const rebuilt = kept.map((piece, index) => piece + (edits[index]?.text ?? '')).join('');
        expect(after).toBe(rebuilt);
      }),
      { numRuns: 150 },
    );
  });

  test('never brings an error where there was none', () => {
    fc.assert(
      fc.property(mutated, ({ path, text }) => {
        const errors = (at: string) =>
          lintText(path, at).filter(({ severity, file }) => severity === 'error' && file === path)
            .length;
        expect(errors(fixAll(path, text).text)).toBeLessThanOrEqual(errors(text));
      }),
      { numRuns: 100 },
    );
  });

  test('has nothing to do in the records of this repository', async () => {
    const { corpus } = await ownSession();
    expect(lintCorpus(corpus).filter((finding) => finding.fix)).toEqual([]);
  });
});
