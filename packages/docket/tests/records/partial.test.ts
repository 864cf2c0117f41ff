import { expect, test } from 'vitest';
import type { Patch } from '../../src/engine/define.ts';
import { corpusOfFiles, patchedFiles } from '../../src/engine/examples.ts';
import { edgesOf } from '../../src/records/graph-query.ts';
import { replacedParts, sectionNamed, standsInPart } from '../../src/records/partial.ts';
import { stands, successorsOf } from '../../src/records/query.ts';
import { wireRecord } from '../../src/records/wire.ts';
import { NEW_ADR, OLD_ADR } from '../../src/rules/support/example-base.ts';

const part = (sections: string): Patch[] => [
  {
    ...{ change: NEW_ADR, from: 'supersedes: [ADR-001]' },
    to: `supersedes: [{ adr: ADR-001, sections: [${sections}] }]`,
  },
  { change: OLD_ADR, from: 'status: Superseded', to: 'status: Accepted' },
  {
    ...{ change: OLD_ADR, from: 'superseded-by: [ADR-002]' },
    to: `superseded-by: [{ adr: ADR-002, sections: [${sections}] }]`,
  },
];

function read(...patches: readonly Patch[]) {
  const corpus = corpusOfFiles(patchedFiles(patches));
  const [old, later] = [corpus.adr('ADR-001'), corpus.adr('ADR-002')];
  if (!old || !later) throw new Error('The decisions are not there');
  return { corpus, old, later };
}

test('a decision of which a section is replaced stands, except for that section', () => {
  const { corpus, old, later } = read(...part('Consequences/Risks'));
  expect(stands(old)).toBe(true);
  expect(standsInPart(corpus, old)).toBe(true);
  expect(successorsOf(corpus, old)).toEqual([]);
  expect(
    replacedParts(corpus, old).map(({ name, section, by }) => [name, section?.slug, by.id]),
  ).toEqual([['Consequences/Risks', 'risks', 'ADR-002']]);
  expect(
    edgesOf(corpus).map(({ kind, from, to, isPartly }) => [kind, from.id, to.id, isPartly]),
  ).toEqual([['amends', 'ADR-002', 'ADR-001', true]]);
  expect(wireRecord(corpus, later).relations[0]).toMatchObject({
    id: 'ADR-001',
    sections: ['Consequences/Risks'],
  });
});

test('what is only proposed replaces nothing yet', () => {
  const proposed = { change: NEW_ADR, from: 'status: Accepted', to: 'status: Proposed' };
  const { corpus, old } = read(...part('Decision'), proposed);
  expect(replacedParts(corpus, old)).toEqual([]);
});

test('a section is named by its heading, by those above it, or by its fragment', () => {
  const { outline } = read().old;
  const slugs = [
    'risks',
    ' consequences / RISKS ',
    '#risks',
    'Options Considered',
    'Risks/Decision',
  ];
  expect(slugs.map((name) => sectionNamed(outline, name)?.title)).toEqual([
    'Risks',
    'Risks',
    'Risks',
    'Options Considered',
    undefined,
  ]);
});
