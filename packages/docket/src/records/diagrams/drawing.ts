/** What a diagram shows, as Mermaid would: ids are the author's, texts are as they are read, with `\n` between lines. */
export type Drawing = Graph | Sequence;

export const DIRECTIONS = ['TB', 'TD', 'BT', 'RL', 'LR'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A flowchart or a state diagram. */
export interface Graph {
  readonly kind: 'flowchart' | 'state';
  readonly direction: Direction;
  /** In the order in which they are first named. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Each holds at least one node, and stands after the one it is in. */
  readonly groups: readonly GraphGroup[];
}

/** The outline of a node; `start` and `end` are the dots of a state diagram. */
export type Shape =
  | 'rectangle'
  | 'rounded'
  | 'stadium'
  | 'subroutine'
  | 'cylinder'
  | 'circle'
  | 'doublecircle'
  | 'asymmetric'
  | 'diamond'
  | 'hexagon'
  | 'trapezoid'
  | 'trapezoid-alt'
  | 'start'
  | 'end';

/** A node of a flowchart, or a state. */
export interface GraphNode {
  readonly id: string;
  /** Empty where a state diagram starts or ends. */
  readonly label: string;
  readonly shape: Shape;
  /** Id of the innermost group it is in. */
  readonly group: string | undefined;
}

/** A subgraph of a flowchart, or a state that holds others. */
export interface GraphGroup {
  readonly id: string;
  readonly label: string;
  readonly group: string | undefined;
  readonly direction: Direction | undefined;
}

/** A line between two nodes. */
export interface GraphEdge {
  /** A node, or in a state diagram a group. */
  readonly from: string;
  readonly to: string;
  readonly label: string | undefined;
  readonly line: 'solid' | 'dotted' | 'thick';
  readonly heads: 'none' | 'end' | 'both';
}

/** A sequence diagram. */
export interface Sequence {
  readonly kind: 'sequence';
  /** From left to right. */
  readonly actors: readonly Actor[];
  /** From top to bottom. */
  readonly steps: readonly SequenceStep[];
}

/** Who sends and receives in a sequence diagram. */
export interface Actor {
  readonly id: string;
  readonly label: string;
  readonly look: 'participant' | 'actor';
}

export const BLOCKS = ['loop', 'opt', 'alt', 'par', 'break'] as const;

/** One line of a sequence diagram, in the order in which things happen. */
export type SequenceStep =
  | {
      readonly type: 'message';
      readonly from: string;
      readonly to: string;
      readonly arrow: '->>' | '-->>' | '-)' | '--)';
      /** Whether the receiver becomes active, or the sender ceases to be. */
      readonly activity: '' | '+' | '-';
      readonly label: string;
    }
  | {
      readonly type: 'note';
      readonly place: 'left of' | 'right of' | 'over';
      /** One actor, or two for a note over both and what is between them. */
      readonly actors: readonly string[];
      readonly label: string;
    }
  | { readonly type: 'block'; readonly word: (typeof BLOCKS)[number]; readonly label: string }
  | { readonly type: 'section'; readonly word: 'else' | 'and'; readonly label: string }
  | { readonly type: 'end' };
