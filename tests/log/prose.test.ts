import { expect, test } from 'vitest';
import { plainText, walk } from '../../packages/docket/src/records/markdown.ts';
import type { AdrRecord } from '../../packages/docket/src/records/record.ts';
import { ownSession } from '../../packages/docket/tests/support/repository.ts';

const RUN = 12;
const REQUIRED_ROW = /^No agent implementation decisions recorded/;

/** The texts of a record that are its author's own: no quotes, code, required rows or titles of linked records. */
function ownTexts(adr: AdrRecord): string[] {
  const texts: string[] = [];
  walk(adr.document.tree, (node, parents) => {
    if (node.type !== 'paragraph' && node.type !== 'tableRow' && node.type !== 'heading') return;
    if (parents.some((parent) => parent.type === 'blockquote')) return;
    const own = 'children' in node ? node.children.filter((child) => child.type !== 'link') : [];
    const text = own.map((child) => plainText(child)).join(' ');
    if (!REQUIRED_ROW.test(text)) texts.push(text);
  });
  return texts;
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' '));
}

function repeatedRuns(records: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Map<string, string>();
  const repeated: string[] = [];
  for (const [id, texts] of records) {
    for (const run of new Set(texts.flatMap(runsOf))) {
      const first = seen.get(run);
      if (first === undefined) seen.set(run, id);
      else repeated.push(`${first} and ${id}: ${run}`);
    }
  }
  return repeated;
}

test('no run of twelve words is shared by two records', async () => {
  const { corpus } = await ownSession();
  const texts = new Map(corpus.adrs.map((adr) => [adr.id, ownTexts(adr)]));
  expect(texts.size).toBeGreaterThanOrEqual(18);
  expect([...texts.values()].flatMap((list) => list.flatMap(runsOf)).length).toBeGreaterThan(5000);
  expect(repeatedRuns(texts)).toEqual([]);
});

test('a shared run is found', () => {
  const shared = 'one two three four five six seven eight nine ten eleven twelve';
  const records = new Map([
    ['A', [`It says: ${shared}.`]],
    ['B', [`Again, ${shared.toUpperCase()}!`]],
  ]);
  expect(repeatedRuns(records)).toEqual([`A and B: ${shared}`]);
});

test('no record is left unfinished', async () => {
  const { corpus } = await ownSession();
  for (const adr of corpus.adrs) {
    expect(adr.document.text, adr.id).not.toMatch(/\b(?:TBD|TODO|FIXME|lorem ipsum)\b/i);
  }
});

test('every decision record has the depth of the log', async () => {
  const { corpus } = await ownSession();
  for (const adr of corpus.adrs.filter((record) => Number(record.number) <= 18)) {
    const words = plainText(adr.document.tree).split(/\s+/).length;
    expect(words, adr.id).toBeGreaterThanOrEqual(900);
  }
});
