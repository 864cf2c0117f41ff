import { expect, test } from 'vitest';
import type { CleanRuns, Pending } from '../../scripts/lint/cache.ts';
import { type Chosen, jobOf } from '../../scripts/lint/jobs.ts';

const task: Chosen = {
  name: 'spelling',
  about: 'spelling',
  needs: [],
  cost: 1,
  inputs: { reads: () => true },
  problemCodes: [1],
  concerns: undefined,
  commands: () => [],
  files: undefined,
};
const knowing = (pending: Pending): CleanRuns => ({
  stateOf: () => ({ shared: '', files: {} }),
  pending: () => pending,
  remember: () => {},
});
const known = (pending: Pending, fresh = false) => {
  const { isSpared, files } = jobOf(task, knowing(pending), fresh);
  return { isSpared, files };
};

test('a check looks only at what differs from when it was clean', () => {
  expect(known('nothing')).toEqual({ isSpared: true, files: undefined });
  expect(known('everything')).toEqual({ isSpared: false, files: undefined });
  expect(known(['a.md'])).toEqual({ isSpared: false, files: ['a.md'] });
});

test('more files than a command line holds are all files', () => {
  const many = Array.from({ length: 201 }, (_, index) => `${index}.md`);
  expect(known(many)).toEqual({ isSpared: false, files: undefined });
});

test('a fresh run looks at everything', () => {
  expect(known('nothing', true)).toEqual({ isSpared: false, files: undefined });
  expect(known(['a.md'], true)).toEqual({ isSpared: false, files: undefined });
});

test('a check without inputs, such as one that reads the history, always runs', () => {
  const { inputs: _, ...always } = task;
  expect(jobOf(always, knowing('nothing'), false)).toMatchObject({ isSpared: false });
});
