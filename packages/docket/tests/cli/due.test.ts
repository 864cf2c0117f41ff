import { expect, test } from 'vitest';
import type { Patch } from '../../src/engine/define.ts';
import { DAY, NEW } from '../support/example-repo.ts';
import { fixtureRepo } from '../support/fixture-repo.ts';
import { mainDocket } from '../support/main-docket.ts';

const keys = (lines: string): Patch => ({
  change: NEW,
  from: 'spec: SPEC-0001\n',
  to: `spec: SPEC-0001\n${lines}\n`,
});

const DATED = keys(
  'review-by: 2026-03-01\nrevisit-when: A third server comes.\nprovisional-until: 2026-06-30',
);

test('what is overdue, what is to come, and what waits for something', async () => {
  await using repo = await fixtureRepo([DATED]);
  const { code, stdout } = await mainDocket(['due'], DAY, repo.root);
  expect(code).toBe(0);
  expect(stdout).toBe(
    [
      'Overdue',
      '  2026-03-01  ADR-002  Keep Sessions in Redis (review; 8 days ago)',
      '',
      'Coming',
      '  2026-06-30  ADR-002  Keep Sessions in Redis (provisional until; in 113 days)',
      '',
      'When something happens',
      '  ADR-002  Keep Sessions in Redis: A third server comes.',
      '',
    ].join('\n'),
  );
});

test('only what falls due in some time, for programs', async () => {
  await using repo = await fixtureRepo([DATED]);
  const args = ['due', '--within', '30d', '--format', 'json'];
  const { stdout } = await mainDocket(args, DAY, repo.root);
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    today: '2026-03-09',
    within: 30,
    due: [
      {
        id: 'ADR-002',
        title: 'Keep Sessions in Redis',
        path: NEW,
        status: 'Accepted',
        kind: 'review',
        day: '2026-03-01',
        days: -8,
        line: 11,
      },
    ],
    conditions: [
      {
        id: 'ADR-002',
        title: 'Keep Sessions in Redis',
        path: NEW,
        status: 'Accepted',
        when: 'A third server comes.',
      },
    ],
  });
});

test('a log without any day says so, and what is no time is refused', async () => {
  await using repo = await fixtureRepo();
  expect((await mainDocket(['due'], DAY, repo.root)).stdout).toBe(
    'No decision says that anything about it is due\n',
  );
  const { code, stderr } = await mainDocket(['due', '--within', 'soon'], DAY, repo.root);
  expect(code).toBe(2);
  expect(stderr).toContain('`soon` is no time');
});

test.each([
  ['2026-03-01', 'warning'],
  ['2026-03-09', 'info'],
  ['2026-04-05', 'info'],
  ['2026-12-31', undefined],
])('a review by %s weighs %s on 9 March', async (day, weight) => {
  await using repo = await fixtureRepo([keys(`review-by: ${day}`)]);
  const args = ['lint', '--format', 'json', '--rule', 'review-due'];
  const { stdout } = await mainDocket(args, DAY, repo.root);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { severity: string }[] };
  expect(diagnostics.map(({ severity }) => severity)).toEqual(weight === undefined ? [] : [weight]);
});
