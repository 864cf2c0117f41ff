import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { RULES } from '../../src/rules/index.ts';
import { ROOT } from '../support/repository.ts';

test('the rule files and the list of rules are the same, each id once', async () => {
  const files = (await readdir(path.join(ROOT, 'packages/docket/src/rules')))
    .filter((name) => name !== 'index.ts' && name !== 'support')
    .map((name) => path.parse(name).name);
  expect(files.length).toBeGreaterThanOrEqual(50);
  expect(RULES.map((rule) => rule.id).sort()).toEqual(files.sort());
  expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
});

test.each(RULES)('$id explains itself in whole sentences', ({ id, summary, why, options }) => {
  expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  expect(summary).toMatch(/^[A-Z`].*\.$/);
  expect(why).toMatch(/^[A-Z`].*\.$/);
  for (const option of Object.values(options?.shape ?? {})) {
    expect((option as { description?: string }).description).toMatch(/^[A-Z`].*\.$/);
  }
  expect(options?.safeParse({}).success ?? true).toBe(true);
});
