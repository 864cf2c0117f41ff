import { expect, test } from 'vitest';
import { corpusOfFiles } from '../../docket/src/engine/examples.ts';
import type { SiteModel } from '../site/model.ts';
import { homeOf } from '../views/home.ts';
import { exampleModel } from './site-context.ts';

interface Decision {
  readonly status: string;
  readonly tags?: readonly string[];
}

function siteOf(decisions: readonly Decision[], changes: Partial<SiteModel> = {}): SiteModel {
  const files = decisions.map(({ status, tags = [] }, index) => {
    const number = String(index + 1).padStart(3, '0');
    const text = `---\ntitle: "ADR-${number}: Decision ${number}"\nstatus: ${status}\ndate: 2026-01-${number.slice(1)}\ntags: [${tags.join(', ')}]\n---\n`;
    return [`docs/adr/adr-${number}-x.md`, text] as const;
  });
  const corpus = corpusOfFiles(new Map(files));
  const model = exampleModel();
  return { ...model, corpus, evidence: { ...model.evidence, judged: [] }, ...changes };
}

const labels = (rows: ReturnType<typeof homeOf>['latest']) => rows.map(({ ref }) => ref.label);

test('what is in force stands by topic, the largest topic first and the newest decision first', () => {
  const { topics, inForce, proposals, latest } = homeOf(
    siteOf([
      { status: 'Accepted', tags: ['cache'] },
      { status: 'Accepted', tags: ['access', 'cache'] },
      { status: 'Superseded', tags: ['cache', 'gone'] },
      { status: 'Proposed', tags: ['cache'] },
    ]),
  );
  expect(topics.map(({ tag, rows, more }) => [tag, labels(rows), more])).toEqual([
    ['cache', ['ADR-002', 'ADR-001'], 0],
    ['access', ['ADR-002'], 0],
  ]);
  expect(labels(inForce)).toEqual([]);
  expect(labels(proposals)).toEqual(['ADR-004']);
  expect(labels(latest)).toEqual(['ADR-004', 'ADR-003', 'ADR-002', 'ADR-001']);
});

test('a large topic is cut, and says how much is left', () => {
  const decisions = Array.from({ length: 9 }, () => ({ status: 'Accepted', tags: ['cache'] }));
  expect(homeOf(siteOf(decisions)).topics).toMatchObject([{ tag: 'cache', more: 5 }]);
});

test('without tags the newest decisions in force are listed', () => {
  const home = homeOf(siteOf([{ status: 'Accepted' }, { status: 'Rejected' }]));
  expect([home.topics, labels(home.inForce)]).toEqual([[], ['ADR-001']]);
});

test('the latest decisions are listed where other headings leave some of them out', () => {
  const standing = { status: 'Accepted' };
  expect(homeOf(siteOf([standing, { status: 'Proposed' }])).latest).toEqual([]);
  const { latest } = homeOf(siteOf([standing, { status: 'Rejected' }]));
  expect(labels(latest)).toEqual(['ADR-002', 'ADR-001']);
});

test('a site of records has its own name; pages below a prefix say what they are', () => {
  const decisions = [{ status: 'Accepted' }, { status: 'Proposed' }];
  const own = { name: 'Shop', description: 'What the shop decided.' };
  expect(homeOf(siteOf(decisions, own))).toMatchObject({
    title: 'Shop',
    lead: 'What the shop decided.',
  });
  expect(homeOf(siteOf(decisions, { ...own, description: undefined })).lead).toBe(
    '2 decisions: 1 in force, 1 proposed.',
  );
  expect(homeOf(siteOf(decisions, { ...own, siteBase: '/' }))).toMatchObject({
    title: 'Architecture decisions',
    lead: '2 decisions: 1 in force, 1 proposed.',
  });
  expect(homeOf(siteOf([{ status: 'Rejected' }], { description: undefined })).lead).toBe(
    '1 decision.',
  );
});

test('what needs attention is told, errors first, with what is left', () => {
  const finding = (severity: 'error' | 'warning' | 'info', words: string) => ({
    ...{ rule: 'x', severity, file: 'docs/adr/adr-001-x.md', words, help: '', related: [] },
    span: {
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 1, column: 1, offset: 0 },
    },
  });
  const findings = [
    finding('info', 'a note'),
    ...Array.from({ length: 7 }, (_, index) => finding('warning', `warning ${index}`)),
    finding('error', 'an error'),
    { ...finding('error', 'in a file that is no record'), file: 'README.md' },
  ];
  const { attention, moreAttention } = homeOf(siteOf([{ status: 'Accepted' }], { findings }));
  expect(attention.map(({ label, text }) => `${label} ${text}`)).toEqual([
    'ADR-001 an error',
    ...[0, 1, 2, 3, 4].map((index) => `ADR-001 warning ${index}`),
  ]);
  expect(moreAttention).toBe(2);
});
