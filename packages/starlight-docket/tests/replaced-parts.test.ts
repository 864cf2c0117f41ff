import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import type { Patch } from '../../docket/src/engine/define.ts';
import { headingIdsPlugin } from '../../docket/src/records/fragments.ts';
import { NEW_ADR, OLD_ADR } from '../../docket/src/rules/support/example-base.ts';
import { replacedPartsPlugin } from '../markdown/replaced-parts.ts';
import { bannerOf } from '../views/banner.ts';
import { wholeGraph } from '../views/graph/graph-pages.ts';
import { svgOf } from '../views/graph/svg.ts';
import { qualifiedStatuses } from '../views/qualified.ts';
import { qualifiedWords } from '../views/status-words.ts';
import { timelineOf } from '../views/timeline.ts';
import { inEnglish } from '../words/english.ts';
import { exampleModel } from './site-context.ts';

const PATCHES: Patch[] = [
  {
    ...{ change: NEW_ADR, from: 'supersedes: [ADR-001]' },
    to: 'supersedes: [{ adr: ADR-001, sections: [Risks] }]',
  },
  { change: NEW_ADR, from: 'Sessions in Redis"', to: 'Sessions in <b>Redis</b>"' },
  { change: OLD_ADR, from: 'status: Superseded', to: 'status: Accepted' },
  { change: OLD_ADR, from: 'superseded-by: [ADR-002]\n', to: '' },
];
const model = exampleModel(...PATCHES);
const { corpus, base } = model;
const old = corpus.adr('ADR-001');
if (!old) throw new Error('There is no ADR-001');

test('a section that was replaced says so below its heading, and no other does', async () => {
  const { html } = await markdownToHtml(old.document.text, {
    hastPlugins: [headingIdsPlugin(), replacedPartsPlugin(model, old)],
  });
  const [before = '', after = '', ...more] = html.split('<p class="replaced-part">');
  expect(more).toEqual([]);
  expect(before.trimEnd()).toMatch(/<h3 id="risks">Risks<\/h3>$/);
  expect(after).toContain(
    'Replaced by <a href="/base/adr/adr-002-keep-sessions-in-redis/">ADR-002: Keep Sessions in &lt;b&gt;Redis&lt;/b&gt;</a></p>',
  );
});

test('the page, the log and the timeline tell that it stands in part', () => {
  expect(bannerOf(model, old)).toMatchObject({
    status: 'Accepted',
    message: 'This decision stands, except for the section “Risks”.',
    current: [{ label: 'ADR-002' }],
  });
  expect([...qualifiedStatuses(model).values()]).toEqual(['in-part']);
  const { successions } = timelineOf(corpus, base, model.history.lives);
  expect(successions.map(({ isPartly }) => isPartly)).toEqual([true]);
});

test('the graph says in its box that it stands in part', () => {
  const qualified = qualifiedStatuses(model);
  const statusOf = (url: string) => qualifiedWords(inEnglish, qualified.get(url));
  const svg = svgOf(
    wholeGraph(corpus, base).drawing,
    { id: 'g', label: 'All', statusOf },
    inEnglish,
  );
  expect(svg).toMatch(/<title>ADR-001: [^<]*, accepted, in part<\/title>/);
  expect(
    svg.match(/<text class="state"[^>]*>[^<]*/g)?.map((text) => text.replace(/.*>/, '')),
  ).toEqual(['Accepted, in part', 'Accepted']);
});
