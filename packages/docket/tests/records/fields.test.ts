import { expect, test } from 'vitest';
import type { Span } from '../../src/records/finding.ts';
import { LAYOUT } from '../../src/records/layout.ts';
import {
  type AdrRecord,
  type ProvenanceRecord,
  readRecord,
  type SpecRecord,
} from '../../src/records/record.ts';
import { readTemplate } from '../../src/records/template.ts';

const adrOf = (text: string) =>
  readRecord('adr', { path: 'docs/adr/adr-007-a.md', text }) as AdrRecord;
const specOf = (text: string, template = '') =>
  readRecord(
    'spec',
    { path: '.sdd/specification/spec-0003-a.md', text },
    { layout: LAYOUT, templates: { spec: readTemplate('spec', template) } },
  ) as SpecRecord;

const at = (text: string, { start, end }: Span) => text.slice(start.offset, end.offset);

test('a field holds its value, its words and its place, and so does each item of a list', () => {
  const text =
    '---\ntitle: "ADR-007: A"\nstatus: Accepted\ntags: [one, Two]\nsupersedes: []\n---\n';
  const { fields } = adrOf(text);
  expect(fields.title).toMatchObject({
    value: 'ADR-007: A',
    written: 'ADR-007: A',
    source: 'yaml',
  });
  expect(at(text, fields.title.span)).toBe('"ADR-007: A"');
  expect(at(text, fields.status.span)).toBe('Accepted');
  expect(fields.tags.value).toBeUndefined();
  expect(fields.tags.items.map(({ written, span }) => [written, at(text, span)])).toEqual([
    ['one', 'one'],
    ['Two', 'Two'],
  ]);
  expect(fields.supersedes).toMatchObject({ value: [], written: '[]' });
});

test('what is not written and what is not valid is unknown; only the one has words', () => {
  const text = '---\nstatus: Acepted\ndate:\nwho: me\n---\n';
  const { fields, issues } = adrOf(text);
  expect(fields.status).toMatchObject({ value: undefined, written: 'Acepted' });
  expect(fields.date).toMatchObject({ value: undefined, written: '' });
  expect(fields.tags).toMatchObject({ value: undefined, written: '', items: [] });
  expect(at(text, fields.tags.span)).toBe('---');
  const found = issues.map(({ field, kind, span }) => [field, kind, at(text, span)]);
  expect(found).toContainEqual(['status', 'invalid', 'Acepted']);
  expect(found).toContainEqual(['date', 'empty', 'date']);
  expect(found).toContainEqual(['tags', 'missing', '---']);
  expect(found).toContainEqual(['who', 'unknown', 'who']);
});

test('a title stands in the frontmatter, else in the first heading', () => {
  const heading = '# Use a queue\n\n## Context\n';
  expect(adrOf(heading).fields.title).toMatchObject({
    value: 'Use a queue',
    written: 'Use a queue',
    span: { start: { line: 1 } },
    source: 'heading',
  });
  const invalid = adrOf(`---\ntitle: Use a queue\n---\n\n${heading}`);
  expect(invalid.fields.title).toMatchObject({ value: undefined, source: 'yaml' });
  expect(adrOf('Text.\n').fields.title).toMatchObject({ value: undefined, written: '' });
});

const LINES =
  '## Metadata\n\n- **Status:** Accepted\n- **Date:** 2026-02-30\n- **Decision Makers:** Human + Agent\n- **Prompted By:** {What made it necessary}\n';

test('labelled lines of a specification state what its frontmatter does not', () => {
  const { fields, restated } = specOf(LINES, '{What made it necessary}\n');
  expect(fields.status).toMatchObject({ value: 'Accepted', source: 'label' });
  expect(at(LINES, fields.status.span)).toBe('**Status:** Accepted');
  expect(fields.date).toMatchObject({ value: undefined, written: '2026-02-30', source: 'label' });
  expect(fields['decision-makers'].items.map(({ value }) => value)).toEqual(['Human', 'Agent']);
  expect(fields['prompted-by']).toMatchObject({ value: undefined, written: '', source: 'yaml' });
  expect(restated).toEqual([]);
});

test('where both state a field, the frontmatter counts and the line is told', () => {
  const { fields, restated } = specOf(`---\nstatus: Proposed\n---\n\n${LINES}`);
  expect(fields.status).toMatchObject({ value: 'Proposed', source: 'yaml' });
  expect(restated.map(({ name, field }) => [name, field.value, field.source])).toEqual([
    ['status', 'Accepted', 'label'],
  ]);
});

test('the lines of a provenance record are fields; an empty one has a place and no value', () => {
  const text = '# Provenance: Spec 0003 — A\n\n**Spec:** `a.md`\n**Executed:**\n';
  const { fields } = readRecord('provenance', {
    path: '.sdd/provenance/spec-0003-a.provenance.md',
    text,
  }) as ProvenanceRecord;
  expect(fields.spec).toMatchObject({ value: 'a.md', source: 'label' });
  expect(fields.executed).toMatchObject({ value: undefined, span: { start: { line: 4 } } });
  expect(fields.agent).toMatchObject({ value: undefined, span: { start: { line: 1 } } });
});
