import { DIRECTIONS, type Direction, type Graph, type GraphEdge, type Shape } from './drawing.ts';
import { GraphBuilder } from './graph-builder.ts';
import { readLabel } from './label.ts';
import { Scanner, type Statement, unknown } from './statement.ts';
import { UnknownForm } from './unknown-form.ts';

/** Longer opening marks come first. */
const SHAPES: readonly (readonly [open: string, close: string, shape: Shape])[] = [
  ['(((', ')))', 'doublecircle'],
  ['((', '))', 'circle'],
  ['([', '])', 'stadium'],
  ['[[', ']]', 'subroutine'],
  ['[(', ')]', 'cylinder'],
  ['{{', '}}', 'hexagon'],
  ['[/', '\\]', 'trapezoid'],
  ['[\\', '/]', 'trapezoid-alt'],
  ['>', ']', 'asymmetric'],
  ['[', ']', 'rectangle'],
  ['(', ')', 'rounded'],
  ['{', '}', 'diamond'],
];

/** Of the letters that Mermaid takes in an id, those of the alphabets that are written most. */
const LETTER = 'A-Za-zÀ-ÖØ-öø-ʯΆΈ-ΊΎ-ΡΣ-ϵЀ-ѿぁ-ゖァ-ヺ一-鿌가-힣';
const ID = new RegExp(
  `\\d+(?![${LETTER}_.]|-[${LETTER}\\d_])|[${LETTER}_](?:[${LETTER}\\d_.]|-(?=[${LETTER}\\d_]))*`,
  'y',
);
/** Words that Mermaid takes for its own where an id begins, and ids it gives itself. */
const TAKEN =
  /^(?:end|graph|flowchart|swimlane|subgraph|style|linkStyle|classDef|class|click|href|call|default|interpolate|direction|accTitle|accDescr|_self|_blank|_parent|_top|subGraph\d+|v|hasOwnProperty|__proto__)\b|^L_|^\d+\D/;

const QUOTED = /"([^"]+)"/y;
/** A text without quotes; in a trapezoid a slash ends it, and elsewhere it may not stand at the ends. */
const PLAIN = /(?![/\\])[^[\](){}|"~]+(?<![/\\])/y;
const PLAIN_IN_TRAPEZOID = /[^[\](){}|"~/\\]+/y;

/** An arrow as Mermaid's lexer takes it, those included that are not known here. */
const LINK = /\s*([xo<]?(?:--+[-xo>]|==+[=xo>]|-?\.+-[xo>]?)|~~~+)\s*/y;
const KNOWN_LINK = /^(<?)(-{3,}|-{2,}>|={3,}|={2,}>|-\.+->?)$/;
/** An arrow with words inside, which may not hold what begins another one. */
const WORDED_LINK =
  /\s*(<?)(?:--\s+(?=\S)((?:[^-|()[\]{}"<>~;]|-(?!-))+?)\s+(--+[->])|==\s+(?=\S)([^=|()[\]{}"<>~;]+?)\s+(==+[=>])|-\.\s+(?=\S)([^.|()[\]{}"<>~;]+?)\s+(\.+->?))(?![-=.>xo])\s*/y;

const DIRECTION = DIRECTIONS.join('|');
/** Statements may follow on the line, but not on one without a direction. */
const HEADER = new RegExp(`^(?:graph|flowchart)(?:\\s+(${DIRECTION})\\s*(?:;(.*))?)?$`);
const TURN = new RegExp(`^direction\\s+(${DIRECTION})$`);
const WORDS = `[${LETTER}\\d_.]+(?:[ -][${LETTER}\\d_.]+)*`;
const SUBGRAPH = new RegExp(
  `^subgraph\\s+(?:([${LETTER}_][${LETTER}\\d_]*(?:-[${LETTER}\\d_]+)*)\\s*\\[([^[\\]]+)\\]|"([^"]+)"|(${WORDS}))$`,
);

/**
 * Reads a flowchart.
 * @throws {UnknownForm} at the first thing that is not known to be drawn as Mermaid draws it
 */
export function readFlowchart([header, ...statements]: readonly Statement[]): Graph {
  const match = HEADER.exec(header?.text ?? '');
  if (!header || !match) throw unknown(header ?? { line: 1, text: '' });
  const [, direction = 'TB', behind = ''] = match;
  const graph = new GraphBuilder('flowchart', direction as Direction, 'rectangle');
  for (const statement of [{ line: header.line, text: behind.trim() }, ...statements]) {
    if (statement.text !== '') readStatement(statement, graph);
  }
  return graph.done();
}

function readStatement(statement: Statement, graph: GraphBuilder): void {
  const { text, line } = statement;
  // Mermaid takes such a line for a direction whatever else it holds, and drops the last `;` of such a style.
  if (/direction\s+(?:TB|BT|RL|LR|TD)/.test(text) || /(?:style|classDef).*:\S*#.*;/.test(text)) {
    const direction = TURN.exec(text)?.[1];
    if (!direction || graph.scope === undefined) throw unknown(statement);
    graph.turn(direction as Direction);
  } else if (/^subgraph\b/.test(text)) {
    openSubgraph(statement, graph);
  } else if (text === 'end') {
    graph.close(line);
  } else {
    readChain(new Scanner(statement), graph);
  }
}

function openSubgraph(statement: Statement, graph: GraphBuilder): void {
  const [, id, written, quoted, words] = SUBGRAPH.exec(statement.text) ?? [];
  if (id !== undefined && written !== undefined) {
    if (isTaken(id)) throw unknown(statement);
    const scanner = new Scanner({ line: statement.line, text: written });
    const label = readText(scanner, PLAIN);
    if (scanner.rest !== '') throw unknown(statement);
    graph.open(id, label, statement.line);
    return;
  }
  const title = quoted ?? words;
  if (title === undefined || words?.split(/[ -]/).some(isTaken)) throw unknown(statement);
  const label = readLabel(title, statement);
  // A title of one word is its id, too.
  graph.open(/\s/.test(title) ? undefined : label, label, statement.line);
}

/** Nodes joined by arrows, up to the end of the line; `;` begins anew. */
function readChain(scanner: Scanner, graph: GraphBuilder): void {
  while (scanner.rest !== '') {
    let from = readNodes(scanner, graph);
    while (scanner.rest !== '' && !scanner.take(/\s*;\s*/y)) {
      const link = readLink(scanner);
      const to = readNodes(scanner, graph);
      for (const start of from) {
        for (const end of to) graph.edge({ from: start, to: end, ...link }, scanner.statement.line);
      }
      from = to;
    }
  }
}

function readNodes(scanner: Scanner, graph: GraphBuilder): readonly string[] {
  const nodes = [readNode(scanner, graph)];
  while (scanner.take(/\s+&\s+/y)) nodes.push(readNode(scanner, graph));
  return nodes;
}

function readNode(scanner: Scanner, graph: GraphBuilder): string {
  const { line } = scanner.statement;
  const id = scanner.take(ID)?.[0];
  if (id === undefined) scanner.refuse();
  if (isTaken(id)) throw new UnknownForm(line, `the id \`${id}\``);
  // An arrow may begin with these letters.
  if (/(?:^|[^\0-\x7F])[xo]$/.test(id) && /^(?:--|==|-?\.)/.test(scanner.rest)) scanner.refuse();
  if (scanner.rest.startsWith('(-')) scanner.refuse();
  const shape = SHAPES.find(([open]) => scanner.rest.startsWith(open));
  if (!shape) return graph.node(id, {}, line);
  const [open, close, name] = shape;
  scanner.skip(open);
  const label = readText(scanner, /[/\\]/.test(open) ? PLAIN_IN_TRAPEZOID : PLAIN);
  if (!scanner.skip(close)) scanner.refuse();
  return graph.node(id, { label, shape: name }, line);
}

/** Whether Mermaid takes an id for something else; it reads one in pieces, between letters outside ASCII. */
function isTaken(id: string): boolean {
  return id.split(/[^\0-\x7F]/).some((piece) => TAKEN.test(piece));
}

type Link = Omit<GraphEdge, 'from' | 'to'>;

function readLink(scanner: Scanner): Link {
  const worded = scanner
    .take(WORDED_LINK)
    ?.slice(1)
    .filter((part) => part !== undefined);
  if (worded) {
    const [start = '', words = '', end = ''] = worded;
    return linkOf(start, end, readLabel(words, scanner.statement)) ?? scanner.refuse();
  }
  const place = scanner.statement;
  const written = scanner.take(LINK)?.[1];
  const [, start = '', arrow] = KNOWN_LINK.exec(written ?? '') ?? [];
  if (arrow === undefined) throw unknown({ line: place.line, text: written ?? scanner.rest });
  let label: string | undefined;
  if (scanner.skip('|')) {
    label = readText(scanner, PLAIN);
    if (!scanner.take(/\|\s*/y)) scanner.refuse();
  }
  return linkOf(start, arrow, label) ?? scanner.refuse();
}

function linkOf(start: string, arrow: string, label: string | undefined): Link | undefined {
  const isHeaded = arrow.endsWith('>');
  if (start && !isHeaded) return undefined;
  const line = arrow.includes('=') ? 'thick' : arrow.includes('.') ? 'dotted' : 'solid';
  return { label, line, heads: start ? 'both' : isHeaded ? 'end' : 'none' };
}

/** A text in quotes, which may hold anything, or one without. */
function readText(scanner: Scanner, plain: RegExp): string {
  const written = scanner.take(QUOTED)?.[1] ?? scanner.take(plain)?.[0];
  return written === undefined ? scanner.refuse() : readLabel(written, scanner.statement);
}
