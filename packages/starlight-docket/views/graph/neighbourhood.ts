import { type AdrRecord, type Corpus, type Edge, edgesOfAdr } from 'docket/records';
import { refTo } from '../record-ref.ts';
import {
  boxLines,
  type Drawing,
  type DrawnEdge,
  type DrawnNode,
  edgeSentence,
  NODE_HEIGHT,
  NODE_WIDTH,
} from './drawing.ts';

/** The graph of one decision and those it is related to. */
export interface Neighbourhood {
  readonly drawing: Drawing;
  /** How many neighbours the drawing has no room for; lists name them. */
  readonly left: number;
}

/** The most neighbours on one side. */
export const MOST_A_SIDE = 8;

const GAP = 76;
const STEP = NODE_HEIGHT + 14;
const MARGIN = 6;

/**
 * Places a decision between those it names, to its left, and those that name it, to its right. Whichever relation is
 * closest gives a neighbour its line: supersession before amendment, refinement, dependence and mere relation.
 * @returns `undefined` where it has no neighbour
 */
export function neighbourhoodOf(
  corpus: Corpus,
  base: string,
  adr: AdrRecord,
): Neighbourhood | undefined {
  const left = new Map<AdrRecord, Edge>();
  const right = new Map<AdrRecord, Edge>();
  for (const edge of edgesOfAdr(corpus, adr)) {
    const [side, other] = edge.from === adr ? [left, edge.to] : [right, edge.from];
    if (!left.has(other) && !right.has(other)) side.set(other, edge);
  }
  if (left.size + right.size === 0) return undefined;
  const shown = [left, right].map((side) => [...side].slice(0, MOST_A_SIDE));
  const [lefts = [], rights = []] = shown;
  const rows = Math.max(lefts.length, rights.length, 1);
  const height = rows * STEP - (STEP - NODE_HEIGHT) + 2 * MARGIN;
  const columns = [
    ...(lefts.length > 0 ? ['left'] : []),
    'subject',
    ...(rights.length > 0 ? ['right'] : []),
  ];
  const xOf = (column: string) => MARGIN + columns.indexOf(column) * (NODE_WIDTH + GAP);
  const subject = box(base, adr, xOf('subject'), (height - NODE_HEIGHT) / 2, true);

  const nodes: DrawnNode[] = [];
  const edges: DrawnEdge[] = [];
  const place = (entries: readonly (readonly [AdrRecord, Edge])[], column: string): void => {
    const top = (height - (entries.length * STEP - (STEP - NODE_HEIGHT))) / 2;
    for (const [index, [record, edge]] of entries.entries()) {
      const node = box(base, record, xOf(column), top + index * STEP, false);
      nodes.push(node);
      // Lines meet the subject side by side, in the order of the boxes.
      const port = subject.y + (NODE_HEIGHT * (index + 1)) / (entries.length + 1);
      edges.push(
        column === 'left' ? join(edge, subject, port, node) : join(edge, node, port, subject),
      );
    }
  };
  place(lefts, 'left');
  nodes.push(subject);
  place(rights, 'right');
  return {
    drawing: {
      width: 2 * MARGIN + columns.length * NODE_WIDTH + (columns.length - 1) * GAP,
      height: Math.ceil(height),
      nodes,
      edges,
    },
    left: left.size + right.size - lefts.length - rights.length,
  };

  function join(edge: Edge, from: DrawnNode, port: number, to: DrawnNode): DrawnEdge {
    const start = { x: from.x, y: from === subject ? port : from.y + NODE_HEIGHT / 2 };
    const end = { x: to.x + NODE_WIDTH, y: to === subject ? port : to.y + NODE_HEIGHT / 2 };
    return {
      kind: edge.kind,
      points: [
        start,
        { x: start.x - GAP * 0.4, y: start.y },
        { x: end.x + GAP * 0.4, y: end.y },
        end,
      ].map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })),
      sentence: edgeSentence(base, edge),
      isPartly: edge.isPartly,
    };
  }
}

function box(base: string, record: AdrRecord, x: number, y: number, isSubject: boolean): DrawnNode {
  const ref = refTo(base, record);
  return {
    ref,
    x: Math.round(x),
    y: Math.round(y),
    width: NODE_WIDTH,
    height: NODE_HEIGHT,
    lines: boxLines(ref.title),
    isSubject,
    isOutside: false,
  };
}
