import { expect, test } from 'vitest';
import { ownSession } from '../../packages/docket/tests/support/repository.ts';

/*
 * The relations of the platform's decisions, as the team states them. They are written out here, so that an edit
 * to a record's frontmatter that changes the graph has to be made on purpose, in two places.
 */
const DIRECTED = `
002 depends-on 001
004 depends-on 001 002
005 depends-on 001 004
006 depends-on 001 003 005
007 depends-on 003 005 006
007 superseded-by 017
008 depends-on 005 007
009 depends-on 004 005 008
010 amends 002 004
010 depends-on 005 008 009
012 depends-on 008 009 010
013 amends 009
013 depends-on 005 008
014 amends 005
015 amends 005
015 depends-on 008 012
016 amends 006
016 depends-on 005 014
017 depends-on 008 014 016
017 supersedes 007
018 depends-on 016
018 refines 017
`;

const SYMMETRIC = 23;

test('the platform decisions relate as the team states', async () => {
  const { corpus } = await ownSession();
  const platform = corpus.adrs.filter(({ key }) => key.log === '');
  expect(platform).toHaveLength(18);

  const relations = platform.flatMap((adr) => corpus.relationsFrom(adr));
  const directed = new Map<string, string[]>();
  for (const { from, type, toId } of relations.filter((relation) => relation.type !== 'related')) {
    const key = `${from.number} ${type}`;
    directed.set(key, [...(directed.get(key) ?? []), toId.replace('ADR-', '')]);
  }
  const written = [...directed].map(([key, to]) => `${key} ${to.sort().join(' ')}`).sort();
  expect(written).toEqual(DIRECTED.trim().split('\n').sort());
  expect(relations.filter((relation) => relation.type === 'related')).toHaveLength(SYMMETRIC);
});

test('related is written once, on the later record', async () => {
  const { corpus } = await ownSession();
  for (const adr of corpus.adrs) {
    // Each log counts for itself.
    for (const id of (adr.fields.related.value ?? []).filter((one) => !one.includes('/')))
      expect(id < adr.id, `${adr.id} -> ${id}`).toBe(true);
  }
});

test('relations that were read from content say so in the text', async () => {
  const { corpus } = await ownSession();
  for (const [from, to] of [
    ['ADR-014', 'ADR-005'],
    ['ADR-015', 'ADR-005'],
    ['ADR-016', 'ADR-006'],
  ] as const) {
    const line = corpus
      .adr(from)
      ?.document.text.split('\n')
      .find((text) => text.startsWith(`- [${to}:`));
    expect(line, `${from} on ${to}`).toMatch(/\b(inferred|read from|inference|infer)\b/);
  }
});
