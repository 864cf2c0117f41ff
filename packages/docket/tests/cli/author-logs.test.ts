import { mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { callDocket } from '../support/call-docket.ts';
import { DAY, exampleRepo } from '../support/example-repo.ts';
import { GitRepo } from '../support/git-repo.ts';

const docket = (repo: GitRepo, ...argv: string[]) => callDocket(argv, { cwd: repo.root, env: DAY });
const read = (repo: GitRepo, file: string) => readFile(path.join(repo.root, file), 'utf8');

const nygard = (number: number, title: string, status: string) =>
  `# ${number}. ${title}\n\nDate: 2024-02-01\n\n## Status\n\n${status}\n\n## Context\n\ntext\n\n## Decision\n\ntext\n`;

async function repoOf(files: Readonly<Record<string, string>>): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.commit('Add the records', files);
  return repo;
}

test('byte-order mark, line ends and a missing last one stay where a record is written', async () => {
  const text = `\uFEFF${nygard(1, 'One', 'Proposed').trimEnd().replaceAll('\n', '\r\n')}`;
  const repo = await repoOf({ 'doc/adr/0001-one.md': text });
  const run = await docket(repo, 'accept', '1');
  expect(run).toEqual({ code: 0, stdout: 'changed doc/adr/0001-one.md\n', stderr: '' });
  expect(await read(repo, 'doc/adr/0001-one.md')).toBe(
    text.replace('Proposed', 'Accepted').replace('2024-02-01', '2026-03-09'),
  );
  await repo.commit('Accept', {});
  expect((await docket(repo, 'deprecate', '1')).code).toBe(0);
  expect(await read(repo, 'doc/adr/0001-one.md')).toContain('\r\nDeprecated\r\n');
});

test('a record says where it cannot be written, and stays', async () => {
  const repo = await repoOf({
    'doc/adr/0001-one.md': nygard(1, 'One', 'Proposed, see the minutes'),
  });
  expect(await docket(repo, 'accept', '1')).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'docket: doc/adr/0001-one.md:7:1: `Proposed, see the minutes` says more than the status\nhelp: edit this line by hand\n',
  });
  expect(await repo.git('status', '--short')).toBe('');
});

test('what is quoted of a record cannot steer the terminal', async () => {
  const repo = await repoOf({
    'doc/adr/0001-one.md': nygard(1, 'One', 'Proposed by \u001b[31mAda'),
  });
  expect((await docket(repo, 'accept', '1')).stderr).toContain('`Proposed by <U+001B>[31mAda`');
  expect((await docket(repo, 'migrate')).stderr).toContain('`Proposed by <U+001B>[31mAda`');
});

test('a new record has the next number that no branch has used, and the form of the log', async () => {
  const repo = await repoOf({
    'doc/adr/0001-one.md': nygard(1, 'One', 'Accepted'),
    'doc/adr/0002-two.md': nygard(2, 'Two', 'Accepted'),
  });
  await repo.git('switch', '--quiet', '-c', 'other');
  await repo.commit('Add', { 'doc/adr/0004-elsewhere.md': nygard(4, 'Else', 'Accepted') });
  await repo.git('switch', '--quiet', 'main');
  const run = await docket(repo, 'new', 'adr', 'Cache pages');
  expect(run).toEqual({
    code: 0,
    stdout: 'created doc/adr/0005-cache-pages.md\n',
    stderr: 'Next: write doc/adr/0005-cache-pages.md, which has the form of doc/adr/0002-two.md\n',
  });
  expect(await read(repo, 'doc/adr/0005-cache-pages.md')).toBe(
    '# 5. Cache pages\n\nDate: 2026-03-09\n\n## Status\n\nProposed\n\n## Context\n\n## Decision\n',
  );
  expect((await docket(repo, 'new', 'adr', 'Other', '--slug', 'a b')).stdout).toBe(
    'created doc/adr/0006-a-b.md\n',
  );
  expect((await docket(repo, 'new', 'adr', 'Other', '--slug', '../x')).stderr).toContain(
    'The slug `../x` must be words joined by hyphens',
  );
});

test('a template of the log is used, and of several logs one is chosen', async () => {
  const repo = await repoOf({
    'a/docs/adr/0001-one.md': nygard(1, 'One', 'Accepted'),
    'b/docs/adr/0007-two.md': nygard(7, 'Two', 'Accepted'),
    'b/docs/adr/template.md':
      '# [short title]\n\n- Status: [proposed | accepted]\n\n## Context\n\n## Decision\n',
  });
  expect((await docket(repo, 'new', 'adr', 'Title')).stderr).toBe(
    'docket: There is more than one folder for a new record\nhelp: choose one with `--log`: `a/docs/adr`, `b/docs/adr`\n',
  );
  expect((await docket(repo, 'new', 'adr', 'Title', '--log', 'c')).stderr).toBe(
    'docket: There is no log `c`\nhelp: choose one of `a/docs/adr`, `b/docs/adr`\n',
  );
  const run = await docket(repo, 'new', 'adr', 'Title', '--log', './b/docs/adr/');
  expect(run.stdout).toBe('created b/docs/adr/0008-title.md\n');
  expect(run.stderr).toContain('which has the form of b/docs/adr/template.md');
  expect(await read(repo, 'b/docs/adr/0008-title.md')).toBe(
    '# 8. Title\n\n- Status: proposed\n\n## Context\n\n## Decision\n',
  );
  expect((await docket(repo, 'complete', '--', 'new', 'adr', '--log', '')).stdout).toContain(
    'b/docs/adr',
  );
});

test('a supersession is written beside the record it replaces', async () => {
  const repo = await repoOf({
    'a/docs/adr/0001-one.md': nygard(1, 'One', 'Accepted'),
    'b/docs/adr/0001-two.md': nygard(1, 'Two', 'Accepted'),
  });
  const run = await docket(repo, 'supersede', 'b/docs/adr/0001-two.md', 'New way');
  expect(run.stdout).toBe('changed b/docs/adr/0001-two.md\ncreated b/docs/adr/0002-new-way.md\n');
  expect(await read(repo, 'b/docs/adr/0001-two.md')).toContain(
    '\nSuperseded by [2. New way](0002-new-way.md)\n',
  );
  expect(await read(repo, 'b/docs/adr/0002-new-way.md')).toContain(
    '\nProposed\n\nSupersedes [1. Two](0001-two.md)\n',
  );
});

test('another number is written in the name, the title, links and relations', async () => {
  const repo = await repoOf({
    'doc/adr/0001-one.md': nygard(1, 'One', 'Superseded by [2. Two](0002-two.md)'),
    'doc/adr/0002-two.md': nygard(2, 'Two', 'Accepted\n\nSupersedes [1. One](0001-one.md)'),
    'doc/adr/0003-three.md': nygard(3, 'Has 2 parts', 'Accepted\n\nAmends ADR-2'),
    'README.md':
      'See [the second](doc/adr/0002-two.md), ADR-0002 and https://example.org/0002-two.md.\n',
    'other/0002-two.md': 'Not a record.\n',
  });
  const run = await docket(repo, 'renumber', '2');
  expect(run.code).toBe(0);
  expect(run.stderr).toBe(
    'Not changed: README.md:1: `https://example.org/0002-two.md.` leads elsewhere, or to a commit or tag of this repository\n',
  );
  expect(await read(repo, 'doc/adr/0004-two.md')).toBe(
    nygard(4, 'Two', 'Accepted\n\nSupersedes [1. One](0001-one.md)'),
  );
  expect(await read(repo, 'doc/adr/0001-one.md')).toContain('Superseded by [4. Two](0004-two.md)');
  expect(await read(repo, 'doc/adr/0003-three.md')).toBe(
    nygard(3, 'Has 2 parts', 'Accepted\n\nAmends ADR-4'),
  );
  expect(await read(repo, 'README.md')).toBe(
    'See [the second](doc/adr/0004-two.md), ADR-0004 and https://example.org/0002-two.md.\n',
  );
  expect((await docket(repo, 'renumber', '4', '1', '--allow-dirty')).stderr).toContain(
    '`0001-one.md` has it',
  );
});

test('of two logs with one name and number, only what surely means the record follows', async () => {
  const repo = await repoOf({
    'a/docs/adr/0001-one.md': nygard(1, 'One', 'Accepted'),
    'b/docs/adr/0001-one.md': nygard(1, 'One', 'Accepted'),
    'README.md': '[A](a/docs/adr/0001-one.md), [B](b/docs/adr/0001-one.md)\n\n0001-one, ADR-0001\n',
  });
  const run = await docket(repo, 'renumber', 'b/docs/adr/0001-one.md', '5');
  expect(run.stdout).toContain('renamed b/docs/adr/0001-one.md -> b/docs/adr/0005-one.md\n');
  expect(run.stderr).toBe(
    'Not changed: README.md:3: `0001-one` may mean another record\nNot changed: README.md:3: `ADR-0001` may mean another record\n',
  );
  expect(await read(repo, 'README.md')).toBe(
    '[A](a/docs/adr/0001-one.md), [B](b/docs/adr/0005-one.md)\n\n0001-one, ADR-0001\n',
  );
});

test.each([
  ['2024-01-02-a.md', 'has no number to change\nhelp: rename the file by hand'],
  ['2024-01-a/README.md', 'has no number to change\nhelp: rename the folder by hand'],
])('a record that cannot be renumbered says why: %s', async (name, why) => {
  const repo = await repoOf({
    [`doc/adr/${name}`]: nygard(1, 'One', 'Accepted'),
    [`doc/adr/${name.replace('2024-01', '2024-02')}`]: nygard(2, 'Two', 'Accepted'),
  });
  expect((await docket(repo, 'renumber', `doc/adr/${name}`, '9')).stderr).toContain(why);
});

test.each([
  ['0001-one', '0002-two', '0003-three', 'README.md'],
  ['0001', '0002', '0003', 'index.md'],
])('a record goes with the folder that it has for itself: %s', async (one, two, three, file) => {
  const repo = await repoOf({
    [`doc/adr/${one}/${file}`]: nygard(1, 'One', `Superseded by [2. Two](../${two}/${file})`),
    [`doc/adr/${two}/${file}`]: nygard(2, 'Two', 'Accepted\n\n![](img/0002.png)'),
    [`doc/adr/${two}/notes.md`]: `More on ADR-0002, [the drawing](../${two}/img/0002.png).\n`,
    'README.md': `[Two](doc/adr/${two}/), its [drawing](doc/adr/${two}/img/0002.png), doc/adr/${two}/notes.md, 0002.\n`,
    'other/0002/README.md': 'Not a record.\n',
  });
  const drawing = Buffer.from([0x89, 0x50, 0, 0xff, 0xfe]);
  await mkdir(path.join(repo.root, 'doc/adr', two, 'img'));
  await writeFile(path.join(repo.root, 'doc/adr', two, 'img/0002.png'), drawing);
  await symlink('img/0002.png', path.join(repo.root, 'doc/adr', two, 'drawing'));
  await repo.commit('Draw', {});
  await repo.git('switch', '--quiet', '-c', 'other');
  await repo.commit('Add', { [`doc/adr/${three}/${file}`]: nygard(3, 'Three', 'Accepted') });
  await repo.git('switch', '--quiet', 'main');

  expect((await docket(repo, 'renumber', '2', '3')).stderr).toContain(`\`${three}\` has it`);
  const patch = (await docket(repo, 'renumber', '2', '--dry-run')).stdout;
  const run = await docket(repo, 'renumber', '2');
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const four = two.replace('2', '4').replace(/^(\d+).*/, two === '0002' ? '$1' : '$1-two');
  expect(run.stdout).toContain(`renamed doc/adr/${two}/${file} -> doc/adr/${four}/${file}\n`);
  expect(await readdir(path.join(repo.root, 'doc/adr'))).toEqual([one, four]);
  const own = path.join(repo.root, 'doc/adr', four);
  expect(await readFile(path.join(own, 'img/0002.png'))).toEqual(drawing);
  expect(await readlink(path.join(own, 'drawing'))).toBe('img/0002.png');
  expect(await read(repo, `doc/adr/${four}/${file}`)).toBe(
    nygard(4, 'Two', 'Accepted\n\n![](img/0002.png)'),
  );
  expect(await read(repo, `doc/adr/${four}/notes.md`)).toBe(
    `More on ADR-0004, [the drawing](../${four}/img/0002.png).\n`,
  );
  expect(await read(repo, `doc/adr/${one}/${file}`)).toContain(`[4. Two](../${four}/${file})`);
  expect(await read(repo, 'README.md')).toBe(
    `[Two](doc/adr/${four}/), its [drawing](doc/adr/${four}/img/0002.png), doc/adr/${four}/notes.md, 0002.\n`,
  );

  await repo.commit('Renumber', {});
  const tree = await repo.git('rev-parse', 'HEAD^{tree}');
  await repo.git('reset', '--quiet', '--hard', 'HEAD^');
  await writeFile(path.join(repo.root, '../p.diff'), patch);
  await repo.git('apply', '--index', '../p.diff');
  expect(await repo.git('write-tree')).toBe(tree);
});

test('words of AsciiDoc are changed, and nothing else', async () => {
  const text =
    '= 1. One\n:status: Proposed\n:date: 2024-02-01\n\n== Context\n\ntext\n\n== Decision\n\ntext\n';
  const repo = await repoOf({ 'doc/adr/0001-one.adoc': text, 'doc/adr/0002-two.adoc': text });
  expect((await docket(repo, 'accept', 'doc/adr/0001-one.adoc')).stderr).toBe('');
  expect(await read(repo, 'doc/adr/0001-one.adoc')).toBe(
    text.replace('Proposed', 'Accepted').replace('2024-02-01', '2026-03-09'),
  );
});

test('metadata is migrated where nothing is lost, and what is left is listed', async () => {
  const repo = await repoOf({
    'doc/adr/0001-one.md': nygard(1, 'One', 'Accepted'),
    'doc/adr/0002-two.md': nygard(2, 'Two', 'Accepted by the board'),
  });
  const refused =
    'Not migrated: doc/adr/0002-two.md:7:1: `Accepted by the board` says `board`, too, which `status` cannot hold\n  help: edit this line by hand\n';
  const dry = await docket(repo, 'migrate', '--dry-run');
  expect(dry.code).toBe(1);
  expect(dry.stdout).toContain('+title: "ADR-0001: One"\n+status: Accepted\n+date: 2024-02-01\n');
  const titles =
    'Titles stand in the frontmatter, such as "ADR-0001: One", and no more in a heading\n';
  expect(dry.stderr).toBe(
    `${refused}${titles}Would be: 1 migrated, 1 not migrated, 0 the same as before\n`,
  );
  expect(await repo.git('status', '--short')).toBe('');
  const run = await docket(repo, 'migrate', '--to', 'madr', '--log', 'doc/adr');
  expect(run).toEqual({
    code: 0,
    stdout: 'changed doc/adr/0001-one.md\nchanged doc/adr/0002-two.md\n',
    stderr: '2 migrated, 0 not migrated, 0 the same as before\n',
  });
  expect(await read(repo, 'doc/adr/0002-two.md')).toBe(
    '---\nstatus: Accepted by the board\ndate: 2024-02-01\n---\n\n# 2. Two\n\n## Context\n\ntext\n\n## Decision\n\ntext\n',
  );
  expect((await docket(repo, 'migrate', '--log', 'x')).stderr).toBe(
    'docket: There are no records in `x`\nhelp: choose one of `doc/adr`\n',
  );
});

test('records that are held to the template have nothing to migrate', async () => {
  const repo = await exampleRepo();
  expect(await docket(repo, 'migrate')).toEqual({
    code: 0,
    stdout: '',
    stderr:
      'Nothing to migrate: the records are held to the template, so their metadata is in frontmatter\n',
  });
});

test.each(['Use `pnpm`', 'A & B *c*', 'AT&amp;T stays'])(
  'a new record takes the title `%s`, whatever its marks mean',
  async (title) => {
    const repo = await repoOf({ 'doc/adr/0001-one.md': nygard(1, 'One', 'Accepted') });
    const { code, stdout, stderr } = await docket(repo, 'new', 'adr', title);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const [, file = ''] = /^created (.*)$/m.exec(stdout) ?? [];
    expect(await read(repo, file)).toContain(`# 2. ${title}\n`);
  },
);

test('a record of one of several logs goes by the name that the list shows', async () => {
  const repo = await repoOf({
    'services/pay/docs/adr/0001-one.md': nygard(1, 'One', 'Proposed'),
    'services/web/docs/adr/0001-one.md': nygard(1, 'One', 'Proposed'),
  });
  expect((await docket(repo, 'list')).stdout).toContain('pay/ADR-0001');
  expect(await docket(repo, 'accept', 'pay/ADR-0001')).toMatchObject({
    code: 0,
    stdout: 'changed services/pay/docs/adr/0001-one.md\n',
  });
});

test.each([
  ['accept', '1'],
  ['deprecate', '1'],
  ['supersede', '1', 'Other'],
])('a record whose frontmatter cannot be read is not written in: %s', async (...argv) => {
  const repo = await repoOf({
    'doc/adr/0001-one.md': '---\nstatus: accepted\ntitle: a: b\n---\n\n# One\n',
    'doc/adr/0002-two.md': '---\nstatus: superseded by ADR-1\n---\n\n# Two\n',
  });
  const { code, stderr } = await docket(repo, ...argv);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^docket: doc\/adr\/0001-one\.md:3:8: Cannot read the frontmatter: .*\nhelp: write one `key: value` to a line/,
  );
  expect(await repo.git('status', '--short')).toBe('');
});

test('a list has no column for what no record says, and finds those without a status', async () => {
  const repo = await repoOf({
    'doc/adr/0001-one.md': nygard(1, 'One', 'Accepted').replace(/Date: .*\n\n/, ''),
    'doc/adr/0002-two.md': '# 2. Two\n\n## Decision\n\ntext\n',
  });
  expect((await docket(repo, 'list')).stdout).toBe(
    'ADR-0001  Accepted    One\nADR-0002  unknown     Two\n',
  );
  expect((await docket(repo, 'list', '--status', 'Unknown')).stdout).toBe('ADR-0002  Two\n');
  expect((await docket(repo, 'list', '--status', 'accepted')).stdout).toBe(
    'ADR-0001  Accepted    One\n',
  );
});

test('lint reports only the files and folders that are named, and reads all', async () => {
  const repo = await repoOf({
    'doc/adr/0001-one.md': nygard(1, 'One', 'Superseded by [2](0002-two.md)'),
    'doc/adr/0002-two.md': nygard(2, 'Two', 'Accepted\n\n[gone](gone.md)'),
    'doc/adr/more/0003-three.md': nygard(3, 'Three', 'Accepted\n\n[gone](gone.md)'),
  });
  const told = async (cwd: string, ...argv: string[]) => {
    const where = { cwd: path.join(repo.root, cwd), env: DAY };
    const { code, stdout, stderr } = await callDocket(['lint', '--format', 'json', ...argv], where);
    if (code === 2) return stderr;
    const json = JSON.parse(stdout) as {
      diagnostics: { file: string; rule: string }[];
      summary: { files: number };
    };
    const files = json.diagnostics.map(({ file, rule }) => `${path.basename(file)} ${rule}`);
    return [json.summary.files, ...files];
  };
  expect(await told('.')).toEqual([
    3,
    '0001-one.md supersession-reciprocal',
    '0002-two.md link-target',
    '0003-three.md link-target',
  ]);
  expect(await told('.', 'doc/adr/0001-one.md')).toEqual([
    1,
    '0001-one.md supersession-reciprocal',
  ]);
  expect(await told('doc', 'adr/more/', 'adr/0002-two.md')).toEqual([
    2,
    '0002-two.md link-target',
    '0003-three.md link-target',
  ]);
  expect(await told('.', '.')).toHaveLength(4);
  expect(await told('.', 'doc/adr/0009-nine.md')).toContain(
    'There is no file or folder `doc/adr/0009-nine.md`',
  );
  expect(await told('.', '..')).toContain('`..` is outside the root');
  expect(await told('.', '--update-baseline', 'doc')).toContain('so paths, `--rule`');
});

test('a rule is explained with what it weighs in the repository', async () => {
  const repo = await repoOf({ 'doc/adr/0001-one.md': nygard(1, 'One', 'Accepted') });
  const head = async (rule: string) =>
    (await docket(repo, 'lint', '--explain', rule)).stdout.split('\n')[0];
  expect(await head('number-unique')).toBe(
    'number-unique  info in the profile recommended · error in the profile strict · adr, spec',
  );
  expect(await head('title-length')).toMatch(/^title-length {2}off in the profile recommended · /);
  await repo.write({ 'docket.config.json': '{ "rules": { "number-unique": "warning" } }' });
  expect(await head('number-unique')).toMatch(
    /^number-unique {2}warning, as the configuration sets it · error in the profile strict · /,
  );
});

test.each([
  [
    'of MADR',
    '# One\n\n* Status: proposed\n\n## Context and Problem Statement\n\n{Describe the context, e.g., in two sentences.}\n\n## Decision Outcome\n\nChosen option: "{title of option 1}", because {justification}.\n',
    ':7:1: `{Describe the context, e.g., in two sentences.}`\n  doc/adr/0001-one.md:11:17: `{title of option 1}`\n',
  ],
  [
    'of adr-tools',
    "# 1. One\n\n## Status\n\nProposed\n\n## Context\n\nIt is slow.\n\n## Decision\n\nThe change that we're proposing or have agreed to implement.\n",
    ":13:1: `The change that we're proposing or have agreed to implement.`\n",
  ],
  [
    'with headings alone',
    '# 1. One\n\n## Status\n\nProposed\n\n## Context\n\nTBD\n\n## Decision\n\n<!-- what we do -->\n',
    ':7:1: `Context` says nothing yet\n  doc/adr/0001-one.md:11:1: `Decision` says nothing yet\n',
  ],
])('a record that is still as the template has it is not accepted: %s', async (_, text, told) => {
  const repo = await repoOf({ 'doc/adr/0001-one.md': text });
  const { code, stderr } = await docket(repo, 'accept', '1');
  expect(code).toBe(2);
  expect(stderr).toContain(
    `docket: \`ADR-0001\` is not written yet\n  doc/adr/0001-one.md${told}help: replace what the template left`,
  );
  expect((await docket(repo, 'reject', '1')).code).toBe(0);
});

test('braces of code and of sets are no placeholders', async () => {
  const text = nygard(1, 'One', 'Proposed').replace(
    'text',
    'Keys such as {name}, {a: 1} and `{first name}`, in { x | x > 1 }.',
  );
  const repo = await repoOf({ 'doc/adr/0001-one.md': text });
  expect(await docket(repo, 'accept', '1')).toMatchObject({ code: 0, stderr: '' });
});

test('what a migration does to titles is said', async () => {
  const repo = await repoOf({ 'doc/adr/0001-one.md': nygard(1, 'One', 'Accepted') });
  expect((await docket(repo, 'migrate', '--dry-run')).stderr).toBe(
    'Titles stand in the frontmatter, such as "ADR-0001: One", and no more in a heading\nWould be: 1 migrated, 0 not migrated, 0 the same as before\n',
  );
});

test('a mention with the name of the log follows the record, wherever it stands', async () => {
  const files = ['payments', 'search'].flatMap((log) =>
    [1, 2].map((number) => [`${log}/docs/adr/000${number}-r.md`, nygard(number, 'R', 'Accepted')]),
  );
  const mentions = 'See payments/ADR-0002, search/ADR-0002, my.payments/ADR-0002 and ADR-0002.\n';
  const repo = await repoOf({ ...Object.fromEntries(files), 'README.md': mentions });
  const run = await docket(repo, 'renumber', 'payments/docs/adr/0002-r.md', '7');
  expect(run.code).toBe(0);
  expect(await read(repo, 'README.md')).toBe(
    mentions.replace('See payments/ADR-0002', 'See payments/ADR-0007'),
  );
  expect(run.stderr).toBe('Not changed: README.md:1: `ADR-0002` may mean another record\n');
});

test('records go by the name that their folder gives them, on the screen and in commands', async () => {
  const repo = await repoOf({
    'docs/madr/decisions/069-queues.md': nygard(69, 'Queues', 'Superseded by [x](070-caches.md)'),
    'docs/madr/decisions/070-caches.md': nygard(70, 'Caches', 'Proposed'),
    'docs/madr/decisions/draft-of-a-long-name.md': nygard(71, 'Draft', 'Proposed').replace(
      '71. ',
      '',
    ),
  });
  expect((await docket(repo, 'list')).stdout).toBe(
    [
      'MADR-069              Superseded  2024-02-01  Queues',
      'MADR-070              Proposed    2024-02-01  Caches',
      'draft-of-a-long-name  Proposed    2024-02-01  Draft',
      '',
    ].join('\n'),
  );
  expect((await docket(repo, 'lint')).stdout).toContain('one-sided supersession by `MADR-070`');
  expect((await docket(repo, 'accept', 'madr-070')).stdout).toContain('070-caches.md');
  expect((await docket(repo, 'accept', 'MADR-070', '--allow-dirty')).stderr).toContain(
    '`MADR-070` is `Accepted` already',
  );
  expect((await docket(repo, 'complete', '--', 'accept', '')).stdout).toContain('MADR-069');
});

test('a mention in the words of the log follows the record', async () => {
  const repo = await repoOf({
    'docs/madr/decisions/069-queues.md': nygard(69, 'Queues', 'Accepted').replace(
      'text',
      'See MADR-070.',
    ),
    'docs/madr/decisions/070-caches.md': nygard(70, 'Caches', 'Accepted'),
    'notes.md': 'MADR-070 and madr 070, not RFC-070 or MADR-0701.\n',
  });
  const run = await docket(repo, 'renumber', 'MADR-070', '75');
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(await read(repo, 'docs/madr/decisions/069-queues.md')).toContain('See MADR-075.');
  expect(await read(repo, 'notes.md')).toBe('MADR-075 and madr 075, not RFC-070 or MADR-0701.\n');
});
