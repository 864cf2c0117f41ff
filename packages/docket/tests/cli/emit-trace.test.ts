import { expect, test } from 'vitest';
import { contributorOf } from '../../src/evidence/agents/observed.ts';
import { readTraces } from '../../src/evidence/agents/traces.ts';
import { openSession } from '../../src/session/session.ts';
import { callDocket } from '../support/call-docket.ts';
import { GitRepo } from '../support/git-repo.ts';
import { ADR, decision, provenance, RECORD, SPEC, specification } from '../support/records.ts';

const CODE = 'src/ca é.ts';

/** A specification carried out in a folder of the repository, with a claim or two that are not so. */
async function carriedOut(prefix = ''): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.commit('start', {
    'README.md': 'start\n',
    [`${prefix}old.txt`]: 'old\n',
    [`${prefix}${CODE}`]: 'a\nb\nc\nd\ne\n',
  });
  await repo.commit('Cache\n\nCo-authored-by: Claude <noreply@anthropic.com>', {
    [`${prefix}${SPEC}`]: specification(),
    [`${prefix}${ADR}`]: decision(),
    [`${prefix}${RECORD}`]: provenance({
      artifacts: [
        [CODE, 'Modified'],
        [ADR, 'Created'],
        ['data.bin', 'Created'],
        ['empty.txt', 'Created'],
        ['old.txt', 'Deleted'],
        ['never.txt', 'Created'],
      ],
    }).replace('worker', 'Claude Code'),
    [`${prefix}${CODE}`]: 'a\nB\nc\ne\nf\ng\n',
    [`${prefix}data.bin`]: 'bytes \u0000\n',
    [`${prefix}empty.txt`]: '',
    [`${prefix}old.txt`]: null,
    [`${prefix}undeclared.ts`]: 'x\n',
  });
  return repo;
}

const emit = (repo: GitRepo, ...more: string[]) =>
  callDocket(['emit', 'agent-trace', '0001', ...more], { cwd: repo.root });

async function trace(repo: GitRepo, ...more: string[]) {
  const run = await emit(repo, ...more);
  expect(run.stderr).toBe('');
  expect(run.code).toBe(0);
  expect(run.stdout).toMatch(/^[^\n]+\n$/);
  return JSON.parse(run.stdout);
}

test('a trace has the lines that the landing gave to the files that the record claims', async () => {
  const repo = await carriedOut('below/');
  const by = (path: string, ...lines: (readonly [number, number])[]) => ({
    path: `below/${path}`,
    conversations: [
      {
        contributor: { type: 'ai' },
        ranges: lines.map(([start_line, end_line]) => ({ start_line, end_line })),
      },
    ],
  });
  const found = await trace(repo, '--root', 'below');
  expect(found).toEqual({
    version: '0.1.0',
    id: expect.stringMatching(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    ),
    timestamp: new Date(await repo.git('show', '-s', '--format=%cI', 'HEAD')).toISOString(),
    vcs: { type: 'git', revision: await repo.git('rev-parse', 'HEAD') },
    files: [by(CODE, [2, 2], [5, 6]), by(ADR, [1, 7]), by('data.bin'), by('empty.txt')],
    metadata: {
      docket: {
        record: RECORD,
        spec: SPEC,
        agent: 'Claude Code',
        executed: '2026-03-05T11:30:00Z',
      },
    },
  });
  await repo.commit('later', { [`below/${CODE}`]: 'all\nnew\n' });
  expect(await trace(repo, '--root', 'below')).toEqual(found);
});

test('a trace is read as one, and is no witness for the record that it was made from', async () => {
  const repo = await carriedOut();
  const { metadata, ...foreign } = await trace(repo);
  expect(readTraces(JSON.stringify(foreign))).toEqual([
    {
      revision: foreign.vcs.revision,
      tool: undefined,
      models: [],
      paths: expect.arrayContaining([CODE]),
    },
  ]);
  await repo.commit('keep', {
    '.agent-trace/traces.jsonl': `${JSON.stringify({ ...foreign, tool: { name: 'cursor' }, metadata })}\n`,
  });
  const session = await openSession({ root: repo.root });
  const [judged] = await (await session.evidence()).judged();
  expect(judged?.agents?.observed.map(({ by, name }) => [by, name])).toEqual([
    ['trailer', 'Claude'],
  ]);
});

test.each([
  [undefined, [], { type: 'unknown' }],
  ['worker', [], { type: 'unknown' }],
  ['worker', ['Claude'], { type: 'ai' }],
  ['Coding agent of the team', [], { type: 'ai' }],
  ['Human', [], { type: 'human' }],
  ['Human', ['Claude'], { type: 'unknown' }],
  ['A human with Codex', [], { type: 'mixed' }],
  ['Assistant of the Human Resources team', [], { type: 'ai' }],
  ['Cursor', ['cursor', 'openai/gpt-5'], { type: 'ai', model_id: 'openai/gpt-5' }],
  ['anthropic/claude-opus-4-5', [], { type: 'ai', model_id: 'anthropic/claude-opus-4-5' }],
  ['anthropic/claude-opus-4-5', ['anthropic/claude-haiku-4'], { type: 'ai' }],
  ['Claude', ['Codex'], { type: 'unknown' }],
] as const)('who made lines, where %s is claimed and %j seen', (claimed, seen, contributor) => {
  const observed = seen.map(
    (name) => ({ name, model: undefined, by: 'trailer', commit: 'a' }) as const,
  );
  expect(contributorOf({ claimed, observed, gaps: [] })).toEqual(contributor);
});

test('nothing is traced without a landing, or where it wrote nothing that is claimed', async () => {
  const repo = await carriedOut();
  const shallow = await repo.clone('--depth=1');
  const cut = await emit(shallow);
  expect([cut.code, cut.stdout]).toEqual([2, '']);
  expect(cut.stderr).toContain('its landing is unknown, because the clone is shallow');
  const idle = await GitRepo.create();
  await idle.commit('start', { [SPEC]: specification(), [ADR]: decision() });
  await idle.commit('nothing', { [RECORD]: provenance({ artifacts: [['a.txt', 'Created']] }) });
  const none = await emit(idle);
  expect([none.code, none.stdout]).toEqual([2, '']);
  expect(none.stderr).toContain('wrote no file as the record claims');
});
