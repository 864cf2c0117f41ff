import type { Root, RootContent } from 'mdast';
import { location } from 'vfile-location';
import { excessOf } from '../limits.ts';
import { limited, type MarkdownDocument, type StatedAttribute } from '../markdown.ts';
import { readBody } from './rst-body.ts';
import { targetsOf } from './rst-explicit.ts';
import { rstRules } from './rst-inline.ts';
import { readTitle } from './rst-titles.ts';
import { endOf, type SourceLine, sourceLines, without } from './source-lines.ts';
import { TreeMaker } from './tree-maker.ts';

const FIELD = /^:((?:[^:\\\s]|\\.)(?:[^:\\]|\\.|:(?!\s|$)){0,60}):(?:[ \t]+|$)/;

/**
 * Reads the parts of a reStructuredText that say what a record is: the field list at its head, its titles, and the
 * paragraphs, lists and links below them, as a Markdown tree. Directives are not carried out. Never throws. The
 * language: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html
 */
export function parseRestructuredText(text: string): MarkdownDocument {
  const places = { text, lines: location(text) };
  const excess = excessOf(text);
  const children: RootContent[] = [];
  const attributes: StatedAttribute[] = [];
  if (!excess) {
    const lines = sourceLines(text);
    const maker = new TreeMaker(places, rstRules(targetsOf(lines)));
    /** Signs of the titles, in the order in which they are first used. */
    const levels: string[] = [];
    let body: SourceLine[] = [];
    const flush = (): void => {
      children.push(...readBody(maker, body));
      body = [];
    };
    for (let at = 0; at < lines.length; ) {
      const title = readTitle(lines, at);
      if (title) {
        flush();
        if (!levels.includes(title.style)) levels.push(title.style);
        children.push(maker.heading(levels.indexOf(title.style) + 1, title.line, title));
        at += title.count;
        continue;
      }
      const line = lines[at];
      const isHead = body.every(({ text: before }) => !/^[^\s.]/.test(before));
      const field = line && isHead && children.length < 2 ? fieldAt(lines, at) : undefined;
      if (field) {
        const known = attributes.findIndex(({ name }) => name === field.name);
        const nodes = { name: field.name, children: maker.running(field.value) };
        if (known < 0 && field.value.length > 0) attributes.push(nodes);
      } else if (line) body.push(line);
      at += field?.count ?? 1;
    }
    flush();
  }
  const tree: Root = { type: 'root', children };
  const { lines } = places;
  return { ...limited(tree), format: 'restructured-text', attributes, text, lines, excess };
}

/** A field with the indented lines below it. */
function fieldAt(
  lines: readonly SourceLine[],
  at: number,
): { readonly name: string; readonly value: SourceLine[]; readonly count: number } | undefined {
  const first = lines[at];
  const [mark, name] = (first && FIELD.exec(first.text)) ?? [];
  if (!first || mark === undefined || name === undefined) return undefined;
  const value = [without(first, mark.length)];
  let count = 1;
  for (
    let line = lines[at + count];
    line && /^[ \t]+\S/.test(line.text);
    line = lines[at + count]
  ) {
    const indent = line.text.length - line.text.trimStart().length;
    value.push(without(line, indent));
    count += 1;
  }
  return { name, value: value.filter((line) => endOf(line) > line.start), count };
}
