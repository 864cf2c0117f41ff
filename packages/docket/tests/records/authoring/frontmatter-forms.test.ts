import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { editable } from '../../../src/records/authoring/frontmatter-block.ts';
import { addToList, setItem, setKey } from '../../../src/records/authoring/frontmatter-edit.ts';
import { orderKeys } from '../../../src/records/authoring/key-order.ts';
import { AuthoringError } from '../../../src/records/authoring/problem.ts';
import { applyEdits, type TextEdit } from '../../../src/records/authoring/text-edit.ts';
import { readYaml } from '../../../src/records/yaml.ts';
import { blockForms, type Form, flowForms } from '../../support/yaml-forms.ts';

const ORDER = ['title', 'status', 'date', 'tags'];
const forms = fc.oneof(
  { weight: 4, arbitrary: blockForms({ title: 'a-1', status: 'b-2', mine: 'c-3', tags: 'd-4' }) },
  { weight: 1, arbitrary: flowForms(['title', 'status', 'mine', 'tags']) },
);
const body = '\nBody: # text\n\n---\n';

/** The block as the parser has it. */
function parse(yaml: string): Record<string, unknown> {
  return parseYaml(yaml, { logLevel: 'silent' });
}

/** The block as it is read, or `undefined` for a form that the reader refuses. */
function read(yaml: string): Record<string, unknown> | undefined {
  const reading = readYaml(yaml);
  return reading.kind === 'mapping' ? { ...reading.data } : undefined;
}

function textOf({ before, entries, after }: Form): string {
  return before + entries.map(({ text }) => text).join('') + after;
}

/** Makes an edit to a record with the block; `undefined` where it is refused. */
function edited(
  yaml: string,
  make: (record: ReturnType<typeof editable>) => TextEdit | undefined,
): string | undefined {
  const eol = yaml.includes('\r\n') ? '\r\n' : '\n';
  const [head, tail] = [`---${eol}`, `---${body.replaceAll('\n', eol)}`];
  const record = editable('docs/adr/adr-001-a.md', head + yaml + tail);
  try {
    const edit = make(record);
    const after = applyEdits(record.document.text, edit ? [edit] : []);
    expect(after.startsWith(head) && after.endsWith(tail)).toBe(true);
    return after.slice(head.length, after.length - tail.length);
  } catch (error) {
    expect(error).toBeInstanceOf(AuthoringError);
    expect((error as Error).message).toMatch(
      /`docs\/adr\/adr-001-a\.md`|docs\/adr\/adr-001-a\.md:\d+ /,
    );
    return undefined;
  }
}

/** The comments of a block, which no edit may touch. */
function comments(yaml: string): string[] {
  return [...yaml.matchAll(/# (?!no comment|text|\\).*/g)].map(([words]) => words.trimEnd());
}

const rounds = { numRuns: 300 };

describe('of all forms of YAML', () => {
  test('a value is set and nothing else', () => {
    let refused = 0;
    fc.assert(
      fc.property(forms, fc.constantFrom('title', 'status'), (form, key) => {
        const yaml = textOf(form);
        const data = read(yaml);
        fc.pre(data !== undefined);
        const after = edited(yaml, (record) => setKey(record, key, 'Accepted', ORDER));
        const at = form.entries.findIndex((entry) => entry.key === key);
        if (after === undefined) {
          refused += 1;
          expect(form.entries[at]?.mayRefuse, yaml).toBe(true);
          return;
        }
        expect(parse(after), yaml).toEqual({ ...parse(yaml), [key]: 'Accepted' });
        const around = (entries: Form['entries']) => entries.map(({ text }) => text).join('');
        expect(after.startsWith(form.before + around(form.entries.slice(0, at))), after).toBe(true);
        expect(after.endsWith(around(form.entries.slice(at + 1)) + form.after), after).toBe(true);
        expect(comments(after)).toEqual(comments(yaml));
      }),
      rounds,
    );
    expect(refused).toBeGreaterThan(0);
  });

  test('an absent key is added and nothing else', () => {
    fc.assert(
      fc.property(forms, fc.constantFrom('date', 'zone'), (form, key) => {
        const yaml = textOf(form);
        const data = read(yaml);
        fc.pre(data !== undefined);
        const after = edited(yaml, (record) => setKey(record, key, '2026-03-05', ORDER));
        expect(after, yaml).toBeDefined();
        expect(parse(after ?? ''), yaml).toEqual({ ...parse(yaml), [key]: '2026-03-05' });
        expect(isInsertion(yaml, after ?? ''), after).toBe(true);
      }),
      rounds,
    );
  });

  test('a list grows and nothing else', () => {
    fc.assert(
      fc.property(forms, (form) => {
        const yaml = textOf(form);
        const data = read(yaml);
        fc.pre(data !== undefined);
        const tags = data?.['tags'] ?? [];
        const after = edited(yaml, (record) => addToList(record, 'tags', 'new', ORDER));
        if (!Array.isArray(tags)) {
          expect(after).toBeUndefined();
          return;
        }
        if (after === undefined) {
          expect(form.entries.find(({ key }) => key === 'tags')?.mayRefuse, yaml).toBe(true);
          return;
        }
        expect(parse(after), yaml).toEqual({ ...parse(yaml), tags: [...tags, 'new'] });
        if (data?.['tags']) expect(isInsertion(yaml, after), after).toBe(true);
        expect(comments(after)).toEqual(comments(yaml));
      }),
      rounds,
    );
  });

  test('an item is set and nothing else', () => {
    fc.assert(
      fc.property(forms, fc.nat(1), (form, index) => {
        const yaml = textOf(form);
        const data = read(yaml);
        const tags = data?.['tags'];
        fc.pre(Array.isArray(tags) && index < tags.length);
        const after = edited(yaml, (record) => setItem(record, 'tags', index, 'new'));
        if (after === undefined) {
          expect(Array.isArray((tags as unknown[])[index]), yaml).toBe(true);
          return;
        }
        const wanted = (tags as unknown[]).with(index, 'new');
        expect(parse(after), yaml).toEqual({ ...parse(yaml), tags: wanted });
        expect(comments(after)).toEqual(comments(yaml));
      }),
      rounds,
    );
  });
});

test('keys are put in order with their lines and comments, and nothing is lost', () => {
  let moved = 0;
  fc.assert(
    fc.property(forms, (form) => {
      const yaml = textOf(form);
      const data = read(yaml);
      fc.pre(data !== undefined);
      const order = ['tags', 'mine', 'status', 'title'];
      const after = edited(yaml, (record) => orderKeys(record, order)) ?? '';
      expect(parse(after)).toEqual(parse(yaml));
      expect(after.split(/(?<=\n)/).sort()).toEqual(yaml.split(/(?<=\n)/).sort());
      expect(comments(after).sort()).toEqual(comments(yaml).sort());
      if (after === yaml) return;
      moved += 1;
      const keys = Object.keys(parse(after)).filter((key) => order.includes(key));
      expect(keys).toEqual(order.filter((key) => keys.includes(key)));
    }),
    rounds,
  );
  expect(moved).toBeGreaterThan(rounds.numRuns / 3);
});

/** Whether a text is another with one stretch put in. */
function isInsertion(before: string, after: string): boolean {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  return after.endsWith(before.slice(same));
}

test.each([
  ['no frontmatter', 'Body.\n'],
  ['an empty one', '---\n---\nBody.\n'],
  ['one of comments', '---\n# a: b\n---\nBody.\n'],
  ['one that is no mapping', '---\n- a\n---\nBody.\n'],
  ['an end of document in it', '---\nstatus: a\n...\n---\nBody.\n'],
  ['two documents', '---\nstatus: a\n--- # b\nstatus: b\n---\nBody.\n'],
  ['tabs as indentation', '---\nmine:\n\ta: b\n---\nBody.\n'],
  ['a key twice', '---\nstatus: a\nstatus: b\n---\nBody.\n'],
  ['an alias', '---\nmine: &a b\nstatus: *a\n---\nBody.\n'],
  ['white space before it', ' ---\nstatus: a\n---\nBody.\n'],
  ['no end', '---\nstatus: a\n'],
])('with %s the record is refused, by its place', (_, text) => {
  expect(() => setKey(editable('docs/adr/adr-001-a.md', text), 'status', 'b', ORDER)).toThrow(
    /^docs\/adr\/adr-001-a.md:\d+:\d+: Cannot read the frontmatter: /,
  );
});
