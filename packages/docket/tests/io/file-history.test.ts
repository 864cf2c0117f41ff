import { expect, test } from 'vitest';
import { readHistory } from '../../src/io/git.ts';
import { fileHistoriesOf } from '../../src/records/file-history.ts';
import { GitRepo } from '../support/git-repo.ts';

const OLD = 'docs/adr/adr-001-é old.md';
const NEW = 'docs/adr/adr-001-new.md';
const text = (line: string) =>
  `# Title\n\n${'A paragraph that stays as it is.\n'.repeat(20)}${line}\n`;

async function repository(): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.commit('Add', { [OLD]: text('one'), 'docs/adr/other.md': 'x' });
  await repo.commit('Change', { [OLD]: text('two') });
  await repo.commit('Elsewhere', { 'docs/adr/other.md': 'y' });
  await repo.move(OLD, NEW);
  await repo.commit('Move');
  await repo.commit('Change again', { [NEW]: text('three') });
  return repo;
}

test('a file is followed through its changes and its move', async () => {
  const repo = await repository();
  await repo.write({ 'docs/adr/other.md': 'z', 'docs/adr/young.md': 'new' });
  const paths = [NEW, 'docs/adr/other.md', 'docs/adr/young.md'];
  const found = fileHistoriesOf(await readHistory(repo.root), paths);
  if (found.kind === 'unknown') throw new Error(found.message);
  expect(found.isShallow).toBe(false);
  const [moved, other, young] = paths.map((path) => found.files.get(path));
  expect(moved?.revisions.map(({ kind, subject, path }) => [kind, subject, path])).toEqual([
    ['added', 'Add', OLD],
    ['changed', 'Change', OLD],
    ['moved', 'Move', NEW],
    ['changed', 'Change again', NEW],
  ]);
  expect(moved?.isUncommitted).toBe(false);
  expect([other?.revisions.length, other?.isUncommitted]).toEqual([2, true]);
  expect([young?.revisions.length, young?.isUncommitted]).toEqual([0, true]);
});

test('a workspace below the top of its repository keeps to its own paths', async () => {
  const repo = await GitRepo.create();
  await repo.commit('Add', { 'team/docs/adr/a.md': 'x' });
  const found = fileHistoriesOf(await readHistory(`${repo.root}/team`), ['docs/adr/a.md']);
  if (found.kind === 'unknown') throw new Error(found.message);
  expect(found.files.get('docs/adr/a.md')?.revisions.map(({ path }) => path)).toEqual([
    'docs/adr/a.md',
  ]);
});

test('where a shallow clone ends, nothing is called added', async () => {
  const repo = await repository();
  const clone = await repo.clone('--depth', '2');
  const found = fileHistoriesOf(await readHistory(clone.root), [NEW]);
  if (found.kind === 'unknown') throw new Error(found.message);
  expect(found.isShallow).toBe(true);
  expect(found.files.get(NEW)?.revisions.map(({ kind, subject }) => [kind, subject])).toEqual([
    ['earliest', 'Move'],
    ['changed', 'Change again'],
  ]);
});

test('a file that was deleted and written anew begins anew', async () => {
  const repo = await GitRepo.create();
  await repo.commit('Add', { 'docs/adr/a.md': 'x' });
  await repo.commit('Delete', { 'docs/adr/a.md': null });
  await repo.commit('Write anew', { 'docs/adr/a.md': 'quite another thing' });
  const found = fileHistoriesOf(await readHistory(repo.root), ['docs/adr/a.md']);
  if (found.kind === 'unknown') throw new Error(found.message);
  expect(found.files.get('docs/adr/a.md')?.revisions.map(({ subject }) => subject)).toEqual([
    'Write anew',
  ]);
});

test('without a repository the reason is handed on', async () => {
  const folder = await GitRepo.folder();
  expect(fileHistoriesOf(await readHistory(folder.root), ['a.md'])).toMatchObject({
    kind: 'unknown',
    message: 'Not in a Git repository',
  });
});
