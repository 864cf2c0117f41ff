import { expect, test } from 'vitest';
import type { PageFragment } from '../../client/pagefind.ts';
import { belowSuccessors, isNumbered, typedNumber } from '../../client/ranking.ts';

function page(id: string, replacedBy?: string): PageFragment {
  const meta = { id, number: id, ...(replacedBy && { 'replaced-by': replacedBy }) };
  return { url: `/${id}/`, excerpt: '', meta, filters: {}, sub_results: [] };
}

const ranked = (...pages: PageFragment[]) => belowSuccessors(pages).map(({ meta }) => meta['id']);

test.each([
  ['018', 'adr', '18'],
  ['18', 'adr', '18'],
  ['ADR-18', 'adr', '18'],
  ['adr 0018', 'adr', '18'],
  ['adr018', 'adr', '18'],
  [' Spec 0003a ', 'spec', '3a'],
  ['provenance-0', 'provenance', '0'],
])('`%s` is the number of a record', (term, kind, number) => {
  expect(typedNumber(term)).toEqual({ kind, number });
});

test.each(['', 'vault', 'adr', '18 secrets', 'port 8080 open', 'rfc-18'])(
  '`%s` is no number of a record',
  (term) => {
    expect(typedNumber(term)).toBeUndefined();
  },
);

test('a page is recognised by its number, however it was typed', () => {
  const typed = typedNumber('adr-18');
  expect(typed && isNumbered(page('ADR-018'), typed)).toBe(true);
  expect(typed && isNumbered(page('ADR-118'), typed)).toBe(false);
  expect(typed && isNumbered(page('Spec 0018'), typed)).toBe(false);
});

test('a superseded decision comes below what replaced it, and the rest stays', () => {
  expect(
    ranked(page('ADR-007', 'ADR-017'), page('ADR-003'), page('ADR-017'), page('ADR-018')),
  ).toEqual(['ADR-003', 'ADR-017', 'ADR-007', 'ADR-018']);
  expect(ranked(page('ADR-017'), page('ADR-007', 'ADR-017'))).toEqual(['ADR-017', 'ADR-007']);
  expect(ranked(page('ADR-007', 'ADR-017'), page('ADR-003'))).toEqual(['ADR-007', 'ADR-003']);
});

test('a chain of supersession ends up with what stands on top', () => {
  expect(
    ranked(page('ADR-001', 'ADR-002 ADR-003'), page('ADR-002', 'ADR-003'), page('ADR-003')),
  ).toEqual(['ADR-003', 'ADR-002', 'ADR-001']);
});
