import type {
  Drawing,
  Graph,
  GraphEdge,
  GraphNode,
  Sequence,
  SequenceStep,
  Shape,
} from 'docket/records';
import { withStandIns } from './stand-ins.ts';

/** The marks of the renderer's language round a label; those of a state diagram's two ends are written otherwise. */
const MARKS: Readonly<Record<Exclude<Shape, 'start' | 'end'>, readonly [string, string]>> = {
  rectangle: ['[', ']'],
  rounded: ['(', ')'],
  stadium: ['([', '])'],
  subroutine: ['[[', ']]'],
  cylinder: ['[(', ')]'],
  circle: ['((', '))'],
  doublecircle: ['(((', ')))'],
  asymmetric: ['>', ']'],
  diamond: ['{', '}'],
  hexagon: ['{{', '}}'],
  trapezoid: ['[/', '\\]'],
  'trapezoid-alt': ['[\\', '/]'],
};

const ARROWS: Readonly<Record<GraphEdge['line'], Readonly<Record<GraphEdge['heads'], string>>>> = {
  solid: { none: '---', end: '-->', both: '<-->' },
  dotted: { none: '-.-', end: '-.->', both: '<-.->' },
  thick: { none: '===', end: '==>', both: '<==>' },
};

/** Writes a drawing in the part of Mermaid's language that the renderer reads without fault. */
export function rendererText(drawing: Drawing): string {
  const lines = drawing.kind === 'sequence' ? sequenceLines(drawing) : graphLines(drawing);
  return `${lines.join('\n')}\n`;
}

function label(text: string): string {
  return text.split('\n').map(withStandIns).join('<br>');
}

/** Ids of the renderer's text, by those of the author. */
function numbered(ids: readonly string[]): (id: string) => string {
  const names = new Map(ids.map((id, index) => [id, `n${index}`]));
  return (id) => names.get(id) ?? id;
}

function graphLines(graph: Graph): string[] {
  const ids = numbered([...graph.nodes, ...graph.groups].map(({ id }) => id));
  return graph.kind === 'flowchart' ? flowchartLines(graph, ids) : stateLines(graph, ids);
}

function flowchartLines(graph: Graph, name: (id: string) => string): string[] {
  const inside = (group: string | undefined): string[] => [
    ...graph.groups
      .filter((other) => other.group === group)
      .flatMap(({ id, label: title, direction }) => [
        `subgraph ${name(id)} [${label(title)}]`,
        ...(direction ? [`direction ${direction}`] : []),
        ...inside(id),
        'end',
      ]),
    ...graph.nodes.filter((node) => node.group === group).map((node) => nodeLine(node, name)),
  ];
  const edges = graph.edges.map(
    ({ from, to, label: words, line, heads }) =>
      `${name(from)} ${ARROWS[line][heads]}${words === undefined ? '' : `|${label(words)}|`} ${name(to)}`,
  );
  return [`flowchart ${graph.direction}`, ...inside(undefined), ...edges];
}

function nodeLine({ id, label: text, shape }: GraphNode, name: (id: string) => string): string {
  const [open, close] = MARKS[shape as 'rectangle'];
  return `${name(id)}${open}${label(text)}${close}`;
}

/**
 * The renderer makes a new state of each `[*]`. Where Mermaid sees one for several transitions, the others name the
 * first by the id that the renderer gives it.
 */
function stateLines(graph: Graph, name: (id: string) => string): string[] {
  /** Where each scope starts and ends. */
  const ends = new Map(
    graph.nodes.flatMap(({ id, shape, group }) =>
      shape === 'start' || shape === 'end' ? [[id, { shape, group }]] : [],
    ),
  );
  const written = new Map<string, string>();
  const counts = { start: 0, end: 0 };
  const reference = (id: string): string => {
    const end = ends.get(id);
    if (!end) return name(id);
    const known = written.get(id);
    if (known) return known;
    counts[end.shape] += 1;
    written.set(id, `_${end.shape}${counts[end.shape] > 1 ? counts[end.shape] : ''}`);
    return '[*]';
  };
  const endOf = ({ from, to }: GraphEdge) => ends.get(from) ?? ends.get(to);
  const transition = ({ from, to, label: words }: GraphEdge): string =>
    `${reference(from)} --> ${reference(to)}${words === undefined ? '' : ` : ${label(words)}`}`;
  const inside = (group: string | undefined): string[] => [
    ...graph.groups
      .filter((other) => other.group === group)
      .flatMap(({ id, label: title, direction }) => [
        `state "${label(title)}" as ${name(id)} {`,
        ...(direction ? [`direction ${direction}`] : []),
        ...inside(id),
        '}',
      ]),
    ...graph.nodes
      .filter((node) => node.group === group && !ends.has(node.id))
      .map((node) => `state "${label(node.label)}" as ${name(node.id)}`),
    // Only inside the group is the state that `[*]` makes a part of it.
    ...graph.edges.filter((edge) => endOf(edge) && endOf(edge)?.group === group).map(transition),
  ];
  return [
    'stateDiagram-v2',
    `direction ${graph.direction}`,
    ...inside(undefined),
    ...graph.edges.filter((edge) => !endOf(edge)).map(transition),
  ];
}

function sequenceLines({ actors, steps }: Sequence): string[] {
  const name = numbered(actors.map(({ id }) => id));
  return [
    'sequenceDiagram',
    ...actors.map(({ id, label: text, look }) => `${look} ${name(id)} as ${label(text)}`),
    ...steps.map((step) => stepLine(step, name)),
  ];
}

function stepLine(step: SequenceStep, name: (id: string) => string): string {
  switch (step.type) {
    case 'message':
      return `${name(step.from)} ${step.arrow}${step.activity}${name(step.to)}: ${label(step.label)}`;
    case 'note':
      return `Note ${step.place} ${step.actors.map(name).join(',')}: ${label(step.label)}`;
    case 'end':
      return 'end';
    case 'block':
    case 'section':
      return `${step.word} ${label(step.label)}`.trim();
  }
}
