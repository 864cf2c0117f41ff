import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readAhead } from '../../src/io/read-ahead.ts';
import { Reader } from '../../src/io/reader.ts';
import { parseMarkdown, parseText } from '../../src/records/markdown.ts';

vi.mock('node:os', async (original) => ({
  ...(await original<typeof import('node:os')>()),
  // Two threads, however many processors there are.
  availableParallelism: () => 2,
}));

let root: string;
const MANY = 300;
const textOf = (index: number) => `# Größe ${index}\n\n${`- **Row** of ${index}\n`.repeat(200)}`;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'docket-ahead-'));
  const files = Array.from({ length: MANY }, (_, index) => index);
  await Promise.all(files.map((index) => writeFile(at(`${index}.md`), textOf(index))));
  await writeFile(at('mark.md'), '\ufeff# Mark\n');
  await writeFile(at('bytes.md'), Buffer.from([0x23, 0x20, 0xff, 0x0a]));
  await writeFile(at('deep.md'), `${'> '.repeat(150)}x\n`);
  await symlink(at('1.md'), at('link.md'));
  await symlink(tmpdir(), at('out.md'));
});
afterAll(() => rm(root, { recursive: true }));

function at(file: string): string {
  return path.join(root, file);
}

const special = ['mark.md', 'bytes.md', 'deep.md', 'link.md', 'out.md', 'missing.md'];
const paths = [...Array.from({ length: MANY }, (_, index) => `${index}.md`), ...special];

/** What one reader after the other finds, by path, and what it saw. */
function read(worthIt: number) {
  const reader = new Reader(root);
  const reads = [...readAhead(reader, paths, worthIt)];
  return {
    reads,
    files: new Map(reads.map(({ file }) => [file.path, file])),
    seen: reader.seen,
  };
}

describe('with a second thread', () => {
  test('every file is read once, as it is without', () => {
    const [alone, together] = [read(Number.POSITIVE_INFINITY), read(1)];
    expect(together.reads.length).toBe(paths.length);
    expect(together.files).toEqual(alone.files);
    expect(together.seen).toEqual(alone.seen);
    expect(together.seen.hasLinks).toBe(true);
  });

  test('what comes parsed makes the same tree', () => {
    const parsed = [];
    for (const { file, parsed: bytes } of readAhead(new Reader(root), paths, 1)) {
      if (file.kind === 'text' && bytes) parsed.push([file.text, bytes] as const);
      // Somebody who works on each file gives the thread the time to start.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
    expect(parsed.length).toBeGreaterThan(20);
    for (const [text, bytes] of parsed) {
      expect(parseMarkdown(text, bytes).tree).toEqual(parseMarkdown(text).tree);
    }
  });

  test('who stops early leaves nothing behind', () => {
    const reads = readAhead(new Reader(root), paths, 1);
    expect(reads.next().done).toBe(false);
    expect(reads.return().done).toBe(true);
  });
});

test('what was parsed before makes the same tree', () => {
  for (const text of [
    '',
    '# A\n',
    '---\na: 1\n---\n\n| a | b |\n| - | - |\n| ü | 😀 |\n',
    textOf(3),
  ]) {
    expect(parseMarkdown(text, parseText(text)).tree).toEqual(parseMarkdown(text).tree);
  }
  expect(parseText(`${'> '.repeat(150)}x\n`)).toBeUndefined();
});

test('what was parsed keeps while other texts are parsed', () => {
  const texts = Array.from({ length: 60 }, (_, index) => textOf(index));
  const parsed = texts.map(parseText);
  for (const [index, text] of texts.entries()) {
    expect(parseMarkdown(text, parsed[index]).tree).toEqual(parseMarkdown(text).tree);
  }
});
