import { isScalar } from 'yaml';
import { readFrontmatter } from '../frontmatter.ts';
import { parseMarkdown } from '../markdown.ts';
import {
  aboveComments,
  type Editable,
  isSame,
  nextLine,
  rangeOf,
  readBlock,
  startOfLine,
} from './frontmatter-block.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

/**
 * The edit that puts the keys of the frontmatter in order, each with its lines and the comment above it. A key that
 * the order does not name stays below the one it stood below. `undefined` where the block is written in a form in
 * which lines cannot be moved.
 * @throws {AuthoringError} where the frontmatter cannot be read
 */
export function orderKeys(record: Editable, order: readonly string[]): TextEdit | undefined {
  const block = readBlock(record);
  const { root, text } = block;
  const keys = root.items.map(({ key }) => ({
    rank: isScalar(key) ? order.indexOf(String(key.value)) : -1,
    at: rangeOf(key)?.[0],
  }));
  if (root.flow || keys.some(({ at }) => at === undefined)) return undefined;
  const starts = keys.map(({ at = 0 }) => aboveComments(block, startOfLine(text, at)));
  const end = nextLine(text, root.range?.[1] ?? text.length);

  const groups: { rank: number; text: string }[] = [];
  keys.forEach(({ rank }, index) => {
    const lines = text.slice(starts[index], starts[index + 1] ?? end);
    const last = groups.at(-1);
    if (rank < 0 && last) last.text += lines;
    else groups.push({ rank, text: lines });
  });
  const moved = groups
    .sort((a, b) => a.rank - b.rank)
    .map((group) => group.text)
    .join('');
  const { document, frontmatter } = record;
  const { start } = frontmatter.body;
  const edit = { start: start + (starts[0] ?? 0), end: start + end, text: moved };
  const after = readFrontmatter(parseMarkdown(applyEdits(document.text, [edit])));
  return isSame(after.data, frontmatter.data) ? edit : undefined;
}
