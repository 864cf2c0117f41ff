import { afterEach, expect, test, vi } from 'vitest';
import { GitRepo } from '../support/git-repo.ts';
import { mainDocket } from '../support/main-docket.ts';
import { treeOf } from '../support/tree.ts';

type Call = 'renameSync' | 'openSync' | 'mkdirSync';

/** What the system refuses: a call for every path that the pattern matches. */
const refused = vi.hoisted(() => ({ call: '', code: '', paths: /$^/ }));

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const refusing = (call: Call) => {
    const real = fs[call] as (...args: unknown[]) => unknown;
    return (...args: unknown[]) => {
      const path = String(args[0]);
      if (call !== refused.call || !refused.paths.test(path)) return real(...args);
      const message = `${refused.code}: refused, ${call} '${path}'`;
      throw Object.assign(new Error(message), { code: refused.code, syscall: call, path });
    };
  };
  const own = Object.fromEntries(
    (['renameSync', 'openSync', 'mkdirSync'] as const).map((call) => [call, refusing(call)]),
  );
  return { ...fs, ...own, default: { ...fs, ...own } };
});

function refuse(call: Call, code: string, paths: RegExp): void {
  Object.assign(refused, { call, code, paths });
}

afterEach(() => Object.assign(refused, { call: '' }));

const NYGARD = '# 1. Cache\n\nDate: 2024-01-01\n\n## Status\n\nProposed\n\n## Decision\n\nd\n';

test.each([
  ['openSync', 'EACCES', /0001-cache\.md\..*tmp$/, 'permission denied'],
  ['renameSync', 'EPERM', /0001-cache\.md\..*tmp$/, 'the system does not permit it'],
  ['openSync', 'EROFS', /0001-cache\.md\..*tmp$/, 'the file system can only be read'],
] as const)(
  'a record that cannot be written is named, with what to do: %s %s',
  async (call, code, paths, why) => {
    const repo = await GitRepo.create();
    await repo.commit('start', { 'doc/adr/0001-cache.md': NYGARD });
    const before = treeOf(repo.root);
    refuse(call, code, paths);
    const { code: exit, stdout, stderr } = await mainDocket(['accept', '1'], {}, repo.root);
    expect(exit).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      new RegExp(
        `^docket: \`doc/adr/0001-cache\\.md\` cannot be written: ${why} \\(${code}\\); nothing was changed\nhelp: .*\n$`,
      ),
    );
    expect(treeOf(repo.root)).toEqual(before);
  },
);

test('a folder in which no lock can be taken is named', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'doc/adr/0001-cache.md': NYGARD });
  refuse('mkdirSync', 'EROFS', /docket/);
  for (const argv of [
    ['accept', '1'],
    ['new', 'adr', 'Queue'],
    ['renumber', '1', '4'],
    ['init', '--with', 'workflow', '--yes'],
  ]) {
    const { code, stderr } = await mainDocket(argv, {}, repo.root);
    expect([argv[0], code]).toEqual([argv[0], 2]);
    expect(stderr).toMatch(/cannot be written: the file system can only be read \(EROFS\)/);
    expect(stderr).toMatch(/^help: run the command in a copy/m);
  }
});

test('a file for a report that cannot be written is named', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'doc/adr/0001-cache.md': NYGARD, 'a.txt': 'a\n' });
  const { code, stderr } = await mainDocket(['lint', '--output', 'json=a.txt/b'], {}, repo.root);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^docket: Cannot write `a\.txt\/b`: a file stands where a folder should be/,
  );
});
