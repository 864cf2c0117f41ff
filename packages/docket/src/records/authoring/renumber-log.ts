import { buildCorpus, type Corpus } from '../corpus.ts';
import { fieldOfLabel } from '../dialects/field-names.ts';
import { comparableNumber, isWholeOfFolder, readName } from '../dialects/file-name.ts';
import { readHeading } from '../dialects/heading.ts';
import { statementsOfRecord } from '../dialects/read-fields.ts';
import { makeResolver } from '../dialects/resolve.ts';
import { RECORD_ENDING } from '../formats/format.ts';
import { nameInLog } from '../key.ts';
import { folderPrefix } from '../layout.ts';
import { type Link, readLinks } from '../links.ts';
import { parseMarkdown } from '../markdown.ts';
import { folderOf } from '../paths.ts';
import { type AdrRecord, readRecord } from '../record.ts';
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
import { AuthoringError } from './problem.ts';
import { homeOf } from './record-name.ts';
import { padded } from './reference-form.ts';
import type { LeftPlace, RenumberInput, Renumbering } from './renumbering.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

/**
 * Gives a record of a log in any form another number: its name, its title, links to it with their words, relations to
 * it, and mentions by name. Only the digits change. Where the name or the number is that of a second record, too, what
 * could mean either is listed and stays.
 * @throws {AuthoringError} where the name has no number, the new one is taken, or a relation would be lost
 */
export function renumberInLog(input: RenumberInput): Renumbering {
  const { corpus, adr, texts } = input;
  const move = moveOf(input);
  const own = new Map(corpus.records.map(({ path, document }) => [path, document.text]));
  for (const { path, text } of texts) if (!own.has(path)) own.set(path, text);

  const changes: FileChange[] = [];
  const left: LeftPlace[] = [];
  for (const [path, before] of own) {
    const found = placesIn(path, before, input, move);
    left.push(...found.left);
    const edited = applyEdits(before, found.edits);
    const after = path === adr.path ? withFullRules(path, edited) : edited;
    if (path === adr.path)
      changes.push({ kind: 'move', from: path, path: move.path, before, after });
    else if (after !== before) changes.push({ kind: 'edit', path, before, after });
  }
  assertSameRelations(corpus, adr, move.path, changes);
  return { changes, left };
}

interface Move {
  readonly old: string;
  readonly number: string;
  readonly oldName: string;
  readonly name: string;
  readonly path: string;
  /** Whether another record has the same name, or the same number. */
  readonly isNameShared: boolean;
  readonly isNumberShared: boolean;
  /** Whether one beside it has the number. */
  readonly isSharedInLog: boolean;
}

function moveOf({ corpus, adr, number }: RenumberInput): Move {
  const { name, slug, number: old } = readName(adr.path);
  const file = adr.path.slice(adr.path.lastIndexOf('/') + 1);
  if (old === undefined) {
    throw new AuthoringError(
      `The name of \`${adr.path}\` has no number to change`,
      'rename the file by hand',
    );
  }
  if (isWholeOfFolder(adr.path)) {
    throw new AuthoringError(
      `\`${adr.path}\` has a folder of its own, which may hold other files`,
      'rename the folder with `git mv`, and correct the links to it',
    );
  }
  const isSame = (other: AdrRecord, wanted: string) =>
    other.number !== undefined &&
    comparableNumber(other.number) === comparableNumber(wanted) &&
    homeOf(other.path) === homeOf(adr.path);
  if (comparableNumber(old) === comparableNumber(number)) {
    throw new AuthoringError(
      `The record already has the number \`${old}\``,
      'leave the number out to take the next free one',
    );
  }
  const holder = corpus.adrs.find((other) => isSame(other, number));
  if (holder) {
    throw new AuthoringError(
      `The number \`${number}\` is taken: \`${holder.path}\` has it`,
      'leave the number out to take the next free one',
    );
  }
  const lead = name.slice(0, name.length - slug.length);
  const at = lead.lastIndexOf(old);
  const moved = lead.slice(0, at) + padded(number, widthOf(old)) + name.slice(at + old.length);
  const others = corpus.adrs.filter((other) => other.path !== adr.path);
  return {
    old,
    number,
    oldName: name,
    name: moved,
    path: `${folderPrefix(folderOf(adr.path) || '.')}${moved}${file.slice(name.length)}`,
    isNameShared: others.some((other) => other.name.toLowerCase() === name.toLowerCase()),
    isSharedInLog: others.some((other) => isSame(other, old)),
    isNumberShared: others.some(
      (other) =>
        other.number !== undefined && comparableNumber(other.number) === comparableNumber(old),
    ),
  };
}

function widthOf(number: string): number {
  return /^0|^\d{3}/.test(number) ? number.replace(/[a-z]$/i, '').length : 1;
}

function placesIn(
  path: string,
  text: string,
  { corpus, adr, repository }: RenumberInput,
  move: Move,
): { edits: TextEdit[]; left: LeftPlace[] } {
  const record = corpus.byPath(path);
  const links = record?.links ?? (isMarkdown(path) ? readLinks(parseMarkdown(text), path) : []);
  const isOurs = ({ target }: Link) => target.kind === 'file' && target.path === adr.path;
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

  const isBare = /^\d+[a-z]?$/i.test(move.oldName);
  const ending = adr.path.slice(adr.path.lastIndexOf('.'));
  for (const spelt of new Set([move.oldName, encodeURI(move.oldName)])) {
    const name = isBare ? `${spelt}${ending}` : spelt;
    const to = spelt === move.oldName ? move.name : encodeURI(move.name);
    for (const start of placesOf(text, name)) {
      const place = { start, end: start + spelt.length };
      const link = links.find((one) => holds(stretch(one.span), place.start, place.end));
      const isNamed = text.slice(0, start).endsWith(`${homeOf(adr.path)}/`);
      const fixed = elsewhere.find((one) => holds(one, place.start, place.end));
      if (fixed) leave(fixed, 'elsewhere');
      else if (link && !isOurs(link) && move.isNameShared) continue;
      else if (!link && move.isNameShared && !isNamed) leave(place, 'ambiguous');
      else add({ ...place, text: to });
    }
  }
  for (const link of links.filter(isOurs)) {
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
  for (const mention of mentionsIn(path, text)) {
    const place = { start: mention.index, end: mention.index + mention.text.length };
    const isMeant =
      comparableNumber(mention.id.replace(/^ADR-/, '')) === comparableNumber(move.old);
    if (!isMeant || !mention.id.startsWith('ADR-')) continue;
    const isNamed = mention.log !== undefined;
    if (isNamed ? !corpus.cited(mention.id, mention.log).includes(adr) : isOther) continue;
    if (edits.some(({ start, end }) => place.start < end && start < place.end)) continue;
    if (elsewhere.some((one) => holds(one, place.start, place.end))) leave(place, 'elsewhere');
    else if (isNamed ? move.isSharedInLog : move.isNumberShared) leave(place, 'ambiguous');
    else add(digitsIn(text, place, move));
  }
  return { edits, left };
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

/** @throws {AuthoringError} where a relation leads elsewhere, or is stated no more, afterwards */
function assertSameRelations(
  corpus: Corpus,
  adr: AdrRecord,
  path: string,
  changes: readonly FileChange[],
): void {
  const texts = new Map(
    changes.map((change) => [change.kind === 'move' ? change.from : change.path, change.after]),
  );
  const records = corpus.adrs.map((record) => {
    const text = texts.get(record.path);
    if (text === undefined) return record;
    const to = record.path === adr.path ? path : record.path;
    return readRecord('adr', { path: to, text }, corpus);
  });
  const after = buildCorpus({ ...corpus, records });
  const told = (of: Corpus, rename: (path: string) => string) =>
    new Set(
      of.adrs.flatMap((one) =>
        of
          .relationsFrom(one)
          .filter(({ to }) => to !== undefined)
          .map(
            ({ type, to, isPartly }) =>
              `${rename(one.path)} ${type} ${isPartly} ${rename(to?.path ?? '')}`,
          ),
      ),
    );
  const was = told(corpus, (one) => (one === adr.path ? path : one));
  const is = told(after, (one) => one);
  const lost = [...was].find((one) => !is.has(one));
  if (lost === undefined) return;
  throw new AuthoringError(
    `\`${lost.split(' ')[0]}\` names the record in a form that cannot be renumbered`,
    'write the relation as a link, and renumber then',
  );
}
