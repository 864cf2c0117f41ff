import { expect, test } from 'vitest';
import { messageOf } from '../../src/records/finding.ts';
import { openSession } from '../../src/session/session.ts';
import { GitRepo } from '../support/git-repo.ts';
import { mainDocket } from '../support/main-docket.ts';

/** What is said of a log whose records are in nobody's template, each as the person who has to act reads it. */

const record = (number: number, title: string, body = 'x') =>
  `# ${number}. ${title}\n\n## Status\n\nAccepted\n\n## Context\n\n${body}\n\n## Decision\n\ny\n`;

async function repoWith(files: Readonly<Record<string, string>>): Promise<GitRepo> {
  const repo = await GitRepo.folder();
  await repo.write({ 'doc/adr/0001-users.md': record(1, 'Users'), ...files });
  return repo;
}

async function told(files: Readonly<Record<string, string>>): Promise<string[]> {
  const repo = await repoWith(files);
  const { fresh } = await (await openSession({ root: repo.root })).findings();
  return fresh.map((one) => `${one.span.start.line} ${one.rule}: ${messageOf(one)}; ${one.help}`);
}

/** What is said of a second record with such a body, beside the first. */
const ofBody = (body: string, others: Readonly<Record<string, string>> = {}) =>
  told({ 'doc/adr/0002-queues.md': record(2, 'Queues', body), ...others });

const missing = (url: string, help: string) => [
  `9 link-target: Unexpected link to \`${url}\`, expected a file that exists; ${help}`,
];

test.each([
  ['@mia', 'the name of an account is no address; write that of its page, with `https://`'],
  ['mia@example.org', 'write `mailto:mia@example.org`'],
  ['redis.io/docs', 'write `https://redis.io/docs`'],
  ['0007-users.md', 'did you mean `0001-users.md`?'],
  ['src/queue.ts', 'did you mean `../../src/queue.ts`?'],
  [
    '0001-keep-everything-in-files.md',
    'there is no `doc/adr/0001-keep-everything-in-files.md`, and number 0001 is `doc/adr/0001-users.md`; correct the address or remove the link',
  ],
  ['../users/', 'there is no `doc/users`; correct the address or remove the link'],
])('a link to %s says how to mend it', async (url, help) => {
  expect(await ofBody(`[a](${url})`, { 'src/queue.ts': '' })).toEqual(missing(url, help));
});

test('a link to the page that a site generator makes of a record is not broken', async () => {
  expect(await ofBody('[a](0001-users.html#context), [b](../adr/0001-users.htm)')).toEqual([]);
  expect(await ofBody('[a](0007-users.html)')).toHaveLength(1);
});

test('a definition that several links share is told of once', async () => {
  const found = await ofBody('[a][x] and [b][x]\n\n[x]: gone.md');
  expect(found).toHaveLength(1);
});

test('a heading is found in any letter case, as on GitHub', async () => {
  expect(await ofBody('[a](#Decision), [b](0001-users.md#Context)')).toEqual([]);
  expect(await ofBody('[a](#Decide)')).toHaveLength(1);
});

test('a number that is missing between others is told of, and one of another repository is not', async () => {
  const files = { 'doc/adr/0004-cache.md': record(4, 'Cache') };
  const [first, ...others] = await ofBody('As ADR-0003 says.', files);
  expect(others).toEqual([]);
  expect(first).toBe(
    '9 citation-target: Unexpected citation of `ADR-0003`, expected a record that exists; correct the number, or write the record first',
  );
  expect(await ofBody('As ADR-0117 says.', files)).toEqual([]);
  expect(await ofBody('As ADR-0003 of the shop repository says. See ADR-0003.', files)).toEqual([]);
});

test('each of several records with one number is offered another free one', async () => {
  const found = await told({
    'doc/adr/0001-cache.md': record(1, 'Cache'),
    'doc/adr/0001-my queues.md': record(1, 'Queues'),
  });
  expect(found).toEqual([
    "1 number-unique: Unexpected second record with number `0001`, expected each number once; give the later one a free number: `docket renumber 'doc/adr/0001-my queues.md' 0002`",
    '1 number-unique: Unexpected third record with number `0001`, expected each number once; give the later one a free number: `docket renumber doc/adr/0001-users.md 0003`',
  ]);
});

test('a supersession is told of in its own direction', async () => {
  const body = record(2, 'Queues').replace('Accepted', 'Superseded by [1](0001-users.md)');
  expect(await told({ 'doc/adr/0002-queues.md': body })).toEqual([
    '5 supersession-reciprocal: Unexpected one-sided supersession by `ADR-0001`, expected `ADR-0001` to say that it supersedes `ADR-0002`; say so in `doc/adr/0001-users.md`',
  ]);
});

test.each([
  ['The retries here supersede those in [2](0002-queues.md).', 0],
  ['This replaces what [2](0002-queues.html) says of retries.', 0],
  ['It supersedes ADR-0002 in all but name.', 0],
  ['It does not supersede [2](0002-queues.md).', 1],
  ['It is superseded by [2](0002-queues.md).', 1],
  ['It supersedes an email.\n\nSee [2](0002-queues.md).', 1],
])('a supersession in prose is one: %s', async (body, count) => {
  const old = record(2, 'Queues').replace('Accepted', 'Superseded by [1](0001-users.md)');
  const found = await told({
    'doc/adr/0001-users.md': record(1, 'Users', body),
    'doc/adr/0002-queues.md': old,
  });
  expect(found.filter((one) => one.includes('supersession-reciprocal'))).toHaveLength(count);
});

test('a number that the title alone has is to be changed there', async () => {
  const text = '# 1. Zones\n\n## Status\n\nAccepted\n\n## Context\n\nc\n\n## Decision\n\nd\n';
  const found = await told({ 'doc/adr/zones.md': text });
  expect(found).toEqual([expect.stringMatching(/such as `2`, in the title$/)]);
});

test.each([
  ['Depreciated.', 'did you mean `Deprecated`? until then the status is unknown'],
  [
    'On hold',
    'use one of these words, or one that means the same; until then the status is unknown',
  ],
])('the unknown status %s is told of with what it may mean', async (status, help) => {
  const text = record(2, 'Queues').replace('Accepted', status);
  const [found] = await told({ 'doc/adr/0002-queues.md': text });
  expect(found?.split('; ').slice(1).join('; ')).toBe(help);
});

test('frontmatter that is none keeps no other rule from the record, and no help names a template', async () => {
  const text = `---\ntag:General\n---\n${record(2, 'Queues', '[a](gone.md)')}`;
  expect(await told({ 'doc/adr/0002-queues.md': text })).toEqual([
    '2 frontmatter-readable: Unexpected single value in the frontmatter, expected a mapping of keys; put a space after the colon',
    ...missing(
      'gone.md',
      'there is no `doc/adr/gone.md`; correct the address or remove the link',
    ).map((line) => line.replace('9 ', '12 ')),
  ]);
});

test('pictures that a word processor wrote into the text do not hide it', async () => {
  const data = `data:image/png;base64,${'iVBORw0K'.repeat(5000)}`;
  expect(await ofBody(`![a][one]\n\n[one]: <${data}>`)).toEqual([
    '11 link-target: Unexpected image whose data stands in the text, expected an image in a file of its own; save it as a file beside the record and write the name of that; neither GitHub nor the site shows it as it is',
  ]);
  expect(await ofBody(`data:text/plain,${'x '.repeat(20_000)}`)).toHaveLength(1);
});

test('a style that sizes a picture, a space of no width and the shape of a key are no danger', async () => {
  const body =
    '<img src="a.png" alt="A" style="width: 220pt"> a\u200bb\n\n```\n-----BEGIN RSA PRIVATE KEY-----\nMIIE...\n```';
  expect(await ofBody(body, { 'doc/adr/a.png': 'x' })).toEqual([]);
});

test('reports of a log without a site name the command that explains a rule', async () => {
  const repo = await repoWith({ 'doc/adr/0002-queues.md': record(2, 'Queues', '[a](gone.md)') });
  const report = async (format: string) =>
    (await mainDocket(['lint', '--root', repo.root, '--format', format])).stdout;
  const command = 'docket lint --explain link-target';
  expect(await report('pretty')).toContain(
    `\nReasons and examples: ${command}\n1 warning in 2 files`,
  );
  expect(await report('github')).toContain(`%0Arule: ${command}\n`);
  expect(await report('junit')).toContain(`\nrule: ${command}`);
  expect(JSON.parse(await report('json')).diagnostics[0]).toMatchObject({ docs: command });
  const [rule] = JSON.parse(await report('sarif')).runs[0].tool.driver.rules;
  expect(rule.help.text).toContain(`\nMore: ${command}`);
  expect(rule).not.toHaveProperty('helpUri');
});

const twice = (what: string, other: string, place: string) =>
  `field-restated: Unexpected ${what}, expected \`${other}\` as in ${place}; correct one of the two; until then, what ${place} says counts`;

test.each([
  [
    'a status in the frontmatter and in a section',
    `---\nstatus: accepted\n---\n${record(2, 'A').replace('Accepted', 'Rejected')}`,
    [`8 ${twice('status `Rejected`', 'accepted', 'the frontmatter')}`],
  ],
  [
    'a date in a list and on a line',
    record(2, 'A').replace('## Status', '* Date: 2024-01-02\n\nDate: 2024-01-03\n\n## Status'),
    [`5 ${twice('date `2024-01-03`', '2024-01-02', 'the list')}`],
  ],
  [
    'a number in the name and in the title',
    record(3, 'A'),
    [`1 ${twice('number `3`', '0002', 'the file name')}`],
  ],
  [
    'two titles',
    `---\ntitle: Use B\n---\n${record(2, 'Use A')}`,
    [`4 ${twice('title `Use A`', 'Use B', 'the frontmatter')}`],
  ],
  [
    'the same in other words, a short title, and the day of something else',
    `---\nstatus: approved\ntitle: Use A\ndate: 2024-01-02\n---\n${record(2, 'Use A everywhere').replace('## Status', 'Created: 2023-12-01\n\n## Status')}`,
    [],
  ],
  ['a section about titles', `${record(2, 'A')}\n## Title\n\nHow titles are written.\n`, []],
])('what stands in two places: %s', async (_, text, findings) => {
  expect(await told({ 'doc/adr/0002-a.md': text })).toEqual(findings);
});

test('what stands in two places of AsciiDoc', async () => {
  const text = '= 2. A\n:status: accepted\n\n== Status\n\nDraft\n\n== Decision\n\ny\n';
  expect(await told({ 'doc/adr/0002-a.adoc': text })).toEqual([
    `6 ${twice('status `Draft`', 'accepted', 'the attribute')}`,
  ]);
});

test('the place that counts is shown beside the other', async () => {
  const text = `---\nstatus: accepted\n---\n${record(2, 'A').replace('Accepted', 'Draft')}`;
  const repo = await repoWith({ 'doc/adr/0002-a.md': text });
  const { fresh } = await (await openSession({ root: repo.root })).findings();
  expect(fresh.map(({ related }) => related)).toMatchObject([
    [
      {
        file: 'doc/adr/0002-a.md',
        span: { start: { line: 2, column: 9 } },
        label: 'the frontmatter says this',
      },
    ],
  ]);
});
