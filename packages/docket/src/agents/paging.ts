import { HelpfulError } from '../records/helpful-error.ts';
import { type Asking, lengthFor } from './tool.ts';

/** A cursor that was not given out for this question. */
export class CursorError extends HelpfulError {
  override readonly name = 'CursorError';
}

/** A part of a list or of a text. */
export interface Page<T> {
  readonly items: T;
  readonly nextCursor: string | null;
}

/** What else decides how much is on a page. */
interface PageOptions {
  /** How many items at most. */
  readonly most?: number;
  /** The rest of the answer, which counts, too. */
  readonly beside?: object;
}

/**
 * As many items as a budget holds, at least one, from where the cursor of the question points to.
 * @throws {CursorError} where the cursor belongs to another question
 */
export function pageOf<T>(
  all: readonly T[],
  asking: Asking & Record<string, unknown>,
  options: PageOptions = {},
): Page<readonly T[]> {
  return pageMade(all, (item) => item, asking, options);
}

/** The same of what is dear to make: no more is made than is told. @throws {CursorError} as `pageOf` */
export function pageMade<S, T>(
  all: readonly S[],
  make: (source: S) => T,
  asking: Asking & Record<string, unknown>,
  { most = Number.POSITIVE_INFINITY, beside = {} }: PageOptions = {},
): Page<readonly T[]> {
  const start = startOf(asking, all.length);
  let left = lengthFor(asking) - JSON.stringify(beside).length;
  const items: T[] = [];
  for (const source of all.slice(start)) {
    if (items.length >= most) break;
    const item = make(source);
    left -= JSON.stringify(item)?.length ?? 0;
    if (left < 0 && items.length > 0) break;
    items.push(item);
  }
  return { items, nextCursor: cursorAt(asking, start + items.length, all.length) };
}

/** Lists of an answer, by the names they have in it. */
type Lists = Readonly<Record<string, readonly unknown[]>>;

/** Of several lists, one after the other, as many items as a budget holds; each list with its part of the page. @throws {CursorError} as `pageOf` */
export function pageOfLists<L extends Lists>(
  lists: L,
  asking: Asking & Record<string, unknown>,
  options: Pick<PageOptions, 'beside'> = {},
): Page<{ readonly [K in keyof L]: L[K][number][] }> {
  const all = Object.entries(lists).flatMap(([name, list]) => list.map((item) => ({ name, item })));
  const { items, nextCursor } = pageOf(all, asking, options);
  const parts = Object.keys(lists).map((name) => [
    name,
    items.filter((one) => one.name === name).map(({ item }) => item),
  ]);
  return { items: Object.fromEntries(parts), nextCursor };
}

/** UTF-16 units of a text that are told at least, however small the budget. */
const LEAST = 400;

/** As much of a text as a budget holds, cut at the end of a line where there is one. @throws {CursorError} as `pageOf` */
export function pieceOf(
  text: string,
  asking: Asking & Record<string, unknown>,
  { beside = {} }: Pick<PageOptions, 'beside'> = {},
): Page<{ readonly start: number; readonly end: number }> {
  const start = startOf(asking, text.length);
  const left = Math.max(LEAST, lengthFor(asking) - JSON.stringify(beside).length);
  let end = Math.min(text.length, start + left);
  // What is escaped in the answer is longer there.
  const size = JSON.stringify(text.slice(start, end)).length;
  if (size > left) end = start + Math.floor(((end - start) * left) / size);
  if (end < text.length) {
    const line = text.lastIndexOf('\n', end) + 1;
    if (line > start) end = line;
    // Not between the halves of one character.
    else if (/[\uD800-\uDBFF]/.test(text[end - 1] ?? '')) end -= 1;
  }
  return { items: { start, end }, nextCursor: cursorAt(asking, end, text.length) };
}

function startOf({ cursor, ...asking }: Asking, length: number): number {
  if (cursor === undefined) return 0;
  const [at = '', mark] = cursor.split('.');
  const start = /^\d{1,9}$/.test(at) ? Number(at) : Number.NaN;
  if (mark === markOf(asking) && start <= length) return start;
  throw new CursorError(
    'The cursor does not belong to this question',
    'give `nextCursor` of the answer before, with the same arguments, or leave `cursor` out',
  );
}

function cursorAt(asking: Asking, end: number, length: number): string | null {
  const { cursor: _, ...question } = asking;
  return end >= length ? null : `${end}.${markOf(question)}`;
}

/** A short mark of a question, so that a cursor of another one is noticed; how long an answer may be is no part of it. */
function markOf({ maxTokens: _, ...question }: Omit<Asking, 'cursor'>): string {
  const entries = Object.entries(question).sort(([a], [b]) => (a < b ? -1 : 1));
  let mark = 0x811c9dc5;
  for (const character of JSON.stringify(entries)) {
    mark = Math.imul(mark ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return mark.toString(36);
}
