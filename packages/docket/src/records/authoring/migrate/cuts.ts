import type { Nodes, Table } from 'mdast';
import { comparableLabel, fieldOfLabel } from '../../dialects/field-names.ts';
import { trimmed } from '../../dialects/line.ts';
import { statementsOfRecord } from '../../dialects/read-fields.ts';
import { relationOfLabel } from '../../dialects/relation-words.ts';
import { headBlocks, topSections } from '../../dialects/sections.ts';
import type { Statement } from '../../dialects/statement.ts';
import { statementsOfTable } from '../../dialects/table.ts';
import { walk } from '../../markdown.ts';
import { nodesOf } from '../../nodes.ts';
import type { AdrRecord } from '../../record.ts';
import type { Section } from '../../sections.ts';
import { extentOf, linesAround, type Place } from '../place.ts';
import { refusalAt } from '../problem.ts';
import { isNamedLike } from './carried.ts';

/**
 * Whole lines of a body that say nothing but what is carried.
 * @throws {AuthoringError} where something else stands with it
 */
export function cutsOf(adr: AdrRecord, carried: ReadonlySet<Statement>): Place[] {
  const all = statementsOfRecord(adr).filter(({ source }) => source !== 'yaml');
  // Statements are made anew with each reading; they are the same where they begin at one place.
  const starts = new Set([...carried].filter(({ source }) => source !== 'yaml').map(startOf));
  const own = all.filter((one) => one.lines.length > 0 && starts.has(startOf(one)));
  const sections = topSections(adr.outline).filter(({ depth }) => depth > 1);
  const cuts: Place[] = [];
  const inSections = new Set<Section>();
  const tables = new Set<Table>();
  for (const statement of own) {
    const at = startOf(statement);
    const section = sections.find(
      ({ extent }) => extent.start.offset <= at && at <= extent.end.offset,
    );
    if (section && (isNamedLike(section.title, statement.label) || isField(section.title)))
      inSections.add(section);
    else if (statement.source === 'heading' && section)
      cuts.push(cutHeading(adr, section, statement));
    else if (statement.source === 'table') {
      const table = tableAt(adr, at);
      if (table) tables.add(table);
    } else if (statement.source === 'section') continue;
    else cuts.push(cutLines(adr, statement, all, starts));
  }
  for (const section of inSections) cuts.push(cutSection(adr, section, all, starts));
  for (const table of tables) cuts.push(...cutTable(adr, table, starts));
  return cuts;
}

function isField(title: string): boolean {
  const label = comparableLabel(title);
  return fieldOfLabel(label) !== undefined || relationOfLabel(label) !== undefined;
}

function startOf({ lines }: Statement): number {
  return lines[0] ? (trimmed(lines[0].line).pieces[0]?.start ?? -1) : -1;
}

/**
 * Holds that nothing goes with a place that its statements do not say: words that are struck out, or a comment.
 * @throws {AuthoringError} with the line
 */
export function assertAllSaid(adr: AdrRecord, { start, end }: Place): void {
  const { document } = adr;
  const isInside = ({ position }: Nodes) => {
    const at = position?.start.offset;
    return at !== undefined && start <= at && at < end;
  };
  const struck: Nodes[] = [];
  walk(document.tree, (node) => {
    if (node.type === 'delete' && isInside(node)) struck.push(node);
  });
  const [hidden, what] = struck[0]
    ? [struck[0], 'words that are struck out']
    : [
        nodesOf(document).html.find(({ node }) => isInside(node) && isRemark(node.value))?.node,
        'a comment',
      ];
  const at = hidden?.position?.start.offset;
  if (at === undefined) return;
  throw refusalAt(
    adr,
    placeLine(adr, at),
    `has ${what}, which no key can hold`,
    'move that below the first section or delete it, then run the command again',
  );
}

function isRemark(html: string): boolean {
  return html.startsWith('<!--') && !OPTIONAL.test(html);
}

/** What templates write beside fields that may be left out. */
const OPTIONAL = /<!--\s*optional\.?\s*-->/i;

/** The section with its heading, up to the next one. */
function cutSection(
  adr: AdrRecord,
  section: Section,
  all: readonly Statement[],
  starts: ReadonlySet<number>,
): Place {
  const { start, end } = section.extent;
  assertAllSaid(adr, { start: start.offset, end: end.offset });
  const [other] = section.blocks.filter(({ type }) => type !== 'paragraph' && type !== 'list');
  const [child] = section.children;
  const at = child?.span.start.offset ?? other?.position?.start.offset;
  if (at !== undefined) throw refusalAt(adr, placeLine(adr, at), 'stands in a section that goes');
  const inside = all.filter((one) => start.offset <= startOf(one) && startOf(one) <= end.offset);
  const left = inside.find((one) => one.lines.length > 0 && !starts.has(startOf(one)));
  if (left?.lines[0]) throw refusalAt(adr, left.lines[0].line, 'stands in a section that goes');
  return { start: start.offset, end: end.offset };
}

function cutHeading(adr: AdrRecord, section: Section, statement: Statement): Place {
  const [block] = section.blocks;
  const at = block?.position?.start.offset ?? section.children[0]?.span.start.offset;
  if (at !== undefined || !statement.lines[0]) {
    throw refusalAt(adr, placeLine(adr, at ?? 0), 'stands below a heading that goes');
  }
  return { start: section.span.start.offset, end: section.span.end.offset };
}

/** The lines that a statement stands on, where nothing else does. */
function cutLines(
  adr: AdrRecord,
  statement: Statement,
  all: readonly Statement[],
  starts: ReadonlySet<number>,
): Place {
  const { text } = adr.document;
  const first = startOf(statement);
  const last = statement.lines.at(-1)?.line.pieces.at(-1)?.end ?? first;
  const place = linesAround(text, { start: first, end: last });
  assertAllSaid(adr, place);
  const beside = all.filter((one) => place.start <= startOf(one) && startOf(one) <= place.end);
  const left = beside.find((one) => !starts.has(startOf(one)));
  if (left?.lines[0]) throw refusalAt(adr, left.lines[0].line, 'stands on a line that goes');
  let rest = text.slice(place.start, place.end);
  for (const { line } of beside.flatMap(({ lines }) => lines)) {
    const extent = extentOf(text, line);
    if (extent) rest = blanked(rest, extent.start - place.start, extent.end - place.start);
  }
  const labels = rest
    .replaceAll(new RegExp(OPTIONAL, 'gi'), '')
    .split(/[|\n]/)
    .map((part) => comparableLabel(part.replace(/^[\s>*+-]+|[\s*_]+$/g, '')))
    .filter((label) => label !== '');
  const other = labels.find((label) => !beside.some((one) => one.label === label));
  if (other !== undefined) {
    throw refusalAt(adr, placeLine(adr, place.start), `says \`${other}\`, too`);
  }
  return place;
}

function blanked(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);
}

function tableAt({ outline }: AdrRecord, at: number): Table | undefined {
  return headBlocks(outline).find(
    (block): block is Table =>
      block.type === 'table' &&
      (block.position?.start.offset ?? 0) <= at &&
      at <= (block.position?.end.offset ?? 0),
  );
}

/** The table, where all of it is carried; else its rows that are. */
function cutTable(adr: AdrRecord, table: Table, starts: ReadonlySet<number>): Place[] {
  const statements = statementsOfTable(adr.document, table).filter(({ lines }) => lines.length > 0);
  const isHeader = ({ label, lines }: Statement) =>
    !fieldOfLabel(label) &&
    !relationOfLabel(label) &&
    isWordOfHeader(label, lines[0]?.line.text ?? '');
  const left = statements.filter((one) => !starts.has(startOf(one)) && !isHeader(one));
  const whole = { start: table.position?.start.offset ?? 0, end: table.position?.end.offset ?? 0 };
  if (left.length === 0) {
    assertAllSaid(adr, whole);
    return [whole];
  }
  const own = statements.filter((one) => starts.has(startOf(one)));
  const rows = own.map((one) =>
    linesAround(adr.document.text, { start: startOf(one), end: startOf(one) }),
  );
  for (const row of rows) assertAllSaid(adr, row);
  const header = linesAround(adr.document.text, { start: whole.start, end: whole.start });
  const isShared = rows.some(
    (row) =>
      row.start === header.start ||
      left.some((one) => row.start <= startOf(one) && startOf(one) <= row.end),
  );
  const [first] = left;
  if (isShared && first?.lines[0])
    throw refusalAt(adr, first.lines[0].line, 'stands in a table that goes');
  return rows;
}

function isWordOfHeader(label: string, value: string): boolean {
  return (
    /^(?:|field|key|name|item|property|attribute|metadata)$/.test(label) &&
    /^(?:|value|details?|description|content)$/i.test(value)
  );
}

function placeLine({ document: { text } }: AdrRecord, at: number) {
  const place = linesAround(text, { start: at, end: at });
  const words = text.slice(place.start, place.end);
  return {
    text: words,
    pieces: [
      {
        at: 0,
        length: words.length,
        start: place.start,
        end: place.end,
        url: undefined,
        isStrong: false,
      },
    ],
  };
}

/** A text without some of its lines, and without the empty lines that would stand twice. */
export function withoutPlaces(text: string, cuts: readonly Place[]): string {
  let out = text;
  for (const { start, end } of wholeLines(text, cuts).reverse()) {
    const rest = out.slice(end).replace(/^\r?\n/, '');
    const before = out.slice(0, start);
    const isApart = before === '' || /(?:^|\n)[ \t]*\r?\n$/.test(before);
    out = before + (isApart ? rest.replace(/^(?:[ \t]*\r?\n)+/, '') : rest);
  }
  return out;
}

/** The lines that some places stand on, in order, each once. */
function wholeLines(text: string, places: readonly Place[]): Place[] {
  const lines = places.map((place) => linesAround(text, place)).sort((a, b) => a.start - b.start);
  const apart: Place[] = [];
  for (const line of lines) {
    const last = apart.at(-1);
    if (last && line.start <= last.end) {
      apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, line.end) };
    } else apart.push(line);
  }
  return apart;
}
