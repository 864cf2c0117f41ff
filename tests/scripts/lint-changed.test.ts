import { expect, test } from 'vitest';
import { GitRepo } from '../../packages/docket/tests/support/git-repo.ts';
import { changedFiles } from '../../scripts/lint/changed.ts';
import { tasks } from '../../scripts/lint/tasks.ts';

test('changed, staged and new files are found under their own names, deleted ones are not', async () => {
  const repo = await GitRepo.create();
  await repo.commit('Start', { 'a.md': 'a', 'b.md': 'b', 'c.md': 'c', '.gitignore': 'ignored/' });
  await repo.write({
    'a.md': 'changed',
    'b.md': null,
    'größe und maß.md': 'new',
    'ignored/x': 'x',
  });
  await repo.write({ 'docs/staged.md': 'new' });
  await repo.git('add', 'docs');
  expect(changedFiles(repo.root)).toEqual(['a.md', 'docs/staged.md', 'größe und maß.md']);
});

test('outside a repository the changed files are not guessed', async () => {
  const folder = await GitRepo.folder();
  expect(() => changedFiles(folder.root)).toThrow('`git diff` could not list the changed files');
});

test.each([
  ['docs/adr/adr-001-a.md', ['markdown', 'spelling', 'records', 'links']],
  ['packages/docket/docs/adr/adr-019-a.md', ['markdown', 'spelling', 'records', 'links']],
  ['packages/starlight-docket/views/urls.ts', ['code', 'types', 'records']],
  ['packages/starlight-docket/overrides/Header.astro', ['code', 'components', 'records']],
  ['packages/docket/tests/fixtures/torture.md', ['records']],
  ['public/favicon.svg', []],
])('a change of %s concerns %j', (file, names) => {
  expect(tasks.filter(({ concerns }) => concerns?.test(file)).map(({ name }) => name)).toEqual(
    names,
  );
});
