import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addToList, quoted, setKey } from '../../../src/records/authoring/frontmatter-edit.ts';
import { applyEdits } from '../../../src/records/authoring/text-edit.ts';
import { readFrontmatter } from '../../../src/records/frontmatter.ts';
import { parseMarkdown } from '../../../src/records/markdown.ts';

const ORDER = ['title', 'status', 'date', 'supersedes', 'superseded-by', 'related'];

function editable(text: string) {
  const document = parseMarkdown(text);
  return { path: 'docs/adr/adr-001-a.md', document, frontmatter: readFrontmatter(document) };
}

function set(text: string, key: string, yaml: string): string {
  return applyEdits(text, [setKey(editable(text), key, yaml, ORDER)]);
}

function add(text: string, key: string, word: string): string {
  const edit = addToList(editable(text), key, word, ORDER);
  return edit ? applyEdits(text, [edit]) : text;
}

describe('a key is set', () => {
  test.each([
    ['in place', 'status: Proposed # why\ndate: x', 'status: Accepted # why\ndate: x'],
    ['in quotes', "status: 'Proposed'\ndate: x", 'status: Accepted\ndate: x'],
    ['where it has no value', 'status:\ndate: x', 'status: Accepted\ndate: x'],
    ['where its name is quoted', '"status" : Proposed', '"status" : Accepted'],
    ['where it is absent, in order', 'title: a\ndate: x', 'title: a\nstatus: Accepted\ndate: x'],
    ['where it is absent, at the end', 'title: a\nmine: b', 'title: a\nmine: b\nstatus: Accepted'],
  ])('%s', (_, before, after) => {
    expect(set(`---\n${before}\n---\n\nBody.\n`, 'status', 'Accepted')).toBe(
      `---\n${after}\n---\n\nBody.\n`,
    );
  });

  test('with the line ends of the file', () => {
    expect(set('---\r\ntitle: a\r\n---\r\nBody.\r\n', 'status', 'Accepted')).toBe(
      '---\r\ntitle: a\r\nstatus: Accepted\r\n---\r\nBody.\r\n',
    );
  });

  test('but not in a block that cannot be read', () => {
    expect(() => set('---\nstatus: [\n---\n', 'status', 'Accepted')).toThrow(
      /^docs\/adr\/adr-001-a.md:3:1: Cannot read the frontmatter: /,
    );
    expect(() => set('No block.\n', 'status', 'Accepted')).toThrow(
      /:1:1: Cannot read the frontmatter: there is none/,
    );
  });
});

describe('a list grows in the manner it is written', () => {
  test.each([
    ['absent', 'title: a\nrelated: []', 'title: a\nsupersedes: [ADR-002]\nrelated: []'],
    ['empty', 'supersedes: []', 'supersedes: [ADR-002]'],
    ['without a value', 'supersedes:\nrelated: []', 'supersedes: [ADR-002]\nrelated: []'],
    ['flow', 'supersedes: [ADR-001] # why', 'supersedes: [ADR-001, ADR-002] # why'],
    [
      'flow of several lines',
      'supersedes: [\n  ADR-001,\n]',
      'supersedes: [\n  ADR-001, ADR-002,\n]',
    ],
    [
      'block',
      'supersedes:\n  - ADR-001 # why\nrelated: []',
      'supersedes:\n  - ADR-001 # why\n  - ADR-002\nrelated: []',
    ],
    ['block without indentation', 'supersedes:\n- ADR-001', 'supersedes:\n- ADR-001\n- ADR-002'],
    ['that has it', 'supersedes: [ADR-002]', 'supersedes: [ADR-002]'],
  ])('%s', (_, before, after) => {
    expect(add(`---\n${before}\n---\n`, 'supersedes', 'ADR-002')).toBe(`---\n${after}\n---\n`);
  });

  test('but a single value is no list', () => {
    expect(() => add('---\nsupersedes: ADR-001\n---\n', 'supersedes', 'ADR-002')).toThrow(
      '`supersedes` in `docs/adr/adr-001-a.md` is a single value, not a list',
    );
  });
});

test('whatever a title holds, it is read back as it was written', () => {
  const line = fc
    .string()
    .filter((text) => !/[\r\n\u0085\u2028\u2029]/.test(text) && /\S/.test(text));
  fc.assert(
    fc.property(line, (title) => {
      // YAML allows no control characters, in quotes or out of them.
      fc.pre(!/[\p{Cc}\p{Cs}\p{Cn}]/u.test(title));
      const text = set('---\ntitle: a\nstatus: Proposed\n---\nBody.\n', 'title', quoted(title));
      const { data } = editable(text).frontmatter;
      expect(data).toEqual({ title, status: 'Proposed' });
    }),
  );
});

test('text outside the edits stays, and edits that overlap are refused', () => {
  const edits = fc.uniqueArray(fc.nat(60), { minLength: 2, maxLength: 8 }).map((offsets) => {
    const sorted = offsets.sort((a, b) => a - b);
    return sorted.flatMap((start, index) =>
      index % 2 === 0 && sorted[index + 1] !== undefined
        ? [{ start, end: sorted[index + 1] ?? start, text: '·' }]
        : [],
    );
  });
  fc.assert(
    fc.property(fc.string({ minLength: 61, maxLength: 80 }), edits, (text, made) => {
      const parts: string[] = [];
      let at = 0;
      for (const { start, end } of made) {
        parts.push(text.slice(at, start));
        at = end;
      }
      expect(applyEdits(text, [...made].reverse())).toBe([...parts, text.slice(at)].join('·'));
    }),
  );
  const twice = [
    { start: 0, end: 2, text: '' },
    { start: 1, end: 3, text: '' },
  ];
  expect(() => applyEdits('abcd', twice)).toThrow(RangeError);
});
