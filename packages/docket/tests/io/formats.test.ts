import path from 'node:path';
import { expect, test } from 'vitest';
import { wireFullSchema } from '../../src/records/wire-schema.ts';
import { openSession } from '../../src/session/session.ts';
import { GitRepo } from '../support/git-repo.ts';
import { mainDocket } from '../support/main-docket.ts';

const LOG = {
  'docs/adr/0001-memory.md':
    '# 1. Keep users in memory\n\nDate: 2024-01-01\n\n## Status\n\nSuperseded by [2](0002-redis.adoc)\n\n## Decision\n\ny\n',
  'docs/adr/0002-redis.adoc':
    '= 2. Keep users in Redis\n:status: accepted\n:date: 2024-02-01\n:deciders: Ada, Grace\n\nNOTE: This decision supersedes xref:0001-memory.md#decision[1].\n\n== Context\n\nSee <<_decision>>, xref:0003-cache.rst[the cache] and xref:0001-memory.md#gone[memory].\n\n== Decision\n\n* y\n',
  'docs/adr/0003-cache.rst':
    '3. Cache\n========\n\n:Status: Accepted\n:Date: 2024-03-01\n:Amends: `2 <0002-redis.adoc>`_\n\nDecision\n--------\n\nSee `nothing <gone.rst>`_ and ADR-0001.\n',
  'docs/adr/index.adoc': '= Decisions\n',
  'docs/adr/template.rst': 'Title\n=====\n\n:Status: {proposed | accepted}\n',
};

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const repo = await GitRepo.folder();
  await repo.write(files);
  return repo.root;
}

async function lint(root: string): Promise<string[]> {
  const { stdout } = await mainDocket(['lint', '--root', root, '--format', 'json']);
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { rule: string; severity: string; file: string; line: number }[];
  };
  return diagnostics.map(
    ({ rule, severity, file, line }) => `${path.basename(file)}:${line} ${severity} ${rule}`,
  );
}

test('records of every format are listed alike, and related to one another', async () => {
  const root = await folderWith(LOG);
  const { code, stdout, stderr } = await mainDocket(['list', '--root', root]);
  expect(code).toBe(0);
  expect(stdout).toBe(
    'ADR-0001  Superseded  2024-01-01  Keep users in memory\n' +
      'ADR-0002  Accepted    2024-02-01  Keep users in Redis\n' +
      'ADR-0003  Accepted    2024-03-01  Cache\n',
  );
  expect(stderr).toBe(
    'docs/adr: 3 records, in a usual folder for decisions\n' +
      '  left out (pages about the folder): index.adoc\n' +
      '  left out (templates): template.rst\n',
  );
  const { corpus } = await openSession({ root });
  const told = corpus.adrs.flatMap((adr) =>
    corpus.relationsFrom(adr).map(({ type, to }) => `${adr.number} ${type} ${to?.number}`),
  );
  expect(told).toEqual(['0001 superseded-by 0002', '0002 supersedes 0001', '0003 amends 0002']);
  expect(corpus.adrs.map(({ document }) => document.format)).toEqual([
    'markdown',
    'asciidoc',
    'restructured-text',
  ]);
});

test('the JSON says where the facts of each format stand', async () => {
  const root = await folderWith(LOG);
  const { stdout } = await mainDocket(['list', '--json', '--full', '--root', root]);
  const [, second, third] = wireFullSchema.parse(JSON.parse(stdout)).records;
  expect(second).toMatchObject({
    path: 'docs/adr/0002-redis.adoc',
    decisionMakers: ['Ada', 'Grace'],
    fields: {
      title: { written: '2. Keep users in Redis', source: 'heading' },
      status: { written: 'accepted', source: 'attribute' },
      date: { written: '2024-02-01', source: 'attribute' },
      decisionMakers: { written: 'Ada, Grace', source: 'attribute' },
    },
  });
  expect(third?.fields.status).toEqual({ written: 'Accepted', source: 'attribute' });
});

test('rules say of each format only what is true of it', async () => {
  // The fragments of a Markdown file are known; those of AsciiDoc are its converter's matter.
  expect(await lint(await folderWith(LOG))).toEqual(['0002-redis.adoc:10 warning link-fragment']);
  const odd = {
    ...LOG,
    'docs/adr/0002-redis.adoc': `${LOG['docs/adr/0002-redis.adoc'].replace(':status: accepted', ':status: on hold')}\nxref:gone.adoc[x] link:{base}/y.adoc[y] +++<script>x</script>+++ \n`,
    'docs/adr/0003-cache.rst': LOG['docs/adr/0003-cache.rst'].replace('2024-03-01', '2024-13-01'),
    'docs/adr/0003-other.rst':
      'Context\n>>>>>>>\n\n:Status: Accepted\n\n.. raw:: html\n\n   <script>x</script>\n',
  };
  expect(await lint(await folderWith(odd))).toEqual([
    '0002-redis.adoc:2 info status-known',
    '0002-redis.adoc:10 warning link-fragment',
    '0002-redis.adoc:16 warning link-target',
    '0002-redis.adoc:16 error html-unsafe',
    '0003-cache.rst:5 info date-real',
    '0003-other.rst:1 info number-unique',
  ]);
});

test('rules of a team that are about facts hold for every format, others for Markdown alone', async () => {
  const rules = {
    'image-alt': 'error',
    'title-length': { severity: 'error', options: { maximum: 10 } },
  };
  const root = await folderWith({
    ...LOG,
    'docket.config.json': JSON.stringify({ rules }),
    'docs/adr/0003-cache.rst': `${LOG['docs/adr/0003-cache.rst']}\n.. image:: https://example.org/x.png\n`,
  });
  expect(await lint(root)).toEqual([
    '0001-memory.md:1 error title-length',
    '0002-redis.adoc:1 error title-length',
    '0002-redis.adoc:10 warning link-fragment',
  ]);
});

test('a command changes the words that stand in a text, and adds those that are missing', async () => {
  const root = await folderWith({
    ...LOG,
    'docs/adr/0004-next.adoc': '= 4. Next\n:status: proposed\n\n== Decision\n\nz\n',
    'docs/adr/0005-open.adoc': '= 5. Open\n\n== Decision\n\nz\n',
  });
  expect((await mainDocket(['accept', '4', '--root', root])).code).toBe(0);
  const { corpus } = await openSession({ root });
  expect(corpus.adr('ADR-0004')?.document.text).toMatch(/^:status: accepted$/im);
  expect((await mainDocket(['accept', '5', '--root', root])).code).toBe(0);
  const after = await openSession({ root });
  expect(after.corpus.adr('ADR-0005')?.document.text).toMatch(/^= 5\. Open\n:status: Accepted\n/);
});

test('a change of a file in another format reaches an open session', async () => {
  const repo = await GitRepo.folder();
  await repo.write(LOG);
  const session = await openSession({ root: repo.root });
  await session.findings();
  const file = 'docs/adr/0003-cache.rst';
  await repo.write({ [file]: LOG[file].replace('Accepted', 'Rejected') });
  const { changed, affected } = await session.update([file]);
  expect(changed).toEqual([file]);
  expect([...affected]).toContain('docs/adr/0002-redis.adoc');
  expect(session.corpus.adr('ADR-0003')?.fields.status.value).toBe('Rejected');
});

test('a comment of each format silences the next line, and one that is shown as code does not', async () => {
  const words = 'docket-disable-next-line';
  const odd = (comment: string, lines: readonly string[]) => [comment, ...lines].join('\n');
  const root = await folderWith({
    ...LOG,
    'docs/adr/0002-redis.adoc': odd('', [
      '= 2. Keep users in Redis',
      `// ${words} status-known -- the word of another team`,
      ':status: on hold',
      '',
      '== Decision',
      '',
      `// ${words} link-target`,
      'See xref:gone.adoc[gone].',
      '',
      '// docket-disable link-target -- so it was quoted',
      '----',
      `// ${words} link-target -- shown, not meant`,
      '----',
    ]),
    'docs/adr/0003-cache.rst': odd('', [
      'Cache',
      '=====',
      '',
      `.. ${words} date-real -- as it was`,
      '   written down then',
      '',
      ':Date: 2024-13-01',
      '',
      '::',
      '',
      `   .. ${words} date-real -- shown, not meant`,
    ]),
  });
  expect(await lint(root)).toEqual([
    '0001-memory.md:7 warning supersession-reciprocal',
    '0002-redis.adoc:8 error disable-reason',
    '0002-redis.adoc:9 warning link-target',
    '0002-redis.adoc:11 error disable-reason',
  ]);
});
