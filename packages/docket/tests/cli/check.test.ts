import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { governedJsonSchema } from '../../src/report/governed-schema.ts';
import { callDocket } from '../support/call-docket.ts';
import { exampleRepo, NEW, OLD } from '../support/example-repo.ts';
import { GitRepo } from '../support/git-repo.ts';

const NYGARD = 'doc/adr/0007-use-a-queue.md';
const queue = (governs: string) =>
  `# 7. Use a queue\n\n## Status\n\nAccepted\n\n## Context\n\nWe need it.\n\n## Decision\n\nWe use a queue.\n\n## Consequences\n\nNone.\n\n## Governs\n\n${governs}`;

/** A branch on which files are changed that a decision asks to be named for. */
async function changedRepo(): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.commit('Start', {
    [NYGARD]: queue('- `src/**`\n- `src/queue/**` (require: acknowledgement)\n- !src/queue/docs\n'),
    'src/queue/in.ts': 'in\n',
    'src/queue/docs/a.txt': 'a\n',
    'src/other.ts': 'other\n',
  });
  await repo.git('switch', '--quiet', '-c', 'work');
  return repo;
}

async function check(repo: GitRepo, input?: string) {
  const stdin = input === undefined ? [] : ['--stdin'];
  const call = (...format: string[]) =>
    callDocket(['check', '--changed', 'main', ...stdin, ...format], {
      cwd: repo.root,
      ...(input !== undefined && { input }),
    });
  const [pretty, json, markdown] = [
    await call(),
    await call('--format', 'json'),
    await call('--format', 'markdown'),
  ];
  expect([pretty.code, markdown.code]).toEqual([json.code, json.code]);
  const report = JSON.parse(json.stdout);
  expect(new Ajv2020().validate(governedJsonSchema(), report)).toBe(true);
  const [decision] = report.decisions;
  return { code: json.code, decision, pretty: pretty.stdout, markdown: markdown.stdout };
}

test('only files for which it is asked have to be acknowledged', async () => {
  const repo = await changedRepo();
  await repo.commit('Change others', { 'src/other.ts': 'new\n', 'src/queue/docs/a.txt': 'b\n' });
  const { code, decision } = await check(repo);
  expect({ code, ...decision }).toMatchObject({
    ...{ code: 0, id: 'ADR-0007', files: ['src/other.ts'], asking: [], isMissing: false },
  });
});

test.each([
  ['a commit without it', 'Change it', undefined, undefined],
  ['a message that only mentions it', 'Change it as ADR-0007 has it', undefined, undefined],
  ['another decision', 'Change it\n\nDecision: ADR-0008', 'Follows ADR-0008.', undefined],
  ['a text that names it in a comment alone', 'Change it', '<!-- such as ADR-0007 -->', undefined],
  ['a text with code', 'Change it', 'Run `docket show ADR-0007`.', undefined],
  ['a trailer', 'Change it\n\nDecision: ADR-0007', undefined, 'commit'],
  ['a trailer with fewer zeros and words', 'Change it\n\nDecision: ADR-007 (queue)', '', 'commit'],
  ['one of several trailers', 'Change\n\nDecision: ADR-0001\nDecision: ADR-0007', '', 'commit'],
  ['the text of the pull request', 'Change it', 'This keeps to **ADR-0007**.', 'text'],
  ['a link in the text', 'Change it', 'See [ADR-0007](https://example.org).', 'text'],
])('acknowledgement by %s', async (_, message, text, by) => {
  const repo = await changedRepo();
  const commit = await repo.commit(message, { 'src/queue/in.ts': null });
  const { code, decision, pretty, markdown } = await check(repo, text);
  const isFound = by !== undefined;
  expect({ code, ...decision }).toMatchObject({
    code: isFound ? 0 : 1,
    isMissing: !isFound,
    asking: ['src/queue/in.ts'],
    answeredBy: [],
    acknowledgedBy: isFound ? [by === 'commit' ? commit : 'text'] : [],
  });
  expect(pretty.includes('error: 1 decision must be named')).toBe(!isFound);
  expect(pretty).toContain('We use a queue.');
  expect(markdown).toMatch(/^### This change touches files governed by 1 decision\n/);
  expect(markdown.includes('no commit has the line Decision: ADR-0007')).toBe(!isFound);
});

test('a decision without a status may stand, and asks; one that has ended in another way does not', async () => {
  const repo = await changedRepo();
  const text = await readFile(path.join(repo.root, NYGARD), 'utf8');
  await repo.git('switch', '--quiet', 'main');
  for (const [status, ids] of [
    ['', ['ADR-0007']],
    ['## Status\n\nProposed\n\n', []],
    ['## Status\n\nDeprecated\n\n', []],
  ] as const) {
    await repo.commit('State it', {
      [NYGARD]: text.replace('## Status\n\nAccepted\n\n', status),
      'src/queue/in.ts': 'in\n',
    });
    await repo.write({ 'src/queue/in.ts': 'out\n' });
    const { stdout, code } = await callDocket(['check', '--changed', '--format', 'json'], {
      cwd: repo.root,
    });
    const report = JSON.parse(stdout) as { decisions: { id: string }[] };
    expect(
      report.decisions.map(({ id }) => id),
      status,
    ).toEqual(ids);
    expect(code).toBe(ids.length > 0 ? 1 : 0);
  }
});

test('the record itself answers, and a new one that refers to it; another that does so already does not', async () => {
  const repo = await changedRepo();
  const other = (more: string) =>
    queue('').replace('# 7. Use a queue', `# 8. Use two\n\nSee [7](0007-use-a-queue.md).${more}`);
  await repo.git('switch', '--quiet', 'main');
  await repo.commit('Add another', { 'doc/adr/0008-use-two.md': other('') });
  await repo.git('switch', '--quiet', '-C', 'work');
  await repo.commit('Change it', {
    'src/queue/in.ts': 'new\n',
    'doc/adr/0008-use-two.md': other(' It grew.'),
  });
  expect((await check(repo)).code).toBe(1);
  const third = 'doc/adr/0009-use-three.md';
  await repo.write({ [third]: other('').replace('8. Use two', '9. Use three') });
  expect(await check(repo)).toMatchObject({ code: 0, decision: { answeredBy: [third] } });
  await repo.write({ [third]: null });
  const text = await readFile(path.join(repo.root, NYGARD), 'utf8');
  await repo.write({ [NYGARD]: text.replace('We need it.', 'We need it more.') });
  expect(await check(repo)).toMatchObject({ code: 0, decision: { answeredBy: [NYGARD] } });
});

test('frontmatter asks in the same way, and a superseded decision is flagged and asks for nothing', async () => {
  const repo = await exampleRepo();
  const asking = 'governs: [{ files: src, require: acknowledgement }]';
  const [old, now] = await Promise.all(
    [OLD, NEW].map((file) => readFile(path.join(repo.root, file), 'utf8')),
  );
  await repo.commit('Say what is governed', {
    [OLD]: old?.replace(/\n---\n/, `\n${asking}\n---\n`) ?? '',
    'src/a.ts': 'a\n',
  });
  await repo.write({ 'src/a.ts': 'b\n' });
  const flagged = await callDocket(['check', '--changed'], { cwd: repo.root });
  expect(flagged.code).toBe(0);
  expect(flagged.stdout).toMatch(/^ADR-001 .*, superseded by ADR-002: .*\n {2}src\/a\.ts\n/);
  await repo.commit('Govern', {
    [NEW]: now?.replace(/\n---\n/, `\n${asking}\n---\n`) ?? '',
    'src/a.ts': 'a\n',
  });
  await repo.write({ 'src/a.ts': 'c\n' });
  const { stdout, code } = await callDocket(['check', '--changed', '--format', 'json'], {
    cwd: repo.root,
  });
  expect(code).toBe(1);
  expect(JSON.parse(stdout).decisions).toMatchObject([
    { id: 'ADR-002', isMissing: true },
    { id: 'ADR-001', isMissing: false, status: 'Superseded', supersededBy: ['ADR-002'] },
  ]);
  const diff = await callDocket(['diff', 'HEAD', '--format', 'markdown'], { cwd: repo.root });
  expect(diff.stdout).toContain(
    '#### This change touches files governed by 2 decisions\n\n- ADR-002 ',
  );
  expect(diff.stdout).toContain(', superseded by ADR-002: ');
});

test.each([
  [['--stdin'], undefined, /There is no text on standard input/],
  [['--stdin'], 'x'.repeat(1_000_001), /more than 1000000 bytes/],
  [[], undefined, undefined],
])('docket check --changed %s', async (args, input, words) => {
  const repo = await changedRepo();
  const run = await callDocket(['check', '--changed', ...args], {
    cwd: repo.root,
    ...(input !== undefined && { input }),
  });
  expect(run).toMatchObject(
    words === undefined ? { code: 0 } : { code: 2, stderr: expect.stringMatching(words) },
  );
});
