import type { Direction, Graph, GraphEdge, GraphGroup, GraphNode, Shape } from './drawing.ts';
import { UnknownForm } from './unknown-form.ts';

/** Mermaid refuses more. */
const MOST_EDGES = 500;

interface OpenGroup {
  readonly id: string;
  readonly named: Set<string>;
}

/**
 * Puts a graph together from statements, in the order they are read.
 * Its functions throw {@link UnknownForm} at what cannot be drawn as Mermaid draws it.
 */
export class GraphBuilder {
  readonly #nodes = new Map<string, Omit<GraphNode, 'group'>>();
  readonly #edges: GraphEdge[] = [];
  readonly #groups = new Map<string, GraphGroup>();
  readonly #open: OpenGroup[] = [];
  /** The group each node is in. */
  readonly #homes = new Map<string, string>();
  /** Where each node and group is first named. */
  readonly #lines = new Map<string, number>();

  readonly #kind: Graph['kind'];
  readonly #direction: Direction;
  readonly #plain: Shape;

  /** @param plain the shape of a node that is given none */
  constructor(kind: Graph['kind'], direction: Direction, plain: Shape) {
    this.#kind = kind;
    this.#direction = direction;
    this.#plain = plain;
  }

  /** Id of the innermost group that is open. */
  get scope(): string | undefined {
    return this.#open.at(-1)?.id;
  }

  /** Names a node; what is said of it later counts. */
  node(id: string, said: Partial<Pick<GraphNode, 'label' | 'shape'>>, line: number): string {
    const known = this.#nodes.get(id) ?? { id, label: id, shape: this.#plain };
    this.#nodes.set(id, { ...known, ...said });
    this.#open.at(-1)?.named.add(id);
    this.#note(id, line);
    return id;
  }

  edge(edge: GraphEdge, line: number): void {
    this.#edges.push(edge);
    if (this.#edges.length > MOST_EDGES) throw new UnknownForm(line, `${MOST_EDGES} arrows`);
    // The renderer's layout may fail at it.
    if (edge.from === edge.to && edge.label === undefined) {
      throw new UnknownForm(line, 'an arrow without words from a node to itself');
    }
  }

  /** Begins a group, which what follows is in. */
  open(id: string | undefined, label: string, line: number): void {
    // Mermaid names a group that has no id; a space keeps ours apart from any that is written.
    const own = id ?? ` ${this.#groups.size}`;
    if (this.#groups.has(own)) throw new UnknownForm(line, `a second group \`${own}\``);
    if (label.includes('\n')) throw new UnknownForm(line, 'a title of two lines');
    this.#groups.set(own, { id: own, label, group: this.scope, direction: undefined });
    this.#open.push({ id: own, named: new Set() });
    this.#note(own, line);
  }

  /** Gives the group that is open a direction of its own. */
  turn(direction: Direction): void {
    const group = this.#groups.get(this.scope ?? '');
    if (group) this.#groups.set(group.id, { ...group, direction });
  }

  /** Ends the innermost group; a node that several name is in the one that ends first. */
  close(line: number): void {
    const group = this.#open.pop();
    if (!group) throw new UnknownForm(line, 'an end of nothing');
    for (const id of group.named) if (!this.#homes.has(id)) this.#homes.set(id, group.id);
  }

  done(): Graph {
    const { scope } = this;
    if (scope !== undefined) throw this.#refuse(scope, 'a group without its end');
    if (this.#nodes.size === 0) throw new UnknownForm(1, 'a diagram without nodes');
    const groups = [...this.#groups.values()];
    for (const { id } of groups) {
      if (this.#nodes.has(id)) throw this.#refuse(id, `\`${id}\` as a group and a node`);
    }
    const nodes = [...this.#nodes.values()].map((node) => ({
      ...node,
      group: this.#homes.get(node.id),
    }));
    for (const { id } of groups) {
      // All it names may be in others.
      const isInside = (other: { group: string | undefined }) => other.group === id;
      if (!nodes.some(isInside) && !groups.some(isInside)) throw this.#refuse(id, 'an empty group');
    }
    // Here, too, the layout may fail, though not often.
    if (groups.length === 0 && this.#edges.some(({ label }) => label) && this.#hasParts()) {
      throw new UnknownForm(1, 'words on arrows in a diagram of several parts');
    }
    return { kind: this.#kind, direction: this.#direction, nodes, edges: this.#edges, groups };
  }

  /** Whether not every node can be reached from the first, along arrows or against them. */
  #hasParts(): boolean {
    const reached = new Set([...this.#nodes.keys()].slice(0, 1));
    for (const id of reached) {
      for (const { from, to } of this.#edges) {
        if (from === id) reached.add(to);
        if (to === id) reached.add(from);
      }
    }
    return reached.size < this.#nodes.size;
  }

  #note(id: string, line: number): void {
    if (!this.#lines.has(id)) this.#lines.set(id, line);
  }

  #refuse(id: string, found: string): UnknownForm {
    return new UnknownForm(this.#lines.get(id) ?? 1, found);
  }
}
