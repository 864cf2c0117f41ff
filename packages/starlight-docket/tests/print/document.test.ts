import { expect, test } from 'vitest';
import { DOCUMENT_LIMIT, documentOf } from '../../views/print/document.ts';
import { exampleContext } from '../site-context.ts';

const model = {
  ...exampleContext(),
  findings: [],
  rules: [],
  repository: 'https://example.com/acme/records',
};

test('the document holds every record once, decisions first, from the lowest number', () => {
  const document = documentOf(model, DOCUMENT_LIMIT);
  expect(
    document?.parts.map(({ title, entries }) => [title, ...entries.map(({ ref }) => ref.label)]),
  ).toEqual([
    ['Decisions', 'ADR-001', 'ADR-002'],
    ['Specifications', 'Spec 0001'],
    ['Provenance', 'Provenance 0001'],
  ]);
  const anchors = document?.parts.flatMap(({ entries }) => entries.map(({ anchor }) => anchor));
  expect(new Set(anchors).size).toBe(4);
  expect(document?.anchors.get('/base/adr/adr-002-keep-sessions-in-redis/')).toBe(
    'adr--adr-002-keep-sessions-in-redis',
  );
});

test('the cover says what the document is', () => {
  expect(Object.fromEntries(documentOf(model, DOCUMENT_LIMIT)?.facts ?? [])).toEqual({
    Records: '2 decisions, 1 specification, 1 provenance record',
    Decisions: 'ADR-001 to ADR-002',
    Period: '12 January 2026 to 3 February 2026',
    Checked: 'Against 0 rules: no error, no warning',
    Source: 'https://example.com/acme/records',
  });
});

test('a log beyond the limit is no document', () => {
  expect(documentOf(model, 4)).toBeDefined();
  expect(documentOf(model, 3)).toBeUndefined();
});
