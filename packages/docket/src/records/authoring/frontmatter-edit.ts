import { isCollection, isSeq } from 'yaml';
import { readFrontmatter } from '../frontmatter.ts';
import { parseMarkdown, spanAt } from '../markdown.ts';
import { readYaml } from '../yaml.ts';
import {
  aboveComments,
  type Block,
  type Editable,
  isSame,
  nextLine,
  rangeOf,
  readBlock,
  startOfLine,
} from './frontmatter-block.ts';
import { AuthoringError } from './problem.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

/**
 * The edit that gives a key a value, written as `yaml`. An absent key is put where `order` has it among those that
 * are present. Nothing else of the block is touched: comments, anchors, tags and line ends stay.
 * @throws {AuthoringError} where the frontmatter cannot be read, or holds the key in a form in which the edit would
 * change anything else
 */
export function setKey(
  record: Editable,
  key: string,
  yaml: string,
  order: readonly string[],
): TextEdit {
  const block = readBlock(record);
  const pair = block.pair(key);
  const edit = pair ? setValue(block, pair.value, yaml) : insertKey(block, key, yaml, order);
  return checked(record, { key, yaml, edit, wanted: readValue(yaml) });
}

/**
 * The edit that gives an item of a list another value, written as `yaml`. As `setKey` otherwise.
 * @throws {AuthoringError} as `setKey` does, and where there is no such item
 */
export function setItem(record: Editable, key: string, index: number, yaml: string): TextEdit {
  const block = readBlock(record);
  const list = block.pair(key)?.value;
  const edit = isSeq(list) ? setValue(block, list.items[index], yaml) : undefined;
  const items = record.frontmatter.data[key];
  const wanted = Array.isArray(items) ? items.with(index, readValue(yaml)) : undefined;
  return checked(record, { key, yaml, edit, wanted });
}

/**
 * The edit that adds an item, written as `yaml` on one line, to the list of a key, in the manner the list is written;
 * `undefined` where the list has it already.
 * @throws {AuthoringError} as `setKey` does, and where the key holds something other than a list
 */
export function addToList(
  record: Editable,
  key: string,
  yaml: string,
  order: readonly string[],
): TextEdit | undefined {
  const block = readBlock(record);
  const value = record.frontmatter.data[key];
  if (value === undefined || value === null) return setKey(record, key, `[${yaml}]`, order);
  if (!Array.isArray(value)) {
    throw new AuthoringError(
      `\`${key}\` in \`${record.path}\` is a single value, not a list`,
      `write \`${key}: [${String(value)}]\` first`,
    );
  }
  const item = readValue(yaml);
  if (value.some((one) => isSame(one, item))) return undefined;
  const edit = appendItem(block, block.pair(key)?.value, yaml);
  return checked(record, { key, yaml: `[…, ${yaml}]`, edit, wanted: [...value, item] });
}

/** A text as a YAML value in double quotes, which hold every text. */
export function quoted(text: string): string {
  // YAML has the escapes of JSON, and wants them for more characters.
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The edit that puts `yaml` in the place of a value; `undefined` where that would take more with it. */
function setValue({ text, tokens }: Block, value: unknown, yaml: string): TextEdit | undefined {
  const [start, end] = rangeOf(value) ?? [];
  if (start === undefined || end === undefined) return undefined;
  if (isCollection(value)) {
    const isBare = tokens.every(
      (one) => one.type !== 'comment' || one.end <= start || end <= one.start,
    );
    return value.flow && isBare ? { start, end, text: yaml } : undefined;
  }
  if (start === end) {
    const before = /\s$/.test(text.slice(0, start)) ? '' : ' ';
    return { start, end, text: `${before}${yaml}${text[start] === '#' ? ' ' : ''}` };
  }
  const header = tokens.findIndex(
    (token) => token.start === start && token.type === 'block-scalar-header',
  );
  if (header < 0) return { start, end, text: yaml };
  // The value of a block ends with its lines; what stands behind the header stays, with its line end.
  const content = tokens.slice(header).find(({ type }) => type === 'scalar');
  const kept = text.slice(tokens[header]?.end, content?.start ?? end);
  return { start, end: content?.end ?? end, text: yaml + kept };
}

function insertKey(
  block: Block,
  key: string,
  yaml: string,
  order: readonly string[],
): TextEdit | undefined {
  const { root, text } = block;
  const later = order.slice(order.indexOf(key) + 1);
  const following = later.map((name) => block.pair(name)).find((pair) => pair !== undefined);
  const first = rangeOf((following ?? root.items[0])?.key)?.[0];
  const end = root.range?.[1];
  if (end === undefined) return undefined;
  if (root.flow) {
    if (following) return insertion(first, `${key}: ${yaml}, `);
    const last = root.items.at(-1);
    if (!last) return insertion(end - 1, `${key}: ${yaml}`);
    return insertion((rangeOf(last.value) ?? rangeOf(last.key))?.[1], `, ${key}: ${yaml}`);
  }
  if (first === undefined) return undefined;
  const indent = /^ */.exec(text.slice(startOfLine(text, first)))?.[0] ?? '';
  const at = following ? aboveComments(block, startOfLine(text, first)) : nextLine(text, end);
  return insertion(at, `${indent}${key}: ${yaml}${lineBreakOf(text)}`);
}

function appendItem({ text }: Block, list: unknown, word: string): TextEdit | undefined {
  const [start, end] = rangeOf(list) ?? [];
  if (!isSeq(list) || start === undefined || end === undefined) return undefined;
  const last = rangeOf(list.items.at(-1))?.[1];
  if (list.flow) {
    return list.items.length === 0 ? insertion(end - 1, word) : insertion(last, `, ${word}`);
  }
  const indent = text.slice(startOfLine(text, start), start);
  if (last === undefined || indent.trim() !== '') return undefined;
  return insertion(nextLine(text, last), `${indent}- ${word}${lineBreakOf(text)}`);
}

function insertion(at: number | undefined, text: string): TextEdit | undefined {
  return at === undefined ? undefined : { start: at, end: at, text };
}

/** What an edit of the YAML between the fences is to do. */
interface Attempt {
  readonly key: string;
  readonly yaml: string;
  readonly edit: TextEdit | undefined;
  /** What the key is to hold afterwards. */
  readonly wanted: unknown;
}

/** The edit at its place in the document, if reading the result gives what was wanted and all else as before. */
function checked({ path, document, frontmatter }: Editable, attempt: Attempt): TextEdit {
  const { key, yaml, edit, wanted } = attempt;
  const { data, body } = frontmatter;
  if (edit) {
    const moved = { ...edit, start: edit.start + body.start, end: edit.end + body.start };
    const after = readFrontmatter(parseMarkdown(applyEdits(document.text, [moved])));
    if (isSame(after.data, { ...data, [key]: wanted })) return moved;
  }
  const { line } = spanAt(document, frontmatter.keySpan(key).start.offset, body.end).start;
  throw new AuthoringError(
    `\`${key}\` at ${path}:${line} is written in a form that cannot be edited without changing something else`,
    `write \`${key}: ${yaml}\` there by hand`,
  );
}

function readValue(yaml: string): unknown {
  const reading = readYaml(`value: ${yaml}\n`);
  return reading.kind === 'mapping' ? reading.data['value'] : undefined;
}

/** The line break a text uses. */
function lineBreakOf(text: string): string {
  return /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
}
