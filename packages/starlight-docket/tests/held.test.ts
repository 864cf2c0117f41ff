import { expect, test } from 'vitest';
import { corpusOfFiles } from '../../docket/src/engine/examples.ts';
import { specFoldersOf } from '../../docket/src/evidence/specs/spec-folder.ts';
import type { SiteModel } from '../site/model.ts';
import { heldBy, tellsTrace, traceTitle } from '../views/held.ts';
import { navigationOf } from '../views/navigation.ts';
import { siteSpecs } from '../views/specs/site-specs.ts';
import { inEnglish } from '../words/english.ts';
import { corpusInAnyForm, EXAMPLE_SITE, exampleModel } from './site-context.ts';

const model = exampleModel();

/** A site of somebody who writes decisions as Nygard did, and nothing else. */
const files = [1, 2, 3, 4, 5, 6].map((number) => {
  const name = `docs/adr/adr-00${number}-decision.md`;
  return [
    name,
    `---\ntitle: "ADR-00${number}: Use it"\nstatus: Accepted\ndate: 2026-01-0${number}\n---\n`,
  ] as const;
});
const nygard: SiteModel = {
  ...model,
  corpus: corpusOfFiles(new Map(files)),
  hasReference: false,
};

test('a site has what its records and its settings give', () => {
  expect([...heldBy(model)].sort()).toEqual([
    'agent-decisions',
    'claims',
    'dates',
    'decisions',
    'files',
    'reference',
    'statuses',
    'tags',
    'trace',
    'work',
  ]);
  expect([...heldBy(nygard)]).toEqual(['statuses', 'dates', 'decisions']);
});

test('what other tools keep has pages of its own, and claims where it makes some', () => {
  const folders = (text: string) =>
    siteSpecs(specFoldersOf([{ path: 'specs/001-a/tasks.md', text }]));
  const bare = { ...nygard, corpus: corpusInAnyForm({}) };
  const work = ['trace', 'spec-folders'];
  expect([...heldBy({ ...bare, specs: folders('- [ ] T001 Do it\n') })]).toEqual(work);
  expect([...heldBy({ ...bare, specs: folders('- [x] T001 Do it\n') })]).toEqual([
    ...work,
    'claims',
  ]);
  expect([...heldBy(bare)]).toEqual(['decisions']);
});

test('guides are offered where they stand beside the pages of Docket', () => {
  const withGuides = { ...model, hostPages: new Set(['guides/write-an-adr']) };
  expect(heldBy(model).has('guides')).toBe(false);
  expect(heldBy(withGuides).has('guides')).toBe(true);
  expect(heldBy({ ...withGuides, siteBase: '/' }).has('guides')).toBe(false);
  expect(heldBy({ ...withGuides, look: 'starlight' }).has('guides')).toBe(false);
});

test('six plain decisions make a menu of four', () => {
  const links = navigationOf(inEnglish, heldBy(nygard)).flatMap((group) => group.links);
  expect(links.map(({ label }) => label)).toEqual([
    'Decision log',
    'Graph',
    'Timeline',
    'What changed',
  ]);
});

test('a decision tells its trace where there is work, or where another names it', () => {
  const trace = (mentions: number) =>
    ({ trace: { mentionedBy: Array.from({ length: mentions }, () => ({})) } }) as never;
  const [full, bare] = [heldBy(model), heldBy(nygard)];
  expect([
    tellsTrace(full, trace(0)),
    tellsTrace(bare, trace(0)),
    tellsTrace(bare, trace(1)),
  ]).toEqual([true, false, true]);
  expect([traceTitle(inEnglish, full), traceTitle(inEnglish, bare)]).toEqual([
    'Trace',
    'Referred to by',
  ]);
  expect(EXAMPLE_SITE.hasReference).toBe(true);
});
