import type { Frontmatter } from '../frontmatter.ts';
import type { MarkdownDocument } from '../markdown.ts';
import { AuthoringError } from './problem.ts';
import type { TextEdit } from './text-edit.ts';

/** A document whose frontmatter is to be edited. */
export interface Editable {
  readonly path: string;
  readonly document: MarkdownDocument;
  readonly frontmatter: Frontmatter;
}

/**
 * The edit that gives a key a value, written as `yaml`. An absent key is put where `order` has it among those that
 * are present. Nothing else of the block is touched: comments, quotes and line ends stay.
 * @throws {AuthoringError} where the frontmatter cannot be read
 */
export function setKey(
  record: Editable,
  key: string,
  yaml: string,
  order: readonly string[],
): TextEdit {
  assertReadable(record);
  const { frontmatter } = record;
  if (!isPresent(frontmatter, key)) return insertKey(record, key, yaml, order);
  const value = frontmatter.valueSpan(key);
  const place = frontmatter.keySpan(key);
  if (value.start.offset !== place.start.offset) {
    return { start: value.start.offset, end: value.end.offset, text: yaml };
  }
  // A key without a value: its colon is the next one.
  const after = record.document.text.indexOf(':', place.end.offset) + 1;
  return { start: after, end: after, text: ` ${yaml}` };
}

/**
 * The edit that adds a plain word to the list of a key, in the manner the list is written; `undefined` where the
 * list has it already.
 * @throws {AuthoringError} where the frontmatter cannot be read, or the key holds something other than a list
 */
export function addToList(
  record: Editable,
  key: string,
  word: string,
  order: readonly string[],
): TextEdit | undefined {
  assertReadable(record);
  const { frontmatter, document } = record;
  const value = frontmatter.data[key];
  if (value === undefined || value === null) return setKey(record, key, `[${word}]`, order);
  if (!Array.isArray(value)) {
    throw new AuthoringError(
      `Unexpected single value of \`${key}\` in \`${record.path}\`, expected a list`,
      `write \`${key}: [${String(value)}]\` first`,
    );
  }
  if (value.includes(word)) return undefined;
  if (value.length === 0) return setKey(record, key, `[${word}]`, order);
  const list = frontmatter.valueSpan(key);
  const last = frontmatter.valueSpan(key, value.length - 1);
  const at = last.end.offset;
  if (document.text[list.start.offset] === '[') return { start: at, end: at, text: `, ${word}` };
  const line = document.text.slice(0, last.start.offset).split(/\r?\n/).at(-1) ?? '';
  const lineEnd = endOfLine(document.text, at);
  return { start: lineEnd, end: lineEnd, text: `${lineBreakOf(document.text)}${line}${word}` };
}

/** A text as a YAML value in double quotes, which hold every text. */
export function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function insertKey(
  { frontmatter, document }: Editable,
  key: string,
  yaml: string,
  order: readonly string[],
): TextEdit {
  const later = order.slice(order.indexOf(key) + 1);
  const following = later.find((name) => isPresent(frontmatter, name));
  const { text } = document;
  const at = following
    ? text.lastIndexOf('\n', frontmatter.keySpan(following).start.offset) + 1
    : text.lastIndexOf('\n', frontmatter.span.end.offset - 1) + 1;
  return { start: at, end: at, text: `${key}: ${yaml}${lineBreakOf(text)}` };
}

function isPresent(frontmatter: Frontmatter, key: string): boolean {
  return Object.hasOwn(frontmatter.data, key);
}

function assertReadable({ path, frontmatter }: Editable): void {
  const [problem] = frontmatter.problems;
  if (frontmatter.present && !problem) return;
  throw new AuthoringError(
    `Unexpected frontmatter of \`${path}\`, expected one that can be read${problem ? `: ${problem.message}` : ''}`,
    problem?.help ?? 'begin the file with `---`, the keys, and `---`',
  );
}

/** The line break a text uses. */
function lineBreakOf(text: string): string {
  return /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  if (at < 0) return text.length;
  return text[at - 1] === '\r' ? at - 1 : at;
}
