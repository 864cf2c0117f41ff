import type { PhrasingContent, Root, RootContent, Yaml } from 'mdast';
import { location } from 'vfile-location';
import { dateOf } from '../dialects/dates.ts';
import { excessOf } from '../limits.ts';
import { limited, type MarkdownDocument, type StatedAttribute } from '../markdown.ts';
import { readBlocks } from './asciidoc-blocks.ts';
import { asciidocRules } from './asciidoc-inline.ts';
import { AsciidocLines } from './asciidoc-lines.ts';
import { type AsciidocReading, isComment, isCommentBlock, titleOf } from './asciidoc-reading.ts';
import { asciidocAddresses } from './asciidoc-targets.ts';
import { endOf, type SourceLine, without } from './source-lines.ts';
import { TreeMaker } from './tree-maker.ts';

const FRONTMATTER = /^---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?=\r?\n|$)/;
const TITLE = /^[=#][ \t]+(?=\S)/;
const ATTRIBUTE = /^:(!?[\p{L}\p{N}_][\p{L}\p{N}_-]*!?):(?:[ \t]+(\S.*))?$/u;
const REVISION = /^(?:v?[\d.]+[^\s,]*,\s*)?([^,:]{6,40}?)(?::\s.*)?$/;

/**
 * Reads the parts of an AsciiDoc text that say what a record is: attributes, headings, paragraphs, lists, tables and
 * links, as a Markdown tree. Nothing is included, and what only a converter can tell, such as the outcome of a
 * comparison, is left out. Never throws. The language: https://docs.asciidoctor.org/asciidoc/latest/
 * @param path of the file, by which the targets of Antora are found
 */
export function parseAsciidoc(text: string, path: string): MarkdownDocument {
  const lines = location(text);
  const places = { text, lines };
  const excess = excessOf(text);
  const children: RootContent[] = [];
  const attributes: StatedAttribute[] = [];
  if (!excess) {
    const values = new Map<string, readonly PhrasingContent[]>();
    const addresses = asciidocAddresses(path, () => values.get('imagesdir'));
    const maker = new TreeMaker(places, asciidocRules(values, addresses));
    const block = FRONTMATTER.exec(text)?.[0] ?? '';
    if (block !== '') children.push(maker.node<Yaml>({ type: 'yaml', value: '' }, 0, block.length));
    const cursor = new AsciidocLines(text, values, block.length);
    const takeAttribute = (): boolean => {
      const entry = attributeAt(cursor);
      if (!entry) return false;
      const nodes = maker.running(entry.value, ' ');
      if (entry.isSet) values.set(entry.name, nodes);
      else values.delete(entry.name);
      const known = attributes.findIndex(({ name }) => name === entry.name);
      if (known >= 0) attributes.splice(known, 1);
      if (entry.isSet && entry.value.length > 0)
        attributes.push({ name: entry.name, children: nodes });
      return true;
    };
    const reading: AsciidocReading = {
      lines: cursor,
      maker,
      takeAttribute,
      blocks: (place) => readBlocks(reading, place),
    };
    children.push(...readHeader(reading, attributes), ...reading.blocks({ isTop: true }));
  }
  const tree: Root = { type: 'root', children };
  return { ...limited(tree), format: 'asciidoc', attributes, text, lines, excess };
}

/** The title, the lines of author and revision, and the attributes above the first blank line after it. */
function readHeader(
  { lines, maker, takeAttribute }: AsciidocReading,
  attributes: StatedAttribute[],
): RootContent[] {
  for (let line = lines.peek(); line; line = lines.peek()) {
    if (takeAttribute()) continue;
    if (isCommentBlock(line)) lines.takeBlock();
    else if (line.text === '' || isComment(line) || /^\[.*\]$/.test(line.text)) lines.take();
    else break;
  }
  const line = lines.peek();
  const mark = line && TITLE.exec(line.text)?.[0];
  if (!line || mark === undefined) return [];
  lines.take();
  const found: RootContent[] = [
    maker.heading(1, titleOf(line, mark), { start: line.start, end: endOf(line) }),
  ];
  const people: SourceLine[] = [];
  for (let next = lines.peek(); next && next.text !== ''; next = lines.peek()) {
    if (takeAttribute()) continue;
    if (isCommentBlock(next)) lines.takeBlock();
    else if (/^include::/.test(next.text)) break;
    else {
      lines.take();
      if (!isComment(next)) people.push(next);
    }
  }
  const [, revision] = people;
  const date = revision && REVISION.exec(revision.text)?.[1];
  if (revision && date !== undefined && dateOf(date) !== undefined) {
    const start = revision.start + revision.text.indexOf(date);
    attributes.push({
      name: 'revdate',
      children: [maker.text(date, start, start + date.length)],
    });
  }
  // A paragraph right below the title says who wrote the document; some teams write `Status: …` there.
  if (people.length > 0) found.push(maker.paragraph(people));
  return found;
}

interface Entry {
  readonly name: string;
  readonly isSet: boolean;
  readonly value: readonly SourceLine[];
}

/** Takes the entry of an attribute, with the lines that a backslash continues it on. */
function attributeAt(lines: AsciidocLines): Entry | undefined {
  const first = lines.peek();
  const [whole, written = '', value] = (first && ATTRIBUTE.exec(first.text)) ?? [];
  if (!first || whole === undefined) return undefined;
  const values: SourceLine[] = [];
  let line: SourceLine | undefined =
    value === undefined ? undefined : without(first, first.text.length - value.length);
  lines.take();
  while (line) {
    const isContinued = /(?:^|[ \t])\\$/.test(line.text);
    line = without(line, line.text.length - line.text.trimStart().length);
    values.push({ ...line, text: line.text.replace(/(?:[ \t]+\+)?[ \t]*\\$/, '') });
    line = isContinued ? lines.take() : undefined;
  }
  return {
    name: written.replaceAll('!', '').toLowerCase(),
    isSet: !written.includes('!'),
    value: values.filter(({ text }) => text.trim() !== ''),
  };
}
