import type { Statement } from './statement.ts';

/** What Mermaid is certain to refuse of a source. */
export interface MermaidRefusal {
  /** Line of the source, from 1. */
  readonly line: number;
  /** What stands there, in words that follow "Unexpected". */
  readonly found: string;
  /** What Mermaid draws. */
  readonly expected: string;
}

/**
 * How the text of each kind begins that Mermaid 12 knows, without what may follow such as `-beta`
 * (https://mermaid.js.org/intro/syntax-reference.html). A test holds the list to Mermaid's own.
 */
const BEGINNINGS = [
  ...['agentflow', 'architecture', 'block', 'c4', 'classdiagram', 'cynefin', 'erdiagram'],
  ...['eventmodeling', 'flowchart', 'gantt', 'gitgraph', 'graph', 'info', 'ishikawa', 'journey'],
  ...['kanban', 'mindmap', 'packet', 'pie', 'quadrantchart', 'radar', 'railroad', 'requirement'],
  ...['sankey', 'sequencediagram', 'statediagram', 'swimlane', 'timeline', 'treemap', 'treeview'],
  ...['usecase', 'venn', 'wardley', 'xychart'],
];

/** Its option `maxTextSize`, which no diagram can change. */
const MOST_CHARACTERS = 50_000;

/**
 * Why Mermaid cannot draw a source, where that is known without asking it: there is nothing in it, it is of no kind that
 * Mermaid knows, or it is too long. Any other source may still be faulty.
 */
export function mermaidRefusal(source: string): MermaidRefusal | undefined {
  if (source.length > MOST_CHARACTERS) {
    const expected = `at most ${MOST_CHARACTERS}`;
    return { line: 1, found: `${source.length} characters`, expected };
  }
  const expected = 'a kind of diagram that Mermaid draws';
  const first = beginningOf(source);
  if (first === undefined) return { line: 1, found: 'empty text', expected };
  // Mermaid takes these for a C4 diagram wherever they stand.
  if (/C4(?:Container|Component|Dynamic|Deployment)/.test(source) || first.text === '---')
    return undefined;
  const lower = first.text.toLowerCase();
  if (BEGINNINGS.some((beginning) => lower.startsWith(beginning))) return undefined;
  const [word = ''] = first.text.split(/\s/);
  return {
    line: first.line,
    found: `\`${word.length > 40 ? `${word.slice(0, 39)}…` : word}\``,
    expected,
  };
}

/** The line that says of which kind a source is, behind its frontmatter, directives and comments; `undefined` without one. */
export function beginningOf(source: string): Statement | undefined {
  const lines = withoutPreface(source).split('\n');
  const at = lines.findIndex((line) => line.trim() !== '' && !/^\s*%%/.test(line));
  return at < 0 ? undefined : { line: at + 1, text: lines[at]?.trim() ?? '' };
}

/** A source with nothing in the lines of its frontmatter and its directives. */
function withoutPreface(source: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, '');
  return source
    .replace(/\r\n?/g, '\n')
    .replace(/^\s*---[^\S\n]*\n(?:[^\n]*\n)*?[^\S\n]*---[^\S\n]*(?:\n|$)/, blank)
    .replace(/%%\{[\s\S]*?\}%%/g, blank);
}
