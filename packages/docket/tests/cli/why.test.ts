import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ask, clientInProcess } from '../support/agent-client.ts';
import { callDocket } from '../support/call-docket.ts';
import { exampleRepo, NEW, OLD } from '../support/example-repo.ts';
import { GitRepo } from '../support/git-repo.ts';

const CODE = [
  'export function open() {',
  '  return connectToTheStoreOfSessionsOverTheNetwork(address);',
  '}',
  '',
  'export function close() {',
  '  return disconnectFromTheStoreOfSessionsOverTheNetwork(address);',
  '}',
  '',
].join('\n');

async function governing(repo: GitRepo, file: string, ...globs: string[]): Promise<void> {
  const text = await readFile(path.join(repo.root, file), 'utf8');
  const written = `governs: [${globs.map((glob) => JSON.stringify(glob)).join(', ')}]\n---\n`;
  await repo.write({ [file]: text.replace(/\n---\n/, `\n${written}`) });
}

async function why(repo: GitRepo, ...args: string[]) {
  const run = await callDocket(['why', ...args], { cwd: repo.root });
  return { ...run, out: run.stdout };
}

test('each answer says what it rests on, the strongest first', async () => {
  const repo = await exampleRepo();
  await governing(repo, NEW, 'src/**', '!src/legacy');
  await repo.commit('Add the store', {
    'src/store.ts': `// ADR-001 had them in memory.\n${CODE}`,
    'src/legacy/store.ts': CODE,
  });
  const { out, code } = await why(repo, 'src/store.ts', '--format', 'json');
  expect(code).toBe(0);
  const answer = JSON.parse(out);
  expect(answer.decisions).toMatchObject([
    {
      id: 'ADR-002',
      status: 'Accepted',
      supersededBy: [],
      because: [{ kind: 'governs', file: NEW, words: 'src/**' }],
    },
    {
      id: 'ADR-001',
      status: 'Superseded',
      supersededBy: ['ADR-002'],
      because: [{ kind: 'marker', file: 'src/store.ts', line: 1 }],
    },
  ]);
  expect((await why(repo, 'src/legacy/store.ts')).out).toContain(
    'No decision has to do with this file',
  );
  const shown = await why(repo, 'src/store.ts');
  expect(shown.out).toMatch(/ADR-001 .* Superseded, 2026-\d\d-\d\d, replaced by ADR-002/);

  const client = await clientInProcess(repo.root);
  const { data } = await ask(client, 'decisions_for_files', { paths: ['src/store.ts'] });
  expect(
    data.files[0].decisions.map(({ id, because }: { id: string; because: { kind: string }[] }) => [
      id,
      because.map(({ kind }) => kind),
    ]),
  ).toEqual(
    answer.decisions.map(({ id, because }: { id: string; because: { kind: string }[] }) => [
      id,
      because.map(({ kind }) => kind),
    ]),
  );
});

test('a line leads to the commit that wrote it, through a move, with who took part', async () => {
  const repo = await exampleRepo();
  const written = await repo.commit(
    'Write the store\n\nSome text.\n\nCo-authored-by: Robot <robot@example.org>\nReviewed-by: Nobody <n@example.org>',
    { 'src/größe.ts': CODE },
    { author: 'Ada' },
  );
  await repo.git('notes', 'add', '-m', 'Made by agent 7', written);
  await repo.move('src/größe.ts', 'lib/store.ts');
  await repo.commit('Move the store');
  await repo.write({ 'lib/store.ts': CODE.replace('function close', 'function end') });
  const { out } = await why(repo, 'lib/store.ts:1-5', '--format', 'json');
  expect(JSON.parse(out).origins).toMatchObject([
    {
      lines: { from: 1, to: 4 },
      path: 'src/größe.ts',
      commit: {
        id: written,
        author: 'Ada',
        subject: 'Write the store',
        said: ['Co-authored-by: Robot <robot@example.org>', 'Made by agent 7'],
      },
    },
    { lines: { from: 5, to: 5 }, commit: null },
  ]);
  const shown = (await why(repo, 'lib/store.ts:2')).out;
  expect(shown).toContain(`line 2: ${written.slice(0, 10)}`);
  expect(shown).toContain('  as src/größe.ts\n');
});

test('a line that came with an execution names it, also through a merge', {
  timeout: 30_000,
}, async () => {
  const repo = await exampleRepo();
  const [record] = (await repo.git('ls-files', '.sdd/provenance')).split('\n');
  const text = await readFile(path.join(repo.root, record ?? ''), 'utf8');
  await repo.git('rm', '--quiet', record ?? '');
  await repo.git('commit', '--quiet', '--amend', '--message', 'Add the decision');
  await repo.git('switch', '--quiet', '-c', 'work');
  await repo.commit('Write the store', { 'src/session.ts': CODE });
  await repo.commit('Record it', { [record ?? '']: text });
  await repo.git('switch', '--quiet', 'main');
  await repo.commit('Something else', { 'other.txt': 'x' });
  await repo.git('merge', '--quiet', '--no-ff', '-m', 'Merge the work', 'work');
  const answer = JSON.parse((await why(repo, 'src/session.ts:2', '--format', 'json')).out);
  expect(answer.origins[0]).toMatchObject({
    commit: { subject: 'Write the store' },
    landedWith: { id: await repo.git('rev-parse', 'HEAD'), subject: 'Merge the work' },
    executions: [{ record, spec: 'SPEC-0001' }],
  });
  expect(answer.decisions).toMatchObject([
    { id: 'ADR-002', because: [{ kind: 'landing', file: record }] },
  ]);
});

test('another moment answers from its own records', async () => {
  const repo = await exampleRepo();
  await repo.commit('Add the store', { 'src/store.ts': CODE });
  await governing(repo, NEW, 'src');
  await repo.commit('Say what is governed');
  const before = await why(repo, 'src/store.ts:1', '--at', 'HEAD~1', '--format', 'json');
  const then = JSON.parse(before.out);
  expect(then).toMatchObject({ at: await repo.git('rev-parse', 'HEAD~1'), decisions: [] });
  expect(then.origins[0].commit.subject).toBe('Add the store');
  const now = JSON.parse((await why(repo, 'src/store.ts:1', '--format', 'json')).out);
  expect(now.decisions).toMatchObject([{ id: 'ADR-002' }]);
  expect(await repo.git('status', '--short')).toBe('');
});

test('a decision that stood when a line was written, and stands no more, is told', async () => {
  const repo = await exampleRepo();
  await repo.commit(
    'Keep them in memory',
    { 'src/store.ts': `// ADR-001\n${CODE}` },
    { date: '2026-01-20T12:00:00Z' },
  );
  const { out } = await why(repo, 'src/store.ts:1', '--format', 'json');
  expect(JSON.parse(out).origins[0].stoodThen).toEqual(['ADR-001']);
});

test('a superseded decision that governed the path which a line had then is told', async () => {
  const repo = await exampleRepo();
  await governing(repo, OLD, 'old');
  await repo.commit('Govern', {}, { date: '2026-01-15T12:00:00Z' });
  await repo.commit('Write it', { 'old/store.ts': CODE }, { date: '2026-01-20T12:00:00Z' });
  await repo.move('old/store.ts', 'new/store.ts');
  await repo.commit('Move it');
  const { out } = await why(repo, 'new/store.ts:2', '--format', 'json');
  expect(JSON.parse(out)).toMatchObject({
    decisions: [],
    origins: [{ path: 'old/store.ts', landedWith: null, stoodThen: ['ADR-001'] }],
  });
});

test('of decisions that comments name, the one nearest to the lines comes first', async () => {
  const repo = await exampleRepo();
  const text = `// ADR-002\n${CODE}// ADR-001, once\n${CODE}// ADR-002\n`;
  await repo.commit('Add it', { 'src/a.ts': text });
  const first = async (lines: string) => {
    const answer = JSON.parse((await why(repo, `src/a.ts:${lines}`, '--format', 'json')).out);
    const [{ id, because }] = answer.decisions;
    return [id, because[0].line];
  };
  expect(await first('2')).toEqual(['ADR-002', 1]);
  expect(await first('8-11')).toEqual(['ADR-001', 9]);
  expect(await first('17')).toEqual(['ADR-002', 17]);
});

test('commits that the repository passes over did not write a line', async () => {
  const repo = await exampleRepo();
  const written = await repo.commit('Write it', { 'src/a.ts': 'const a = {b: 1};\n' });
  const formatted = await repo.commit('Format it', { 'src/a.ts': 'const a = { b: 1 };\n' });
  const origin = async () =>
    JSON.parse((await why(repo, 'src/a.ts:1', '--format', 'json')).out).origins[0].commit.id;
  expect(await origin()).toBe(formatted);
  await repo.write({ '.git-blame-ignore-revs': `# Formatting\n${formatted}\n` });
  expect(await origin()).toBe(written);
  await repo.write({ '.git-blame-ignore-revs': 'nonsense\n' });
  expect(await origin()).toBe(formatted);
});

test.each([
  ['../outside.ts', /is no file inside .*\nhelp: give a path of the repository/],
  [':3', /names no file/],
  ['src/a.ts:5-2', /are no lines that can be asked about/],
  ['src/a.ts:0', /are no lines/],
  ['src/a.ts:1-9999', /ask about 2000 lines at most/],
])('docket why %s says what is wrong', async (place, words) => {
  const repo = await exampleRepo();
  const { code, stderr } = await why(repo, place);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(words) });
});

test('what is unknown is said to be', async () => {
  const repo = await exampleRepo();
  await repo.write({ 'src/new.ts': CODE });
  expect((await why(repo, 'src/new.ts:1')).out).toContain(
    'Unknown: the file is not in the history',
  );
  expect((await why(repo, 'src/new.ts:1', '--at', 'no-such-branch')).code).toBe(2);
  await repo.commit('Add it');
  expect((await why(repo, 'src/new.ts:500')).out).toContain('Unknown: the file has fewer lines');
});

test('Markdown for a pull request cannot be formatted by a record', async () => {
  const repo = await exampleRepo();
  const text = await readFile(path.join(repo.root, NEW), 'utf8');
  await repo.write({
    [NEW]: text.replace(
      /^description: .*$/m,
      'description: "@everyone <b>**look** at this sentence, which is long enough to be one"',
    ),
  });
  await governing(repo, NEW, 'src');
  await repo.commit('Add it', { 'src/a.ts': CODE });
  const { out } = await why(repo, 'src/a.ts:1', '--format', 'markdown');
  expect(out).toMatch(/^### src\/a\.ts:1\n/);
  expect(out).not.toMatch(/<b>|(?<!\\)\*\*look|@everyone\b/);
});

test('a change is held against the decisions that govern its files', {
  timeout: 30_000,
}, async () => {
  const repo = await exampleRepo();
  await governing(repo, NEW, 'src', '!src/legacy');
  await repo.commit('Add the store', { 'src/store.ts': CODE, 'src/legacy/old.ts': CODE });
  const check = async (...args: string[]) =>
    (await callDocket(['check', '--changed', ...args], { cwd: repo.root })).stdout;
  expect(await check()).toBe('No decision says that it governs a file of this change\n');
  await repo.git('switch', '--quiet', '-c', 'work');
  await repo.commit('Change it', { 'src/store.ts': null, 'src/legacy/old.ts': '// new\n' });
  await repo.write({ 'src/new.ts': CODE });
  const unanswered = JSON.parse(await check('main', '--format', 'json'));
  expect(unanswered.decisions).toMatchObject([
    {
      ...{ id: 'ADR-002', status: 'Accepted', supersededBy: [], isMissing: false },
      ...{ files: ['src/new.ts', 'src/store.ts'], answeredBy: [], acknowledgedBy: [] },
    },
  ]);
  expect(await check('main')).toContain('says nothing of this decision: does it still hold?');
  const text = await readFile(path.join(repo.root, NEW), 'utf8');
  await repo.write({ [NEW]: text.replace('## Context\n', '## Context\n\nMore.\n') });
  const answered = await check('main', '--format', 'markdown');
  expect(answered).toMatch(/^### This change touches files governed by 1 decision\n/);
  expect(answered).toContain('the change speaks of it in');
  expect(await callDocket(['check'], { cwd: repo.root })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('use `docket check --changed main`'),
  });
});

test('in a log of another form, a list says what is governed, and a marker may have fewer zeros', async () => {
  const repo = await GitRepo.create();
  const record = (title: string, more: string) =>
    `# ${title}\n\n## Status\n\nAccepted\n\n## Context\n\nWe need it.\n\n## Decision\n\nWe use it.\n\n## Consequences\n\nNone.\n${more}`;
  await repo.commit('Start', {
    'doc/adr/0001-use-a-queue.md': record('1. Use a queue', '\n## Governs\n\n- `src/queue.ts`\n'),
    'doc/adr/0002-use-a-store.md': record('2. Use a store', ''),
    'src/queue.ts': '// ADR-002\n',
  });
  const { out } = await why(repo, 'src/queue.ts', '--format', 'json');
  expect(JSON.parse(out).decisions).toMatchObject([
    { path: 'doc/adr/0001-use-a-queue.md', because: [{ kind: 'governs', line: 21 }] },
    { path: 'doc/adr/0002-use-a-store.md', because: [{ kind: 'marker', line: 1 }] },
  ]);
  expect(JSON.parse(out).decisions[0].because).toHaveLength(1);
});
