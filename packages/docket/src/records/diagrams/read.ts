import type { Drawing } from './drawing.ts';
import { readFlowchart } from './flowchart.ts';
import { beginningOf } from './refusal.ts';
import { readSequence } from './sequence.ts';
import { type SplitSource, splitSource } from './source.ts';
import { readState } from './state.ts';
import { type Statement, unknown } from './statement.ts';
import { UnknownForm } from './unknown-form.ts';

/** A Mermaid source, as far as it is known. */
export interface Diagram extends Omit<SplitSource, 'statements'> {
  /** The word it begins with, such as `flowchart`; empty where there is none. */
  readonly word: string;
  /** What Mermaid draws, or the first thing of which that is not known. */
  readonly content: Drawing | Unknown;
}

export interface Unknown {
  readonly kind: 'unknown';
  /** Line of the source, from 1. */
  readonly line: number;
  /** What stands there, in words that follow "Unexpected". */
  readonly found: string;
}

/** The kinds of diagram that are read, by the word they begin with. */
const READERS: ReadonlyMap<string, (statements: readonly Statement[]) => Drawing> = new Map<
  string,
  (statements: readonly Statement[]) => Drawing
>([
  ['graph', readFlowchart],
  ['flowchart', readFlowchart],
  ['stateDiagram', readState],
  ['stateDiagram-v2', readState],
  ['sequenceDiagram', readSequence],
]);

/** What Mermaid itself refuses beyond. */
const MOST_CHARACTERS = 50_000;
const LONGEST_STATEMENT = 2_000;
/** What takes more is drawn in more time than its length explains, and can be read by nobody. */
const MOST_STATEMENTS = 150;
/** Of all diagrams of a document together. */
const MOST_IN_DOCUMENT = 600;

/** Reads the diagrams of one document, one after another: beyond some length of all together the rest is unknown. */
export function diagramReader(): (source: string) => Diagram {
  let total = 0;
  return (source) => {
    const diagram = readDiagram(source);
    if (diagram.content.kind === 'unknown') return diagram;
    total += splitSource(source).statements.length;
    if (total <= MOST_IN_DOCUMENT) return diagram;
    const found = `more than ${MOST_IN_DOCUMENT} lines of diagrams in one record`;
    return { ...diagram, content: { kind: 'unknown', line: 1, found } };
  };
}

/** Reads a Mermaid source: either every statement is understood as Mermaid understands it, or the whole is unknown. Never throws. */
export function readDiagram(source: string): Diagram {
  const { statements, ...split } = splitSource(source);
  const word = wordOf(beginningOf(source)?.text);
  return { ...split, word, content: contentOf(statements, source.length) };
}

function wordOf(text = ''): string {
  return /^[\w-]*/.exec(text)?.[0] ?? '';
}

function contentOf(statements: readonly Statement[], length: number): Diagram['content'] {
  try {
    if (length > MOST_CHARACTERS) throw new UnknownForm(1, `${length} characters`);
    if (statements.length > MOST_STATEMENTS) {
      throw new UnknownForm(1, `${statements.length} lines`);
    }
    for (const statement of statements) {
      if (statement.text.length > LONGEST_STATEMENT) throw unknown(statement);
      if (statement.text.includes('%%{')) throw new UnknownForm(statement.line, 'a directive');
    }
    const [first] = statements;
    if (!first) throw new UnknownForm(1, 'an empty block');
    const word = wordOf(first.text);
    const read = READERS.get(word);
    if (!read) throw unknown({ line: first.line, text: word || first.text });
    return read(statements);
  } catch (error) {
    if (!(error instanceof UnknownForm)) throw error;
    return { kind: 'unknown', line: error.line, found: error.found };
  }
}
