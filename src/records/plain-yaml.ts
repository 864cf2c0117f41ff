import type { YamlEntry, YamlMapping } from './yaml.ts';

/*
 * Most frontmatter is one `key: value` to a line. Reading that form by hand takes an eighth of the time of the YAML
 * parser, which was more than a tenth of a whole run. Whatever could mean something else in YAML is left to the
 * parser, and a test holds the two against each other.
 */

const KEY = '([A-Za-z][A-Za-z0-9_-]*):';
// Neither escapes nor line ends; both quotes would mean more with them.
const QUOTED = `"[^"\\\\\\n]*"|'[^'\\n]*'`;
// A letter first rules out numbers and every sign with a meaning; `: ` and ` #` would end the value.
const PLAIN = String.raw`[A-Za-z](?:[^\n:#]|:(?=[^\s])|(?<=\S)#)*(?<! )`;
const DAY = String.raw`\d{4}-\d{2}-\d{2}`;
const WORDS = '[A-Za-z](?:[A-Za-z0-9 ._/-]*[A-Za-z0-9])?';
const FLOW_ITEM = `(?:${QUOTED}|${DAY}|${WORDS})`;
const FLOW = `\\[(?:${FLOW_ITEM}(?:, *${FLOW_ITEM})*)?\\]`;

const LINE = new RegExp(`${KEY} (?:(${QUOTED}|${DAY}|${PLAIN})|(${FLOW}))\\n`, 'y');
const LIST_KEY = new RegExp(`${KEY}\\n(?= *- )`, 'y');
const LIST_ITEM = new RegExp(`( *)- (${QUOTED}|${DAY}|${PLAIN})\\n`, 'y');
const FLOW_ITEMS = new RegExp(FLOW_ITEM, 'g');

/** Characters that YAML refuses, that end a line for some and not for others, or that are half of a pair. */
const STRANGE = /[^\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

/** What the core schema of YAML 1.2 reads as something else than text. */
const NO_TEXT = /^(?:null|Null|NULL|true|True|TRUE|false|False|FALSE)$/;

/** Reads a mapping of texts and lists of texts, each key on a line; `undefined` where the text is of any other form. */
export function readPlainYaml(text: string): YamlMapping | undefined {
  if (STRANGE.test(text)) return undefined;
  const entries = new Map<string, YamlEntry>();
  const data: Record<string, unknown> = {};
  let at = 0;
  while (at < text.length) {
    const read = readEntry(text, at);
    if (!read || entries.has(read.key)) return undefined;
    entries.set(read.key, read.entry);
    data[read.key] = read.value;
    at = read.end;
  }
  if (entries.size === 0) return undefined;
  return { kind: 'mapping', data, entry: (key) => entries.get(key) };
}

interface ReadEntry {
  readonly key: string;
  readonly value: string | string[];
  readonly entry: YamlEntry;
  /** Offset of the next line. */
  readonly end: number;
}

function readEntry(text: string, at: number): ReadEntry | undefined {
  LINE.lastIndex = at;
  const line = LINE.exec(text);
  if (!line) return readBlockList(text, at);
  const [, key = '', scalar, flow = ''] = line;
  const end = LINE.lastIndex;
  const start = at + key.length + 2;
  const places = { key: [at, at + key.length], value: [start, end - 1] } as const;
  if (scalar !== undefined) {
    const value = textOf(scalar);
    return value === undefined ? undefined : { key, value, entry: { ...places, items: [] }, end };
  }
  const value: string[] = [];
  const items: [number, number][] = [];
  for (const match of flow.matchAll(FLOW_ITEMS)) {
    const item = textOf(match[0]);
    if (item === undefined) return undefined;
    value.push(item);
    items.push([start + match.index, start + match.index + match[0].length]);
  }
  return { key, value, entry: { ...places, items }, end };
}

function readBlockList(text: string, at: number): ReadEntry | undefined {
  LIST_KEY.lastIndex = at;
  const [, key] = LIST_KEY.exec(text) ?? [];
  if (key === undefined) return undefined;
  const value: string[] = [];
  const items: [number, number][] = [];
  let end = LIST_KEY.lastIndex;
  let indent: string | undefined;
  for (;;) {
    LIST_ITEM.lastIndex = end;
    const [, space = '', scalar] = LIST_ITEM.exec(text) ?? [];
    if (scalar === undefined) break;
    indent ??= space;
    const item = textOf(scalar);
    if (item === undefined || space !== indent) return undefined;
    const start = end + space.length + 2;
    value.push(item);
    items.push([start, start + scalar.length]);
    end = LIST_ITEM.lastIndex;
  }
  const first = items[0]?.[0];
  if (first === undefined) return undefined;
  // To the parser a list in lines ends with the last of them, line end included.
  const entry = { key: [at, at + key.length], value: [first - 2, end], items } as const;
  return { key, value, entry, end };
}

function textOf(scalar: string): string | undefined {
  if (scalar.startsWith('"') || scalar.startsWith("'")) return scalar.slice(1, -1);
  return NO_TEXT.test(scalar) ? undefined : scalar;
}
