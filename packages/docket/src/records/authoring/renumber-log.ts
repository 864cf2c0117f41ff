import { fieldOfLabel } from '../dialects/field-names.ts';
import { comparableNumber } from '../dialects/file-name.ts';
import { readHeading } from '../dialects/heading.ts';
import { statementsOfRecord } from '../dialects/read-fields.ts';
import { makeResolver } from '../dialects/resolve.ts';
import { RECORD_ENDING } from '../formats/format.ts';
import { nameInLog } from '../key.ts';
import { type Link, readLinks } from '../links.ts';
import { parseMarkdown } from '../markdown.ts';
import { folderOf, pathFrom } from '../paths.ts';
import type { AdrRecord } from '../record.ts';
import { ownId, ownWords } from '../shown-name.ts';
import type { FileChange } from './change.ts';
import {
  fixedPlaces,
  holds,
  isMarkdown,
  mentionsIn,
  placesOf,
  stretch,
} from './citation-places.ts';
import { withFullRules } from './format-text.ts';
import { logOf } from './log.ts';
import type { Place } from './place.ts';
import { homeOf } from './record-name.ts';
import { padded } from './reference-form.ts';
import { type Move, moveOf, widthOf } from './renumber-move.ts';
import type { LeftPlace, RenumberInput, Renumbering } from './renumbering.ts';
import { assertSameRelations } from './same-relations.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

/**
 * Gives a record of a log in any form another number: its name, its title, links to it with their words, relations to
 * it, and mentions by name. Only the digits change. Where the name or the number is that of a second record, too, what
 * could mean either is listed and stays.
 * @throws {AuthoringError} where the name has no number, the new one is taken, or a relation would be lost
 */
export function renumberInLog(input: RenumberInput): Renumbering {
  const { corpus, adr, texts, besides } = input;
  const move = moveOf(input);
  const moved = (path: string) =>
    path === adr.path
      ? move.path
      : `${folderOf(move.path)}${path.slice(folderOf(adr.path).length)}`;
  const going = new Set([adr.path, ...besides]);
  const own = new Map(corpus.records.map(({ path, document }) => [path, document.text]));
  for (const { path, text } of texts) if (!own.has(path)) own.set(path, text);

  const changes: FileChange[] = [];
  const left: LeftPlace[] = [];
  for (const [path, before] of own) {
    const found = placesIn(path, before, input, move);
    left.push(...found.left);
    const edited = applyEdits(before, found.edits);
    const after = path === adr.path ? withFullRules(path, edited) : edited;
    if (going.has(path) && (path === adr.path || after !== before)) {
      changes.push({ kind: 'move', from: path, path: moved(path), before, after });
      going.delete(path);
    } else if (after !== before) changes.push({ kind: 'edit', path, before, after });
  }
  for (const from of going) changes.push({ kind: 'carry', from, path: moved(from) });
  assertSameRelations(corpus, adr, move.path, changes);
  return { changes, left };
}

function placesIn(
  path: string,
  text: string,
  { corpus, adr, repository }: RenumberInput,
  move: Move,
): { edits: TextEdit[]; left: LeftPlace[] } {
  const record = corpus.byPath(path);
  const links = record?.links ?? (isMarkdown(path) ? readLinks(parseMarkdown(text), path) : []);
  const isOurs = ({ target }: Link) => target.kind === 'file' && move.isOwn(target.path);
  const elsewhere = fixedPlaces(text, links, repository);
  const edits: TextEdit[] = [];
  const left: LeftPlace[] = [];
  const add = (edit: TextEdit | undefined): void => {
    if (edit && !edits.some((other) => edit.start < other.end && other.start < edit.end))
      edits.push(edit);
  };
  const leave = ({ start, end }: Place, why: LeftPlace['why']) =>
    left.push({
      path,
      line: text.slice(0, start).split('\n').length,
      text: text.slice(start, end),
      why,
    });

  // A bare number is a name only with the ending of the file, or where the folder is surely meant.
  const isBare = /^\d+[a-z]?$/i.test(move.oldName);
  const { own } = move;
  const isBareFolder = isBare && own !== adr.path;
  const ending = isBareFolder ? '' : adr.path.slice(adr.path.lastIndexOf('.'));
  for (const spelt of new Set([move.oldName, encodeURI(move.oldName)])) {
    const name = isBare ? `${spelt}${ending}` : spelt;
    const to = spelt === move.oldName ? move.name : encodeURI(move.name);
    for (const start of placesOf(text, name)) {
      const place = { start, end: start + spelt.length };
      const link = links.find((one) => holds(stretch(one.span), place.start, place.end));
      const isNamed = text.slice(0, start).endsWith(`${homeOf(adr.path)}/`);
      const isFolder = link ? leadsTo(own, { text, path, link, end: place.end }) : isNamed;
      if (isBareFolder && !isFolder) continue;
      const fixed = elsewhere.find((one) => holds(one, place.start, place.end));
      if (fixed) leave(fixed, 'elsewhere');
      else if (link && !isOurs(link) && move.isNameShared) continue;
      else if (!link && move.isNameShared && !isNamed) leave(place, 'ambiguous');
      else add({ ...place, text: to });
    }
  }
  const isRecord = ({ target }: Link) =>
    target.kind === 'file' && (target.path === adr.path || target.path === own);
  for (const link of links.filter(isRecord)) {
    const whole = stretch(link.span);
    const end =
      link.urlSpan === link.span ? whole.end : Math.max(whole.start, link.urlSpan.start.offset);
    add(digitsIn(text, { start: whole.start, end }, move));
  }
  if (record?.kind === 'adr') {
    const resolve = makeResolver(corpus.adrs);
    for (const { reference, start, end } of record.relations) {
      if (resolve(reference, path) === adr.path) add(digitsIn(text, { start, end }, move));
    }
    if (record.path === adr.path)
      for (const place of ownPlaces(record)) add(digitsIn(text, place, move));
  }
  for (const place of namedPlaces(path, text, adr)) {
    if (elsewhere.some((one) => holds(one, place.start, place.end))) leave(place, 'elsewhere');
    else if (move.isSharedInLog) leave(place, 'ambiguous');
    else add(digitsIn(text, place, move));
  }
  const log = logOf(adr.path, corpus);
  const isOther = record !== undefined && logOf(path, corpus) !== log;
  const ownName = ownId(adr.path);
  const words = ownWords(corpus.layout.adr.logs ?? []);
  for (const mention of mentionsIn(path, text, words)) {
    const place = { start: mention.index, end: mention.index + mention.text.length };
    const isMeant =
      mention.id === ownName ||
      (mention.id.startsWith('ADR-') &&
        comparableNumber(mention.id.slice('ADR-'.length)) === comparableNumber(move.old));
    if (!isMeant) continue;
    const isNamed = mention.log !== undefined;
    if (isNamed ? !corpus.cited(mention.id, mention.log).includes(adr) : isOther) continue;
    if (edits.some(({ start, end }) => place.start < end && start < place.end)) continue;
    if (elsewhere.some((one) => holds(one, place.start, place.end))) leave(place, 'elsewhere');
    else if (isNamed ? move.isSharedInLog : move.isNumberShared) leave(place, 'ambiguous');
    else add(digitsIn(text, place, move));
  }
  return { edits, left };
}

/** Whether the address of a link leads to a folder as far as it is read. */
function leadsTo(
  folder: string,
  { text, path, link, end }: { text: string; path: string; link: Link; end: number },
): boolean {
  const start = link.urlSpan.start.offset;
  return start < end && pathFrom(folderOf(path), text.slice(start, end)) === folder;
}

/** Where a text names the record with its log, as `payments/ADR-012`, which means no other one. */
function namedPlaces(path: string, text: string, adr: AdrRecord): Place[] {
  const name = nameInLog(adr);
  const end = name.lastIndexOf('/ADR-');
  if (end < 0 || !RECORD_ENDING.test(path)) return [];
  const label = name.slice(0, end).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(?<![\\w./-])${label}/ADR[- ]?\\d{1,6}[a-z]?(?![\\w-])`, 'gi');
  return [...text.matchAll(pattern)].map(({ 0: whole, index }) => ({
    start: index + end + 1,
    end: index + whole.length,
  }));
}

/** The edit of the digits that give the old number in a place. */
function digitsIn(text: string, place: Place, { old, number }: Move): TextEdit | undefined {
  for (const match of text
    .slice(place.start, place.end)
    .matchAll(/(?<!\d)\d{1,6}[a-z]?(?![\p{L}\d])/giu)) {
    if (comparableNumber(match[0]) !== comparableNumber(old)) continue;
    const start = place.start + match.index;
    const isPadded = match[0].startsWith('0') || match[0] === old;
    const made = padded(number, isPadded ? widthOf(match[0]) : 1);
    return { start, end: start + match[0].length, text: made };
  }
  return undefined;
}

/** Where a record gives its own number besides its name: before its title, and in fields for it. */
function ownPlaces(adr: AdrRecord): Place[] {
  const { text } = adr.document;
  const heading = adr.outline.all[0];
  const fields = statementsOfRecord(adr).flatMap(({ label, lines }) => {
    const name = fieldOfLabel(label)?.name;
    const [start, end] = [lines[0]?.line.pieces[0]?.start, lines[0]?.line.pieces.at(-1)?.end];
    if (start === undefined || end === undefined) return [];
    if (name === 'number') return [{ start, end }];
    return name === 'title' ? beforeTitle(text, { start, end }, adr.number) : [];
  });
  const words = heading?.heading.children ?? [];
  const start = words[0]?.position?.start.offset ?? 0;
  const end = words.at(-1)?.position?.end.offset ?? 0;
  return [...fields, ...beforeTitle(text, { start, end }, adr.number)];
}

function beforeTitle(text: string, { start, end }: Place, number: string | undefined): Place[] {
  const written = text
    .slice(start, end)
    .replace(/^[|>][-+]?(?=\s)/, '')
    .replace(/^["'#\s]+|["'\s]+$/g, '');
  const { title } = readHeading(written, number);
  const at = title === '' ? end : text.lastIndexOf(title, end);
  return at > start ? [{ start, end: at }] : [];
}
