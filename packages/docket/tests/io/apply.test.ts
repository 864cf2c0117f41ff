import { chmod, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { applyChanges } from '../../src/io/apply.ts';
import { dirtyFiles } from '../../src/io/dirty-files.ts';
import { withWriteLock } from '../../src/io/write-lock.ts';
import type { FileChange } from '../../src/records/authoring/change.ts';
import { GitRepo } from '../support/git-repo.ts';

const apply = (root: string, changes: readonly FileChange[]) =>
  withWriteLock(root, async (lock) => applyChanges(lock, changes));

const edit = (file: string, before: string, after: string) =>
  ({ kind: 'edit', path: file, before, after }) as const;

test('creates, edits and moves, and keeps the byte-order mark and the mode', async () => {
  const { root, write } = await repoWith({ 'a.md': '\uFEFFold', 'b.md': 'b' });
  await write({});
  await chmod(path.join(root, 'b.md'), 0o755);
  await apply(root, [
    edit('a.md', 'old', 'new'),
    { kind: 'move', from: 'b.md', path: 'sub/c.md', before: 'b', after: 'c' },
    { kind: 'create', path: 'sub/d.md', after: 'd' },
  ]);
  expect(await readFile(path.join(root, 'a.md'), 'utf8')).toBe('\uFEFFnew');
  expect(await readFile(path.join(root, 'sub/c.md'), 'utf8')).toBe('c');
  expect((await stat(path.join(root, 'sub/c.md'))).mode & 0o777).toBe(0o755);
  expect((await readdir(root)).sort()).toEqual(['a.md', 'sub']);
  expect((await readdir(path.join(root, 'sub'))).sort()).toEqual(['c.md', 'd.md']);
});

test('writes nothing where one file is not as it was read', async () => {
  const { root } = await repoWith({ 'a.md': 'a', 'b.md': 'changed' });
  await expect(apply(root, [edit('a.md', 'a', 'new'), edit('b.md', 'b', 'new')])).rejects.toThrow(
    '`b.md` changed while the command was running',
  );
  await expect(
    apply(root, [edit('a.md', 'a', 'new'), { kind: 'create', path: 'b.md', after: 'x' }]),
  ).rejects.toThrow('`b.md` already exists');
  expect(await readFile(path.join(root, 'a.md'), 'utf8')).toBe('a');
});

test('puts the old texts back where writing fails half way', async () => {
  const { root } = await repoWith({ 'a.md': '\uFEFFa', 'b.md': 'b' });
  // A folder in the way of the second file appears only once the first is in place.
  await mkdir(path.join(root, 'c.md', 'x'), { recursive: true });
  const inTheWay = { kind: 'edit', path: 'c.md', before: '', after: 'x' } as const;
  await expect(apply(root, [edit('a.md', 'a', 'new'), inTheWay])).rejects.toThrow();
  const gone = { kind: 'create', path: 'c.md/x/../../b.md/y.md', after: '' } as const;
  await expect(apply(root, [edit('a.md', 'a', 'new'), gone])).rejects.toThrow();
  expect(await readFile(path.join(root, 'a.md'), 'utf8')).toBe('\uFEFFa');
  expect((await readdir(root)).sort()).toEqual(['a.md', 'b.md', 'c.md']);
});

test('a file with uncommitted changes is dirty, one that Git does not know is not', async () => {
  const repo = await GitRepo.create();
  await repo.commit('Add', { 'a.md': 'a', 'é b.md': 'b' });
  await repo.write({ 'é b.md': 'x', 'new.md': 'n' });
  const files = ['a.md', 'é b.md', 'new.md'];
  expect(await dirtyFiles(repo.root, files)).toEqual(['é b.md']);
  const folder = await GitRepo.folder();
  expect(await dirtyFiles(folder.root, files)).toEqual([]);
});

async function repoWith(files: Record<string, string>) {
  const repo = await GitRepo.folder();
  await repo.write(files);
  return { root: repo.root, write: (more: Record<string, string>) => repo.write(more) };
}
