import { expect, test } from 'vitest';
import { GSD } from '../../../src/evidence/sources/gsd.ts';
import { sourceOf } from '../../../src/evidence/sources/index.ts';
import { GitRepo } from '../../support/git-repo.ts';
import { judgeFilesOf, tell, wordsOf } from '../../support/judged.ts';

test.each([
  ['specs/001-login/tasks.md', 'spec-kit'],
  ['apps/web/specs/20260305-120000-login/tasks.md', 'spec-kit'],
  ['specs/001-login/checklists/review.md', undefined],
  ['.kiro/specs/login/tasks.md', 'kiro'],
  ['openspec/changes/add-login/tasks.md', 'openspec'],
  ['openspec/changes/archive/2026-03-05-add-login/specs/auth/spec.md', 'openspec'],
  ['openspec/specs/auth/spec.md', undefined],
  ['.planning/phases/01-login/01-02-SUMMARY.md', 'gsd'],
  ['docs/stories/1.1.login.md', 'bmad'],
  ['_bmad-output/implementation-artifacts/1-1-login.md', 'bmad'],
  ['docs/guide.md', undefined],
])('%s belongs to %s', (path, name) => {
  expect(sourceOf(path)?.name).toBe(name);
});

const SPEC = (...titles: string[]): string =>
  `# Auth\n\n## Requirements\n\n${titles.map((title) => `### Requirement: ${title}\nText.\n`).join('\n')}`;

const DELTA = `## ADDED Requirements

### Requirement: Log in
Text.

### Requirement: Never there
Text.

## REMOVED Requirements

### Requirement: Old way
Reason.

### Requirement: Kept
Reason.

## RENAMED Requirements

- FROM: \`### Requirement: Sign\`
- TO: \`### Requirement: Sign out\`
`;

test('what an archived change says of the specifications is held against them', async () => {
  const repo = await GitRepo.create();
  const change = 'openspec/changes/add-login';
  await repo.commit('start', { 'openspec/specs/auth/spec.md': SPEC('Old way', 'Kept', 'Sign') });
  await repo.commit('propose', {
    [`${change}/specs/auth/spec.md`]: DELTA,
    [`${change}/tasks.md`]: '- [x] 1.1 Create src/login.ts\n',
    'src/login.ts': 'login',
  });
  // Before it is filed away, it claims nothing of the specifications.
  expect(tell(await judgeFilesOf(repo.root))).toEqual(['task:1.1 verified']);
  await repo.move(change, 'openspec/changes/archive/2026-03-06-add-login');
  await repo.commit('archive', {
    'openspec/specs/auth/spec.md': SPEC('Log in', 'Kept', 'Sign out'),
  });
  const files = await judgeFilesOf(repo.root);
  expect(tell(files)).toEqual([
    'added:Log in verified documents-only',
    'added:Never there contradicted documents-only',
    'removed:Old way verified documents-only',
    'removed:Kept contradicted documents-only',
    'renamed:Sign out verified documents-only',
    'task:1.1 verified',
  ]);
  expect(wordsOf(files, 'added:Never there')).toBe(
    'requirement `Never there` not found | `openspec/specs/auth/spec.md` after <id>',
  );
  await repo.commit('late', { 'openspec/specs/auth/spec.md': SPEC('Log in', 'Never there') });
  expect(tell(await judgeFilesOf(repo.root)).slice(1, 4)).toEqual([
    'added:Never there verified late documents-only',
    'removed:Old way verified documents-only',
    'removed:Kept verified late documents-only',
  ]);
});

const added = (title: string): string =>
  `## ADDED Requirements\n\n### Requirement: ${title}\nText.\n`;

test('a requirement that a branch wrote and took back before the merge is not held to be there', async () => {
  const repo = await GitRepo.create();
  const spec = 'openspec/specs/auth/spec.md';
  await repo.commit('start', { [spec]: SPEC('Log in') });
  await repo.git('switch', '--quiet', '--create', 'side');
  await repo.commit('archive', {
    [spec]: SPEC('Log in', 'Log out'),
    'openspec/changes/archive/2026-03-06-add-logout/specs/auth/spec.md': added('Log out'),
  });
  await repo.commit('take back', { [spec]: SPEC('Log in') });
  await repo.git('switch', '--quiet', 'main');
  await repo.git('merge', '--quiet', '--no-ff', '--no-edit', 'side');
  const files = await judgeFilesOf(repo.root);
  expect(tell(files)).toEqual(['added:Log out unverifiable documents-only']);
  expect(wordsOf(files, 'added:Log out')).toBe(
    '`openspec/specs/auth/spec.md` has it after <id> only, a commit of a branch',
  );
});

test('a requirement whose heading leaves the word out is there, and none that is removed', async () => {
  const repo = await GitRepo.create();
  const archive = 'openspec/changes/archive/2026-03-06-';
  const removed = '## REMOVED Requirements\n\n### Requirement: Notes\nReason.\n';
  await repo.commit('start', { 'openspec/specs/auth/spec.md': SPEC('Log in', 'Notes') });
  await repo.commit('archive', {
    'openspec/specs/auth/spec.md': `${SPEC('Log in')}\n#### Log out ##\n\n## Notes\n`,
    [`${archive}add-logout/specs/auth/spec.md`]: `${added('Log out')}\n${removed}`,
  });
  expect(tell(await judgeFilesOf(repo.root))).toEqual([
    'added:Log out verified documents-only',
    'removed:Notes verified documents-only',
  ]);
});

test('what a branch took back verifies no claim that came after', async () => {
  const repo = await GitRepo.create();
  const spec = 'openspec/specs/auth/spec.md';
  await repo.commit('start', { [spec]: SPEC('Log in') });
  await repo.git('switch', '--quiet', '--create', 'side');
  await repo.commit('try', { [spec]: SPEC('Log in', 'The thing') });
  await repo.commit('take back', { [spec]: SPEC('Log in') });
  await repo.git('switch', '--quiet', 'main');
  await repo.git('merge', '--quiet', '--no-ff', '--no-edit', 'side');
  await repo.commit('archive', {
    'openspec/changes/archive/2026-03-06-add-thing/specs/auth/spec.md': added('The thing'),
  });
  expect(tell(await judgeFilesOf(repo.root))).toEqual([
    'added:The thing unverifiable documents-only',
  ]);
});

test('a change that was filed away before there was a specification lost nothing in it', async () => {
  const repo = await GitRepo.create();
  await repo.commit('archive', {
    'openspec/changes/archive/2026-03-06-add-logout/specs/auth/spec.md': added('Log out'),
    'src/main.ts': 'main',
  });
  await repo.commit('write it', { 'openspec/specs/auth/spec.md': SPEC('Log in') });
  const files = await judgeFilesOf(repo.root);
  expect(tell(files)).toEqual(['added:Log out unverifiable']);
  expect(wordsOf(files, 'added:Log out')).toBe('there was no specification `auth` yet');
});

test.each<[string, string]>([
  ['## REMOVED Requirements\n\n### Requirement: log out\nReason.\n', 'unverifiable'],
  [
    '## RENAMED Requirements\n\n- FROM: `### Requirement: Log out`\n- TO: `### Requirement: Leave`\n',
    'unverifiable',
  ],
  [added('Something else'), 'contradicted'],
])(
  'what another change of the same landing says of a requirement counts: %j',
  async (text, verdict) => {
    const repo = await GitRepo.create();
    await repo.commit('start', { 'openspec/specs/auth/spec.md': SPEC('Log in') });
    const archive = 'openspec/changes/archive/2026-03-06-';
    const other = `${archive}other/specs/auth/spec.md`;
    await repo.commit('archive', {
      [`${archive}add-logout/specs/auth/spec.md`]: added('Log out'),
      [other]: text,
    });
    const files = await judgeFilesOf(repo.root);
    expect(tell(files)[0]).toBe(`added:Log out ${verdict} documents-only`);
    if (verdict === 'unverifiable') {
      expect(wordsOf(files, 'added:Log out')).toBe(
        `\`${other}\`, which landed by then, says otherwise`,
      );
    }
  },
);

test.each<[string, string]>([
  ['The `auth` delta was intentionally NOT synced into the main spec.', 'unverifiable'],
  ['- [x] Archive with `--skip-specs`', 'unverifiable'],
  ['The `auth` delta was synced. The `mail` delta was not synced.', 'contradicted'],
  ['The main `auth` spec follows.', 'contradicted'],
])('a change may say that a specification was left as it was: %s', async (note, verdict) => {
  const repo = await GitRepo.create();
  const change = 'openspec/changes/archive/2026-03-06-add-logout/';
  await repo.commit('start', { 'openspec/specs/auth/spec.md': SPEC('Log in') });
  await repo.commit('archive', {
    [`${change}tasks.md`]: `# Tasks\n\n${note}\n`,
    [`${change}specs/auth/spec.md`]: added('Log out'),
  });
  const files = await judgeFilesOf(repo.root);
  expect(tell(files)).toContain(`added:Log out ${verdict} documents-only`);
  if (verdict === 'unverifiable') {
    expect(wordsOf(files, 'added:Log out')).toBe(`\`${change}tasks.md\` says that it was left out`);
  }
});

const SUMMARY = `---
phase: 01-login
key-files:
  created:
    - src/login.ts
    - src/phantom.ts # the store
    - none
  modified: [src/main.ts]
  deleted: [src/old.ts]
---

# Summary

## Task Commits

1. **Task 1: Add the login form** - \`HASH\` (feat)
2. **Task 2: Add the login form** - \`0123abc\` (feat)
3. **Task 3: Another thing entirely** - \`4567def\` (feat)
4. **Task 4: Count** - 1234567 lines
`;

test('a summary of GSD names files, and commits that a rebase may have renamed', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'src/main.ts': 'main', 'src/old.ts': 'old' });
  const hash = await repo.commit('feat(01): add the login form', {
    'src/login.ts': 'login',
    'src/main.ts': 'main 2',
    'src/old.ts': null,
  });
  const path = '.planning/phases/01-login/01-01-SUMMARY.md';
  await repo.commit('summary', { [path]: SUMMARY.replace('HASH', hash.slice(0, 7)) });
  const files = await judgeFilesOf(repo.root);
  expect(tell(files)).toEqual([
    'file:src/login.ts verified documents-only',
    'file:src/phantom.ts contradicted documents-only',
    'file:src/main.ts verified documents-only',
    'file:src/old.ts verified documents-only',
    `commit:${hash.slice(0, 7)} verified documents-only`,
    'commit:0123abc verified documents-only',
    'commit:4567def unverifiable documents-only',
  ]);
  expect(wordsOf(files, 'commit:0123abc')).toBe(
    'not under that hash, but as <id> `feat(01): add the login form`',
  );
});

test('a summary without front matter says the same in its sections', () => {
  const text =
    '# Done\n\n## Files Created/Modified\n\n- `src/a.ts` - what it does\n- src/b.ts (deleted)\n- None\n- We touched src/c.ts a little\n';
  const claims = GSD.claims({ path: '.planning/SUMMARY.md', text });
  expect(claims.map(({ claim }) => claim)).toEqual(['`src/a.ts` written', '`src/b.ts` deleted']);
});

const STORY = (status: string): string => `# Story 1.1

## Status

${status}

## Dev Agent Record

### File List

**New Files:**

- \`src/login.ts\` - the form
- \`src/phantom.ts\`

**Modified:**

- \`src/main.ts\` - Removed a dead function

**Deleted Files:**

- \`src/old.ts\`

**Reference files:**

- \`docs/plan.md\`
`;

test('a story of BMAD lists its files, once it is no plan', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'src/main.ts': 'main', 'src/old.ts': 'old' });
  await repo.commit('story', {
    'docs/stories/1.1.login.md': STORY('Ready for Review'),
    'src/login.ts': 'login',
    'src/main.ts': 'main 2',
    'src/old.ts': null,
  });
  expect(tell(await judgeFilesOf(repo.root))).toEqual([
    'file:src/login.ts verified',
    'file:src/phantom.ts contradicted',
    'file:src/main.ts verified',
    'file:src/old.ts verified',
    'file:docs/plan.md unverifiable',
  ]);
});

test('what a story of the same landing says that it deleted is no phantom', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'src/main.ts': 'main' });
  const list = (title: string, path: string): string =>
    `# Story\n\nStatus: Done\n\n### File List\n\n**${title}:**\n\n- \`${path}\`\n`;
  await repo.commit('stories', {
    'docs/stories/1.1.login.md': list('Created Files', 'src/stub.ts'),
    'docs/stories/1.2.logout.md': list('Deleted Files', 'src/stub.ts'),
    'docs/stories/1.3.mail.md': list('Created Files', 'src/phantom.ts'),
    'src/main.ts': 'main 2',
  });
  const files = await judgeFilesOf(repo.root);
  expect(wordsOf(files, 'file:src/stub.ts')).toBe(
    'named path `src/stub.ts` not found: `docs/stories/1.2.logout.md`, which landed by then, says that it was deleted',
  );
  expect(tell(files)).toContain('file:src/phantom.ts contradicted');
});

test.each<[string, string]>([
  ['Draft', 'none'],
  ['Proposed', 'none'],
  ['**Ready for Development**', 'none'],
  ['Pending - waits for 1.0', 'none'],
  ['Deferred', 'none'],
  ['Done', 'contradicted'],
  ['✅ COMPLETED', 'contradicted'],
  ['**Ready for Review**', 'contradicted'],
  ['In Development - Tasks 1-7 completed', 'unverifiable'],
  ['67% COMPLETED', 'unverifiable'],
  ['Terminé', 'unverifiable'],
])('a story that is `%s` leaves a file that is missing %s', async (status, verdict) => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'src/main.ts': 'main', 'src/old.ts': 'old' });
  await repo.commit('story', { 'docs/stories/1.1.login.md': STORY(status) });
  const told = tell(await judgeFilesOf(repo.root));
  expect(told.find((words) => words.startsWith('file:src/phantom.ts')) ?? 'none').toContain(
    verdict,
  );
});
