import { expect, test } from 'vitest';
import { agentsOfNote } from '../../src/evidence/agents/notes.ts';
import { disagrees } from '../../src/evidence/agents/observed.ts';
import { readTraces } from '../../src/evidence/agents/traces.ts';
import { agentsOfCommit } from '../../src/evidence/agents/trailers.ts';
import { openSession } from '../../src/session/session.ts';
import { callDocket } from '../support/call-docket.ts';
import { GitRepo } from '../support/git-repo.ts';
import { ADR, decision, provenance, RECORD, SPEC, specification } from '../support/records.ts';

const by = (agent: string) => provenance().replace('**Agent:** worker', `**Agent:** ${agent}`);
const unit = (agent: string) => ({
  [SPEC]: specification(),
  [ADR]: decision(),
  [RECORD]: by(agent),
});

async function landed(agent: string, ...trailers: readonly string[]): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.commit(`Cache\n\nIt is slow.\n\n${trailers.join('\n')}`.trim(), unit(agent));
  return repo;
}

async function judged(repo: GitRepo) {
  const session = await openSession({ root: repo.root });
  const [one, ...others] = await (await session.evidence()).judged();
  if (!one || others.length > 0) throw new Error('There is not one record');
  return {
    observed: one.agents?.observed.map((it) => [it.by, it.name, it.model]),
    gaps: one.agents?.gaps,
    notices: one.notices.filter(({ kind }) => kind === 'agent-differs'),
  };
}

const credits = (...trailers: string[]) =>
  agentsOfCommit({ id: 'a', author: 'Anna', email: 'anna@example.org', trailers }).map(
    ({ name, model }) => [name, model],
  );

test.each([
  ['Assisted-by: Claude:claude-3-opus coccinelle sparse', ['Claude', 'claude-3-opus']],
  ['Generated-by: ChatGPT', ['ChatGPT', undefined]],
  ['Co-authored-by: Claude Opus 4.5 <noreply@anthropic.com>', ['Claude Opus 4.5', undefined]],
  ['Co-authored-by: Copilot <223556219+Copilot@users.noreply.github.com>', ['Copilot', undefined]],
  [
    'co-authored-by: helper[bot] <1+helper[bot]@users.noreply.github.com>',
    ['helper[bot]', undefined],
  ],
])('an agent in a trailer: %s', (trailer, agent) => {
  expect(credits(trailer)).toEqual([agent]);
});

test.each([
  'Co-authored-by: Claude Monet <claude@example.org>',
  'Co-authored-by: Bert <1234+bert@users.noreply.github.com>',
  'Co-authored-by: dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>',
  'Assisted-by: Anna <anna@example.org>',
  'Signed-off-by: Claude <noreply@anthropic.com>',
])('no agent in a trailer: %s', (trailer) => {
  expect(credits(trailer)).toEqual([]);
});

test.each([
  ['Claude Code (Opus 4.6)', 'Claude', false],
  ['claude-sonnet-4-5', 'Claude', false],
  ['GPT-5.1 in Codex', 'Claude', true],
  ['Human', 'Claude', true],
  ['Human and Agent', 'Claude', false],
  ['Agent', 'Claude', false],
  ['Builder 7', 'Claude', false],
  ['Claude', 'some-new-tool', false],
])('claimed %s, observed %s', (claimed, name, expected) => {
  const observed = [{ name, model: undefined, by: 'trailer' as const, commit: 'a' }];
  expect(disagrees({ claimed, observed, gaps: [] })).toBe(expected);
  expect(disagrees({ claimed, observed: [], gaps: [] })).toBe(false);
});

test('a trailer of the landing stands beside the claim, and a contradiction is told', async () => {
  const repo = await landed('Claude Code', 'Assisted-by: Codex:gpt-5');
  const { observed, notices } = await judged(repo);
  expect(observed).toEqual([['trailer', 'Codex', 'gpt-5']]);
  expect(notices).toMatchObject([
    { found: 'agent `Claude Code` in the record', severity: 'warning' },
  ]);
  const { stdout, code } = await callDocket(['verify'], { cwd: repo.root });
  expect(code).toBe(0);
  expect(stdout).toContain('agent claimed: Claude Code; observed: Codex (gpt-5), trailer of ');
  const json = await callDocket(['verify', '--format', 'json'], { cwd: repo.root });
  expect(JSON.parse(json.stdout).records[0].agents).toMatchObject({
    claimed: 'Claude Code',
    observed: [{ name: 'Codex', model: 'gpt-5', by: 'trailer' }],
    gaps: [],
  });
});

test('nothing seen is nothing said', async () => {
  const { observed, gaps, notices } = await judged(await landed('Claude Code'));
  expect({ observed, gaps, notices }).toEqual({ observed: [], gaps: [], notices: [] });
});

test('of a merge, the commits that it brings are asked', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.git('switch', '--quiet', '-c', 'topic');
  const trailer = 'Co-authored-by: Claude <noreply@anthropic.com>';
  await repo.commit(`Work\n\n${trailer}`, { [SPEC]: specification(), [ADR]: decision() });
  await repo.commit('Record', { [RECORD]: by('Claude') });
  await repo.git('switch', '--quiet', 'main');
  await repo.commit('meanwhile', { 'other.md': 'x\n' });
  await repo.git('merge', '--quiet', '--no-ff', '-m', 'Merge topic', 'topic');
  expect((await judged(repo)).observed).toEqual([['trailer', 'Claude', undefined]]);
});

const NOTE = `src/a.ts
  s_c9883b05a2487d::t_9f8e7d6c5b4a32 1-10
---
{
  "schema_version": "authorship/3.0.0",
  "base_commit_sha": "x",
  "sessions": {
    "s_c9883b05a2487d": { "agent_id": { "tool": "cursor", "id": "1", "model": "sonnet-4.5" } }
  },
  "prompts": {
    "c9d0e1f2a3b4c5d6": { "agent_id": { "tool": "codex", "id": "2", "model": "gpt-5" } },
    "broken": { "agent_id": "x" }
  }
}
`;

test('a note names tools and models; one in another form names none', () => {
  expect(agentsOfNote('a', NOTE).map(({ name, model }) => [name, model])).toEqual([
    ['codex', 'gpt-5'],
    ['cursor', 'sonnet-4.5'],
  ]);
  expect(agentsOfNote('a', 'looks fine to me\n')).toEqual([]);
  expect(agentsOfNote('a', '---\n{ "schema_version": "authorship/9.0.0" }\n')).toEqual([]);
});

test('notes are read, and those that a rewrite has lost make nothing false', async () => {
  const repo = await landed('Claude Code');
  await repo.write({ '.git/note': NOTE });
  await repo.git('notes', '--ref=ai', 'add', '-F', '.git/note', 'HEAD');
  expect((await judged(repo)).observed).toEqual([
    ['note', 'codex', 'gpt-5'],
    ['note', 'cursor', 'sonnet-4.5'],
  ]);
  // A sonnet is a Claude.
  expect((await judged(repo)).notices).toEqual([]);
  await repo.git('commit', '--quiet', '--amend', '-m', 'Cache again');
  const { observed, gaps, notices } = await judged(repo);
  expect({ observed, notices }).toEqual({ observed: [], notices: [] });
  expect(gaps).toEqual(['1 note is about commits that are not in this history, as after a rebase']);
});

test('records of Agent Trace are held to the landing by commit and path', async () => {
  const repo = await GitRepo.create();
  const start = await repo.commit('start', { 'README.md': 'x\n' });
  const trace = (revision: string, path: string, type = 'ai') =>
    JSON.stringify({
      ...{ version: '0.1.0', id: 'b7c0', timestamp: '2026-03-05T12:00:00Z' },
      ...{ vcs: { type: 'git', revision }, tool: { name: 'cursor' } },
      files: [
        { path, conversations: [{ contributor: { type, model_id: 'openai/gpt-5' }, ranges: [] }] },
      ],
    });
  const lines = [trace(start, ADR), trace(start, 'other.ts'), trace(start, SPEC, 'human'), 'no'];
  await repo.commit('Cache', {
    ...unit('Claude Code'),
    '.agent-trace/traces.jsonl': `${lines.join('\n')}\n`,
  });
  expect(readTraces(lines.join('\n'))).toHaveLength(2);
  const { observed, notices } = await judged(repo);
  expect(observed).toEqual([['trace', 'cursor', 'openai/gpt-5']]);
  expect(notices).toHaveLength(1);
  await repo.write({ '.agent-trace/traces.jsonl': `${trace('f'.repeat(40), ADR)}\n` });
  const lost = await judged(repo);
  expect({ observed: lost.observed, notices: lost.notices }).toEqual({ observed: [], notices: [] });
  expect(lost.gaps?.[0]).toContain('name commits that are not in this history: ffffffffff');
});
