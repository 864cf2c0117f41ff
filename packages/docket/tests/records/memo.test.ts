import { expect, test } from 'vitest';
import { perObject, perObjectAnd } from '../../src/records/memo.ts';

test('works once for each object', () => {
  const asked: object[] = [];
  const sizeOf = perObject((list: readonly number[]) => {
    asked.push(list);
    return list.length === 0 ? undefined : list.length;
  });
  const [none, two] = [[], [1, 2]];
  expect([sizeOf(none), sizeOf(two), sizeOf(none), sizeOf(two)]).toEqual([
    undefined,
    2,
    undefined,
    2,
  ]);
  expect(asked).toEqual([none, two]);
});

test('two functions remember apart', () => {
  const list = [3, 4];
  const first = perObject((all: readonly number[]) => all[0]);
  const last = perObject((all: readonly number[]) => all.at(-1));
  expect([first(list), last(list), first(list)]).toEqual([3, 4, 3]);
});

test('works again for another second thing', () => {
  let calls = 0;
  const add = perObjectAnd((one: { n: number }, other: number) => {
    calls += 1;
    return one.n + other;
  });
  const one = { n: 1 };
  expect([add(one, 1), add(one, 1), add(one, 2), add(one, 2), add(one, 1)]).toEqual([
    2, 2, 3, 3, 2,
  ]);
  expect(calls).toBe(3);
});

test('nobody sees what is remembered, and a copy is another object', () => {
  const nameOf = perObject(({ name }: { name: string }) => name.toUpperCase());
  const original = { name: 'a' };
  nameOf(original);
  expect(original).toEqual({ name: 'a' });
  expect(Object.keys(original)).toEqual(['name']);
  expect(JSON.stringify(original)).toBe('{"name":"a"}');
  expect(nameOf({ ...original, name: 'b' })).toBe('B');
});
