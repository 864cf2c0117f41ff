import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createMdastHandle } from 'satteri';
import { expect, test, vi } from 'vitest';
import { openSession } from '../../src/session/session.ts';
import { mainDocket } from '../support/main-docket.ts';
import { ROOT } from '../support/repository.ts';

vi.mock('satteri', async (original) => {
  const actual = await original<typeof import('satteri')>();
  return { ...actual, createMdastHandle: vi.fn(actual.createMdastHandle) };
});
const parse = vi.mocked(createMdastHandle);

test('a log in order is parsed once', async () => {
  parse.mockClear();
  const { code, stderr } = await mainDocket(['lint', '--root', ROOT]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const texts = parse.mock.calls.map(([text]) => text);
  expect(texts.length).toBeGreaterThan(35);
  // What a record was before may have stood under two names, each of which is read.
  const { corpus } = await openSession({ root: ROOT, isLean: true, env: {} });
  const today = new Set(corpus.records.map(({ document }) => document.text));
  const again = texts.filter((text, index) => today.has(text) && texts.indexOf(text) !== index);
  expect(again.map((text) => /^title: .*/m.exec(text)?.[0] ?? text)).toEqual([]);
});

test('a record whose text changed is read and judged again, and no other', async () => {
  const session = await openSession({ root: ROOT, isLean: true, env: {} });
  const before = await session.findings();
  const [first] = session.corpus.adrs;
  if (!first) throw new Error('the repository has decisions');
  parse.mockClear();
  const text = (await readFile(path.join(ROOT, first.path), 'utf8')).replace(
    '## Decision Drivers',
    '## Decision Divers',
  );
  const update = await session.update([], new Map([[first.path, text]]));
  const after = await session.findings();
  expect(update).toMatchObject({ added: [], changed: [first.path], removed: [], isWhole: false });
  expect(after.fresh.length).toBe(before.fresh.length + 1);
  expect(after.fresh.filter(({ file }) => file === first.path).map(({ rule }) => rule)).toContain(
    'section-title',
  );
  expect(parse).toHaveBeenCalledTimes(1);
});
