import type { RootContent, Table, TableCell, TableRow } from 'mdast';
import { endOf, type SourceLine, stretchesOf } from './source-lines.ts';
import type { TreeMaker } from './tree-maker.ts';

/** What stands before the sign of a cell: how often it stands there or how far it reaches, how it is set, its style. */
const CELL =
  /(?:^|(?<=[ \t]))(?:(\d{1,3})?(?:\.\d{1,3})?([*+]))?(?:[<^>](?:\.[<^>])?|\.[<^>])?[adehlmsv]?$/;

/** No table that people read has more columns. */
const MOST_COLUMNS = 100;

/** Nor a cell that stands for more. */
const MOST_TIMES = 12;

interface Cell {
  readonly start: number;
  readonly end: number;
}

/** Reads the cells of a table; what a table of comma-separated values holds is not read. */
export function readTable(
  maker: TreeMaker,
  lines: readonly SourceLine[],
  { written, sign }: { readonly written: string; readonly sign: string },
): RootContent[] {
  const shown = lines.filter(({ text }) => !/^\/\/(?!\/)/.test(text));
  const [first] = shown;
  if (!first) return [];
  if (sign !== '|' || /\b(?:format|separator)\s*=/.test(written))
    return [maker.code(shown, null, first.start)];
  const cells: Cell[] = [];
  for (const { start, end } of stretchesOf(maker.places.text, shown))
    cells.push(...cellsIn(maker.places.text, start, end));
  const opening = shown.find(({ text }) => text.includes('|'));
  const lineEnd = opening ? endOf(opening) : 0;
  const ofFirstLine = cells.filter(({ start }) => start <= lineEnd).length;
  const columns = Math.min(columnsIn(written) ?? ofFirstLine, MOST_COLUMNS);
  if (columns === 0 || cells.length === 0) return [];
  const rows: TableRow[] = [];
  for (let at = 0; at < cells.length; at += columns) {
    const own = cells.slice(at, at + columns);
    const children = own.map(({ start, end }) =>
      maker.node<TableCell>({ type: 'tableCell', children: maker.inline(start, end) }, start, end),
    );
    rows.push(
      maker.node<TableRow>(
        { type: 'tableRow', children },
        own[0]?.start ?? 0,
        own.at(-1)?.end ?? 0,
      ),
    );
  }
  return [
    maker.node<Table>(
      { type: 'table', align: [], children: rows },
      cells[0]?.start ?? 0,
      cells.at(-1)?.end ?? 0,
    ),
  ];
}

/** The cells between two offsets of a text. */
function cellsIn(text: string, start: number, end: number): Cell[] {
  const source = text.slice(start, end);
  const cells: Cell[] = [];
  let open: { readonly at: number; readonly copies: number; readonly reach: number } | undefined;
  const close = (to: number): void => {
    if (!open) return;
    const part = source.slice(open.at, to);
    const from = start + open.at + (part.length - part.trimStart().length);
    const until = Math.max(from, start + open.at + part.trimEnd().length);
    for (let copy = 0; copy < open.copies; copy += 1) cells.push({ start: from, end: until });
    for (let more = 1; more < open.reach; more += 1) cells.push({ start: until, end: until });
  };
  let lineStart = 0;
  for (const { index } of source.matchAll(/(?<!\\)\|/g)) {
    lineStart = Math.max(lineStart, source.lastIndexOf('\n', index) + 1);
    const from = Math.max(lineStart, index - 20, open?.at ?? 0);
    const [before = '', count, mark] = CELL.exec(source.slice(from, index)) ?? [];
    close(index - before.length);
    const times = Math.min(Number(count ?? 1), MOST_TIMES);
    open = {
      at: index + 1,
      copies: mark === '*' ? times : 1,
      reach: mark === '+' ? times : 1,
    };
  }
  close(source.length);
  return cells;
}

/** The number of columns that the attributes of a table give. */
function columnsIn(written: string): number | undefined {
  const cols = /\bcols\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s,]+))/.exec(written);
  const value = (cols?.[1] ?? cols?.[2] ?? cols?.[3])?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  return value
    .split(/[,;]/)
    .reduce((sum, one) => sum + Number(/^\s*(\d{1,3})\*/.exec(one)?.[1] ?? 1), 0);
}
