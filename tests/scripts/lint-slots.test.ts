import { expect, test } from 'vitest';
import { slots } from '../../scripts/lint/slots.ts';

test('as many run at a time as there are places, and of those that wait the dearest is next', async () => {
  const inSlot = slots(2);
  const started: number[] = [];
  let running = 0;
  let most = 0;
  const work = (cost: number) => async () => {
    started.push(cost);
    running += 1;
    most = Math.max(most, running);
    await new Promise((done) => setTimeout(done, 5));
    running -= 1;
    return cost;
  };
  const results = await Promise.all([1, 2, 3, 5, 4].map((cost) => inSlot(cost, work(cost))));
  expect(results).toEqual([1, 2, 3, 5, 4]);
  expect(started).toEqual([1, 2, 5, 4, 3]);
  expect(most).toBe(2);
});

test('work that fails gives its place back', async () => {
  const inSlot = slots(1);
  const fails = inSlot(1, () => Promise.reject(new Error('broken')));
  const follows = inSlot(1, async () => 'done');
  await expect(fails).rejects.toThrow('broken');
  expect(await follows).toBe('done');
});
