import type { Edge, EdgeKind } from 'docket/records';
import type { WordKey } from '../../words/say.ts';
import { type RecordRef, refTo } from '../record-ref.ts';

/** A place in a drawing, in its own units. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A decision as a box; `x` and `y` are its upper left corner. */
export interface DrawnNode extends Spot {
  readonly ref: RecordRef;
  readonly width: number;
  readonly height: number;
  /** The title in lines that fit the box. */
  readonly lines: readonly string[];
  /** Whether the drawing is about this decision. */
  readonly isSubject: boolean;
  /** Whether it stands outside the group that the drawing is about. */
  readonly isOutside: boolean;
}

/** A relation as a line, from the decision that states it. */
export interface DrawnEdge {
  readonly kind: EdgeKind;
  readonly points: readonly Spot[];
  /** The sentence it stands for, such as `ADR-018 refines ADR-017`, before it is said. */
  readonly sentence: { readonly of: WordKey; readonly from: string; readonly to: string };
  /** Whether it takes the place of a part of the other. */
  readonly isPartly: boolean;
}

/** A graph with a place for everything. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}

/** How a relation reads between two decisions. */
export const EDGE_VERBS: Readonly<Record<EdgeKind, WordKey>> = {
  supersedes: 'docket.edge.supersedes',
  amends: 'docket.edge.amends',
  refines: 'docket.edge.refines',
  'depends-on': 'docket.edge.dependsOn',
  related: 'docket.edge.related',
};

const SENTENCES: Readonly<Record<EdgeKind, WordKey>> = {
  supersedes: 'docket.edge.oneSupersedes',
  amends: 'docket.edge.oneAmends',
  refines: 'docket.edge.oneRefines',
  'depends-on': 'docket.edge.oneDependsOn',
  related: 'docket.edge.oneRelated',
};

/** How a line reads: `ADR-018 refines ADR-017`. */
export function edgeSentence(
  base: string,
  { kind, from, to, isPartly }: Edge,
): DrawnEdge['sentence'] {
  return {
    of: isPartly ? 'docket.edge.oneSupersedesPart' : SENTENCES[kind],
    from: refTo(base, from).label,
    to: refTo(base, to).label,
  };
}

export const NODE_WIDTH = 184;
export const NODE_HEIGHT = 64;
const LINE_LENGTH = 25;

/** Breaks a title into at most two lines of a box; what does not fit ends in an ellipsis. */
export function boxLines(title: string): string[] {
  const lines: string[] = [''];
  for (const word of title.split(/\s+/)) {
    const line = lines.at(-1) ?? '';
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= LINE_LENGTH) lines[lines.length - 1] = longer;
    else if (line === '') lines[lines.length - 1] = word;
    else lines.push(word);
  }
  if (lines.length > 2) lines.splice(2, Infinity, '…');
  const [first = '', second, rest] = lines;
  if (second === undefined) return [cut(first, false)];
  return [cut(first, false), cut(second, rest !== undefined)];
}

function cut(line: string, isCut: boolean): string {
  const letters = [...line];
  if (letters.length <= LINE_LENGTH - (isCut ? 1 : 0)) return isCut ? `${line}…` : line;
  return `${letters
    .slice(0, LINE_LENGTH - 1)
    .join('')
    .trimEnd()}…`;
}
