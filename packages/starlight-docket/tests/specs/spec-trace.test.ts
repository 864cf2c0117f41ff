import { expect, test } from 'vitest';
import { GitRepo } from '../../../docket/tests/support/git-repo.ts';
import { ADR, decision } from '../../../docket/tests/support/records.ts';
import { findingsOf } from '../../views/evidence/findings.ts';
import type { EvidenceContext } from '../../views/evidence/site-evidence.ts';
import { resolveLink } from '../../views/references.ts';
import { specsOfDecision } from '../../views/specs/decisions.ts';
import { type SpecHere, specAt, specPaths } from '../../views/specs/site-specs.ts';
import { sectionsOf, specTraces } from '../../views/specs/spec-trace.ts';
import { specFacts, tabLinks } from '../../views/specs/tabs.ts';
import { traceRows } from '../../views/trace/export.ts';
import { missingOf, specsMissing } from '../../views/trace/missing.ts';
import { workTraces } from '../../views/trace/work.ts';
import { adrTraceOf } from '../../views/trace.ts';
import { inEnglish } from '../../words/english.ts';
import { evidenceContext } from '../support/evidence-context.ts';

const t = inEnglish;
const FOLDER = 'specs/001-guide';

/** A specification with every kind of gap, one that is filed away, and one decision. */
async function repository() {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  const commit = await repo.commit('tasks', {
    [ADR]: decision(
      'ADR-001: Caching',
      `See \`docs/guide.md\` and [what asked](../../${FOLDER}/plan.md).`,
    ),
    [`${FOLDER}/spec.md`]:
      '# Feature Specification: Guide\n\n### User Story 1 - Read it\n\n- **FR-001**: It MUST be short.\n- **FR-002**: It MUST be true.\n- **SC-001**: All read it.\n',
    [`${FOLDER}/plan.md`]:
      '# Implementation Plan: Guide\n\nSee [the story](spec.md#user-story-1---read-it).\n',
    [`${FOLDER}/contracts/a.md`]: '# A\n',
    [`${FOLDER}/contracts/b.yaml`]: 'b: 1\n',
    [`${FOLDER}/tasks.md`]: `# Tasks: Guide

## Phase 1

- [x] T001 [US1] Write docs/guide.md for FR-001
- [x] T002 Write docs/phantom.md
- [x] T003 Think hard
- [ ] T004 Rest

## Phase 2

- [x] T005 Write src/other.ts
`,
    'docs/guide.md': 'guide\n',
    'src/other.ts': 'x\n',
    'openspec/changes/archive/2026-01-02-add-login/proposal.md': '## Why\n\nPeople ask.\n',
    'openspec/changes/archive/2026-01-02-add-login/specs/auth/spec.md':
      '## ADDED Requirements\n\n### Requirement: Sign in\n\nText.\n',
    'openspec/specs/auth/spec.md': '# Auth\n\n### Requirement: Sign in\n\nText.\n',
  });
  return { commit, context: await evidenceContext(repo.root, 'https://example.org/a') };
}

test('the trace leads from a requirement to its tasks, their paths, commits and decisions, and names what is missing', async () => {
  const { commit, context } = await repository();
  const [trace, archived] = specTraces(context);
  expect(
    trace?.requirements.map(({ name, tasks }) => [name, tasks?.map((one) => one.name)]),
  ).toEqual([
    ['US1', ['T001']],
    ['FR-001', ['T001']],
    ['FR-002', []],
    ['SC-001', undefined],
  ]);
  expect(
    trace?.tasks.map(({ name, isDone, gap, verdict }) => [name, isDone, gap, verdict?.name]),
  ).toEqual([
    ['T001', true, undefined, 'verified'],
    ['T002', true, 'no-commit', 'contradicted'],
    ['T003', true, 'no-path', 'unverifiable'],
    ['T004', false, undefined, undefined],
    ['T005', true, 'no-decision', 'verified'],
  ]);
  expect(trace?.tasks[0]).toMatchObject({
    anchor: 'task-t001',
    url: '/base/specs/spec-kit/001-guide/tasks/',
    refs: [
      { id: 'US1', anchor: 'requirement-us1' },
      { id: 'FR-001', anchor: 'requirement-fr-001' },
    ],
    paths: [
      {
        path: 'docs/guide.md',
        url: `https://example.org/a/blob/${commit}/docs/guide.md`,
        commit: { id: commit, url: `https://example.org/a/commit/${commit}` },
        decisions: [{ label: 'ADR-001' }],
      },
    ],
  });
  expect(trace && sectionsOf(trace).map(({ title, tasks }) => [title, tasks.length])).toEqual([
    ['Phase 1', 4],
    ['Phase 2', 1],
  ]);
  expect(trace?.gaps.map(({ kind, of }) => [kind, of.map(({ name }) => name)])).toEqual([
    ['no-task', ['FR-002']],
    ['no-path', ['T003']],
    ['no-commit', ['T002']],
    ['no-decision', ['T005']],
  ]);
  expect([trace?.state, archived?.state]).toEqual(['under-way', 'no-tasks']);
  expect(archived?.requirements).toMatchObject([
    { name: 'Sign in', tasks: undefined, verdict: { name: 'verified' } },
  ]);
  expect(specsMissing(context)).toMatchObject([
    {
      kind: 'no-task',
      count: 1,
      specs: [{ url: '/base/specs/spec-kit/001-guide/trace/#no-task' }],
    },
    { kind: 'no-path', count: 1 },
    { kind: 'no-commit', count: 1 },
    { kind: 'no-decision', count: 1 },
  ]);
});

test('a decision that leads to a specification of another tool is one that was ordered', async () => {
  const { context } = await repository();
  const [adr] = context.corpus.adrs;
  expect(adr && specsOfDecision(context, adr).map(({ folder }) => folder.name)).toEqual([
    '001-guide',
  ]);
  expect(missingOf(context)).toEqual([]);
  expect(adr && adrTraceOf(context, adr).mentionedBy).toMatchObject([
    { title: 'Guide', url: '/base/specs/spec-kit/001-guide/' },
  ]);
});

test('a specification that names a decision did not order it', async () => {
  const repo = await GitRepo.create();
  await repo.commit('work', {
    [ADR]: decision('ADR-001: Caching', 'We cache.'),
    [`${FOLDER}/spec.md`]: '# Feature Specification: Guide\n\nIt keeps to ADR-001.\n',
    [`${FOLDER}/plan.md`]: `# Implementation Plan: Guide\n\n[Caching](../../${ADR}) stays.\n`,
  });
  const context = await evidenceContext(repo.root);
  const [adr] = context.corpus.adrs;
  expect(adr && specsOfDecision(context, adr)).toHaveLength(1);
  expect(missingOf(context)).toMatchObject([{ kind: 'not-ordered', ref: { label: 'ADR-001' } }]);
});

test('no requirement is without a task where what the tasks name cannot be read to its end', async () => {
  const repo = await GitRepo.create();
  const spec = '# Pay\n\n### Requirement 1: Pay\n\n### Requirement 2: Pay back\n';
  const tasks = (named: string) => `- [ ] 1. Take money\n  - _Requirements: ${named}_\n`;
  await repo.commit('work', {
    '.kiro/specs/a/requirements.md': spec,
    '.kiro/specs/a/tasks.md': tasks('1.1 and the first of § 2'),
    '.kiro/specs/b/requirements.md': spec,
    '.kiro/specs/b/tasks.md': tasks('1.1-1.3'),
  });
  const traces = specTraces(await evidenceContext(repo.root)).toSorted((one, other) =>
    one.url < other.url ? -1 : 1,
  );
  expect(
    traces.map(({ requirements }) => requirements.map((one) => one.tasks?.map(({ id }) => id))),
  ).toEqual([
    [['1'], undefined],
    [['1'], []],
  ]);
  expect(traces.map(({ gaps }) => gaps.map(({ kind }) => kind))).toEqual([[], ['no-task']]);
});

test('the trace as data holds the same, each gap by the keys of what it is about', async () => {
  const { commit, context } = await repository();
  const [work] = workTraces(context);
  expect(work).toMatchObject({
    source: 'spec-kit',
    name: '001-guide',
    folder: 'specs/001-guide/',
    url: '/base/specs/spec-kit/001-guide/trace/',
    archived: false,
    decisions: ['ADR-001'],
    gaps: [
      { kind: 'no-task', of: ['requirement-fr-002'] },
      { kind: 'no-path', of: ['task-t003'] },
      { kind: 'no-commit', of: ['task-t002'] },
      { kind: 'no-decision', of: ['task-t005'] },
    ],
  });
  expect(work?.tasks[0]).toEqual({
    ...{ key: 'task-t001', id: 'T001', text: 'Write docs/guide.md for FR-001', done: true },
    ...{ file: 'specs/001-guide/tasks.md', line: 5, requirements: ['US1', 'FR-001'] },
    ...{ claim: 'task:T001', verdict: 'verified', reason: null, commit },
    paths: [{ path: 'docs/guide.md', commit, decisions: ['ADR-001'] }],
  });
  expect(work?.tasks[3]).toMatchObject({ done: false, claim: null, verdict: null, commit: null });
  expect(work?.requirements[3]).toMatchObject({ id: 'SC-001', tasks: null, verdict: null });
});

test('the table has a row for each task, and for each requirement that none names', async () => {
  const { commit, context } = await repository();
  const [header = [], ...rows] = traceRows(context);
  const others = rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]])));
  expect(
    others.map(({ specification, step, requirements, claimed, verdict, paths }) =>
      [specification, step, requirements, claimed, verdict, paths].join('|'),
    ),
  ).toEqual([
    '001-guide|T001|US1 FR-001|done|verified|docs/guide.md',
    '001-guide|T002||done|contradicted|',
    '001-guide|T003||done|unverifiable|',
    '001-guide|T004||open||',
    '001-guide|T005||done|verified|src/other.ts',
    '001-guide||FR-002|||',
    '001-guide||SC-001|||',
    'add-login||Sign in||verified|',
  ]);
  expect(others[0]).toMatchObject({
    ...{ source: 'spec-kit', 'specification title': 'Guide', decisions: 'ADR-001' },
    ...{ landing: commit, reason: '', provenance: '' },
  });
});

test('each text has an address, and tabs lead from one to the others', async () => {
  const { context } = await repository();
  const { specs, base } = context;
  if (!specs) throw new Error('No specifications');
  const here = specAt(specs, 'specs/spec-kit/001-guide/contracts/b-yaml') as SpecHere;
  const { tabs, parts } = tabLinks(t, base, here);
  const folder = '/base/specs/spec-kit/001-guide/';
  expect(tabs).toEqual([
    { label: 'Specification', url: folder, current: undefined },
    { label: 'Plan', url: `${folder}plan/`, current: undefined },
    { label: 'Tasks', url: `${folder}tasks/`, current: undefined },
    { label: 'Contracts', url: `${folder}contracts/a/`, current: 'true' },
    { label: 'Trace', url: `${folder}trace/`, current: undefined },
  ]);
  expect(parts).toEqual({
    label: 'Contracts',
    links: [
      { label: 'A', url: `${folder}contracts/a/`, current: undefined },
      { label: 'B.yaml', url: `${folder}contracts/b-yaml/`, current: 'page' },
    ],
  });
  expect(here.page?.title).toBe('Guide: Contracts/b.yaml');
  expect(specPaths(specs).map(({ params }) => `${params.tool} ${params.address}`)).toContain(
    'openspec add-login/specs/auth',
  );
  expect(specs.all.map(({ folder: one }) => specFacts(t, one))).toEqual([
    ['4 of 5 tasks done'],
    ['Filed away on 2 January 2026'],
  ]);
});

test('links between texts, decisions and files lead to pages, else to the repository', async () => {
  const { context } = await repository();
  const from = `${FOLDER}/plan.md`;
  const to = (url: string, path = from) => {
    const link = resolveLink(context, url, path);
    return link.kind === 'record' ? link.link.url : link.kind === 'url' ? link.url : link.kind;
  };
  expect(to('spec.md#fr-001')).toBe('/base/specs/spec-kit/001-guide/#fr-001');
  expect(to('./contracts/b.yaml')).toBe('/base/specs/spec-kit/001-guide/contracts/b-yaml/');
  expect(to(`../../${ADR}`)).toMatch(/^\/base\/adr\/adr-001-/);
  expect(to('../../src/other.ts')).toBe('https://example.org/a/blob/HEAD/src/other.ts');
  expect(to(`../../${FOLDER}/tasks.md`, ADR)).toBe('/base/specs/spec-kit/001-guide/tasks/');
  expect(to('javascript:alert(1)')).not.toContain('/base/');
});

test('what is not done is a gap once it is filed away, and without a history nobody says that there is none', async () => {
  const repo = await GitRepo.create();
  const archive = 'openspec/changes/archive/2026-01-02';
  await repo.commit('work', {
    [`${archive}-a/tasks.md`]: '- [x] 1.1 Write src/a.ts\n- [ ] 1.2 Write src/b.ts\n',
    [`${archive}-c/tasks.md`]: '- [x] 1.1 Write src/a.ts\n',
    'src/a.ts': 'x\n',
  });
  const context = await evidenceContext(repo.root);
  const tell = (one: EvidenceContext) =>
    specTraces(one).map(({ state, gaps }) => [state, gaps.map(({ kind }) => kind)]);
  expect(tell(context)).toEqual([
    ['without-gap', []],
    ['under-way', ['not-done']],
  ]);
  const history = { kind: 'unknown', why: 'no-git', reason: '', help: '' } as const;
  expect(tell({ ...context, evidence: { ...context.evidence, history } })[0]).toEqual([
    'unknown',
    [],
  ]);
});

test('each of several claims on one line is told with its own verdict, and no gap is denied beside a contradicted one', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  const summary = '.planning/phases/01-base/01-01-SUMMARY.md';
  await repo.commit('work', {
    'src/real.ts': 'x\n',
    [summary]:
      '---\nkey-files:\n  created: [src/never-made.ts, src/real.ts]\n---\n\n# Phase 1: Base\n',
    'openspec/changes/archive/2026-01-02-a/specs/auth/spec.md':
      '## ADDED Requirements\n\n### Requirement: Sign in\n\nText.\n',
    'openspec/changes/archive/2026-01-02-a/tasks.md': '- [x] 1.1 Write src/real.ts\n',
    'openspec/specs/auth/spec.md': '# Auth\n\n### Requirement: Another\n',
  });
  const context = await evidenceContext(repo.root);
  const traces = specTraces(context);
  const phase = traces.find(({ spec }) => spec.folder.source === 'gsd');
  expect(
    phase?.tasks.map(({ text, line, verdict, paths }) => [
      ...[text, line, verdict?.name, paths.map((one) => one.path)],
    ]),
  ).toEqual([
    ['`src/never-made.ts` written', 3, 'contradicted', []],
    ['`src/real.ts` written', 3, 'verified', ['src/real.ts']],
  ]);
  expect(
    workTraces(context).flatMap(({ tasks }) => tasks.map(({ claim, verdict }) => [claim, verdict])),
  ).toContainEqual(['file:src/never-made.ts', 'contradicted']);
  expect(findingsOf(context).rows.map(({ url }) => url)).toContain(
    `/base/specs/gsd/01-base/trace/#${phase?.tasks[0]?.anchor}`,
  );
  const change = traces.find(({ spec }) => spec.folder.source === 'openspec');
  expect([change?.requirements[0]?.verdict?.name, change?.gaps, change?.state]).toEqual([
    ...['contradicted', [], 'contradicted'],
  ]);
});
