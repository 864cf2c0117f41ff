import { expect, test } from 'vitest';
import { GitRepo } from '../support/git-repo.ts';
import { judgeOnly, verdicts } from '../support/judged.ts';
import { ADR, decision, provenance, RECORD, SPEC, specification } from '../support/records.ts';

/** What a record says in a layout: the same testimony under other names. */
interface Names {
  readonly spec: string;
  readonly record: string;
  readonly adr: string;
  readonly source: string;
}

const THEN: Names = {
  spec: '.spec/spec-1-caching.md',
  record: '.spec/spec-1-caching.provenance.md',
  adr: ADR,
  source: 'src/cache.ts',
};

const NOW: Names = {
  spec: SPEC,
  record: RECORD,
  adr: 'docs/adr/adr-001-cache-in-redis.md',
  source: 'lib/redis/cache.ts',
};

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function steps({ spec, record, source }: Names): string[] {
  return [
    `This spec has been saved to \`${spec}\``,
    `The record \`${record}\` stands, and \`./${source}\` does`,
    `\`${folderOf(source)}\` holds one file; other.md is not \`docs/src/cache.ts\``,
  ];
}

// Enough that stays for Git to see a move in a commit that also brings names up to date.
const REST = Array.from(
  { length: 30 },
  (_, at) => `${at + 1}. What stays the same, in line ${at}`,
).join('\n');

function spec(names: Names): string {
  return `${specification(steps(names))}\n## Notes\n\n${REST}\n`;
}

function record(names: Names, results?: string): string {
  const { spec: specPath, adr, record: own, source } = names;
  return provenance({
    spec: specPath,
    actions: REST,
    artifacts: [
      [specPath, 'Created'],
      [own, 'Created'],
      [adr, `Created (from the draft in ${specPath})`],
      [source, 'Created'],
    ],
    deviations: `- \`${source}\` has no tests.\n- The rest is in ${folderOf(source)}.`,
    results:
      results ??
      `| # | Check | Result |\n|-|-|-|\n${steps(names)
        .map((step, index) => `| ${index + 1} | ${step} | Pass — see ${source}, line 3 |`)
        .join('\n')}`,
  });
}

async function moved(then = record(THEN), now = record(NOW)): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.commit('Cache', {
    [THEN.spec]: spec(THEN),
    [THEN.record]: then,
    [THEN.adr]: decision(),
    [THEN.source]: 'one\ntwo\nthree\n',
  });
  await repo.move(THEN.source, 'src/redis/cache.ts');
  await repo.commit('move the source');
  await repo.move('src', 'lib');
  for (const key of ['spec', 'record', 'adr'] as const) await repo.move(THEN[key], NOW[key]);
  await repo.commit('move the rest', { [NOW.spec]: spec(NOW), [NOW.record]: now });
  return repo;
}

test('names brought up to date in rows, cells, items and steps change no testimony', async () => {
  const judged = await judgeOnly((await moved()).root);
  expect(judged.notices.map(({ kind, severity, details }) => [kind, severity, details])).toEqual([
    ['rewritten', 'info', []],
  ]);
  expect(Object.entries(verdicts(judged)).filter(([, kind]) => kind !== 'verified')).toEqual(
    [1, 2, 3].map((step) => [`step:${step}`, 'unverifiable']),
  );
});

test('results in a list, too', async () => {
  const list = (names: Names) =>
    steps(names)
      .map((step, index) => `${index + 1}. ${step} — PASS (in ${folderOf(names.source)})`)
      .join('\n');
  const repo = await moved(record(THEN, list(THEN)), record(NOW, list(NOW)));
  const { notices, claims } = await judgeOnly(repo.root);
  expect(notices.map(({ severity }) => severity)).toEqual(['info']);
  expect(claims.filter(({ verdict }) => verdict.kind === 'outdated')).toEqual([]);
});

test('what was changed beside a name is still a change', async () => {
  const now = record(NOW).replace(`see ${NOW.source}, line 3`, `see ${NOW.source}, line 4`);
  const { notices } = await judgeOnly((await moved(record(THEN), now)).root);
  expect(notices.map(({ severity, details }) => [severity, ...details])).toEqual([
    [
      'warning',
      `- 1 | ${plain(steps(THEN)[0])} | Pass — see ${THEN.source}, line 3`,
      `+ 1 | ${plain(steps(THEN)[0])} | Pass — see ${THEN.source}, line 4`,
    ],
  ]);
});

function plain(text = ''): string {
  return text.replaceAll('`', '');
}

test('a name that no move leads to is a change', async () => {
  const now = record(NOW).replace(`see ${NOW.source}`, 'see lib/other.ts');
  const { notices } = await judgeOnly((await moved(record(THEN), now)).root);
  expect(notices.map(({ severity }) => severity)).toEqual(['warning']);
});

test('a step that was reworded and renamed is outdated', async () => {
  const repo = await moved();
  await repo.commit('reword', {
    [NOW.spec]: spec(NOW).replace('holds one file', 'holds two files'),
  });
  expect(verdicts(await judgeOnly(repo.root))).toMatchObject({
    'step:1': 'unverifiable',
    'step:3': 'outdated',
  });
});

test('a specification that existed is named by its later name', async () => {
  const repo = await GitRepo.create();
  const text = (names: Names) =>
    provenance({ spec: names.spec, artifacts: [[names.spec, 'Already existed (earlier)']] });
  await repo.commit('order', { [THEN.spec]: specification() });
  await repo.commit('Cache', { [THEN.record]: text(THEN) });
  await repo.move(THEN.spec, NOW.spec);
  await repo.move(THEN.record, NOW.record);
  await repo.commit('move', { [NOW.record]: text(NOW) });
  expect(verdicts(await judgeOnly(repo.root))['landed-together']).toBe('verified');
});

test('a folder at the top that is called like a word is one only with its slash', async () => {
  const repo = await GitRepo.create();
  const text = (deviations: string) => provenance({ artifacts: [[SPEC, 'Created']], deviations });
  await repo.commit('Cache', {
    [SPEC]: specification(),
    [RECORD]: text('The a team wrote `a/x.ts`.'),
    'a/x.ts': 'x\n',
  });
  await repo.move('a', 'core');
  await repo.commit('move', { [RECORD]: text('The a team wrote `core/x.ts`.') });
  const severities = async () =>
    (await judgeOnly(repo.root)).notices
      .filter(({ kind }) => kind === 'rewritten')
      .map(({ severity }) => severity);
  expect(await severities()).toEqual(['info']);
  await repo.commit('reword', { [RECORD]: text('The core team wrote `core/x.ts`.') });
  expect(await severities()).toEqual(['warning']);
});
