import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { messageOf } from '../../src/records/finding.ts';
import { NEW_ADR, OLD_ADR, SPEC } from '../../src/rules/support/example-base.ts';
import { openSession } from '../../src/session/session.ts';
import { type FixtureRepo, fixtureRepo } from '../support/fixture-repo.ts';

const STRANGER = 'docs/adr/adr-003-stranger.md';

/** Every finding of the repository as `file:line:column rule message`. */
async function findings(repo: FixtureRepo): Promise<string[]> {
  const { fresh } = await (await openSession({ root: repo.root, env: {} })).findings();
  return fresh
    .map((finding) => {
      const { file, span, rule } = finding;
      return `${file}:${span.start.line}:${span.start.column} ${rule} ${messageOf(finding)}`;
    })
    .sort();
}

/** The findings with a stranger beside a record that is broken too, whose finding must still come. */
async function besideABrokenOne(content: string | Uint8Array): Promise<string[]> {
  await using repo = await fixtureRepo([
    { change: NEW_ADR, from: 'status: Accepted', to: 'status: Acepted' },
  ]);
  await repo.write(STRANGER, content);
  const all = await findings(repo);
  const other = `${NEW_ADR}:4:9 status-known Unexpected status \`Acepted\`, expected \`Proposed\`, \`Accepted\`, \`Rejected\`, \`Deprecated\` or \`Superseded\``;
  expect(all).toContain(other);
  return all.filter((finding) => finding !== other);
}

test('an unclosed frontmatter', async () => {
  expect(
    await besideABrokenOne('---\ntitle: "ADR-003: Stranger"\n\n## Context\n'),
  ).toMatchInlineSnapshot(`
    [
      "docs/adr/adr-003-stranger.md:1:1 frontmatter-readable Unexpected end of file in the frontmatter, expected a closing \`---\`",
    ]
  `);
});

test('frontmatter that is a list', async () => {
  expect(await besideABrokenOne('---\n- a\n- b\n---\n\n## Context\n')).toMatchInlineSnapshot(`
    [
      "docs/adr/adr-003-stranger.md:2:1 frontmatter-readable Unexpected list in the frontmatter, expected a mapping of keys",
    ]
  `);
});

test('a date that is no date', async () => {
  await using repo = await fixtureRepo([
    { change: NEW_ADR, from: 'date: 2026-02-03', to: 'date: 2026-02-30' },
  ]);
  expect(await findings(repo)).toMatchInlineSnapshot(`
    [
      "docs/adr/adr-002-keep-sessions-in-redis.md:5:7 date-real Unexpected date \`2026-02-30\`, expected a calendar day as \`YYYY-MM-DD\`",
    ]
  `);
});

test('UTF-16', async () => {
  const text = Buffer.from('\ufeff---\ntitle: x\n---\n', 'utf16le');
  expect(await besideABrokenOne(text)).toMatchInlineSnapshot(`
    [
      "docs/adr/adr-003-stranger.md:1:1 file-readable Unexpected UTF-16 encoding, expected UTF-8",
    ]
  `);
});

test('a NUL byte', async () => {
  expect(await besideABrokenOne('---\ntitle: "ADR-003: a\0b"\n---\n')).toMatchInlineSnapshot(`
    [
      "docs/adr/adr-003-stranger.md:2:19 file-readable Unexpected NUL byte, expected text",
    ]
  `);
});

test('bytes that are not UTF-8', async () => {
  expect(
    await besideABrokenOne(Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0x61, 0xff, 0x0a])),
  ).toMatchInlineSnapshot(`
    [
      "docs/adr/adr-003-stranger.md:2:2 file-readable Unexpected byte that is not UTF-8",
    ]
  `);
});

test('a byte-order mark', async () => {
  await using repo = await fixtureRepo();
  await repo.write('docs/adr/adr-003-stranger.md', '\ufeff---\nx: 1\n---\n');
  expect(
    (await findings(repo)).filter((text) => text.includes('byte-order')),
  ).toMatchInlineSnapshot(`
    [
      "docs/adr/adr-003-stranger.md:1:1 file-readable Unexpected byte-order mark, expected \`---\` as the first bytes of the file",
    ]
  `);
});

test('an empty file', async () => {
  expect(await besideABrokenOne('')).toMatchInlineSnapshot(`
    [
      "docs/adr/adr-003-stranger.md:1:1 file-empty Unexpected empty file, expected a decision record",
    ]
  `);
});

test('a record that cannot be read is not missing to those that name it', async () => {
  await using repo = await fixtureRepo();
  for (const file of [OLD_ADR, SPEC]) await repo.write(file, Buffer.from([0x61, 0xff, 0x0a]));
  await repo.write('src/session.ts', '// As ADR-001 has it.\n');
  expect(await findings(repo)).toEqual(
    [OLD_ADR, SPEC]
      .sort()
      .map((file) => `${file}:1:2 file-readable Unexpected byte that is not UTF-8`)
      .sort(),
  );
});

test('a number whose record cannot be read is no gap', async () => {
  await using repo = await fixtureRepo([
    { rename: NEW_ADR, to: 'docs/adr/adr-004-keep-sessions-in-redis.md' },
  ]);
  await repo.write('docs/adr/adr-002-a.md', Buffer.from([0xff]));
  const gaps = async () =>
    (await findings(repo))
      .filter((text) => text.includes('number-gap'))
      .map((text) => text.replace(/.* Unexpected /, ''));
  expect(await gaps()).toEqual(['gap before `004`, expected `003` somewhere']);
  await repo.write('docs/adr/adr-003-b.md', Buffer.from([0xff]));
  expect(await gaps()).toEqual([]);
});

test('a file of 5 MB', async () => {
  expect(await besideABrokenOne('a'.repeat(5_000_000))).toMatchInlineSnapshot(`
    [
      "docs/adr/adr-003-stranger.md:1:1 file-readable Unexpected size of \`5000000\` bytes, expected at most \`1048576\`",
    ]
  `);
});

test('a folder with the name of a record', async () => {
  await using repo = await fixtureRepo();
  await mkdir(path.join(repo.root, 'docs/adr/x.md'));
  expect(await findings(repo)).toMatchInlineSnapshot(`
    [
      "docs/adr/x.md:1:1 file-readable Unexpected folder with the name of a record, expected a file",
    ]
  `);
});

test('a symbolic link out of the repository', async () => {
  await using outside = await fixtureRepo();
  await using repo = await fixtureRepo();
  await symlink(path.join(outside.root, NEW_ADR), path.join(repo.root, STRANGER));
  expect(await findings(repo)).toMatchInlineSnapshot(`
    [
      "docs/adr/adr-003-stranger.md:1:1 file-readable Unexpected symbolic link out of the repository, expected a file inside it",
    ]
  `);
});

test('a symbolic link that leads nowhere', async () => {
  await using repo = await fixtureRepo();
  await symlink('nowhere.md', path.join(repo.root, STRANGER));
  expect(await findings(repo)).toMatchInlineSnapshot(`
    [
      "docs/adr/adr-003-stranger.md:1:1 file-readable Unexpected missing file, expected one that exists",
    ]
  `);
});

test('HTML and script in a record', async () => {
  await using repo = await fixtureRepo([
    {
      change: NEW_ADR,
      from: 'Sticky routing fails when a server restarts.',
      to: '<script>alert(1)</script>\n\n<p onclick="alert(1)">Sticky</p>\n\n[x](javascript:alert(1))',
    },
  ]);
  expect(await findings(repo)).toMatchInlineSnapshot(`
    [
      "docs/adr/adr-002-keep-sessions-in-redis.md:19:1 html-unsafe Unexpected element \`<script>\`, expected none that can run or load code",
      "docs/adr/adr-002-keep-sessions-in-redis.md:21:4 html-unsafe Unexpected event handler \`onclick\`, expected plain HTML",
      "docs/adr/adr-002-keep-sessions-in-redis.md:23:5 link-scheme Unexpected scheme \`javascript:\` in a link, expected \`https:\` or a relative path",
    ]
  `);
});

test('two records with one number', async () => {
  await using repo = await fixtureRepo();
  const text = await readFile(path.join(repo.root, NEW_ADR), 'utf8');
  await repo.write('docs/adr/adr-002-another.md', text.replace('spec: SPEC-0001\n', ''));
  expect(await findings(repo)).toMatchInlineSnapshot(`
    [
      "docs/adr/adr-002-keep-sessions-in-redis.md:2:8 number-unique Unexpected second record with number \`002\`, expected each number once",
    ]
  `);
});

test('Windows line ends', async () => {
  await using repo = await fixtureRepo();
  const text = await readFile(path.join(repo.root, NEW_ADR), 'utf8');
  await repo.write(
    NEW_ADR,
    text.replaceAll('\n', '\r\n').replace('status: Accepted', 'status: Acepted'),
  );
  expect(await findings(repo)).toMatchInlineSnapshot(`
    [
      "docs/adr/adr-002-keep-sessions-in-redis.md:4:9 status-known Unexpected status \`Acepted\`, expected \`Proposed\`, \`Accepted\`, \`Rejected\`, \`Deprecated\` or \`Superseded\`",
    ]
  `);
});

test('a missing template is a finding, and a folder without records is refused', async () => {
  await using repo = await fixtureRepo([{ remove: 'docs/adr/template.md' }]);
  expect(await findings(repo)).toMatchInlineSnapshot(`
    [
      "docs/adr/template.md:1:1 template-present Unexpected missing template, expected one for every decision record at \`docs/adr/template.md\`",
    ]
  `);
  await mkdir(path.join(repo.root, 'empty', 'pages'), { recursive: true });
  await expect(openSession({ root: path.join(repo.root, 'empty') })).rejects.toThrow(
    /^No records under .*: no folder is called like decisions, and no texts read like them; none of the folders \.sdd\/specification, \.sdd\/provenance exists; the root holds only pages$/,
  );
  await mkdir(path.join(repo.root, 'other/docs/decisions'), { recursive: true });
  await writeFile(path.join(repo.root, 'other/docs/decisions/notes.md'), '# Notes\n');
  await expect(openSession({ root: path.join(repo.root, 'other') })).rejects.toThrow(
    /^No records under .*: docs\/decisions holds only notes\.md$/,
  );
});
