import { expect, test } from 'vitest';
import { patchedFiles } from '../../docket/src/engine/examples.ts';
import { openSession } from '../../docket/src/session/session.ts';
import { GitRepo } from '../../docket/tests/support/git-repo.ts';
import { changesOf } from '../views/changes.ts';
import { readSiteHistory } from '../views/history/read-histories.ts';
import { historyOf, hunksOf } from '../views/history/revision-view.ts';
import { asOf, timelineOf, wireLives } from '../views/timeline.ts';
import { exampleContext } from './site-context.ts';

const NEW = 'docs/adr/adr-002-keep-sessions-in-redis.md';

async function repository(): Promise<GitRepo> {
  const repo = await GitRepo.create();
  const files = Object.fromEntries(patchedFiles([]));
  const now = files[NEW] ?? '';
  const proposed = now.replace('status: Accepted', 'status: Proposed');
  await repo.commit('Propose', { ...files, [NEW]: proposed }, { date: '2026-02-10T10:00:00Z' });
  await repo.git('tag', 'v1');
  await repo.commit('Accept', { [NEW]: now }, { date: '2026-03-20T10:00:00Z' });
  return repo;
}

test('the site knows states, texts, tags and the day a status changed', async () => {
  const repo = await repository();
  const workspace = await openSession({ root: repo.root });
  const history = await readSiteHistory(workspace);
  expect(history.tags).toEqual([{ name: 'v1', day: '2026-02-10' }]);
  const record = workspace.corpus.byPath(NEW);
  if (!record) throw new Error('the record is there');
  const past = historyOf(history, record);
  expect(past.hasPage).toBe(true);
  expect(past.revisions.map(({ number, day, subject }) => [number, day, subject])).toEqual([
    [2, '2026-03-20', 'Accept'],
    [1, '2026-02-10', 'Propose'],
  ]);
  const [last, first] = past.revisions;
  expect(hunksOf(first?.text ?? '', last?.text ?? '')).toMatchObject([
    {
      pieces: [
        { kind: 'same' },
        { kind: 'removed', text: 'Proposed' },
        { kind: 'added', text: 'Accepted' },
        { kind: 'same' },
      ],
    },
  ]);
  const log = changesOf(workspace.corpus, '/', history);
  const of = (day: string) =>
    log.days
      .find((entry) => entry.day === day)
      ?.changes.map(({ kind, ref }) => `${ref.label} ${kind}`);
  expect(of('2026-03-20')).toEqual(['ADR-002 accepted', 'ADR-002 text']);
  expect(of('2026-02-10')).toContain('ADR-001 new');
  expect(log.days.find(({ day }) => day === '2026-02-10')?.tags).toEqual(['v1']);
  expect(
    log.days.flatMap(({ changes }) => changes.flatMap(({ details }) => details ?? [])),
  ).toEqual(['/history/adr/adr-002-keep-sessions-in-redis/#state-2']);
});

test('a shallow clone and a folder without Git say what they do not know', async () => {
  const repo = await repository();
  const clone = await repo.clone('--depth', '1');
  const shallow = await openSession({ root: clone.root });
  const known = await readSiteHistory(shallow);
  const [record] = shallow.corpus.adrs;
  if (!record) throw new Error('a decision');
  expect(known.isShallow).toBe(true);
  expect(historyOf(known, record).gaps).toEqual(['docket.history.shallow']);
  expect(historyOf(known, record).hasPage).toBe(false);

  const folder = await GitRepo.folder();
  await folder.write(Object.fromEntries(patchedFiles([])));
  const plain = await readSiteHistory(await openSession({ root: folder.root }));
  expect(historyOf(plain, record).gaps).toEqual(['docket.history.unknown']);
});

test('changes far apart are shown apart, with two lines round each', () => {
  const lines = Array.from({ length: 40 }, (_, index) => `Line ${index} stays.`);
  const before = lines.join('\n');
  const after = before.replace('Line 5 ', 'Line five ').replace('Line 30 ', 'Line thirty ');
  const hunks = hunksOf(before, after);
  expect(hunks).toHaveLength(2);
  const text = hunks.map(({ pieces }) => pieces.map((piece) => piece.text).join(''));
  expect(text[0]?.split('\n').length).toBeLessThan(8);
  expect(text[0]).toContain('Line 3 stays');
  expect(text[1]).toContain('Line 28 stays');
  expect(text[1]).not.toContain('Line 20');
  expect(hunksOf(before, before)).toEqual([]);
});

test('a timeline without dates has no place in time, and one of months says only those that have room', () => {
  const { corpus, base, history } = exampleContext();
  expect(timelineOf(corpus, base, []).ticks).toEqual([]);
  const [life] = history.lives;
  if (!life) throw new Error('no life');
  const from = (day: string) => ({
    ...life,
    from: { kind: 'day', day, source: 'record' } as const,
    until: { kind: 'none' } as const,
  });
  const { ticks } = timelineOf(corpus, base, [from('2020-10-20'), from('2021-08-25')]);
  expect(ticks.map(({ label, isMinor }) => `${label}${isMinor ? '' : '!'}`)).toEqual([
    ...['2020-11!', '2020-12', '2021-01', '2021-02!', '2021-03', '2021-04', '2021-05!'],
    ...['2021-06', '2021-07', '2021-08!'],
  ]);
});

test('the timeline has a bar for each decision, and an arrow from old to new', () => {
  const { corpus, base, history } = exampleContext();
  const timeline = timelineOf(corpus, base, history.lives);
  const bars = timeline.bars.map(({ ref, row }) => [ref.label, row]);
  expect(bars).toEqual([
    ['ADR-001', 0],
    ['ADR-002', 1],
  ]);
  expect(timeline.successions).toEqual([
    { from: 0, to: 1, isPartly: false, x: timeline.bars[1]?.x },
  ]);
  const [last = '', first = ''] = timeline.days;
  const labels = (day: string) => asOf(base, history.lives, day).standing.map(({ label }) => label);
  expect([labels(first), labels(last)]).toEqual([['ADR-001'], ['ADR-002']]);
  expect(wireLives(base, history.lives).map((life) => life.slice(3))).toEqual([
    [first, last],
    [last, ''],
  ]);
});
