import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { callDocket } from '../support/call-docket.ts';
import { DAY } from '../support/example-repo.ts';
import { GitRepo } from '../support/git-repo.ts';

const docket = (repo: GitRepo, ...argv: string[]) => callDocket(argv, { cwd: repo.root, env: DAY });
const read = (repo: GitRepo, file: string) => readFile(path.join(repo.root, file), 'utf8');

async function repoOf(files: Readonly<Record<string, string>>): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.commit('Add the records', files);
  return repo;
}

const adoc = (number: number, title: string, fields: string) =>
  `= ${number}. ${title}\n${fields}\n[[why]]\n== Context\n\nc\n\n== Decision\n\nd\n`;
const rst = (number: number, title: string, status: string) =>
  `${number}. ${title}\n${'='.repeat(title.length + 3)}\n\nStatus\n------\n\n${status}\n\nContext\n-------\n\nc\n\nDecision\n--------\n\nd\n`;

const ASCIIDOC = {
  'docs/adr/0001-memory.adoc': adoc(1, 'Memory', ':status: accepted\n:date: 2024-01-01\n'),
  'docs/adr/0002-redis.adoc': adoc(2, 'Redis', ':status: proposed\n:date: 2024-02-01\n'),
};
const RESTRUCTURED = {
  'docs/adr/0001-memory.rst': rst(1, 'Memory', '**Accepted**'),
  'docs/adr/0002-redis.rst': rst(2, 'Redis', 'Accepted'),
};

test('a new record in AsciiDoc has the attributes and headings of the latest', async () => {
  const repo = await repoOf(ASCIIDOC);
  expect((await docket(repo, 'new', 'adr', 'Queue [of jobs]')).code).toBe(0);
  expect(await read(repo, 'docs/adr/0003-queue-of-jobs.adoc')).toBe(
    '= 3. Queue [of jobs]\n:status: proposed\n:date: 2026-03-09\n\n== Context\n\n== Decision\n',
  );
});

test('a new record in reStructuredText has titles with lines of signs as long as they are', async () => {
  const repo = await repoOf(RESTRUCTURED);
  expect((await docket(repo, 'new', 'adr', 'A queue of jobs')).code).toBe(0);
  const text = await read(repo, 'docs/adr/0003-a-queue-of-jobs.rst');
  expect(text).toBe(
    `3. A queue of jobs\n${'='.repeat(18)}\n\nStatus\n------\n\nProposed\n\nContext\n-------\n\nDecision\n--------\n`,
  );
});

test.each([
  [
    ASCIIDOC,
    'docs/adr/template.adoc',
    '= NNNN. Title\n:status: {proposed | accepted}\n:date: YYYY-MM-DD\n\n== Context\n\n{Why}\n',
    '= 0003. Queue\n:status: proposed\n:date: 2026-03-09\n\n== Context\n\n{Why}\n',
  ],
  [
    RESTRUCTURED,
    'docs/adr/template.rst',
    'NNNN. A title that is long\n==========================\n\n:Status: {proposed | accepted}\n\nContext\n-------\n',
    '3. Queue\n========\n\n:Status: proposed\n\nContext\n-------\n',
  ],
])('a template of the same format is filled in: %#', async (log, file, template, made) => {
  const repo = await repoOf({ ...log, [file]: template });
  expect(await docket(repo, 'new', 'adr', 'Queue')).toMatchObject({ code: 0 });
  const name = file.replace('template', '0003-queue');
  expect((await read(repo, name)).replace('= 3.', '= 0003.')).toBe(made);
});

test('a supersession is written in both records of a log in AsciiDoc', async () => {
  const repo = await repoOf(ASCIIDOC);
  expect((await docket(repo, 'supersede', '1', 'Postgres')).code).toBe(0);
  expect(await read(repo, 'docs/adr/0001-memory.adoc')).toBe(
    ASCIIDOC['docs/adr/0001-memory.adoc'].replace(
      ':status: accepted',
      ':status: superseded by xref:0003-postgres.adoc[3. Postgres]',
    ),
  );
  expect(await read(repo, 'docs/adr/0003-postgres.adoc')).toContain(
    '\n:supersedes: xref:0001-memory.adoc[1. Memory]\n',
  );
  expect((await docket(repo, 'lint', '--format', 'json')).code).toBe(0);
});

test('a supersession is written in both records of a log in reStructuredText', async () => {
  const repo = await repoOf(RESTRUCTURED);
  expect((await docket(repo, 'supersede', '1', 'Postgres')).code).toBe(0);
  // No link may stand in stressed words.
  expect(await read(repo, 'docs/adr/0001-memory.rst')).toContain(
    '\n\nSuperseded by `3. Postgres <0003-postgres.rst>`_\n\n',
  );
  expect(await read(repo, 'docs/adr/0003-postgres.rst')).toContain(
    '\nSupersedes `1. Memory <0001-memory.rst>`_\n',
  );
});

test('a record keeps a whole title in reStructuredText where its number grows', async () => {
  const repo = await repoOf(RESTRUCTURED);
  expect((await docket(repo, 'renumber', '2', '100')).code).toBe(0);
  expect(await read(repo, 'docs/adr/0100-redis.rst')).toMatch(/^100\. Redis\n={10}\n/);
});

const BARE = '# 3. Bare\n\n<a id="why"></a>\n## Context\n\nc\n\n## Decision\n\nd\n';
const NYGARD = '# 1. One\n\n## Status\n\nAccepted\n\n## Context\n\nc\n\n## Decision\n\nd\n';

test.each([
  [
    'a section',
    { 'docs/adr/0001-one.md': NYGARD },
    BARE,
    '\n\n## Status\n\nAccepted\n\n<a id="why">',
  ],
  ['a section, with no other record', {}, BARE, '\n\n## Status\n\nAccepted\n\n<a id="why">'],
  [
    'a key',
    {},
    '---\ntags: [a]\n---\n\n# 3. Bare\n\n## Context\n\nc\n\n## Decision\n\nd\n',
    '---\ntags: [a]\nstatus: Accepted\n---\n',
  ],
  [
    'a bullet',
    {},
    '# 3. Bare\n\n* Date: 2024-01-01\n\n## Context\n\nc\n\n## Decision\n\nd\n',
    '\n* Status: Accepted\n* Date: 2026-03-09\n',
  ],
  [
    'a label',
    {},
    '# 3. Bare\n\n**Date:** 2024-01-01\n\n## Context\n\nc\n\n## Decision\n\nd\n',
    '\n**Status:** Accepted\n**Date:** 2026-03-09\n',
  ],
])('a record that says no status gets one: %s', async (_, others, bare, said) => {
  const repo = await repoOf({ ...others, 'docs/adr/0003-bare.md': bare });
  expect(await docket(repo, 'accept', '3')).toMatchObject({ code: 0, stderr: '' });
  expect(await read(repo, 'docs/adr/0003-bare.md')).toContain(said);
  await repo.commit('Accept', {});
  const superseded = await docket(repo, 'supersede', '3', 'Four');
  expect(superseded).toMatchObject({ code: 0 });
});

test.each([
  ['.md', BARE, /\n## Status\n\nSuperseded by \[4\. Four\]\(0004-four\.md\)\n\n<a id="why">/],
  [
    '.adoc',
    '= 3. Bare\nAda <ada@example.org>\n\n== Context\n\nc\n\n== Decision\n\nd\n',
    /^= 3\. Bare\nAda <ada@example\.org>\n:status: superseded by xref:0004-four\.adoc\[4\. Four\]\n\n==/i,
  ],
  [
    '.rst',
    '3. Bare\n=======\n\n.. _why:\n\nContext\n-------\n\nc\n\nDecision\n--------\n\nd\n',
    /=\n\nStatus\n------\n\nSuperseded by `4\. Four <0004-four\.rst>`_\n\n\.\. _why:\n\nContext/,
  ],
])('a record that says no status can be superseded: %s', async (ending, bare, said) => {
  const repo = await repoOf({ [`docs/adr/0003-bare${ending}`]: bare });
  const run = await docket(repo, 'supersede', '3', 'Four');
  expect(run.stderr).toMatch(/^Next: write /);
  expect(await read(repo, `docs/adr/0003-bare${ending}`)).toMatch(said);
});
