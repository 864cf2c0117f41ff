import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listMarkdown } from '../../src/io/reader.ts';
import { fixtureRepo } from '../support/fixture-repo.ts';

const FOLDER = 'docs/adr';

test('folders that link to themselves and to each other are entered once', async () => {
  await using repo = await fixtureRepo();
  const own = listMarkdown(repo.root, FOLDER);
  const link = (to: string, at: string) => symlink(to, path.join(repo.root, FOLDER, at));
  await link('.', 'a');
  await link('.', 'b');
  await link('..', 'up');
  await link('loop', 'loop');
  await link('nowhere', 'gone');
  await mkdir(path.join(repo.root, FOLDER, 'x'));
  await link('../y', 'x/to-y');
  await mkdir(path.join(repo.root, FOLDER, 'y'));
  await link('../x', 'y/to-x');
  await repo.write(`${FOLDER}/y/deep.md`, 'a\n');
  expect(listMarkdown(repo.root, FOLDER)).toEqual([...own, `${FOLDER}/y/deep.md`]);
});

test('a folder behind a link is read, and listed by its own path where it has one', async () => {
  await using repo = await fixtureRepo();
  await repo.write('shared/one.md', 'a\n');
  await repo.write(`${FOLDER}/real/two.md`, 'a\n');
  await symlink('../../shared', path.join(repo.root, FOLDER, 'linked'));
  await symlink('real', path.join(repo.root, FOLDER, 'again'));
  const found = listMarkdown(repo.root, FOLDER);
  expect(found).toContain(`${FOLDER}/linked/one.md`);
  expect(found.filter((file) => file.endsWith('two.md'))).toEqual([`${FOLDER}/real/two.md`]);
});

test('folders below one outside the repository are not entered', async () => {
  await using outside = await fixtureRepo();
  await using repo = await fixtureRepo();
  await outside.write('near.md', 'a\n');
  await symlink(outside.root, path.join(repo.root, FOLDER, 'out'));
  const found = listMarkdown(repo.root, FOLDER).filter((file) => file.includes('/out/'));
  expect(found).toEqual([`${FOLDER}/out/near.md`]);
});
