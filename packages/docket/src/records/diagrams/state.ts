import { DIRECTIONS, type Direction, type Graph } from './drawing.ts';
import { GraphBuilder } from './graph-builder.ts';
import { readLabel } from './label.ts';
import { type Statement, unknown } from './statement.ts';
import { UnknownForm } from './unknown-form.ts';

const ID = '[\\p{L}_][\\p{L}\\d_]*';
const WORDS = '[^:;#]+(?::[^:;#]+)*';
const HEADER = /^stateDiagram(?:-v2)?$/;
const DIRECTION = new RegExp(
  `^direction\\s+(${DIRECTIONS.filter((name) => name !== 'TD').join('|')})$`,
);
const TRANSITION = new RegExp(
  `^(\\[\\*\\]|${ID})\\s*-->\\s*(\\[\\*\\]|${ID})(?:\\s*:\\s*(${WORDS}))?$`,
  'u',
);
const COMPOSITE = new RegExp(`^state\\s+(?:"([^"]+)"\\s+as\\s+)?(${ID})\\s*\\{$`, 'u');
const NAMED = new RegExp(`^state\\s+"([^"]+)"\\s+as\\s+(${ID})$`, 'u');
const DESCRIBED = new RegExp(`^(${ID})(?:\\s*:\\s*(${WORDS}))?$`, 'u');
/** Words that Mermaid takes for its own, in any case, where an id begins. */
const TAKEN =
  /^(?:click|href|default|scale|hide|class|classDef|style|state|stateDiagram|note|direction|as|end|accTitle|accDescr|root|constructor|prototype|__proto__)$/i;

/**
 * Reads a state diagram.
 * @throws {UnknownForm} at the first thing that is not known to be drawn as Mermaid draws it
 */
export function readState([header, ...statements]: readonly Statement[]): Graph {
  if (!header || !HEADER.test(header.text)) throw unknown(header ?? { line: 1, text: '' });
  const turned = statements.find(({ text }) => DIRECTION.test(text));
  const top = turned && statements[0] === turned ? DIRECTION.exec(turned.text)?.[1] : undefined;
  // One may be named before it is opened.
  const composites = statements.flatMap(({ text }) => COMPOSITE.exec(text)?.[2] ?? []);
  const graph = new GraphBuilder('state', (top ?? 'TB') as Direction, 'rounded');
  const reader = new StateReader(graph, new Set(composites));
  for (const statement of top ? statements.slice(1) : statements) reader.read(statement);
  return graph.done();
}

class StateReader {
  /** The scope each state is in, which Mermaid decides otherwise where there are two. */
  readonly #scopes = new Map<string, string | undefined>();
  readonly #described = new Set<string>();

  readonly #graph: GraphBuilder;
  readonly #composites: ReadonlySet<string>;

  constructor(graph: GraphBuilder, composites: ReadonlySet<string>) {
    this.#graph = graph;
    this.#composites = composites;
  }

  read(statement: Statement): void {
    const { text, line } = statement;
    const [, turn] = DIRECTION.exec(text) ?? [];
    const [, from, to, label] = TRANSITION.exec(text) ?? [];
    const [, title, composite] = COMPOSITE.exec(text) ?? [];
    const [, name, named] = NAMED.exec(text) ?? [];
    const [, described, description] = DESCRIBED.exec(text) ?? [];
    if (turn && this.#graph.scope !== undefined) {
      this.#graph.turn(turn as Direction);
    } else if (from && to) {
      const ends = { from: this.#end(from, 'start', line), to: this.#end(to, 'end', line) };
      const words = label === undefined ? undefined : readLabel(label, statement);
      this.#graph.edge({ ...ends, label: words, line: 'solid', heads: 'end' }, line);
    } else if (composite) {
      this.#enter(composite, line);
      this.#graph.open(composite, title ? readLabel(title, statement) : composite, line);
    } else if (text === '}') {
      this.#graph.close(line);
    } else if (name && named) {
      this.#describe(named, readLabel(name, statement), line);
    } else if (described && description) {
      this.#describe(described, readLabel(description, statement), line);
    } else if (described) {
      this.#state(described, line);
    } else {
      throw unknown(statement);
    }
  }

  #describe(id: string, label: string, line: number): void {
    if (this.#described.has(id) || this.#composites.has(id)) {
      throw new UnknownForm(line, `a second description of \`${id}\``);
    }
    this.#described.add(id);
    this.#state(id, line);
    this.#graph.node(id, { label }, line);
  }

  /** One end of a transition; `[*]` is one state for all transitions of a scope. */
  #end(id: string, shape: 'start' | 'end', line: number): string {
    if (id !== '[*]') return this.#state(id, line);
    return this.#graph.node(`${this.#graph.scope ?? ''} ${shape}`, { label: '', shape }, line);
  }

  #state(id: string, line: number): string {
    this.#enter(id, line);
    return this.#composites.has(id) ? id : this.#graph.node(id, {}, line);
  }

  #enter(id: string, line: number): void {
    if (TAKEN.test(id)) throw new UnknownForm(line, `the id \`${id}\``);
    const { scope } = this.#graph;
    if (this.#scopes.has(id) && this.#scopes.get(id) !== scope) {
      throw new UnknownForm(line, `\`${id}\` in two states`);
    }
    this.#scopes.set(id, scope);
  }
}
