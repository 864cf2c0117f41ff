import { expect, test } from 'vitest';
import { LintChild } from '../../../../bench/hostile/child.ts';
import { mutated } from '../../../../bench/hostile/mutated.ts';

test('records with random mutations are reported on, whatever they hold', async () => {
  using child = new LintChild(60_000);
  let left = 40;
  for (const file of mutated(1)) {
    const outcome = await child.lint(file);
    expect(outcome, JSON.stringify(file)).toMatchObject({ failure: '' });
    left -= 1;
    if (left === 0) break;
  }
});
