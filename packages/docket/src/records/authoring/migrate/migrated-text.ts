import { comparableLabel, fieldOfLabel } from '../../dialects/field-names.ts';
import { readHeading } from '../../dialects/heading.ts';
import { linesOf } from '../../dialects/line.ts';
import { isPlaceholder } from '../../dialects/placeholder.ts';
import { relationOfLabel } from '../../dialects/relation-words.ts';
import { topSections } from '../../dialects/sections.ts';
import { type AdrRecord, shortTitle } from '../../record.ts';
import {
  aboveComments,
  editable,
  nextLine,
  rangeOf,
  readBlock,
  startOfLine,
} from '../frontmatter-block.ts';
import { quoted, setKey } from '../frontmatter-edit.ts';
import { lineEndOf, type Place } from '../place.ts';
import { AuthoringError, refusalAt } from '../problem.ts';
import { padded } from '../reference-form.ts';
import { applyEdits } from '../text-edit.ts';
import { type Carried, type CarryInput, carriedOf, sourceOf } from './carried.ts';
import { assertAllSaid, cutsOf, withoutPlaces } from './cuts.ts';
import { KEYS, type Target } from './target.ts';

/**
 * The text of a record with its metadata in the frontmatter of a target, and not in the body any more.
 * @throws {AuthoringError} where something would be lost, with its place
 */
export function migratedText(input: CarryInput): string {
  const { adr, target } = input;
  const carried = carriedOf(input);
  const keys = new Map(carried.keys);
  const cuts = cutsOf(adr, carried.statements);
  if (target === 'docket') {
    keys.set('title', titleOf(adr));
    cuts.push(...titleCut(adr));
  }
  const { frontmatter, document } = adr;
  const start = frontmatter.present ? frontmatter.span.end.offset : 0;
  const head = document.text.slice(0, start);
  const body = withoutPlaces(
    document.text.slice(start),
    cuts.map((cut) => ({ start: cut.start - start, end: cut.end - start })),
  );
  const moved = withMoved(adr, apart(adr, body, start), carried);
  return withKeys(adr, head, moved, keys, target);
}

/** The body with an empty line between it and the frontmatter, where what stood there first was taken out. */
function apart(
  { document: { text }, frontmatter }: AdrRecord,
  body: string,
  start: number,
): string {
  const first = (part: string) => /\S[^\n]*/.exec(part)?.[0];
  if (!frontmatter.present || first(body) === first(text.slice(start))) return body;
  const eol = lineEndOf(text);
  return `${eol}${eol}${body.replace(/^(?:[ \t]*\r?\n)+/, '')}`;
}

/** The title with the id of the record, as its heading or frontmatter says it. */
function titleOf(adr: AdrRecord): string {
  const { number } = adr;
  const short = shortTitle(adr);
  return quoted(
    number === undefined || /\D/.test(number)
      ? short
      : `ADR-${padded(number, Math.max(3, number.length))}: ${short}`,
  );
}

/** The heading that says no more than the title. */
function titleCut(adr: AdrRecord): Place[] {
  const [heading] = adr.outline.sections;
  if (heading?.depth !== 1) return [];
  const [line] = linesOf(adr.document, heading.heading.children);
  const isTitle = readHeading(heading.title, adr.number).title === shortTitle(adr);
  if (!isTitle) return [];
  if (line?.pieces.some(({ url }) => url !== undefined)) {
    throw refusalAt(adr, line, 'has a link, which a title cannot hold');
  }
  const others = adr.outline.sections.filter(({ depth }) => depth === 1);
  if (others.length > 1) return [];
  const place = { start: heading.span.start.offset, end: heading.span.end.offset };
  assertAllSaid(adr, place);
  return [place];
}

/** The body with the lines that stood beside the status, among the links. */
function withMoved(adr: AdrRecord, body: string, { moved }: Carried): string {
  if (moved.length === 0) return body;
  const eol = lineEndOf(adr.document.text);
  const lines = moved.map((line) => sourceOf(adr, line));
  const section = topSections(adr.outline).find(
    ({ title, depth }) => depth > 1 && LINKS.test(comparableLabel(title)),
  );
  const last = section?.blocks.at(-1);
  const end = last?.position?.end.offset;
  if (section && end !== undefined) {
    const source = adr.document.text.slice(section.span.start.offset, end);
    const at = body.lastIndexOf(source);
    const bullet = last?.type === 'list' ? '- ' : '';
    const gap = bullet === '' ? eol + eol : eol;
    if (at >= 0) {
      const after = at + source.length;
      return (
        body.slice(0, after) +
        lines.map((line) => `${gap}${bullet}${line}`).join('') +
        body.slice(after)
      );
    }
  }
  const gap = /\n\r?\n$/.test(body) ? '' : /\n$/.test(body) ? eol : eol + eol;
  return `${body}${gap}## More Information${eol}${eol}${lines.join(eol + eol)}${eol}`;
}

const LINKS = /^(?:links|references|more information|relations|relationships|related work)$/;

/** The whole text: the frontmatter with the keys, and without those that they take the place of. */
function withKeys(
  adr: AdrRecord,
  head: string,
  body: string,
  keys: ReadonlyMap<string, string>,
  target: Target,
): string {
  const order = KEYS[target];
  const eol = lineEndOf(adr.document.text);
  const sorted = order.flatMap((key) =>
    keys.has(key) ? [[key, keys.get(key) ?? ''] as const] : [],
  );
  if (sorted.length === 0) return head + body;
  if (!adr.frontmatter.present) {
    const lines = sorted.map(([key, value]) => `${key}: ${value}${eol}`).join('');
    return `---${eol}${lines}---${eol}${eol}${body.replace(/^(?:[ \t]*\r?\n)+/, '')}`;
  }
  let text = head + body;
  for (const { name } of adr.frontmatter.keys) {
    if (!isReplaced(adr, name, keys, target)) continue;
    const key = successorOf(name);
    const isFree = !Object.hasOwn(editable(adr.path, text).frontmatter.data, key) || key === name;
    const value = isFree ? keys.get(key) : undefined;
    text = withoutKey(adr.path, text, name, value === undefined ? '' : `${key}: ${value}${eol}`);
  }
  for (const [key, yaml] of sorted) {
    const now = editable(adr.path, text);
    const isSame = sameValue(now.frontmatter.data[key], yaml);
    if (!isSame) text = applyEdits(text, [setKey(now, key, yaml, order)]);
  }
  return text;
}

/** Whether a key that is there goes, because another one says the same. */
function isReplaced(
  adr: AdrRecord,
  name: string,
  keys: ReadonlyMap<string, string>,
  target: Target,
): boolean {
  if (KEYS[target].includes(name)) {
    // A list on several lines is written on one.
    return (
      keys.has(name) &&
      typeof adr.frontmatter.data[name] === 'object' &&
      !sameValue(adr.frontmatter.data[name], keys.get(name) ?? '')
    );
  }
  const label = comparableLabel(name);
  const meaning = fieldOfLabel(label);
  if (meaning && meaning.rank === 0 && keys.has(meaning.name)) return true;
  const relation = relationOfLabel(label);
  if (target !== 'docket' || !relation) return false;
  if (relation.isInverse || relation.isPartly) return false;
  const value = adr.frontmatter.data[name];
  return keys.has(relation.type) || value === null || isPlaceholder(String(value));
}

/** The key that takes the place of another. */
function successorOf(name: string): string {
  const label = comparableLabel(name);
  return fieldOfLabel(label)?.name ?? relationOfLabel(label)?.type ?? name;
}

function sameValue(value: unknown, yaml: string): boolean {
  const plain = yaml.replace(/^"|"$/g, '');
  return Array.isArray(value) ? `[${value.map(String).join(', ')}]` === yaml : value === plain;
}

/**
 * A text with other lines in the place of a key.
 * @throws {AuthoringError} where the key does not stand on lines of its own
 */
function withoutKey(path: string, text: string, key: string, instead: string): string {
  const record = editable(path, text);
  const block = readBlock(record);
  const pair = block.pair(key);
  const index = pair ? block.root.items.indexOf(pair) : -1;
  const [item, next] = [block.root.items[index], block.root.items[index + 1]];
  const start = rangeOf(item?.key)?.[0];
  if (block.root.flow || start === undefined || index < 0) {
    throw new AuthoringError(
      `${path}:1:1: \`${key}\` cannot be taken out of the frontmatter`,
      'write it by hand',
    );
  }
  const from = startOfLine(block.text, start);
  const following = rangeOf(next?.key)?.[0];
  const to =
    following === undefined
      ? nextLine(block.text, rangeOf(item?.value)?.[1] ?? start)
      : aboveComments(block, startOfLine(block.text, following));
  const { start: base } = record.frontmatter.body;
  return applyEdits(text, [
    {
      start: base + from,
      end: base + Math.max(to, nextLine(block.text, start + 1)),
      text: instead,
    },
  ]);
}
