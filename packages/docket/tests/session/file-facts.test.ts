import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { callDocket } from '../support/call-docket.ts';
import { exampleRepo, NEW } from '../support/example-repo.ts';
import { GitRepo } from '../support/git-repo.ts';

const RULES = ['governs-matches', 'governs-gone', 'marker-target'];

async function found(root: string): Promise<string[]> {
  const only = RULES.flatMap((rule) => ['--rule', rule]);
  const { stdout, stderr } = await callDocket(
    ['lint', '--root', root, '--format', 'json', ...only],
    { cwd: root },
  );
  expect(stderr).toBe('');
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { file: string; line: number; rule: string; message: string; help: string }[];
  };
  return diagnostics.map(
    ({ file, line, rule, message, help }) => `${file}:${line} ${rule}: ${message}; ${help}`,
  );
}

const NYGARD = 'doc/adr/0001-use-a-queue.md';

/** The forms in which a decision says what it governs, each as a file of a log. */
const FORMS: readonly (readonly [string, string, (globs: readonly string[]) => string])[] = [
  [
    'a list below a heading',
    NYGARD,
    (globs) =>
      `# 1. Use a queue\n\n## Status\n\nAccepted\n\n## Context\n\nWe need it.\n\n## Decision\n\nWe use it.\n\n## Consequences\n\nNone.\n\n## Governs\n\n${globs.map((glob) => `- ${glob}\n`).join('')}`,
  ],
  [
    'frontmatter in another form',
    'docs/decisions/0001-use-a-queue.md',
    (globs) =>
      `---\nstatus: accepted\ndate: 2026-01-05\ngoverns:\n${globs.map((glob) => `  - ${JSON.stringify(glob)}\n`).join('')}---\n\n# Use a queue\n\n## Context and Problem Statement\n\nWe need it.\n\n## Decision Outcome\n\nChosen option: "Queue", because it is there.\n`,
  ],
  [
    'AsciiDoc',
    'doc/adr/0001-use-a-queue.adoc',
    (globs) =>
      `= 1. Use a queue\n\n== Status\n\nAccepted\n\n== Context\n\nWe need it.\n\n== Decision\n\nWe use it.\n\n== Consequences\n\nNone.\n\n== Governs\n\n${globs.map((glob) => `* ${glob}\n`).join('')}`,
  ],
  [
    'reStructuredText',
    'doc/adr/0001-use-a-queue.rst',
    (globs) =>
      `1. Use a queue\n==============\n\nStatus\n------\n\nAccepted\n\nContext\n-------\n\nWe need it.\n\nDecision\n--------\n\nWe use it.\n\nGoverns\n-------\n\n${globs.map((glob) => `- \`\`${glob}\`\`\n`).join('')}`,
  ],
];

test.each(FORMS)('%s: patterns without a file, and files that are gone', async (_, file, form) => {
  const repo = await GitRepo.create();
  const globs = ['src/**/lib/**/*.ts', 'queue', '!src/old', 'nowhere/'];
  await repo.commit('Start', {
    'src/a/lib/b/c.ts': 'export const one = 1;\n',
    'queue/in.ts': 'export const put = () => {};\n',
    'queue/out.ts': 'export const take = () => {};\n',
    [file]: form(globs),
  });
  const first = await found(repo.root);
  expect(first).toEqual([
    expect.stringMatching(
      /:\d+ governs-matches: Unexpected pattern `nowhere\/`, expected one that takes in a file Git tracks; correct it/,
    ),
  ]);
  await repo.move('queue/in.ts', 'lib/in.ts');
  await repo.move('queue/out.ts', 'queue/deep/out.ts');
  expect(await found(repo.root)).toEqual([
    expect.stringMatching(
      /governs-gone: Unexpected pattern `queue` that has lost 1 of 2 files since 2026-03-05, .*; `queue\/in\.ts` is `lib\/in\.ts` now: write where they went/,
    ),
    ...first,
  ]);
  await repo.commit('Move them', { 'queue/deep/out.ts': null });
  const all = await found(repo.root);
  expect(all).toEqual(
    expect.arrayContaining([
      expect.stringContaining('pattern `queue` that has lost 2 of 2 files'),
      expect.stringContaining('Unexpected pattern `queue`, expected one'),
    ]),
  );
});

test('what Git cannot tell is not held against a decision', async () => {
  const repo = await exampleRepo();
  const text = await readFile(path.join(repo.root, NEW), 'utf8');
  const governing = (...globs: string[]) =>
    text.replace(/\n---\n/, `\ngoverns: ${JSON.stringify(globs)}\n---\n`);
  await repo.commit('Say what is governed', { [NEW]: governing('src'), 'src/a.ts': 'a\n' });
  await repo.commit('Go on', { 'src/a.ts': null, 'src/b.ts': 'b\n' });
  // Accepted before anything was there: what has come and gone since is no loss.
  expect(await found(repo.root)).toEqual([]);

  const later = await GitRepo.create();
  await later.commit('Start', { [NEW]: governing('src'), 'src/a.ts': 'a\n' });
  await later.commit('Go on', { 'src/a.ts': null, 'src/b.ts': 'b\n' });
  expect(await found(later.root)).toEqual([expect.stringContaining('has lost 1 of 1 files')]);
  const shallow = await later.clone('--depth=1');
  expect(await found(shallow.root)).toEqual([]);
  const partial = await later.clone('--filter=blob:none');
  expect(await found(partial.root)).toEqual([]);

  const folder = await GitRepo.folder();
  await folder.write({ [NEW]: governing('nowhere') });
  expect(await found(folder.root)).toEqual([]);
});

test('patterns count from the root of the records, also below the top of a repository', async () => {
  const repo = await GitRepo.create();
  const [, , form] = FORMS[0] ?? [];
  await repo.commit('Start', {
    [`team/${NYGARD}`]: form?.(['src/a.ts', 'team/src/a.ts', 'src/*', 'old.ts']) ?? '',
    'team/src/a.ts': 'a\n',
    'team/old.ts': 'old\n',
  });
  await repo.commit('Remove', { 'team/old.ts': null });
  expect((await found(path.join(repo.root, 'team'))).map((line) => line.slice(0, 100))).toEqual([
    expect.stringContaining('`team/src/a.ts`'),
    expect.stringContaining('governs-gone: Unexpected pattern `old.ts`'),
    expect.stringContaining('governs-matches: Unexpected pattern `old.ts`'),
  ]);
});

test('files of another repository inside this one are unknown', async () => {
  const repo = await GitRepo.create();
  const inner = await GitRepo.create();
  await inner.commit('Start', { 'main.c': 'int main;\n' });
  const [, , form] = FORMS[0] ?? [];
  await repo.git(
    '-c',
    'protocol.file.allow=always',
    'submodule',
    '--quiet',
    'add',
    inner.root,
    'vendor/lib',
  );
  await repo.commit('Start', {
    [NYGARD]: form?.(['vendor/lib/*.c', 'vendor/lib', '**/*.c', 'vendro/lib']) ?? '',
  });
  expect(await found(repo.root)).toEqual([expect.stringContaining('`vendro/lib`')]);
});

test.each([
  ['src/', '`src/`'],
  ['[src/, 5]', '`5`'],
  ['[src/, { files: src, require: approval }]', 'mapping'],
  ['[{ files: src }]', 'mapping'],
])('governs: %s is told in any form, since it governs nothing', async (written, value) => {
  const [, file, form] = FORMS[1] ?? ['', '', () => ''];
  const repo = await GitRepo.create();
  const text = form(['x']).replace(/governs:\n.*\n/, `governs: ${written}\n`);
  await repo.commit('Start', { [file]: text, 'src/a.ts': 'a\n' });
  expect(await found(repo.root)).toEqual([
    expect.stringContaining(
      `:4 governs-matches: Unexpected ${value} in \`governs\`, expected a list of patterns, or of \`files\` with`,
    ),
  ]);
});

test('only a decision in force is held to what it governs', async () => {
  const [, , form] = FORMS[0] ?? [];
  const repo = await GitRepo.create();
  const text = form?.(['nowhere']) ?? '';
  await repo.commit('Start', { [NYGARD]: text });
  expect(await found(repo.root)).toHaveLength(1);
  for (const status of ['Proposed', 'Deprecated', 'Rejected']) {
    await repo.write({ [NYGARD]: text.replace('Accepted', status) });
    expect(await found(repo.root), status).toEqual([]);
  }
});

test('markers in code of any language lead to decisions in force', async () => {
  const repo = await GitRepo.create();
  const [, , form] = FORMS[0] ?? [];
  const old =
    '# 2. Use a store\n\n## Status\n\nSuperseded by [1](0001-use-a-queue.md)\n\n## Context\n\nWe need it.\n\n## Decision\n\nWe use it.\n';
  await repo.commit('Start', {
    [NYGARD]: (form?.(['src']) ?? '').replace(
      'Accepted',
      'Accepted\n\nSupersedes [2](0002-use-a-store.md)',
    ),
    'doc/adr/0002-use-a-store.md': old,
    'src/a.py': '# @adr 0001\n# @adr 0002\n# @adr 0009\n',
    'src/b.sql': '-- docket: ADR-009\n-- ADR-010 of another repository\n',
    'src/c.tf': '/* docket: ADR-002 */\n',
    'src/d.rs': 'fn main() {} // @adr 002, replaced by @adr 001\n',
  });
  expect(await found(repo.root)).toEqual([
    'src/a.py:3 marker-target: Unexpected citation of `adr 0009`, expected a record that exists; correct the number, or write the record first',
    'src/b.sql:1 marker-target: Unexpected citation of `ADR-009`, expected a record that exists; correct the number, or write the record first',
    'src/c.tf:1 marker-target: Unexpected citation of `ADR-0002`, which is superseded by `ADR-0001`; cite `ADR-0001`, or say in the same sentence that `ADR-0002` is superseded',
  ]);
});
