import { expect, test } from 'vitest';
import { corpusOfFiles } from '../../src/engine/examples.ts';
import {
  dependentsOf,
  edgesOf,
  edgesOfAdr,
  predecessorsOf,
  supersessionChain,
} from '../../src/records/graph-query.ts';
import type { AdrRecord } from '../../src/records/record.ts';

/** A corpus of bare decisions: number, status and further frontmatter. */
function decisions(...rows: readonly (readonly [number, string, string?])[]) {
  const files = new Map(
    rows.map(([number, status, more = '']) => {
      const name = `adr-${String(number).padStart(3, '0')}-d${number}`;
      const id = `ADR-${String(number).padStart(3, '0')}`;
      return [
        `docs/adr/${name}.md`,
        `---\ntitle: "${id}: D${number}"\nstatus: ${status}\n${more}\n---\n\n## Context\n`,
      ];
    }),
  );
  const corpus = corpusOfFiles(files);
  return {
    corpus,
    at(number: number): AdrRecord {
      const adr = corpus.adrs.find((candidate) => Number(candidate.number) === number);
      if (!adr) throw new Error(`no ADR ${number}`);
      return adr;
    },
  };
}

const A = 'Accepted';
const S = 'Superseded';

test('each relation is one line, with supersession turned round and written once', () => {
  const { corpus, at } = decisions(
    [1, S, 'superseded-by: [ADR-002]'],
    [2, A, 'supersedes: [ADR-001]\nrelated: [ADR-003, ADR-099]'],
    [3, A, 'related: [ADR-002]\ndepends-on: [ADR-002, ADR-003]'],
  );
  const text = (edges: ReturnType<typeof edgesOf>) =>
    edges.map(({ kind, from, to }) => `${from.id} ${kind} ${to.id}`);
  expect(text(edgesOf(corpus))).toEqual([
    'ADR-002 supersedes ADR-001',
    'ADR-003 depends-on ADR-002',
    'ADR-003 related ADR-002',
  ]);
  expect(text(edgesOfAdr(corpus, at(1)))).toEqual(['ADR-002 supersedes ADR-001']);
});

test('what rests on a decision is found through others, each with what it names', () => {
  const { corpus, at } = decisions(
    [1, A],
    [2, A, 'depends-on: [ADR-001]'],
    [3, A, 'refines: [ADR-002]'],
    [4, A, 'depends-on: [ADR-001, ADR-003]'],
    [5, A, 'related: [ADR-001]'],
  );
  const found = dependentsOf(corpus, at(1));
  expect(found.map(({ record, kind, on, distance }) => [record.id, kind, on.id, distance])).toEqual(
    [
      ['ADR-002', 'depends-on', 'ADR-001', 1],
      ['ADR-004', 'depends-on', 'ADR-001', 1],
      ['ADR-003', 'refines', 'ADR-002', 2],
    ],
  );
  expect(dependentsOf(corpus, at(5))).toEqual([]);
});

test('a decision takes over what rested on those it replaced; what lapsed passes nothing on', () => {
  const { corpus, at } = decisions(
    [1, S, 'superseded-by: [ADR-002]'],
    [2, A],
    [3, A, 'depends-on: [ADR-001]'],
    [4, S, 'depends-on: [ADR-002]'],
    [5, A, 'depends-on: [ADR-004]'],
    [6, 'Rejected', 'depends-on: [ADR-003]'],
  );
  expect(dependentsOf(corpus, at(2)).map(({ record, on }) => [record.id, on.id])).toEqual([
    ['ADR-003', 'ADR-001'],
    ['ADR-004', 'ADR-002'],
  ]);
});

test('circles end', () => {
  const { corpus, at } = decisions(
    [1, A, 'depends-on: [ADR-002]\nsupersedes: [ADR-002]'],
    [2, A, 'depends-on: [ADR-001]\nsupersedes: [ADR-001]'],
  );
  expect(dependentsOf(corpus, at(1))).toEqual([]);
  expect(predecessorsOf(corpus, at(1)).map(({ id }) => id)).toEqual(['ADR-002']);
  expect(supersessionChain(corpus, at(1)).map(({ record }) => record.id)).toEqual([
    'ADR-001',
    'ADR-002',
  ]);
});

test('a chain runs from the first to the current, whatever the numbers say, and may join', () => {
  const { corpus, at } = decisions(
    [1, A, 'supersedes: [ADR-004, ADR-003]'],
    [2, S, 'superseded-by: [ADR-003]'],
    [3, S],
    [4, S],
    [5, A],
  );
  const chain = (number: number) =>
    supersessionChain(corpus, at(number)).map(({ record, replacedBy }) => [
      record.id,
      replacedBy.map(({ id }) => id),
    ]);
  const whole = [
    ['ADR-002', ['ADR-003']],
    ['ADR-003', ['ADR-001']],
    ['ADR-004', ['ADR-001']],
    ['ADR-001', []],
  ];
  expect(chain(1)).toEqual(whole);
  expect(chain(4)).toEqual(whole);
  expect(chain(5)).toEqual([]);
});

test('the search ends where it was told to, the nearest first', () => {
  const { corpus, at } = decisions(
    [1, A],
    ...Array.from({ length: 150 }, (_, index) => {
      const previous = String(index + 1).padStart(3, '0');
      return [index + 2, A, `depends-on: [ADR-${previous}]`] as const;
    }),
  );
  expect(dependentsOf(corpus, at(1)).map(({ distance }) => distance)).toEqual(
    Array.from({ length: 100 }, (_, index) => index + 1),
  );
  expect(dependentsOf(corpus, at(1), 3)).toHaveLength(3);
});
