import { expect, test } from 'vitest';
import { makeResolver } from '../../../src/records/dialects/resolve.ts';
import { fieldsOf, relationsOf } from './read.ts';

test.each([
  ['* Status: superseded by [ADR-9](0009-b.md)', ['superseded-by ADR-9']],
  ['* Status: **superseded by [MADR-077](./077-b.md)**', ['superseded-by MADR-077']],
  [
    'Status: Superseded in its wider scope by ADR-251 (`pkg`), the rest stays open',
    ['superseded-by ADR-251'],
  ],
  ['Status: Superseded (as never built) by ADR 32', ['superseded-by ADR 32']],
  ['Status: accepted; supersedes ADR-0045', ['supersedes ADR-0045']],
  ['Status: Partly superseded by ADR-9', ['partly superseded-by ADR-9']],
  ['Status: Accepted, will be superseded by ADR-9', []],
  ['Status: Accepted, not superseded by ADR-9', []],
  [
    'Supersedes: ADR-1 (queues), ADR-2 and ADR-3',
    ['supersedes ADR-1', 'supersedes ADR-2', 'supersedes ADR-3'],
  ],
  ['Supersedes: 0012, 0013', ['supersedes 0012', 'supersedes 0013']],
  ['Supersedes: the names of sprint 108', []],
  ['Supersedes / Superseded by: ADR-3', []],
  ['* Superseded by: none', []],
  [
    'Related: ADR-127 (search/replace), ADR-126 (repair loop)',
    ['related ADR-127', 'related ADR-126'],
  ],
  [
    'Note: this ADR supersedes some aspects of [ADR-15](0015-a.md) and [ADR-16](0016-b.md).',
    ['partly supersedes ADR-15', 'partly supersedes ADR-16'],
  ],
  ['Amended by [ADR-4](0004-x.md)', ['amends (inverse) ADR-4']],
  ['This ADR partially supersedes [0003](0003-x.md).', ['partly supersedes 0003']],
  [
    '> [!NOTE]\n> This decision is **superseded by [ADR-0057](0057-x.md)**.',
    ['superseded-by ADR-0057'],
  ],
  [
    'Status: Implemented. Parts of this ADR were superseded by [ADR-20](adr-020-x.md).',
    ['partly superseded-by ADR-20'],
  ],
  ['Log4j is superseded by [log4j2](https://example.org).', []],
])('at the top: %s', (line, relations) => {
  expect(relationsOf(`# A\n\n${line}\n\n## Context\n`)).toEqual(relations);
});

test('frontmatter, in lists of numbers and as one value', () => {
  const text =
    '---\nsupersedes: ["0008", "0016"]\nsuperseded_by: ADR-0032\namends:\n  - ADR-003\n---\n# A\n';
  expect(relationsOf(text)).toEqual([
    'supersedes 0008',
    'supersedes 0016',
    'superseded-by ADR-0032',
    'amends ADR-003',
  ]);
});

test('lines and lists below Status', () => {
  const text = [
    '# A',
    '',
    '## Status',
    '',
    'Accepted',
    '',
    'Amends [5. Help](0005-help.md)',
    'Amended by [9. Scripts](0009-scripts.md)',
    '',
    'Supersedes:',
    '',
    '- [ADR 15. Two phases](0015-two.html)',
    '- The parts on storage of [ADR 32. Storage](0032-storage.md)',
    '',
    'Relates to',
    '[ADR 53. Tasks](0053-tasks.md).',
  ].join('\n');
  expect(relationsOf(text)).toEqual([
    'amends 5. Help',
    'amends (inverse) 9. Scripts',
    'supersedes ADR 15. Two phases',
    'partly supersedes ADR 32. Storage',
    'related ADR 53. Tasks',
  ]);
});

test('an item of a list of relations tells of the record where it has no other subject', () => {
  const item = (text: string) => relationsOf(`# A\n\n## Related ADRs\n\n- ${text}\n`);
  expect(item('[Listeners](0035-x.md) also covers changes and supersedes ADR-26.')).toEqual([
    'related Listeners',
  ]);
  expect(item('Supersedes ADR-26')).toEqual(['supersedes ADR-26']);
  expect(item('[Listeners](0035-x.md), supersedes ADR-26')).toEqual([
    'related Listeners',
    'supersedes ADR-26',
  ]);
});

test('own sections and the links at the end', () => {
  const text =
    '# A\n\n## Supersedes\n\n- [Old](0001-old.md)\n\n## Links\n\n* Refines [Base](0002-base.md)\n* [Other](0003-other.md)\n';
  expect(relationsOf(text, 'adr/0009-a.md')).toEqual(['supersedes Old', 'refines Base']);
});

test('a sentence in which the record speaks of itself', () => {
  const text = [
    '# A',
    '',
    '## Decision',
    '',
    '- We supersede [ADR 17](/adr/17) and [ADR 27](/adr/27) with this.',
    '- While this does not directly supersede [ADR 23](/adr/23), it comes close.',
    '- We replace the [client](https://example.org) next year.',
    '- ADR-4 supersedes ADR-3.',
  ].join('\n');
  const { relations } = fieldsOf(text);
  const resolve = makeResolver(
    [17, 23, 27].map((n) => ({ path: `adr/00${n}-x.md`, number: `00${n}` })),
  );
  expect(
    relations.map(({ type, reference }) => [type, resolve(reference, 'adr/0001-x.md')]),
  ).toEqual([
    ['supersedes', 'adr/0017-x.md'],
    ['supersedes', 'adr/0027-x.md'],
    ['supersedes', undefined],
  ]);
});

test('a reference finds its record by link, by name and by number', () => {
  const resolve = makeResolver([
    { path: 'docs/adr/0032-network.md', number: '0032' },
    { path: 'docs/adr/0036-artifacts.md', number: '0036' },
    { path: 'docs/adr/0037-promote-at-once.md', number: '0037' },
    { path: 'docs/adr/0040-a.md', number: '0040' },
    { path: 'docs/adr/0040-b.md', number: '0040' },
    { path: 'docs/adr/20200101-slug only.md', number: undefined },
    { path: 'docs/adr/2022-01-02-folder/README.md', number: undefined },
  ]);
  const from = 'docs/adr/0001-x.md';
  const find = (url: string | undefined, number?: string, text = '') =>
    resolve({ url, number, text, at: 0, end: 0 }, from);
  expect(find('0032-network.md#top')).toBe('docs/adr/0032-network.md');
  expect(find('./0032-network.html')).toBe('docs/adr/0032-network.md');
  expect(find('/docs/adr/0032-network.md')).toBe('docs/adr/0032-network.md');
  expect(find('20200101-slug%20only.md')).toBe('docs/adr/20200101-slug only.md');
  expect(find('2022-01-02-folder/')).toBe('docs/adr/2022-01-02-folder/README.md');
  expect(find('https://github.com/acme/shop/blob/main/docs/adr/0032-network.md')).toBe(
    'docs/adr/0032-network.md',
  );
  // The title of a renumbered record says more than its old number.
  expect(find('0036-promote-at-once.html', '36')).toBe('docs/adr/0037-promote-at-once.md');
  const web = 'https://github.com/acme/shop/blob/main';
  expect(find(`${web}/docs/adr/0036-promote-at-once.md`, '36')).toBe(
    'docs/adr/0037-promote-at-once.md',
  );
  expect(find(`${web}/other/0036-promote-at-once.md`)).toBeUndefined();
  expect(find('/adr/32', '32')).toBe('docs/adr/0032-network.md');
  expect(find(undefined, '32')).toBe('docs/adr/0032-network.md');
  expect(find(undefined, '40')).toBeUndefined();
  expect(find('https://github.com/acme/shop/pull/32')).toBeUndefined();
  expect(find('0001-x.md', '1')).toBeUndefined();
});

test.each([
  ['Supersedes section "Retention" of ADR-12', [['Retention']]],
  [
    'This ADR supersedes sections 4.2 and Decision/Retention of the ADR-12.',
    [['4.2', 'Decision/Retention']],
  ],
  ['Status: accepted; superseded by ADR-9 (only section Retention)', [['Retention']]],
  ['Supersedes: ADR-3 § 4.2, ADR-4', [['4.2'], []]],
  ['Supersedes: ADR-3 (queues)', [[]]],
  [
    '---\nsupersedes:\n  - adr: ADR-3\n    sections: [Decision/Retention, Risks]\n---',
    [['Decision/Retention', 'Risks']],
  ],
])('the sections that are superseded: %s', (line, sections) => {
  const { relations } = fieldsOf(line.startsWith('---') ? `${line}\n\n# A\n` : `# A\n\n${line}\n`);
  expect(relations.map((relation) => relation.sections)).toEqual(sections);
  for (const { isPartly, sections: named } of relations) expect(isPartly).toBe(named.length > 0);
});
