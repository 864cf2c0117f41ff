import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { corpusOfFiles } from '../../../docket/src/engine/examples.ts';
import type { AdrRecord } from '../../../docket/src/records/record.ts';
import { ROOT } from '../../../docket/tests/support/repository.ts';
import { boxLines, type Drawing, NODE_HEIGHT, NODE_WIDTH } from '../../views/graph/drawing.ts';
import {
  connectedGraph,
  tagGraph,
  tagOverview,
  wholeGraph,
} from '../../views/graph/graph-pages.ts';
import { MOST_A_SIDE, neighbourhoodOf } from '../../views/graph/neighbourhood.ts';
import { pathOf, svgOf } from '../../views/graph/svg.ts';
import { inEnglish } from '../../words/english.ts';

/** Decisions 1 to `count`, each with the frontmatter that `more` gives it. */
function log(count: number, more: (number: number) => string) {
  const pad = (number: number) => String(number).padStart(3, '0');
  return corpusOfFiles(
    new Map(
      Array.from({ length: count }, (_, index) => index + 1).map((number) => [
        `docs/adr/adr-${pad(number)}-d.md`,
        `---\ntitle: "ADR-${pad(number)}: The <b> & no. ${number}"\nstatus: Accepted\n${more(number)}\n---\n`,
      ]),
    ),
  );
}
const first = ({ adrs: [adr] }: { readonly adrs: readonly AdrRecord[] }): AdrRecord => {
  if (!adr) throw new Error('no decision');
  return adr;
};
const overlaps = ({ nodes }: Drawing) =>
  nodes.flatMap((a, index) =>
    nodes
      .slice(index + 1)
      .filter(
        (b) =>
          a.x < b.x + b.width &&
          b.x < a.x + a.width &&
          a.y < b.y + b.height &&
          b.y < a.y + a.height,
      )
      .map((b) => `${a.ref.label} on ${b.ref.label}`),
  );

test('boxes never overlap, stay inside, and what is relied on stands above', () => {
  const corpus = log(20, (n) => (n > 1 ? `depends-on: [ADR-00${Math.min(9, n - 1)}]` : ''));
  const { drawing } = wholeGraph(corpus, '/');
  expect(drawing.nodes).toHaveLength(20);
  expect(overlaps(drawing)).toEqual([]);
  const [one, two] = drawing.nodes;
  expect(one && two && one.y < two.y).toBe(true);
  for (const { x, y, width, height } of drawing.nodes) {
    expect(x >= 0 && y >= 0 && x + width <= drawing.width && y + height <= drawing.height).toBe(
      true,
    );
  }
  const sentences = drawing.edges.map(({ sentence: { of, ...values } }) => inEnglish(of, values));
  expect(sentences).toContain('ADR-002 depends on ADR-001');
});

test('decisions without a relation fill rows instead of one endless line', () => {
  const { drawing } = wholeGraph(
    log(30, () => ''),
    '/',
  );
  expect(overlaps(drawing)).toEqual([]);
  expect(drawing.width).toBeLessThan(1200);
  expect(drawing.height).toBeGreaterThan(300);
});

test('the words say what the lines show', () => {
  const { entries } = wholeGraph(
    log(3, (n) => (n === 3 ? 'amends: [ADR-001]\ndepends-on: [ADR-001, ADR-002]' : '')),
    '/',
  );
  expect(
    entries.map(({ ref, says }) => [
      ref.label,
      ...says.map(({ verb, refs }) => `${inEnglish(verb)} ${refs.map(({ label }) => label)}`),
    ]),
  ).toEqual([
    ['ADR-001'],
    ['ADR-002'],
    ['ADR-003', 'amends ADR-001', 'depends on ADR-001,ADR-002'],
  ]);
});

test('two that are related are so in the words of both', () => {
  const related = (n: number) => (n === 3 ? '' : `related: [ADR-00${3 - n}]`);
  const entries = wholeGraph(log(3, related), '/').entries.map(({ ref, says }) => [
    ref.label,
    ...says.map(({ verb, refs }) => `${inEnglish(verb)} ${refs.map(({ label }) => label)}`),
  ]);
  expect(entries).toEqual([
    ['ADR-001', 'is related to ADR-002'],
    ['ADR-002', 'is related to ADR-001'],
    ['ADR-003'],
  ]);
});

test('the SVG names every decision and escapes what titles hold', () => {
  const { drawing } = wholeGraph(
    log(2, (n) => (n === 2 ? 'related: [ADR-001]' : '')),
    '/base/',
  );
  const svg = svgOf(drawing, { id: 'g', label: 'All' }, inEnglish);
  expect(svg).toContain('role="group" aria-label="All"');
  expect(svg).toContain(
    'href="/base/adr/adr-001-d/"><g transform="translate(8 8)"><title>ADR-001: The &lt;b&gt; &amp; no. 1, accepted</title>',
  );
  expect(svg).not.toContain('<b>');
  expect(svg).toContain('marker-end="url(#g-related)"');
});

test('a decision stands between those it names and those that name it, at most so many a side', () => {
  const corpus = log(30, (n) =>
    n === 1 ? 'related: [ADR-002]' : n > 2 ? 'depends-on: [ADR-001]' : '',
  );
  const near = neighbourhoodOf(corpus, '/', first(corpus));
  expect(near?.left).toBe(28 - MOST_A_SIDE);
  const subject = near?.drawing.nodes.find(({ isSubject }) => isSubject);
  const sides = near?.drawing.nodes.map(({ x }) => Math.sign(x - (subject?.x ?? 0)));
  expect(sides).toEqual([-1, 0, ...Array.from({ length: MOST_A_SIDE }, () => 1)]);
  expect(near && overlaps(near.drawing)).toEqual([]);
  const alone = log(1, () => '');
  expect(neighbourhoodOf(alone, '/', first(alone))).toBeUndefined();
});

test('a tag of a large log is drawn in part, with its nearest neighbours, and the rest is listed', () => {
  const corpus = log(100, (n) =>
    [
      `tags: [${n <= 90 ? 'net' : 'cost'}]`,
      n > 90 ? 'depends-on: [ADR-001, ADR-002]' : n > 1 ? 'amends: [ADR-001]' : '',
    ].join('\n'),
  );
  const view = tagGraph(corpus, '/', 'net');
  expect(view.drawing.nodes.filter(({ isOutside }) => !isOutside)).toHaveLength(60);
  expect(view.drawing.nodes.filter(({ isOutside }) => isOutside)).toHaveLength(10);
  expect(view.left).toHaveLength(30);
  expect(overlaps(view.drawing)).toEqual([]);
  expect(tagOverview(corpus, () => true)).toEqual([
    { tag: 'cost', count: 10, standing: 10, close: [{ tag: 'net', relations: 20 }] },
    { tag: 'net', count: 90, standing: 90, close: [{ tag: 'cost', relations: 20 }] },
  ]);
});

test('of a large log without tags, what has relations is drawn, the most connected first', () => {
  const some = log(100, (n) => (n > 90 ? 'depends-on: [ADR-001]' : ''));
  const view = connectedGraph(some, '/');
  expect(view.entries.map(({ ref }) => ref.label).slice(0, 2)).toEqual(['ADR-001', 'ADR-091']);
  expect([view.entries.length, view.left.length]).toEqual([11, 0]);
  const many = log(100, (n) => (n > 1 ? 'amends: [ADR-001]' : ''));
  expect(connectedGraph(many, '/').left).toHaveLength(40);
  expect(
    connectedGraph(
      log(100, () => ''),
      '/',
    ).entries,
  ).toEqual([]);
});

test('titles fit two lines', () => {
  expect(boxLines('Short')).toEqual(['Short']);
  expect(boxLines('Secret Management with Azure Key Vault and External Secrets')).toEqual([
    'Secret Management with',
    'Azure Key Vault and…',
  ]);
  expect(boxLines('Donaudampfschifffahrtsgesellschaft')).toEqual(['Donaudampfschifffahrtsge…']);
});

test('a line runs from its first to its last point', () => {
  expect(
    pathOf([
      { x: 0, y: 0 },
      { x: 10, y: 10 },
    ]),
  ).toBe('M0 0L10 10');
  expect(
    pathOf([
      { x: 0, y: 0 },
      { x: 0, y: 10 },
      { x: 10, y: 10 },
    ]),
  ).toBe('M0 0L0 5Q0 10 5 10L10 10');
  expect(pathOf([])).toBe('');
});

test('the boxes of a drawing are as large in the styles as the layout takes them to be', async () => {
  const styles = await readFile(
    path.join(ROOT, 'packages/starlight-docket/styles/graph.css'),
    'utf8',
  );
  const box = /\.graph \.box rect \{([^}]*)\}/.exec(styles)?.[1] ?? '';
  expect(box).toContain(`width: ${NODE_WIDTH}px;`);
  expect(box).toContain(`height: ${NODE_HEIGHT}px;`);
});
