import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { messageOf } from '../finding.ts';
import { type Frontmatter, readFrontmatter } from '../frontmatter.ts';
import { type MarkdownDocument, parseMarkdown } from '../markdown.ts';
import { type YamlToken, yamlTokens } from '../yaml-tokens.ts';
import { AuthoringError, assertMarkdown } from './problem.ts';

/** A document whose frontmatter is to be edited. */
export interface Editable {
  readonly path: string;
  readonly document: MarkdownDocument;
  readonly frontmatter: Frontmatter;
}

/**
 * A text as something to edit.
 * @throws {AuthoringError} where it is not written in Markdown
 */
export function editable(path: string, text: string): Editable {
  assertMarkdown(path);
  const document = parseMarkdown(text);
  return { path, document, frontmatter: readFrontmatter(document) };
}

/** The YAML between the fences, parsed with the place of every node. */
export interface Block {
  readonly text: string;
  readonly tokens: readonly YamlToken[];
  readonly root: YAMLMap;
  pair(key: string): Pair | undefined;
}

/**
 * Holds that the frontmatter of a record can be read, before anything is written in it.
 * @throws {AuthoringError} with the place where reading failed
 */
export function assertReadable({
  path,
  frontmatter: { problems },
}: Pick<Editable, 'path' | 'frontmatter'>): void {
  const [problem] = problems;
  if (!problem) return;
  const { line, column } = problem.span.start;
  throw new AuthoringError(
    `${path}:${line}:${column}: Cannot read the frontmatter: ${messageOf(problem)}`,
    problem.help ?? 'correct the frontmatter first',
  );
}

/**
 * Parses the frontmatter of a record.
 * @throws {AuthoringError} where it cannot be read
 */
export function readBlock({ path, document, frontmatter }: Editable): Block {
  assertReadable({ path, frontmatter });
  const { start, end } = frontmatter.body;
  const text = document.text.slice(start, end);
  const root = parseDocument(text, { logLevel: 'silent' }).contents;
  if (!isMap(root)) {
    throw new AuthoringError(
      `${path}:1:1: Cannot read the frontmatter: there is none`,
      'begin the file with `---`, the keys, and `---`',
    );
  }
  return {
    text,
    tokens: yamlTokens(text),
    root,
    pair: (key) => root.items.find((item) => isScalar(item.key) && String(item.key.value) === key),
  };
}

/** Whether two values read from YAML are the same; the order of keys does not matter. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return Object.is(one, other);
  }
  const [own, its] = [Object.entries(one), new Map(Object.entries(other))];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    own.length === its.size &&
    own.every(([key, value]) => its.has(key) && isSame(value, its.get(key)))
  );
}

/** Where a node stands in the YAML. */
export function rangeOf(
  node: unknown,
): readonly [start: number, end: number, ...rest: number[]] | undefined {
  const range = (node as { range?: [number, number, number] | null } | null | undefined)?.range;
  return range ?? undefined;
}

/** The start of the line that holds an offset. */
export function startOfLine(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The start of the first line that begins at or after an offset. */
export function nextLine(text: string, at: number): number {
  if (at === 0 || text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** The start of the comment that stands directly above a line, which is about it; else of the line. */
export function aboveComments(
  { text, tokens }: Pick<Block, 'text' | 'tokens'>,
  line: number,
): number {
  const comments = new Set(tokens.filter(({ type }) => type === 'comment').map((one) => one.start));
  let at = line;
  while (at > 0) {
    const above = startOfLine(text, at - 1);
    const space = /^[ \t]*/.exec(text.slice(above))?.[0] ?? '';
    if (!comments.has(above + space.length)) break;
    at = above;
  }
  return at;
}
