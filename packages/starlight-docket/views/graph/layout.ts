import { Graph, layout } from '@dagrejs/dagre';
import type { AdrRecord, Edge } from 'docket/records';
import { refTo } from '../record-ref.ts';
import {
  boxLines,
  type Drawing,
  type DrawnEdge,
  edgeSentence,
  NODE_HEIGHT,
  NODE_WIDTH,
  type Spot,
} from './drawing.ts';

/** What to draw. */
export interface GraphInput {
  readonly base: string;
  readonly nodes: readonly AdrRecord[];
  /** Lines between nodes of the graph; others are left out. */
  readonly edges: readonly Edge[];
  /** Nodes that belong to the drawing only as the far end of a line. */
  readonly outside?: ReadonlySet<AdrRecord>;
}

/** Decisions that lines hold together, with the middle of each box and the bends of each line. */
interface Cluster {
  readonly width: number;
  readonly height: number;
  readonly places: ReadonlyMap<AdrRecord, Spot>;
  readonly bends: ReadonlyMap<Edge, readonly Spot[]>;
}

const MARGIN = 8;
const GAP = 40;
const SHEET = 1150;

/**
 * Places decisions in layers: what is relied on stands above what relies on it. Decisions that no line joins are placed
 * side by side. The same graph always gives the same drawing.
 */
export function layGraph({ base, nodes, edges, outside }: GraphInput): Drawing {
  const known = new Set(nodes);
  const drawn = edges.filter(({ from, to }) => known.has(from) && known.has(to));
  // What is merely related has no say in where a decision stands, and runs behind the boxes.
  const firm = drawn.filter(({ kind }) => kind !== 'related');
  const { places, bends, width, height } = pack(
    clustersOf(nodes, firm).map((members) =>
      layCluster(
        members,
        firm.filter(({ from }) => members.includes(from)),
      ),
    ),
  );
  return {
    width,
    height,
    nodes: nodes.map((node) => {
      const place = places.get(node) ?? { x: 0, y: 0 };
      const ref = refTo(base, node);
      return {
        ref,
        x: Math.round(place.x - NODE_WIDTH / 2),
        y: Math.round(place.y - NODE_HEIGHT / 2),
        width: NODE_WIDTH,
        height: NODE_HEIGHT,
        lines: boxLines(ref.title),
        isSubject: false,
        isOutside: outside?.has(node) ?? false,
      };
    }),
    edges: drawn.map((edge): DrawnEdge => {
      const { kind, from, to } = edge;
      const points = bends.get(edge) ?? straight(places.get(from), places.get(to));
      return {
        kind,
        points: points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })),
        sentence: edgeSentence(base, edge),
        isPartly: edge.isPartly,
      };
    }),
  };
}

/** Decisions that lines hold together, the largest group first. */
function clustersOf(nodes: readonly AdrRecord[], edges: readonly Edge[]): AdrRecord[][] {
  const next = new Map<AdrRecord, AdrRecord[]>(nodes.map((node) => [node, []]));
  for (const { from, to } of edges) {
    next.get(from)?.push(to);
    next.get(to)?.push(from);
  }
  const seen = new Set<AdrRecord>();
  const clusters: AdrRecord[][] = [];
  for (const node of nodes) {
    if (seen.has(node)) continue;
    const cluster = new Set([node]);
    for (const member of cluster) for (const other of next.get(member) ?? []) cluster.add(other);
    for (const member of cluster) seen.add(member);
    clusters.push(nodes.filter((candidate) => cluster.has(candidate)));
  }
  return clusters.sort((a, b) => b.length - a.length);
}

function layCluster(members: readonly AdrRecord[], edges: readonly Edge[]): Cluster {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'BT', nodesep: 22, edgesep: 9, ranksep: 46, marginx: 0, marginy: 0 });
  const names = new Map(members.map((member, index) => [member, String(index)]));
  const nameOf = (member: AdrRecord) => names.get(member) ?? '';
  for (const name of names.values()) {
    graph.setNode(name, { width: NODE_WIDTH, height: NODE_HEIGHT });
  }
  for (const [index, { kind, from, to }] of edges.entries()) {
    const weight = kind === 'supersedes' ? 4 : 2;
    graph.setEdge(nameOf(from), nameOf(to), { weight }, String(index));
  }
  layout(graph);
  const size = graph.graph();
  return {
    width: Number(size.width),
    height: Number(size.height),
    places: new Map(
      members.map((member) => {
        const { x, y } = graph.node(nameOf(member));
        return [member, { x: Number(x), y: Number(y) }];
      }),
    ),
    bends: new Map(
      edges.map((edge, index) => {
        const line = graph.edge({ v: nameOf(edge.from), w: nameOf(edge.to), name: String(index) });
        return [edge, (line.points ?? []) as Spot[]];
      }),
    ),
  };
}

/** Sets clusters in rows, as wide as the widest of them or a sheet. */
function pack(clusters: readonly Cluster[]): Cluster {
  const most = Math.max(SHEET, ...clusters.map(({ width }) => width));
  const places = new Map<AdrRecord, Spot>();
  const bends = new Map<Edge, readonly Spot[]>();
  let [x, y, rowHeight, width] = [0, 0, 0, 0];
  for (const cluster of clusters) {
    if (x > 0 && x + cluster.width > most) [x, y, rowHeight] = [0, y + rowHeight + GAP, 0];
    const [left, top] = [x + MARGIN, y + MARGIN];
    const shift = (spot: Spot): Spot => ({ x: spot.x + left, y: spot.y + top });
    for (const [node, spot] of cluster.places) places.set(node, shift(spot));
    for (const [edge, spots] of cluster.bends) bends.set(edge, spots.map(shift));
    width = Math.max(width, x + cluster.width);
    rowHeight = Math.max(rowHeight, cluster.height);
    x += cluster.width + GAP;
  }
  return {
    width: Math.ceil(width + 2 * MARGIN),
    height: Math.ceil(y + rowHeight + 2 * MARGIN),
    places,
    bends,
  };
}

/** From the rim of one box to the rim of another, the shortest way. */
function straight(from: Spot | undefined, to: Spot | undefined): Spot[] {
  return from && to ? [rim(from, to), rim(to, from)] : [];
}

/** Where the line from the middle of a box towards a spot leaves the box. */
function rim(box: Spot, towards: Spot): Spot {
  const [dx, dy] = [towards.x - box.x, towards.y - box.y];
  const reach = Math.min(
    dx === 0 ? 1 : NODE_WIDTH / 2 / Math.abs(dx),
    dy === 0 ? 1 : NODE_HEIGHT / 2 / Math.abs(dy),
  );
  return { x: box.x + dx * reach, y: box.y + dy * reach };
}
