import { expect, test } from 'vitest';
import { tasks } from '../../scripts/lint/tasks.ts';

test('every check has a name of its own that needs no quotes on a command line', () => {
  const names = tasks.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(names.filter((name) => /^[a-z]+(-[a-z]+)*$/.test(name)));
});

test('no check takes success for a problem', () => {
  for (const { problemCodes } of tasks) {
    expect(problemCodes.length).toBeGreaterThan(0);
    expect(problemCodes).not.toContain(0);
  }
});
