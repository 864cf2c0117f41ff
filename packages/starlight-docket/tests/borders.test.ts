import { XMLParser } from 'fast-xml-parser';
import { parse, parseFragment, serialize } from 'parse5';
import { expect, test } from 'vitest';
import { readDiagram } from '../../docket/src/records/diagrams/read.ts';
import { NEW_ADR } from '../../docket/src/rules/support/example-base.ts';
import { armed } from '../../docket/tests/hostile/armed.ts';
import { redirectHtml } from '../build/files/redirect-html.ts';
import { cardSvg } from '../build/social/card.ts';
import { diagramHtml } from '../markdown/diagrams.ts';
import { piecesHtml, verdictHtml } from '../views/evidence/markup.ts';
import { feedXml } from '../views/feeds.ts';
import { wholeGraph } from '../views/graph/graph-pages.ts';
import { svgOf } from '../views/graph/svg.ts';
import { articleOf, headOf } from '../views/head.ts';
import { pageContext } from '../views/page-context.ts';
import { foreignHtml, unreadHtml } from '../views/source-text.ts';
import { inEnglish } from '../words/english.ts';
import type { Translate } from '../words/say.ts';
import { exampleModel } from './site-context.ts';

const HOSTILE = `</title></script>--></svg>]]><script>hit()</script><img src=x onerror=hit()>'"`;
const model = exampleModel(
  { change: NEW_ADR, from: 'title: "ADR-002: ', to: `title: ${yaml('ADR-002: ')} # "` },
  { change: NEW_ADR, from: 'description: "', to: `description: ${yaml('')} # "` },
);
const site = new URL('https://docs.example.org');
const page = pageContext(model, '/base/adr/adr-002-keep-sessions-in-redis/');

function yaml(before: string): string {
  return JSON.stringify(before + HOSTILE);
}

test('structured data in the head holds the text and cannot end its element', () => {
  for (const { tag, content = '' } of headOf(page, site)) {
    if (tag !== 'script') continue;
    expect(content).not.toContain('<');
    expect(JSON.parse(content)).toMatchObject({ description: HOSTILE });
  }
  expect(articleOf(page, site)['headline']).toContain(HOSTILE);
});

test('feeds hold the text, and readers that show HTML see no element', () => {
  const lives = model.history.lives;
  for (const format of ['rss', 'atom'] as const) {
    const xml = feedXml({ ...model, lives, site }, 'decisions', format);
    const read = new XMLParser({ ignoreAttributes: false }).parse(xml);
    if (format === 'atom') {
      const [entry] = read.feed.entry;
      // Atom says of each whether it is HTML; without a word it is text.
      expect(entry.summary).toContain('<script>');
      expect(entry.title['@_type'] ?? 'text').toBe('text');
      continue;
    }
    const [item] = read.rss.channel.item;
    for (const text of [item.title, item.description]) {
      expect(text).toContain('&lt;script');
      expect(armed(text)).toEqual([]);
    }
  }
});

test('graphs, pictures and short addresses hold the text as text', () => {
  const { drawing } = wholeGraph(model.corpus, '/');
  const graph = svgOf(drawing, { id: 'g', label: HOSTILE }, model.t);
  const shown = parseFragment(graph);
  expect(serialize(shown)).toContain('&lt;script');
  expect(graph).not.toMatch(/<(?:script|img)/);
  const card = cardSvg({
    site: HOSTILE,
    label: HOSTILE,
    status: 'Accepted',
    title: HOSTILE,
    description: HOSTILE,
  });
  expect(card).not.toMatch(/<(?:script|img)/);
  const short = parse(redirectHtml(inEnglish, { url: '/x', name: HOSTILE }, '/', site));
  expect(serialize(short)).not.toMatch(/<(?:script|img)/);
});

test('what evidence names is text', () => {
  const html = piecesHtml([
    { kind: 'text', text: HOSTILE },
    { kind: 'code', text: HOSTILE, url: `/x"onclick="hit()` },
  ]);
  expect(armed(html)).toEqual([]);
});

test('words of the site are text in HTML that no component renders', () => {
  const t: Translate = Object.assign(
    (_: string, values = {}) => [HOSTILE, ...Object.values(values)].join(' '),
    { lang: HOSTILE, phrase: () => HOSTILE },
  );
  const view = { name: 'accepted', word: HOSTILE, seen: [], reason: [], accepted: '' } as const;
  const diagram = (otherwise: 'browser' | 'source') =>
    diagramHtml(t, readDiagram('pie'), 'pie', { id: 'd', otherwise });
  const short = redirectHtml(t, { url: '/x', name: '' }, '/', site);
  expect(short).not.toMatch(/<(?:script|img)/);
  for (const html of [
    foreignHtml(t, { text: '', format: 'restructured-text', url: '/x', why: HOSTILE }),
    unreadHtml(t, undefined),
    unreadHtml(t, ''),
    verdictHtml(t, view, { outcome: 'pass', words: HOSTILE, evidence: [] }),
    diagram('browser'),
    diagram('source'),
  ]) {
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('&quot;');
    expect(html).not.toMatch(/<(?:script|img)|'"/);
  }
});
