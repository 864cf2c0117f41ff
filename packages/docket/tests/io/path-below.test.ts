import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isGitName, pathBelow } from '../../src/io/path-below.ts';

test.each([
  ['/repo', '/repo/docs/adr/a.md', 'docs/adr/a.md'],
  ['/repo', '/repo', ''],
  ['/repo', '/repo/..docs/a.md', '..docs/a.md'],
  ['/repo', '/repo/a\\b.md', 'a\\b.md'],
  ['/repo', '/repository/a.md', undefined],
  ['/repo', '/', undefined],
])('below %s, %s is %s', (folder, file, expected) => {
  expect(pathBelow(folder, file, path.posix)).toBe(expected);
});

test.each([
  ['C:\\repo', 'C:\\repo\\docs\\adr\\a.md', 'docs/adr/a.md'],
  ['C:\\repo', 'c:\\Repo\\docs', 'docs'],
  ['C:\\repo', 'C:/repo/docs/a.md', 'docs/a.md'],
  ['C:\\repo', 'C:\\repo\\..docs\\a.md', '..docs/a.md'],
  ['C:\\repo', 'C:\\other\\a.md', undefined],
  ['C:\\repo', 'D:\\repo\\a.md', undefined],
  ['\\\\server\\share\\repo', '\\\\server\\share\\repo\\a.md', 'a.md'],
  ['\\\\server\\share\\repo', 'C:\\a.md', undefined],
])('on Windows, below %s, %s is %s', (folder, file, expected) => {
  expect(pathBelow(folder, file, path.win32)).toBe(expected);
});

test.each([
  ['.git', true],
  ['.GIT', true],
  ['.git. ', true],
  ['git~1', true],
  ['.gitignore', false],
  ['git', false],
])('%s is a Git directory somewhere: %s', (name, expected) => {
  expect(isGitName(name)).toBe(expected);
});

test('paths of the system become paths of a repository in one place', () => {
  const src = path.join(import.meta.dirname, '../../src');
  const files = globSync('**/*.ts', { cwd: src });
  const making = files.filter((file) =>
    /path\.(?:relative\(|sep\b)|rules\.sep/.test(readFileSync(path.join(src, file), 'utf8')),
  );
  expect(making.map((file) => file.replaceAll(path.sep, '/'))).toEqual(['io/path-below.ts']);
});
