import type { Mismatch, Span } from './finding.ts';
import { type MarkdownDocument, type Places, spanAt, spanOf } from './markdown.ts';
import { readYaml } from './yaml.ts';

/** Something that keeps the frontmatter from being read as a mapping of keys. */
export interface FrontmatterProblem extends Mismatch {
  help: string;
  span: Span;
  /** Where the same stands before, for what may stand once. */
  first?: Span;
}

/** A key as it is written. */
export interface FrontmatterKey {
  readonly name: string;
  readonly span: Span;
}

/** The YAML block at the head of a record, with the place of every key and value. */
export interface Frontmatter {
  /** Whether a block was opened on the first line. */
  readonly present: boolean;
  /** The whole block with its fences; empty at the start of the file where there is none. */
  readonly span: Span;
  /** Offsets of the YAML between the fences; both at the start of `span` where there is none. */
  readonly body: { readonly start: number; readonly end: number };
  /** The keys as written. Empty where the block could not be read. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The keys in the order in which they are written. */
  readonly keys: readonly FrontmatterKey[];
  readonly problems: readonly FrontmatterProblem[];
  /** The place of a key, or of the opening fence where the key is absent. */
  keySpan(key: string): Span;
  /** The place of a key's value (of its `index`-th item for a list), or of the key where it has none. */
  valueSpan(key: string, index?: number): Span;
}

const FENCE = '---';

/**
 * Reads the frontmatter of a document. Strict YAML 1.2 (core schema: `2026-03-05` stays text, `yes` stays text),
 * duplicate keys refused. Never throws: what cannot be read is listed in `problems`.
 */
export function readFrontmatter(document: MarkdownDocument): Frontmatter {
  const { text, tree, lines } = document;
  // The functions below must not hold the tree: a frontmatter may be kept without it.
  const places: Places = { text, lines };
  const first = tree.children[0];
  // In other formats such a line may mean anything.
  const opensOnLineOne = document.format === 'markdown' && /^---[ \t]*(\r?\n|$)/.test(text);

  if (first?.type !== 'yaml') {
    return opensOnLineOne ? unclosed(document) : absent(document);
  }

  const span = spanOf(document, first);
  const open = span.start.offset;
  const bodyStart = text.indexOf('\n', open) + 1;
  const bodyEnd = Math.max(bodyStart, text.lastIndexOf('\n', span.end.offset - 1) + 1);
  const body = { start: bodyStart, end: bodyEnd };
  const yamlText = text.slice(bodyStart, bodyEnd);
  const at = (start: number, end: number): Span =>
    spanAt(places, bodyStart + start, bodyStart + end);
  const fence = spanAt(document, open, open + FENCE.length);

  if (!text.startsWith(FENCE, bodyEnd)) {
    // The parser takes the end of a YAML document for the end of the block; code hosts do not.
    const end = spanAt(document, bodyEnd, span.end.offset);
    return { ...emptyBlock(span), present: true, body, problems: [{ ...OTHER_END, span: end }] };
  }
  const yaml = readYaml(yamlText);
  if (yaml.kind === 'unreadable') {
    const problems = yaml.problems.map(({ start, end, first, ...problem }) => ({
      ...problem,
      span: start === undefined ? span : at(start, Math.max(end ?? start, start + 1)),
      ...(first ? { first: at(first.start, first.end) } : {}),
    }));
    return { ...emptyBlock(span), present: true, body, problems };
  }
  const keySpan = (key: string): Span => {
    const range = yaml.entry(key)?.key;
    return range ? at(range[0], range[1]) : fence;
  };
  return {
    present: true,
    span,
    body,
    data: yaml.data,
    keys: Object.keys(yaml.data).map((name) => ({
      name,
      get span() {
        return keySpan(name);
      },
    })),
    problems: [],
    keySpan,
    valueSpan(key, index) {
      const { value, items = [] } = yaml.entry(key) ?? {};
      const range = (index === undefined ? undefined : items[index]) ?? value;
      return range && range[1] > range[0] ? at(range[0], range[1]) : keySpan(key);
    },
  };
}

const OTHER_END = {
  found: 'end of the YAML document in the frontmatter',
  expected: 'a closing `---` alone',
  help: 'delete the line with `...`',
};

function unclosed(document: MarkdownDocument): Frontmatter {
  const span = spanAt(document, 0, FENCE.length);
  return {
    ...emptyBlock(span),
    present: true,
    problems: [
      {
        found: 'end of file in the frontmatter',
        expected: 'a closing `---`',
        help: 'add a line with only `---` after the last key',
        span,
      },
    ],
  };
}

function absent(document: MarkdownDocument): Frontmatter {
  const late = document.format === 'markdown' && /^\s+---[ \t]*\r?\n/.exec(document.text);
  const start = spanAt(document, 0, 0);
  if (!late) return { ...emptyBlock(start), problems: [] };
  return {
    ...emptyBlock(start),
    problems: [
      {
        found: 'white space before the frontmatter',
        expected: '`---` on the first line',
        help: 'delete everything before the opening `---`',
        span: spanAt(document, 0, late[0].trimEnd().length),
      },
    ],
  };
}

function emptyBlock(span: Span): Frontmatter {
  return {
    present: false,
    span,
    body: { start: span.start.offset, end: span.start.offset },
    data: {},
    keys: [],
    problems: [],
    keySpan: () => span,
    valueSpan: () => span,
  };
}
