import { isMap, isScalar, isSeq, parseDocument, visit, type YAMLError, type YAMLMap } from 'yaml';
import type { Mismatch } from './finding.ts';

/** Something that keeps a YAML text from being read; `start` and `end` are offsets in it. */
export interface YamlProblem extends Mismatch {
  readonly help: string;
  /** `undefined` where it concerns the text as a whole. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** Where the same stands before, for what may stand once. */
  readonly first?: { readonly start: number; readonly end: number };
}

/** Offsets in a YAML text; the second is the first place after. */
export type YamlRange = readonly [start: number, end: number];

/** Where one key of a mapping stands. */
export interface YamlEntry {
  readonly key: YamlRange | undefined;
  readonly value: YamlRange | undefined;
  /** Of the items, where the value is a list. */
  readonly items: readonly (YamlRange | undefined)[];
}

/** A YAML text read as a mapping. */
export interface YamlMapping {
  readonly kind: 'mapping';
  readonly data: Record<string, unknown>;
  /** The place of a key; `undefined` where it is absent. */
  entry(key: string): YamlEntry | undefined;
}

/** A YAML text read as a mapping, or why it could not be. */
export type YamlReading =
  | YamlMapping
  | { readonly kind: 'unreadable'; readonly problems: readonly YamlProblem[] };

/**
 * Reads a mapping in strict YAML 1.2 (core schema: `2026-03-05` stays text, `yes` stays text). Duplicate keys and
 * aliases are refused: an alias is mostly a value that begins with `*` and lacks its quotes. Never throws.
 */
export function readYaml(text: string): YamlReading {
  try {
    return readStrictly(text);
  } catch (error) {
    // The parser descends by recursion, and refuses what would exhaust it.
    return unreadable([
      problem(
        { found: 'YAML in the frontmatter', expected: `it to parse: ${reasonOf(error)}` },
        'write one `key: value` to a line, without lists inside lists',
      ),
    ]);
  }
}

function readStrictly(text: string): YamlReading {
  const document = parseDocument(text, {
    strict: true,
    uniqueKeys: true,
    prettyErrors: false,
    // At any lower level a second document would be passed over without a word.
    logLevel: 'error',
  });
  const { errors, contents: root } = document;
  if (errors.length > 0) return unreadable(tellErrors(errors, text, root));

  if (!isMap(root)) {
    const what = root === null ? 'empty block' : isSeq(root) ? 'list' : 'single value';
    return unreadable([
      problem(
        { found: `${what} in the frontmatter`, expected: 'a mapping of keys' },
        /^\s*[\w-]+:\S/.test(text)
          ? 'put a space after the colon'
          : 'write one `key: value` to a line, for example `status: Proposed`',
        root?.range ?? undefined,
      ),
    ]);
  }

  const aliases: YamlProblem[] = [];
  visit(document, {
    Alias(_key, { source, range }) {
      aliases.push(
        problem(
          { found: `alias \`*${source}\` in the frontmatter`, expected: 'a value' },
          'put the value in quotes if it begins with `*`',
          range ?? undefined,
        ),
      );
    },
  });
  if (aliases.length > 0) return unreadable(aliases);
  const data = (document.toJS() ?? {}) as Record<string, unknown>;
  const entries = entriesOf(root);
  return { kind: 'mapping', data, entry: (key) => entries.get(key) };
}

function entriesOf(root: YAMLMap): ReadonlyMap<string, YamlEntry> {
  const entries = new Map<string, YamlEntry>();
  for (const { key, value } of root.items) {
    const name = isScalar(key) ? String(key.value) : undefined;
    if (name === undefined || entries.has(name)) continue;
    const items = isSeq(value) ? value.items.map(rangeOf) : [];
    entries.set(name, { key: rangeOf(key), value: rangeOf(value), items });
  }
  return entries;
}

function rangeOf(node: unknown): YamlRange | undefined {
  const range = (node as { range?: readonly [number, number, number] | null } | null | undefined)
    ?.range;
  return range ? [range[0], range[1]] : undefined;
}

/** Every duplicate key; of other errors only the first, as the rest mostly follow from it. */
function tellErrors(errors: readonly YAMLError[], text: string, root: unknown): YamlProblem[] {
  const other = errors.find((error) => error.code !== 'DUPLICATE_KEY');
  if (!other) {
    return errors.map(({ pos: [start] }) => {
      const key = /^[^:\n]*/.exec(text.slice(start))?.[0].trimEnd() ?? '';
      const first = firstOf(key, root);
      return {
        ...problem(
          { found: `second key \`${key}\``, expected: 'each key once' },
          'keep one of the two keys and delete the other',
          [start, start + key.length],
        ),
        ...(first !== undefined && first < start
          ? { first: { start: first, end: first + key.length } }
          : {}),
      };
    });
  }
  if (other.code === 'MULTIPLE_DOCS') {
    return [
      problem(
        { found: 'second YAML document in the frontmatter', expected: 'one' },
        'delete the line that begins with `---`',
        other.pos,
      ),
    ];
  }
  return [
    problem(
      { found: 'YAML in the frontmatter', expected: `it to parse: ${reasonOf(other)}` },
      HELP[other.code] ?? 'write one `key: value` to a line; quote values that hold `: ` or ` #`',
      other.pos,
    ),
  ];
}

/** Where a key of the outermost mapping stands first. */
function firstOf(key: string, root: unknown): number | undefined {
  if (!isMap(root)) return undefined;
  const item = root.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
  return isScalar(item?.key) ? item.key.range?.[0] : undefined;
}

const HELP: Readonly<Record<string, string>> = {
  BAD_INDENT: 'indent with spaces, and every key of the block by the same amount',
  TAB_AS_INDENT: 'indent with spaces: YAML does not allow tabs there',
  MISSING_CHAR: 'close the quote or bracket that is open on this line',
};

function problem(mismatch: Mismatch, help: string, range?: readonly number[]): YamlProblem {
  return { ...mismatch, help, start: range?.[0], end: range?.[1] };
}

function unreadable(problems: readonly YamlProblem[]): YamlReading {
  return { kind: 'unreadable', problems };
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');
}
