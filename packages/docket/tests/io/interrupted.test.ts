import { randomUUID } from 'node:crypto';
import { chmod, cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { stateFolder } from '../../src/io/state-folder.ts';
import { settleWriting, withWriteLock } from '../../src/io/write-lock.ts';
import type { FileChange } from '../../src/records/authoring/change.ts';
import { GitRepo } from '../support/git-repo.ts';
import { killEverywhere } from '../support/kills.ts';
import { treeOf } from '../support/tree.ts';

const CHANGES: readonly FileChange[] = [
  { kind: 'edit', path: 'a.md', before: 'a\n', after: 'new a\n' },
  { kind: 'edit', path: 'link.md', before: 'l\n', after: 'new l\n' },
  { kind: 'move', from: 'b.md', path: 'sub/deep/c.md', before: 'b\n', after: 'new b\n' },
  { kind: 'move', from: 'link-2.md', path: 'link-3.md', before: '2\n', after: 'new 2\n' },
  { kind: 'create', path: 'sub/d.md', after: 'd\n' },
];

/** A root before the changes. */
async function start(inGit: boolean): Promise<string> {
  const repo = inGit ? await GitRepo.create() : await GitRepo.folder();
  await repo.write({
    'a.md': '\uFEFFa\n',
    'b.md': 'b\n',
    'shared/l.md': 'l\n',
    'shared/2.md': '2\n',
  });
  await chmod(path.join(repo.root, 'b.md'), 0o755);
  await symlink('shared/l.md', path.join(repo.root, 'link.md'));
  await symlink('shared/2.md', path.join(repo.root, 'link-2.md'));
  return repo.root;
}

test.each([
  ['in a repository', true, 9],
  ['outside any', false, 17],
])(
  'a run that is killed leaves all or nothing to the next, %s',
  { timeout: 300_000 },
  async (_, inGit, stride) => {
    const outcomes = await killEverywhere(() => start(inGit), CHANGES, stride);
    expect(outcomes).toEqual({ before: expect.any(Number), after: expect.any(Number) });
    expect(Math.min(outcomes.before, outcomes.after)).toBeGreaterThan(0);
  },
);

test('what somebody changed after a run was killed stays', async () => {
  const root = await start(false);
  const file = (text: string) => ({ kind: 'file', content: Buffer.from(text).toString('base64') });
  const steps = [
    { path: 'a.md', before: file('\uFEFFa\n'), after: file('new a\n') },
    { path: 'sub/d.md', before: { kind: 'absent' }, after: file('d\n') },
    { path: 'shared/l.md', before: file('l\n'), after: file('new l\n') },
  ];
  const journal = JSON.stringify({ version: 1, id: randomUUID(), steps, folders: ['sub'] });
  await withWriteLock(root, () => writeFile(path.join(stateFolder(root), 'journal.json'), journal));
  await writeFile(path.join(root, 'a.md'), 'by hand\n');
  await writeFile(path.join(root, 'shared/l.md'), 'new l\n');
  await mkdir(path.join(root, 'sub'));
  await writeFile(path.join(root, 'sub/d.md'), 'd\n');
  await settleWriting(root);
  const tree = treeOf(root);
  expect(tree['a.md']).toBe('644 by hand\n');
  expect({ ...tree, 'a.md': '644 \uFEFFa\n' }).toEqual(treeOf(await start(false)));
});

test('a journal that cannot be read is told, with its place', async () => {
  const root = await start(true);
  const folder = stateFolder(root);
  await withWriteLock(root, async () =>
    writeFile(path.join(folder, 'journal.json'), '{"version":2}'),
  );
  await expect(settleWriting(root)).rejects.toThrow(
    /^An earlier run was interrupted while writing/,
  );
  const other = await start(true);
  await cp(folder, stateFolder(other), { recursive: true });
  await expect(withWriteLock(other, async () => {})).rejects.toMatchObject({
    help: expect.stringContaining(path.join(stateFolder(other), 'journal.json')),
  });
});

test('where nothing is written, traces of a killed run are in nobody’s way', async () => {
  const root = await start(true);
  await withWriteLock(root, async () => {
    // As a reader finds it while another process plans what to write.
    const began = performance.now();
    await settleWriting(root);
    expect(performance.now() - began).toBeLessThan(2000);
  });
  await writeFile(path.join(root, '.git/config'), 'broken', { flag: 'a' });
  await settleWriting(root);
});

test('a `.git` that leads nowhere is no place to keep anything', async () => {
  const { root } = await GitRepo.folder();
  await writeFile(path.join(root, '.git'), 'gitdir: ../gone-for-good\n');
  await withWriteLock(root, async () => {
    expect(stateFolder(root)).toBe(path.join(root, '.docket'));
  });
  expect(treeOf(root)).toEqual({ '/': 'empty' });
});

test('what is kept while writing cannot be committed', async () => {
  const folder = await GitRepo.folder();
  await withWriteLock(folder.root, async () => {
    await folder.git('init', '--quiet');
    expect(await folder.git('status', '--short', '--untracked-files=all')).toBe('');
  });
  const repo = await GitRepo.create();
  await repo.commit('Start', { 'docs/a.md': 'a' });
  await repo.git('worktree', 'add', '--quiet', '../tree-of-it', '-b', 'other');
  for (const root of [
    repo.root,
    path.join(repo.root, 'docs'),
    path.join(repo.root, '../tree-of-it'),
  ]) {
    expect(stateFolder(root)).toContain(path.join('.git', ''));
    await withWriteLock(root, async () => {
      expect(await repo.git('-C', root, 'status', '--short', '--untracked-files=all')).toBe('');
    });
  }
  await repo.git('worktree', 'remove', '--force', '../tree-of-it');
});
