import { expect, test } from 'vitest';
import { isSpecText, specFoldersOf } from '../../../src/evidence/specs/spec-folder.ts';

function foldersOf(files: Readonly<Record<string, string>>) {
  return specFoldersOf(Object.entries(files).map(([path, text]) => ({ path, text })));
}

const SPEC = `# Feature Specification: User login

### User Story 1 - Sign in (Priority: P1)

1. **Given** FR-009 of old, **When** someone signs in.

### User Story 2: Sign out

- **FR-001**: System MUST check the password.
- FR-002 System MUST lock after five tries, see FR-001.
- **FR-001**: said again.

\`\`\`md
- **FR-777**: an example
\`\`\`

**SC-001**: Nine in ten sign in at once.
`;

test('a folder of Spec Kit is one specification, its texts as somebody reads them', () => {
  const [folder, ...others] = foldersOf({
    'specs/003-user-login/tasks.md':
      '# Tasks: User login\n\n## Phase 1\n\n- [x] T001 [P] [US1] Write `src/login.ts` for FR-001\n- [ ] T002 **Lock** after five tries (FR-002)\n\n- [x] CHK001 Reviewed\n',
    'specs/003-user-login/checklists/requirements.md': '# Checklist\n\n- [x] CHK001 Read\n',
    'specs/003-user-login/contracts/api.yaml': 'openapi: 3.1.0\n',
    'specs/003-user-login/plan.md': '# Implementation Plan: [FEATURE]\n\n[Spec](./spec.md)\n',
    'specs/003-user-login/notes.md': 'No heading.\n',
    'specs/003-user-login/spec.md': SPEC,
    'specs/readme.md': '# All\n',
  });
  expect(others).toEqual([]);
  expect(folder).toMatchObject({
    source: 'spec-kit',
    tool: 'Spec Kit',
    project: '',
    folder: 'specs/003-user-login/',
    name: '003-user-login',
    title: 'User login',
    makesClaims: true,
  });
  expect(folder?.files.map(({ below, heading }) => [below, heading])).toEqual([
    ['spec.md', 'Feature Specification: User login'],
    ['plan.md', 'Implementation Plan: [FEATURE]'],
    ['tasks.md', 'Tasks: User login'],
    ['notes.md', undefined],
    ['contracts/api.yaml', undefined],
    ['checklists/requirements.md', 'Checklist'],
  ]);
  expect(folder?.requirements.map(({ id, kind, text, line }) => [id, kind, text, line])).toEqual([
    ['US1', 'US', 'Sign in (Priority: P1)', 3],
    ['US2', 'US', 'Sign out', 7],
    ['FR-001', 'FR', 'System MUST check the password.', 9],
    ['FR-002', 'FR', 'System MUST lock after five tries, see FR-001.', 10],
    ['SC-001', 'SC', 'Nine in ten sign in at once.', 17],
  ]);
  expect(folder?.tasks).toEqual([
    {
      ...{ id: 'T001', text: 'Write `src/login.ts` for FR-001', isTicked: true, line: 5 },
      ...{
        section: 'Phase 1',
        refs: ['US1', 'FR-001'],
        unread: [],
        file: 'specs/003-user-login/tasks.md',
      },
    },
    {
      ...{ id: 'T002', text: 'Lock after five tries (FR-002)', isTicked: false, line: 6 },
      ...{
        section: 'Phase 1',
        refs: ['FR-002'],
        unread: [],
        file: 'specs/003-user-login/tasks.md',
      },
    },
  ]);
});

test('a change of OpenSpec keeps its name where it is filed away, with what it does to requirements', () => {
  const folders = foldersOf({
    'openspec/changes/add-login/proposal.md': '## Why\n\nPeople ask.\n',
    'openspec/changes/add-login/specs/auth/spec.md':
      '## ADDED Requirements\n\n### Requirement: Sign in\n\nText.\n',
    'openspec/changes/archive/2026-01-02-add-logout/tasks.md': '- [x] 1.1 Write `src/out.ts`\n',
    'app/openspec/changes/archive/old/proposal.md': '# Change: An old one\n',
    'openspec/changes/archive/README.md': '# Archive\n',
    'openspec/specs/auth/spec.md': '### Requirement: Sign in\n',
  });
  expect(
    folders.map(({ project, name, archived, title }) => [project, name, archived, title]),
  ).toEqual([
    ['', 'add-login', undefined, 'Add login'],
    ['', 'add-logout', { date: '2026-01-02' }, 'Add logout'],
    ['app/', 'old', { date: undefined }, 'An old one'],
  ]);
  expect(folders[0]?.requirements).toMatchObject([
    { id: 'Sign in', operation: 'added', file: 'openspec/changes/add-login/specs/auth/spec.md' },
  ]);
});

test('tasks of Kiro name requirements by number, whatever their criteria', () => {
  const [folder] = foldersOf({
    '.kiro/specs/checkout/requirements.md':
      '# Requirements Document\n\n### Requirement 1: Pay\n\n### Requirement 2\n',
    '.kiro/specs/checkout/tasks.md':
      '# Implementation Plan\n\n- [x] 1. Take money\n  - _Requirements: 1.1, 1.2_\n- [ ] 2. Give change\n  - _Requirements: 2.3 and 1.4_\n',
  });
  expect(folder).toMatchObject({ name: 'checkout', title: 'Checkout', source: 'kiro' });
  expect(folder?.requirements.map(({ id, text }) => [id, text])).toEqual([
    ['1', 'Pay'],
    ['2', ''],
  ]);
  expect(folder?.tasks.map(({ id, refs }) => [id, refs])).toEqual([
    ['1', ['1']],
    ['2', ['2', '1']],
  ]);
});

test('a phase of GSD and a story of BMAD are specifications where they claim something', () => {
  const folders = foldersOf({
    '.planning/phases/01-base/01-01-PLAN.md': '# Plan\n',
    '.planning/phases/01-base/01-01-SUMMARY.md':
      '# Phase 1: Base\n\n## Files Created/Modified\n\n- `src/base.ts` - the base\n',
    '.planning/research/NOTES.md': '# Notes\n',
    'docs/stories/1.1.sign-in.md': '# Story 1.1: Sign in\n\n## File List\n\n- `src/in.ts`\n',
    'docs/stories/readme.md': '# Stories\n',
    'src/stories/button.md': '# Button\n',
  });
  expect(folders.map(({ source, name, title }) => [source, name, title])).toEqual([
    ['gsd', '01-base', 'Base'],
    ['bmad', '1.1.sign-in', 'Story 1.1: Sign in'],
  ]);
});

test('texts of specifications are Markdown, and contracts in other forms', () => {
  const paths = [
    'specs/001-a/spec.md',
    'specs/001-a/contracts/api.yaml',
    'specs/001-a/api.yaml',
    'specs/001-a/picture.png',
    'specs/README.md',
    'openspec/project.md',
    'openspec/changes/a/design.md',
  ];
  expect(paths.filter(isSpecText)).toEqual([
    'specs/001-a/spec.md',
    'specs/001-a/contracts/api.yaml',
    'openspec/changes/a/design.md',
  ]);
});

test('what research, a design and a summary say was decided is told, with its reason', () => {
  const folders = foldersOf({
    'specs/001-a/spec.md': '# A\n',
    'specs/001-a/research.md':
      '# Research\n\n## 1. Store\n\n**Decision**: Use files\n**Rationale**: They are there\n\n**Alternatives considered**:\n\n- A server: too much\n- Nothing\n\n## 2. Form\n\n- Decision: JSON\n- Rationale: Read by all\n\n## 3. Rest\n\nA decision: is not one here.\n',
    'openspec/changes/b/proposal.md': '## Why\n',
    'openspec/changes/b/design.md':
      '# Design\n\n## Decisions\n\n### Decision 1: Ask first\n\nPeople like it.\n\n### 2. Then act\n\n**Why:** Quick.\n\n## Risks\n\n### Slow\n\n- None\n',
    '.planning/phases/01-c/01-SUMMARY.md':
      '# Summary\n\n## Files Created\n\n- `src/c.ts`\n\n## Decisions Made\n\n- Keep it small\n\n## Deviations from Plan\n\n### Auto-fixed Issues\n\n**1. [Rule 1 - Bug] Fixed a loop**\n\n- **Found in:** Task 1\n\n## Issues\n\nNone.\n',
    '.planning/phases/02-d/02-SUMMARY.md':
      '# Summary\n\n## Files Created\n\n- `src/d.ts`\n\n## Decisions Made\n\nNone - followed the plan.\n',
  });
  const told = folders.flatMap(({ decisions }) =>
    decisions.map(({ kind, decision, rationale, options, line }) => [
      ...[kind, decision, rationale, options, line],
    ]),
  );
  expect(told).toEqual([
    ['decision', 'Use files', 'They are there', 'A server: too much; Nothing', 5],
    ['decision', 'JSON', 'Read by all', '', 15],
    ['decision', 'Ask first', 'People like it.', '', 5],
    ['decision', 'Then act', 'Quick.', '', 9],
    ['decision', 'Keep it small', '', '', 9],
    ['deviation', '[Rule 1 - Bug] Fixed a loop', '', '', 15],
  ]);
});

test.each([
  ['Plan-based pricing', 'Plan-based pricing'],
  ['Specification-first APIs', 'Specification-first APIs'],
  ['Change-log', 'Change-log'],
  ['Plan - Pricing', 'Pricing'],
  ['Spec – Pricing', 'Pricing'],
  ['Proposal: Pricing', 'Pricing'],
  ['Design', 'Pricing of old'],
])('a specification under the heading %s is called %s', (heading, title) => {
  expect(foldersOf({ 'specs/001-pricing-of-old/spec.md': `# ${heading}\n` })).toMatchObject([
    { title },
  ]);
});

/** What a design says was decided, under headings or as items. */
function decidedIn(section: string, rows: readonly string[]): string[] {
  const files = {
    'openspec/changes/b/proposal.md': '## Why\n',
    'openspec/changes/b/design.md': `# Design\n\n## ${section}\n\n${rows.join('\n')}\n`,
  };
  return foldersOf(files).flatMap(({ decisions }) => decisions.map(({ decision }) => decision));
}

test.each([
  ['2-phase commit', '2-phase commit'],
  ['S3: bucket per tenant', 'S3: bucket per tenant'],
  ['Decision-making stays local', 'Decision-making stays local'],
  ['2.5 seconds are enough', '2.5 seconds are enough'],
  ['2. Then act', 'Then act'],
  ['1.2. Then act', 'Then act'],
  ['3 - Then act', 'Then act'],
  ['Decision 1: Ask', 'Ask'],
  ['Decision A — Ask', 'Ask'],
  ['Decision: Ask', 'Ask'],
])('the heading %s tells of the decision %s', (heading, decision) => {
  expect(decidedIn('Decisions', [`### ${heading}`])).toEqual([decision]);
});

test('only who says that there was nothing to decide has decided nothing', () => {
  const said = ['None of the ORMs; plain SQL', 'Nothing is retried any more', 'None 日本語で'];
  const nothing = ['None', 'None.', 'N/A (small)', 'None - as planned', 'None. As planned.'];
  const rows = [...said, ...nothing, 'Nothing — all went well', 'None required.', 'TBD'];
  expect(
    decidedIn(
      'Decisions',
      rows.map((row) => `- ${row}`),
    ),
  ).toEqual(said);
  expect(decidedIn('Deviations', ['- No deviations from the plan'])).toEqual([]);
});
