import type { PhrasingContent } from 'mdast';
import type { TreeMaker } from './tree-maker.ts';

/** What the markup of a stretch of running text means. */
export interface InlineRule {
  /** With the flags `g` and `d`; never matches nothing, and takes time by the length of the text. */
  readonly pattern: RegExp;
  /** The nodes of a match; `undefined` where it means nothing here. */
  make(match: InlineMatch): PhrasingContent[] | undefined;
}

/** A stretch of running text that a rule matched. */
export interface InlineMatch {
  readonly maker: TreeMaker;
  readonly groups: readonly (string | undefined)[];
  /** Offsets of the whole in the text. */
  readonly start: number;
  readonly end: number;
  /** Offsets of a group in the text. */
  placeOf(group: number): readonly [start: number, end: number];
  /** A group as running text, perhaps without signs at its end. */
  inner(group: number, length?: number): PhrasingContent[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  /** How many others it stands in. */
  readonly depth: number;
}

/** Nobody writes markup within markup deeper than this. */
const MOST_DEPTH = 6;

/** The most running text that is searched for markup: nobody writes so long a paragraph. */
const MOST_TEXT = 10_000;
/** A run of one sign, which is a line and no markup; looking for the end of each of its signs would take for ever. */
const RUN = /([^\p{L}\p{N}\s])\1{49}/u;

/** Reads running text by the rules of a format; of two that match at one place the first has it. */
export function readInline(
  maker: TreeMaker,
  rules: readonly InlineRule[],
  { start, end, depth }: Stretch,
): PhrasingContent[] {
  const source = maker.places.text.slice(start, end);
  const nodes: PhrasingContent[] = [];
  const found: (RegExpExecArray | null | undefined)[] = rules.map(() => undefined);
  const addText = (from: number, to: number): void => {
    if (from >= to) return;
    // As a parser of Markdown gives it: without what indents a line.
    const value = source.slice(from, to).replace(/[ \t]*\r?\n[ \t]*/g, '\n');
    nodes.push(maker.text(value, start + from, start + to));
  };
  let at = source.length > MOST_TEXT || RUN.test(source) ? source.length : 0;
  let plain = 0;
  while (at < source.length) {
    let best = -1;
    for (const [index, { pattern }] of rules.entries()) {
      const known = found[index];
      if (known === null) continue;
      if (known === undefined || known.index < at) {
        pattern.lastIndex = at;
        found[index] = pattern.exec(source);
      }
      const next = found[index]?.index ?? Number.POSITIVE_INFINITY;
      if (next < (found[best]?.index ?? Number.POSITIVE_INFINITY)) best = index;
    }
    const match = found[best];
    const rule = rules[best];
    if (!match || !rule) break;
    const made = rule.make(matchOf(maker, match, { start, end, depth }));
    if (!made) {
      rule.pattern.lastIndex = match.index + 1;
      found[best] = rule.pattern.exec(source);
      continue;
    }
    addText(plain, match.index);
    nodes.push(...made);
    at = match.index + match[0].length;
    plain = at;
  }
  addText(plain, source.length);
  return nodes;
}

function matchOf(maker: TreeMaker, match: RegExpExecArray, { start, depth }: Stretch): InlineMatch {
  const placeOf = (group: number): readonly [number, number] => {
    const [from, to] = match.indices?.[group] ?? [match.index, match.index];
    return [start + from, start + to];
  };
  return {
    maker,
    groups: match,
    start: start + match.index,
    end: start + match.index + match[0].length,
    placeOf,
    inner(group, length) {
      const [from, to] = placeOf(group);
      const end = length === undefined ? to : from + length;
      return depth < MOST_DEPTH
        ? maker.inline(from, end, depth + 1)
        : [maker.text(maker.places.text.slice(from, end), from, end)];
    },
  };
}
