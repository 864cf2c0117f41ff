import { JSDOM } from 'jsdom';
import { lines, type Shown, type ShownGraph, type ShownSequence } from './shown.ts';

const { window } = new JSDOM('');
// Mermaid cleans labels with a parser of HTML, which it takes from here.
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import('mermaid');
mermaid.initialize({ startOnLoad: false });
// Its list of diagrams is filled by the first call.
await mermaid.parse('flowchart TD\n  a');

// biome-ignore lint/suspicious/noExplicitAny: Mermaid gives no types for its models
type Loose = any;

export interface MermaidReading {
  readonly shown: Shown;
  readonly title: string;
  readonly description: string;
}

/**
 * What Mermaid itself makes of a source, from the model it draws from.
 * @returns `undefined` for a source that it refuses
 * @throws {Error} for a kind of diagram that is not compared
 */
export async function mermaidReading(source: string): Promise<MermaidReading | undefined> {
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(source).catch(() => undefined);
  if (!diagram) return undefined;
  const db = diagram.db as Loose;
  const title = db.getAccTitle?.() ?? '';
  const description = lines(db.getAccDescription?.() ?? '').replace(/\n/g, ' ');
  return { shown: shownOf(diagram.type, db), title, description };
}

/** Names of all kinds of diagrams; those of its own messages are left out. */
export function mermaidKinds(): string[] {
  return mermaid
    .getRegisteredDiagramsMetadata()
    .map(({ id }) => id)
    .filter((id) => !/^(?:error|---)$/.test(id));
}

/** Whether Mermaid finds a source to be of some kind; with frontmatter that does not end, it is of none. */
export function mermaidKnows(source: string): boolean {
  try {
    return mermaid.detectType(source) !== '---';
  } catch {
    return false;
  }
}

function shownOf(type: string, db: Loose): Shown {
  if (type === 'flowchart-v2') return flowchart(db);
  if (type === 'stateDiagram') return state(db);
  if (type === 'sequence') return sequence(db);
  throw new Error(`Mermaid reads a ${type}`);
}

/** The text that Mermaid shows for one of its model: HTML, with entities in its own code. */
function read(text: string): string {
  const html = text
    .replace(/ﬂ°°/g, '&#')
    .replace(/ﬂ°/g, '&')
    .replace(/¶ß/g, ';')
    .replace(/<br\s*\/?>/gi, '\n');
  const element = window.document.createElement('div');
  element.innerHTML = html;
  return lines(element.textContent ?? '');
}

const SHAPES: Readonly<Record<string, string>> = {
  square: 'rectangle',
  round: 'rounded',
  odd: 'asymmetric',
  inv_trapezoid: 'trapezoid-alt',
};

/** Names of the groups round something, from the outside in. */
function path(id: string, parentOf: (id: string) => string | undefined): string {
  const parent = parentOf(id);
  return parent === undefined ? '' : `${path(parent, parentOf)}/${parent}`;
}

function flowchart(db: Loose): ShownGraph {
  // What has no id is called by its title.
  const nameOf = (id: string): string => {
    const group = db.getSubGraphs().find((other: Loose) => other.id === id);
    return group && /^subGraph\d+$/.test(id) ? read(group.title) : id;
  };
  const groups: { id: string; nodes: string[]; title: string }[] = db
    .getSubGraphs()
    .map(({ id, nodes, title }: Loose) => ({ id: nameOf(id), nodes: nodes.map(nameOf), title }));
  const parentOf = (id: string) => groups.find(({ nodes }) => nodes.includes(id))?.id;
  return {
    kind: 'graph',
    nodes: Object.fromEntries(
      [...db.getVertices().values()].map(({ id, text, type, icon, img }: Loose) => [
        id,
        `${SHAPES[type] ?? type ?? 'rectangle'} ${read(text)} in ${path(id, parentOf)}${icon ?? img ?? ''}`,
      ]),
    ),
    groups: Object.fromEntries(
      groups.map(({ id, title }) => [id, `${read(title)} in ${path(id, parentOf)}`]),
    ),
    edges: db
      .getEdges()
      .map(({ start, end, text, stroke, type }: Loose) => {
        const line = stroke === 'normal' ? 'solid' : stroke;
        const heads = { arrow_open: 'none', arrow_point: 'end', double_arrow_point: 'both' }[
          type as string
        ];
        return `${start} ${line} ${heads ?? type} ${end}: ${read(text ?? '')}`;
      })
      .sort(),
  };
}

function state(db: Loose): ShownGraph {
  const { nodes, edges } = db.getData();
  const parentOf = (id: string) => nodes.find((node: Loose) => node.id === id)?.parentId;
  const shapes: Record<string, string> = { rect: 'rounded', stateStart: 'start', stateEnd: 'end' };
  const words = ({ label, shape }: Loose) =>
    shape === 'stateStart' || shape === 'stateEnd' ? '' : read([label].flat().join('\n'));
  return {
    kind: 'graph',
    nodes: Object.fromEntries(
      nodes
        .filter((node: Loose) => !node.isGroup)
        .map((node: Loose) => [
          node.id,
          `${shapes[node.shape] ?? node.shape} ${words(node)} in ${path(node.id, parentOf)}`,
        ]),
    ),
    groups: Object.fromEntries(
      nodes
        .filter((node: Loose) => node.isGroup)
        .map((node: Loose) => [node.id, `${words(node)} in ${path(node.id, parentOf)}`]),
    ),
    edges: edges
      .map(({ start, end, label }: Loose) => `${start} solid end ${end}: ${read(label ?? '')}`)
      .sort(),
  };
}

const ARROWS: Readonly<Record<string, string>> = {
  SOLID: 'solid filled',
  DOTTED: 'dashed filled',
  SOLID_POINT: 'solid open',
  DOTTED_POINT: 'dashed open',
};

function sequence(db: Loose): ShownSequence {
  const types = new Map(Object.entries(db.LINETYPE).map(([name, value]) => [value, name]));
  const steps: string[] = [];
  for (const { type, from, to, message, placement } of db.getMessages()) {
    const name = types.get(type) ?? '';
    const [, word = '', end] = /^([A-Z]+)_(START|END|ELSE|AND)$/.exec(name) ?? [];
    const text = read(typeof message === 'string' ? message : (message ?? ''));
    if (name === 'NOTE')
      steps.push(
        `note ${['left', 'right', 'over'][placement]} ${[...new Set([from, to])].join(',')}: ${text}`,
      );
    else if (name === 'ACTIVE_START') steps.push(`active ${from}`);
    else if (name === 'ACTIVE_END') steps.push(`inactive ${from}`);
    else if (end === 'START') steps.push(`${word.toLowerCase()}: ${text}`);
    else if (end === 'END') steps.push('end');
    else if (end) steps.push(`section: ${text}`);
    else steps.push(`${from} ${ARROWS[name] ?? name} ${to}: ${text}`);
  }
  return {
    kind: 'sequence',
    actors: [...db.getActors().values()].map(
      ({ name, description, type }: Loose) => `${type} ${name}: ${read(description)}`,
    ),
    steps,
  };
}
