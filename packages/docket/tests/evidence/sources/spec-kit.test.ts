import { expect, test } from 'vitest';
import { GitRepo } from '../../support/git-repo.ts';
import { judgeFilesOf, tell, wordsOf } from '../../support/judged.ts';

const TASKS = 'specs/001-login/tasks.md';

/** A repository with some history, and a file of tasks. */
async function withTasks(...tasks: string[]): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'src/main.ts': 'main', 'lib/util.ts': 'util' });
  await repo.commit('plan', { [TASKS]: tasks.map((task) => `- [ ] ${task}\n`).join('') });
  return repo;
}

async function tick(repo: GitRepo, files: Record<string, string>, ...tasks: string[]) {
  const ticked = tasks.map((task) => `- [x] ${task}\n`).join('');
  await repo.commit('work', { ...files, [TASKS]: ticked });
}

const told = async ({ root }: GitRepo) => tell(await judgeFilesOf(root));

test('a named path is found in the commit of the tick, before it and after it, or nowhere', async () => {
  const tasks = [
    'T001 Create src/login.ts',
    'T002 Update src/main.ts',
    'T003 Create src/late.ts',
    'T004 Create src/phantom.ts',
  ];
  const repo = await withTasks(...tasks);
  await tick(repo, { 'src/login.ts': 'login' }, ...tasks);
  await repo.commit('more', { 'src/late.ts': 'late' });
  const files = await judgeFilesOf(repo.root);
  expect(tell(files)).toEqual([
    'task:T001 verified',
    'task:T002 verified',
    'task:T003 verified late',
    'task:T004 contradicted',
  ]);
  expect(wordsOf(files, 'task:T001')).toBe('`src/login.ts` added in <id> (blob <id>)');
  expect(wordsOf(files, 'task:T004')).toBe(
    'named path not found | `src/phantom.ts` is in no commit of any branch or tag',
  );
});

test('a tick among documents alone is told', async () => {
  const repo = await withTasks('T001 Create src/phantom.ts');
  await tick(repo, { 'docs/a.md': 'a' }, 'T001 Create src/phantom.ts');
  expect(await told(repo)).toEqual(['task:T001 contradicted documents-only']);
});

test.each<[string, string, string]>([
  ['another folder with the same tail', 'Create src/helpers/token.ts', 'lib/helpers/token.ts'],
  ['the repository in front', 'Create app/src/token.ts', 'src/token.ts'],
  ['letter case', 'Create src/Token.ts', 'src/token.ts'],
  ['joints of words', 'Create src/accessToken.ts', 'src/access_token.ts'],
  ['a family of extensions', 'Create src/token.ts', 'src/token.mjs'],
  ['spec and test', 'Create src/token.spec.ts', 'src/token.test.ts'],
  ['a file for a folder', 'Create src/token.ts', 'src/token/index.ts'],
  ['a folder for a file', 'Create src/token/index.ts', 'src/token.ts'],
  ['a package for a module', 'Create src/token.py', 'src/token/__init__.py'],
  ['another number', 'Create src/0003_token.sql', 'src/0004_token.sql'],
  ['a word less', 'Create src/token-store.ts', 'src/token.ts'],
  ['a word more', 'Create src/token.ts', 'src/token-store.ts'],
  ['a word more, in another folder', 'Create src/TOKEN_API.ts', 'src/web/17-token-api-guide.ts'],
  [
    'a word in between, and another form',
    'Create src/token-call-buffering.ts',
    'src/token-buffer.ts',
  ],
  ['another number within', 'Create src/test_0024_token.py', 'src/test_0023_token.py'],
  ['a folder in the name', 'Create src/access_token.py', 'src/access/token.py'],
  ['the name of its folder in front', 'Create src/access/token.py', 'lib/access_token.py'],
  ['a word between dots', 'Create src/a/token-call.test.ts', 'src/b/token-call.unit.test.ts'],
  [
    'a word within less, in another folder',
    'Create src/a/token-new-form.ts',
    'src/b/token-form.ts',
  ],
  [
    'another word of several',
    'Create test/test_token_call_form.py',
    'test/test_token_call_page.py',
  ],
])('an equivalent is elsewhere: %s', async (_, words, path) => {
  const task = `T001 ${words}`;
  const repo = await withTasks(task);
  await tick(repo, { [path]: 'x' }, task);
  const files = await judgeFilesOf(repo.root);
  expect(tell(files)).toEqual(['task:T001 unverifiable elsewhere']);
  expect(wordsOf(files, 'task:T001')).toContain('not found; `');
});

test('a name that a word tells apart counts only where the work of the claim wrote it', async () => {
  const task = 'T001 Create src/token-call-form.ts';
  const repo = await withTasks(task);
  await repo.commit('before', { 'src/token-call-page.ts': 'x' });
  await tick(repo, { 'src/token-page.ts': 'x', 'lib/token-form.ts': 'x' }, task);
  expect(await told(repo)).toEqual(['task:T001 contradicted']);
  const test = 'T002 Create src/test_token_call_form.ts';
  await tick(repo, { 'src/b/token_call.ts': 'x' }, task, test);
  expect(await told(repo)).toContain('task:T002 contradicted');
});

test('of several files that may be meant, the nearest is named', async () => {
  const task = 'T001 Create services/token.ts';
  const repo = await withTasks(task);
  await tick(
    repo,
    { 'lib/token.ts': 'x', 'app/services/token.ts': 'x', 'src/token.ts': 'x' },
    task,
  );
  expect(wordsOf(await judgeFilesOf(repo.root), 'task:T001')).toContain('`app/services/token.ts`');
});

test('another sentence of the text may say why a file is missing', async () => {
  const tasks = ['T001 Create src/phantom.ts', 'T002 Create src/ghost.ts'];
  const repo = await withTasks(...tasks);
  const ticked = tasks.map((task) => `- [x] ${task}\n`).join('');
  const note =
    'Closed; the tests of today will do (no separate `phantom.ts`). src/ghost.ts is fine.\n';
  await repo.commit('work', { 'src/a.ts': 'a', [TASKS]: `${note}\n${ticked}` });
  const files = await judgeFilesOf(repo.root);
  expect(tell(files)).toEqual(['task:T001 unverifiable', 'task:T002 contradicted']);
  expect(wordsOf(files, 'task:T001')).toContain('the text says `no separate`');
});

test('a commit that brings many pieces of work at once shows only the sum', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'src/main.ts': 'main' });
  const task = '- [x] T001 Create src/phantom.ts\n';
  const pieces = (folder: string, first: string, count: number): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `${folder}specs/00${index}-piece/tasks.md`,
        index === 0 ? first : '',
      ]),
    );
  await repo.commit('some', pieces('a/', task, 5));
  expect(await told(repo)).toEqual(['task:T001 contradicted documents-only']);
  await repo.commit('many', pieces('b/', task, 6));
  expect((await told(repo))[1]).toBe('task:T001 unverifiable documents-only');
  // To move what stood before brings nothing.
  await repo.commit('move', {
    ...Object.fromEntries(Object.keys(pieces('b/', '', 6)).map((path) => [path, null])),
    ...pieces('c/', `${task}- [x] T002 Create src/ghost.ts\n`, 6),
  });
  expect((await told(repo)).slice(1)).toEqual([
    'task:T001 unverifiable documents-only',
    'task:T002 contradicted documents-only',
  ]);
});

test('words with a slash between them are no path', async () => {
  const task = 'T001 Support create/update and CI/CD, and drop the H/L keys';
  const repo = await withTasks(task);
  await tick(repo, { 'src/a.ts': 'a' }, task);
  expect(wordsOf(await judgeFilesOf(repo.root), 'task:T001')).toBe(
    'it names no path that any commit has',
  );
});

test('a folder is shown by what stood in it before what came later', async () => {
  const task = 'T001 Set up lib/';
  const repo = await withTasks(task);
  await repo.commit('earlier', { 'lib/b.ts': 'b' });
  await tick(repo, { 'src/a.ts': 'a' }, task);
  await repo.commit('later', { 'lib/a.ts': 'a' });
  expect(await told(repo)).toEqual(['task:T001 verified']);
});

test.each<[string, string]>([
  ['what Git ignores', 'Create src/dist/out.js'],
  ['a folder that is not there', 'Create apps/web/page.tsx'],
  ['what was skipped', 'Create src/phantom.ts (skipped)'],
  ['what is only read', 'Review src/phantom.ts'],
  ['what is only described', 'Document `src/phantom.ts` settings'],
  ['a bare name', 'Create phantom.ts'],
  ['a second path', 'Create src/main.ts and src/phantom.ts'],
])('%s is no contradiction', async (_, words) => {
  const task = `T001 ${words}`;
  const repo = await withTasks(task);
  await tick(repo, { '.gitignore': 'dist/\n' }, task);
  expect(await told(repo)).not.toContain('task:T001 contradicted');
});

test('for what was deleted or moved, absence is the proof and presence the contradiction', async () => {
  const tasks = [
    'T001 Delete `src/gone.ts`',
    'T002 Delete `src/main.ts`',
    'T003 Move `lib/util.ts` to `src/util.ts`',
    'T004 Rename `src/stays.ts` to `src/other-name.ts`',
    'T005 Delete `src/never.ts`',
  ];
  const repo = await withTasks(...tasks);
  await repo.commit('more', { 'src/gone.ts': 'gone', 'src/stays.ts': 'stays' });
  await repo.move('lib/util.ts', 'src/util.ts');
  await repo.git('rm', '--quiet', 'src/gone.ts');
  await tick(repo, {}, ...tasks);
  expect(await told(repo)).toEqual([
    'task:T001 verified',
    'task:T002 contradicted',
    'task:T003 verified',
    'task:T004 contradicted',
    'task:T005 unverifiable',
  ]);
});

test('a path on another branch or tag is no phantom, and one on a merged branch is found', async () => {
  const tasks = ['T001 Create src/apart.ts', 'T002 Create src/side.ts'];
  const repo = await withTasks(...tasks);
  await repo.git('checkout', '--quiet', '-b', 'apart');
  await repo.commit('apart', { 'src/apart.ts': 'apart' });
  await repo.git('checkout', '--quiet', 'main');
  await repo.git('checkout', '--quiet', '-b', 'side');
  await repo.commit('add', { 'src/side.ts': 'side' });
  await repo.commit('drop', { 'src/side.ts': null });
  await repo.commit('rest', { 'src/rest.ts': 'rest' });
  await repo.git('checkout', '--quiet', 'main');
  await repo.git('merge', '--quiet', '--no-ff', '-m', 'merge', 'side');
  await tick(repo, {}, ...tasks);
  expect(await told(repo)).toEqual([
    'task:T001 unverifiable documents-only',
    'task:T002 verified documents-only',
  ]);
});

test('the work of a branch is its whole range, whatever the way it is merged', async () => {
  const task = 'T001 Create src/login.ts';
  for (const way of ['merge', 'squash', 'rebase', 'fast-forward'] as const) {
    const repo = await withTasks(task);
    await repo.git('checkout', '--quiet', '-b', 'work');
    await tick(repo, {}, task);
    await repo.commit('the work', { 'src/login.ts': 'login' });
    expect(await told(repo), `${way}, before`).toEqual(['task:T001 verified']);
    await repo.git('checkout', '--quiet', 'main');
    if (way !== 'fast-forward') await repo.commit('meanwhile', { 'src/other.ts': 'other' });
    if (way === 'merge') await repo.git('merge', '--quiet', '--no-ff', '-m', 'merge', 'work');
    if (way === 'squash') {
      await repo.git('merge', '--quiet', '--squash', 'work');
      await repo.commit('work (#1)');
    }
    if (way === 'rebase') await repo.git('rebase', '--quiet', 'main', 'work');
    if (way === 'rebase' || way === 'fast-forward') {
      await repo.git('checkout', '--quiet', 'main');
      await repo.git('merge', '--quiet', '--ff-only', 'work');
    }
    await repo.git('branch', '--quiet', '-D', 'work');
    const [verdict] = await told(repo);
    expect(verdict, way).toMatch(/^task:T001 verified/);
  }
});

test('tasks edited, moved to an archive and back keep the commit of their tick', async () => {
  const task = 'T001 Create src/login.ts';
  const repo = await withTasks(task);
  await tick(repo, { 'src/login.ts': 'login' }, task);
  await repo.commit('edit', { [TASKS]: '- [x] T001 Create the login in src/login.ts\n' });
  await repo.move(TASKS, 'specs/002-login-again/tasks.md');
  await repo.commit('move');
  const [file] = await judgeFilesOf(repo.root);
  expect(file?.path).toBe('specs/002-login-again/tasks.md');
  expect(file?.claims[0]?.commit?.subject).toBe('work');
});

test('files that were moved, split or renamed in letter case were there', async () => {
  const task = 'T001 Create src/login.ts';
  const repo = await withTasks(task);
  await tick(repo, { 'src/login.ts': 'login' }, task);
  await repo.move('src/login.ts', 'src/Login.ts');
  await repo.commit('letter case');
  await repo.commit('split', { 'src/Login.ts': null, 'src/log.ts': 'log', 'src/in.ts': 'in' });
  expect(await told(repo)).toEqual(['task:T001 verified']);
});

test('a root that moves into a folder and back keeps its verdicts', async () => {
  const tasks = ['T001 Create src/login.ts', 'T002 Create src/phantom.ts'];
  const repo = await withTasks(...tasks);
  await tick(repo, { 'src/login.ts': 'login' }, ...tasks);
  const expected = ['task:T001 verified', 'task:T002 contradicted'];
  await repo.git('mv', '-k', 'src', 'specs', 'lib', '.').catch(() => '');
  for (const name of ['src', 'specs', 'lib']) await repo.move(name, `app/${name}`);
  await repo.commit('into a folder');
  expect(await told(repo)).toEqual(expected);
  for (const name of ['src', 'specs', 'lib']) await repo.git('mv', `app/${name}`, name);
  await repo.commit('and back');
  expect(await told(repo)).toEqual(expected);
});

test('nothing is contradicted in a shallow clone, in a submodule, or before it is committed', async () => {
  const tasks = ['T001 Create src/phantom.ts', 'T002 Create src/sub/a.ts'];
  const repo = await withTasks(...tasks);
  await tick(repo, {}, ...tasks);
  const shallow = await repo.clone('--depth=1');
  expect(await told(shallow)).toEqual(['task:T001 unverifiable', 'task:T002 unverifiable']);

  const other = await GitRepo.create();
  await other.commit('start', { 'a.ts': 'a' });
  await repo.git(
    '-c',
    'protocol.file.allow=always',
    'submodule',
    'add',
    '--quiet',
    other.root,
    'src/sub',
  );
  await repo.commit('submodule');
  await repo.write({
    [TASKS]: `${tasks.map((task) => `- [x] ${task}\n`).join('')}- [x] T003 Create src/new.ts\n`,
  });
  const files = await judgeFilesOf(repo.root);
  expect(wordsOf(files, 'task:T002')).toBe('`src/sub/a.ts` is in a submodule');
  expect(wordsOf(files, 'task:T003')).toBe('the claim is not committed');
});

test('the squash of a release says nothing of what came and went before', async () => {
  const task = 'T001 Create src/phantom.ts';
  const repo = await withTasks(task);
  await repo.commit('Release v1.2.0', { [TASKS]: `- [x] ${task}\n`, 'src/a.ts': 'a' });
  expect(await told(repo)).toEqual(['task:T001 unverifiable']);
});
