import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBeginning } from '../../src/io/beginning.ts';

let folder = '';
let root = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'docket-beginning-'));
  root = path.join(folder, 'repository');
  await mkdir(path.join(root, 'folder.md'), { recursive: true });
  await writeFile(path.join(folder, 'secret.md'), 'secret');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  ['text', Buffer.from('Ä\tb\r\n'), 'Ä\tb\r\n'],
  ['a NUL and an escape', Buffer.from('a\0b\u001b[31m'), 'a\ufffdb\ufffd[31m'],
  ['no UTF-8', Buffer.from([0x61, 0xff, 0x62]), 'a\ufffdb'],
  ['UTF-16', Buffer.from('\ufeffHé', 'utf16le'), 'Hé'],
])('%s is shown as far as it is text', async (_, bytes, text) => {
  await writeFile(path.join(root, 'a.md'), bytes);
  expect(readBeginning(root, 'a.md')).toBe(text);
});

test('of a large file only the beginning is read', async () => {
  await writeFile(path.join(root, 'large.md'), 'x'.repeat(5_000_000));
  expect(readBeginning(root, 'large.md')).toHaveLength(64 * 1024);
});

test('what is no file of the repository is not read', async () => {
  await symlink(path.join(folder, 'secret.md'), path.join(root, 'link.md'));
  for (const file of ['link.md', 'folder.md', 'missing.md', '../secret.md']) {
    expect([file, readBeginning(root, file)]).toEqual([file, undefined]);
  }
});
