import { expect, test } from 'vitest';
import { corpusOfFiles, patchedFiles } from '../../src/engine/examples.ts';
import { compareNumbers } from '../../src/records/corpus.ts';
import {
  currentSuccessors,
  filterAdrs,
  newestFirst,
  relationGroups,
  stands,
  successorsOf,
  tagIndex,
} from '../../src/records/query.ts';
import type { AdrRecord } from '../../src/records/record.ts';
import { NEW_ADR, OLD_ADR, PROVENANCE, SPEC } from '../../src/rules/support/example-base.ts';

const corpus = corpusOfFiles(patchedFiles([]));
const find = (id: string): AdrRecord => {
  const adr = corpus.adr(id);
  if (!adr) throw new Error(`the example repository has no ${id}`);
  return adr;
};
const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

test('specification, decision and provenance know each other', () => {
  const [spec, provenance, adr] = [corpus.byPath(SPEC), corpus.byPath(PROVENANCE), find('ADR-002')];
  if (spec?.kind !== 'spec' || provenance?.kind !== 'provenance') throw new Error('both are there');
  expect(corpus.specOf(adr)).toBe(spec);
  expect(corpus.specOf(provenance)).toBe(spec);
  expect(ids(corpus.adrsOf(spec))).toEqual(['ADR-002']);
  expect(corpus.provenanceOf(spec)).toEqual([provenance]);
  expect(corpus.provenanceOf(adr)).toEqual([provenance]);
  expect(corpus.provenanceOf(find('ADR-001'))).toEqual([]);
});

test('references go both ways, links before names, each pair once', () => {
  expect(corpus.referencesFrom(find('ADR-002')).map(({ to, kind }) => [to.path, kind])).toEqual([
    [OLD_ADR, 'link'],
    [SPEC, 'link'],
  ]);
  expect(corpus.referencesTo(find('ADR-002')).map(({ from, kind }) => [from.id, kind])).toEqual([]);
  expect(corpus.referencesTo(find('ADR-001')).map(({ from }) => from.path)).toEqual([NEW_ADR]);
});

test('relations read the same from either side', () => {
  const of = (id: string) =>
    relationGroups(corpus, find(id)).map(({ label, entries }) => [
      label,
      entries.map((entry) => entry.id),
    ]);
  expect(of('ADR-002')).toEqual([['Supersedes', ['ADR-001']]]);
  expect(of('ADR-001')).toEqual([['Superseded by', ['ADR-002']]]);
});

test('a relation written on one side only is still read from the other', () => {
  const oneSided = corpusOfFiles(
    patchedFiles([
      {
        change: NEW_ADR,
        from: 'supersedes: [ADR-001]',
        to: 'amends: [ADR-001]\nrelated: [ADR-077]',
      },
    ]),
  );
  const [old, young] = [oneSided.adr('ADR-001'), oneSided.adr('ADR-002')];
  if (!old || !young) throw new Error('both are there');
  expect(relationGroups(oneSided, old).map(({ label }) => label)).toEqual([
    'Superseded by',
    'Amended by',
  ]);
  expect(relationGroups(oneSided, young)).toMatchObject([
    { label: 'Supersedes', entries: [{ id: 'ADR-001' }] },
    { label: 'Amends', entries: [{ id: 'ADR-001' }] },
    { label: 'Related to', entries: [{ id: 'ADR-077', record: undefined }] },
  ]);
});

test('what replaces a decision is followed to the end, and a circle ends', () => {
  expect(ids(successorsOf(corpus, find('ADR-001')))).toEqual(['ADR-002']);
  expect(ids(currentSuccessors(corpus, find('ADR-001')))).toEqual(['ADR-002']);
  expect(currentSuccessors(corpus, find('ADR-002'))).toEqual([]);
  const circle = corpusOfFiles(
    patchedFiles([
      { change: NEW_ADR, from: 'supersedes: [ADR-001]', to: 'superseded-by: [ADR-001]' },
    ]),
  );
  const [old] = circle.adrs;
  expect(old && ids(currentSuccessors(circle, old))).toEqual(['ADR-002']);
});

test('a decision without a date is as new as its number says', () => {
  const decision = (number: string, date?: string) =>
    [
      `docs/adr/adr-${number}-x.md`,
      `---\ntitle: "ADR-${number}: X"\n${date ? `date: ${date}\n` : ''}---\n`,
    ] as const;
  const orderOf = (...decisions: (readonly [string, string])[]) =>
    ids(newestFirst(corpusOfFiles(new Map(decisions)).adrs)).map((id) => id.slice(-1));
  expect(
    orderOf(
      decision('001', '2026-01-01'),
      decision('002'),
      decision('003', '2026-03-01'),
      decision('004'),
    ),
  ).toEqual(['4', '3', '2', '1']);
  // An early record that was changed lately makes nothing new that follows it.
  expect(
    orderOf(decision('001', '2026-09-01'), decision('002'), decision('003', '2026-03-01')),
  ).toEqual(['1', '3', '2']);
  expect(orderOf(decision('001'), decision('003'), decision('002'))).toEqual(['3', '2', '1']);
});

test('filters, order and tags', () => {
  expect(ids(filterAdrs(corpus.adrs, {}))).toEqual(['ADR-001', 'ADR-002']);
  expect(ids(filterAdrs(corpus.adrs, { status: 'Accepted' }))).toEqual(['ADR-002']);
  expect(ids(filterAdrs(corpus.adrs, { tag: 'sessions', status: 'Superseded' }))).toEqual([
    'ADR-001',
  ]);
  expect(ids(newestFirst(corpus.adrs))).toEqual(['ADR-002', 'ADR-001']);
  expect([...tagIndex(corpus.adrs)].map(([tag, adrs]) => [tag, ids(adrs)])).toEqual([
    ['redis', ['ADR-002']],
    ['sessions', ['ADR-001', 'ADR-002']],
  ]);
  expect([stands(find('ADR-001')), stands(find('ADR-002'))]).toEqual([false, true]);
});

test('numbers order by value, then letter, with unnumbered ones last', () => {
  expect(['0010', undefined, '0003a', '0003', '002'].sort(compareNumbers)).toEqual([
    '002',
    '0003',
    '0003a',
    '0010',
    undefined,
  ]);
});
