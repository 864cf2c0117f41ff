import { adoptionIn } from '../../dialects/adoption-words.ts';
import { readChangelog } from '../../dialects/changelog.ts';
import { type DateOrder, dateOf, dayInFormOf } from '../../dialects/dates.ts';
import { comparableLabel, fieldOfLabel } from '../../dialects/field-names.ts';
import { type Line, partOf, trimmed } from '../../dialects/line.ts';
import { isPlaceholder } from '../../dialects/placeholder.ts';
import { dateOfStatus, statementsOfRecord, statusIn } from '../../dialects/read-fields.ts';
import { relationOfLabel, relationVerbs } from '../../dialects/relation-words.ts';
import { relationsOf, type StatedRelation } from '../../dialects/relations.ts';
import type { Statement } from '../../dialects/statement.ts';
import { isOpening, statusWordIn } from '../../dialects/status-words.ts';
import type { FieldSource } from '../../field.ts';
import type { AdrRecord } from '../../record.ts';
import { PLAN_KEYS } from '../../schema.ts';
import { quoted } from '../frontmatter-edit.ts';
import { extentOf } from '../place.ts';
import { refusalAt } from '../problem.ts';
import { isPlainWord } from '../status-word.ts';
import { scalarOf } from '../yaml-value.ts';
import { KEYS, type Target } from './target.ts';

/** What of a record can be said in keys, and which of its statements are said then. */
export interface Carried {
  /** Each key with its value in YAML. */
  readonly keys: ReadonlyMap<string, string>;
  /** Statements that need not stand in the body any more. */
  readonly statements: ReadonlySet<Statement>;
  /** Lines of a section that is carried, which stay in the body at another place. */
  readonly moved: readonly Line[];
}

/** How the relations of a record are written as keys. */
export interface RelationKeys {
  /** Ids by key. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
  isCarried(relation: StatedRelation): boolean;
}

/** What is carried, and by what it is read. */
export interface CarryInput {
  readonly adr: AdrRecord;
  readonly target: Target;
  readonly relations: RelationKeys;
  readonly dateOrder: DateOrder | undefined;
}

/**
 * Reads what the keys of a target can hold of a record.
 * @throws {AuthoringError} where a statement says more than its key can hold
 */
export function carriedOf(input: CarryInput): Carried {
  const { adr, target, relations } = input;
  const keys = new Map<string, string>();
  const statements = new Set<Statement>();
  const moved: Line[] = [];
  for (const statement of statementsOfRecord(adr)) {
    const { label, lines, source } = statement;
    const name = fieldOfLabel(label)?.name;
    const isOpen = lines.length > 0 && lines.every(({ line }) => isPlaceholder(line.text));
    const relation = relationOfLabel(label);
    // What stands in a key of MADR already is as it should be.
    const isThere =
      target === 'madr' && source === 'yaml' && KEYS.madr.includes(label.replace(' ', '-'));
    if (isThere) continue;
    if (name === 'status' && lines.length > 0) {
      if (isOpen) continue;
      const found = statusFrom(statement, input);
      if (!keys.has('status')) keys.set('status', found.value);
      if (found.day !== undefined && !keys.has('date')) keys.set('date', found.day);
      moved.push(...found.moved);
      statements.add(statement);
    } else if (name === 'date' && fieldOfLabel(label)?.rank === 0 && lines.length > 0 && !isOpen) {
      keys.set('date', dayFrom(statement, input));
      statements.add(statement);
    } else if (name === 'decision-makers' && lines.length > 0 && !isOpen) {
      keys.set('decision-makers', namesFrom(statement, adr));
      statements.add(statement);
    } else if (name === 'tags' && target === 'docket' && lines.length > 0 && !isOpen) {
      keys.set('tags', tagsFrom(statement, adr));
      statements.add(statement);
    } else if (target === 'docket' && isPlan(name) && lines.length > 0 && !isOpen) {
      // A label of that kind may be about something else.
      if (adr.fields[name].value === undefined) continue;
      for (const [key, value] of planFrom(name, statement, input)) keys.set(key, value);
      statements.add(statement);
    } else if (
      target === 'madr' &&
      (label === 'consulted' || label === 'informed') &&
      lines.length > 0
    ) {
      if (isOpen) continue;
      keys.set(label, namesFrom(statement, adr));
      statements.add(statement);
    } else if (
      target === 'docket' &&
      relation &&
      (isOpen || isWhollyCarried(statement, relations))
    ) {
      statements.add(statement);
    } else if (
      target === 'docket' &&
      relation &&
      IN_LINES.includes(source) &&
      isStated(statement)
    ) {
      throw refusalAt(
        adr,
        lines[0]?.line ?? { text: '', pieces: [] },
        'says more than which record is meant, which a key cannot hold',
        'move the other words to a sentence of the body, then run the command again',
      );
    }
  }
  const { status, date } = adr.fields;
  const [newest] = readChangelog(adr.document, adr.outline).slice(-1);
  if (!keys.has('status') && newest && status.source === 'changelog' && status.value) {
    keys.set('status', statusKey(adr, trimmed(newest.status), target));
    if (date.source === 'changelog' && date.value) keys.set('date', date.value);
  }
  if (target === 'docket') {
    for (const [key, ids] of relations.ids) keys.set(key, `[${ids.join(', ')}]`);
  }
  return { keys, statements, moved };
}

/** Sources of which a statement has a line or a row to itself. */
const IN_LINES: readonly FieldSource[] = ['table', 'bullet', 'label'];

function isStated(statement: Statement): boolean {
  return relationsOf(statement).length > 0;
}

/** What a statement says of the status, as the target writes it, with the day that belongs to it. */
function statusFrom(
  statement: Statement,
  { adr, target, relations, dateOrder }: CarryInput,
): { value: string; day: string | undefined; moved: Line[] } {
  const said = statusIn(statement);
  const first = statement.lines[0]?.line ?? { text: '', pieces: [] };
  const isAmong = (line: Line) => statement.lines.some((one) => samePlace(one.line, line));
  if (!said || !isAmong(said.line) || statement.lines.some((one) => one.isChecked !== undefined)) {
    throw refusalAt(adr, first, 'is a list of statuses, which a key cannot hold');
  }
  const line = trimmed(said.line);
  const moved = statement.lines
    .filter((one) => !samePlace(one.line, line))
    .flatMap((one) => besideStatus(one.line, { adr, target, relations, label: statement.label }));
  const date = dateOfStatus(line);
  const day = date && dateOf(date.text, dateOrder);
  if (date && day !== adr.fields.date.value) {
    throw refusalAt(adr, date, 'is a second date, which a key cannot hold');
  }
  if (target === 'madr') return { value: scalarOf(sourceOf(adr, line)), day, moved };
  const rest = restOfStatus(line, date, statement, relations);
  if (/[\p{L}\p{N}]/u.test(rest)) {
    throw refusalAt(adr, line, `says \`${rest.trim()}\`, too, which \`status\` cannot hold`);
  }
  return { value: statusKey(adr, line, target), day, moved };
}

function statusKey(adr: AdrRecord, line: Line, target: Target): string {
  const said = statusWordIn(line.text);
  if (target === 'madr') return scalarOf(sourceOf(adr, line));
  if (!said) throw refusalAt(adr, line, 'is no status that the key can hold');
  const word = line.text.slice(said.start, said.end);
  const isEnd = said.status === 'Superseded' && relationVerbs(line.text).length > 0;
  if (!isPlainWord(word, said.status) && !isEnd) {
    throw refusalAt(
      adr,
      line,
      `says more than \`${said.status}\`, which is what the key can hold; \`--to madr\` keeps the word`,
    );
  }
  return said.status;
}

/** What a line says besides status, day and relations that are carried. */
function restOfStatus(
  line: Line,
  date: Line | undefined,
  statement: Statement,
  relations: RelationKeys,
): string {
  const word = statusWordIn(line.text);
  let rest = line.text;
  const blank = (start: number, end: number) => {
    rest = rest.slice(0, start) + ' '.repeat(Math.max(0, end - start)) + rest.slice(end);
  };
  const told = relationsOf({ ...statement, label: 'status', lines: [{ line, isItem: true }] });
  for (const verb of relationVerbs(line.text)) {
    if (told.some(({ reference }) => reference.at >= verb.end)) blank(verb.start, verb.end);
  }
  for (const relation of told) {
    if (relations.isCarried(relation)) blank(relation.reference.at, relation.reference.end);
  }
  if (word) {
    if (isOpening(line.text.slice(0, word.start))) blank(0, word.start);
    blank(word.start, word.end);
  }
  if (date) {
    const at = line.text.indexOf(date.text, word?.end ?? 0);
    if (at >= 0) blank(at, at + date.text.length);
  }
  return rest.replace(/\b(?:on|as of|since|by|and|the|adr)\b/gi, ' ');
}

/** Of a line beside the one that says the status: what of it must stay in the body. */
function besideStatus(
  line: Line,
  {
    adr,
    target,
    relations,
    label,
  }: Pick<CarryInput, 'adr' | 'target' | 'relations'> & { label: string },
): Line[] {
  const statement: Statement = { label, lines: [{ line, isItem: true }], source: 'section' };
  if (isPlaceholder(line.text)) return [];
  const word = statusWordIn(line.text);
  const isWord =
    word && !/[\p{L}\p{N}]/u.test(line.text.slice(0, word.start) + line.text.slice(word.end));
  if (isWord && adr.fields.status.value === 'Superseded' && word.status === 'Accepted') return [];
  const told = relationsOf({ ...statement, label: 'status' });
  if (told.length === 0)
    throw refusalAt(adr, line, 'stands beside the status, and no key can hold it');
  return target === 'docket' && isWhollyCarried({ ...statement, label: 'status' }, relations)
    ? []
    : [trimmed(line)];
}

/** Whether the relations that a statement tells of are all it says, and keys can hold them. */
function isWhollyCarried(statement: Statement, relations: RelationKeys): boolean {
  const told = relationsOf(statement);
  return (
    told.length > 0 &&
    told.every(relations.isCarried) &&
    statement.lines.every(({ line }) => {
      let rest = line.text;
      for (const { reference } of relationsOf({ ...statement, lines: [{ line, isItem: true }] })) {
        rest = rest.replace(reference.text, ' ');
      }
      for (const verb of relationVerbs(line.text)) {
        rest = rest.replace(line.text.slice(verb.start, verb.end), ' ');
      }
      return !/[\p{L}\p{N}]/u.test(rest.replace(/\band\b/gi, ' '));
    })
  );
}

function dayFrom({ lines }: Statement, { adr, dateOrder }: CarryInput): string {
  const line = trimmed(lines[0]?.line ?? { text: '', pieces: [] });
  const day = dateOf(line.text, dateOrder);
  const place = day && dayInFormOf(day, line.text, dateOrder);
  const rest = place ? line.text.slice(0, place.start) + line.text.slice(place.end) : line.text;
  if (!day || lines.length > 1 || /[\p{L}\p{N}]/u.test(rest)) {
    throw refusalAt(adr, line, 'is more than a day, or none that can be told');
  }
  return day;
}

/** Names as a list; each as it is written. */
function namesFrom({ lines, label }: Statement, adr: AdrRecord): string {
  for (const { line } of lines) {
    if (line.pieces.some(({ url }) => url !== undefined)) {
      throw refusalAt(adr, line, 'has a link, which a list of names cannot hold');
    }
  }
  const own = adr.fields['decision-makers'].value;
  const isMaker = fieldOfLabel(label)?.name === 'decision-makers';
  const names = (isMaker && own) || lines.flatMap(({ line }) => line.text.split(/\s*[,;]\s*/));
  const signs = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  const said = signs(lines.map(({ line }) => line.text).join(''));
  const [first] = lines;
  if (first && signs(names.join('')) !== said) {
    throw refusalAt(adr, first.line, 'is no list of names that a key can hold');
  }
  return listOf(names);
}

type PlanKey = (typeof PLAN_KEYS)[number];

function isPlan(name: string | undefined): name is PlanKey {
  return (PLAN_KEYS as readonly (string | undefined)[]).includes(name);
}

/** A day of a plan, a condition, or the state of the adoption with its day. */
function planFrom(
  name: PlanKey,
  statement: Statement,
  input: CarryInput,
): (readonly [PlanKey, string])[] {
  const { fields } = input.adr;
  const [first] = statement.lines;
  if (name === 'revisit-when') {
    const linked = statement.lines.find(({ line }) => line.pieces.some(({ url }) => url));
    if (linked) throw refusalAt(input.adr, linked.line, 'has a link, which a key cannot hold');
    return [[name, quoted(fields[name].value ?? '')]];
  }
  if (name !== 'adopted' || !first) return [[name, dayFrom(statement, input)]];
  const line = trimmed(first.line);
  const said = adoptionIn(line.text);
  const rest = said ? partOf(line, said.rest) : line;
  const isMore = /[\p{L}\p{N}]/u.test(rest.text);
  const state = [name, fields.adopted.value ?? ''] as const;
  if (!isMore && statement.lines.length === 1) return [state];
  const lines = [{ line: rest, isItem: true }, ...statement.lines.slice(1)];
  return [state, ['adopted-on', dayFrom({ ...statement, lines }, input)]];
}

function tagsFrom({ lines }: Statement, adr: AdrRecord): string {
  const tags = adr.fields.tags.value ?? [];
  const written = lines
    .flatMap(({ line }) => line.text.split(/\s*[,;]\s*/))
    .filter((tag) => tag !== '');
  const [first] = lines;
  if (first && written.length !== tags.length) {
    throw refusalAt(adr, first.line, 'has tags that cannot be written as words joined by hyphens');
  }
  return listOf(tags);
}

function listOf(items: readonly string[]): string {
  return `[${items.map((item) => (/[,[\]{}]/.test(item) ? JSON.stringify(item) : scalarOf(item))).join(', ')}]`;
}

/** The words of a line; with links as they are written. */
export function sourceOf({ document }: AdrRecord, line: Line): string {
  const place = extentOf(document.text, line);
  const hasLink = line.pieces.some(({ url }) => url !== undefined);
  return hasLink && place ? document.text.slice(place.start, place.end) : line.text;
}

function samePlace(one: Line, other: Line): boolean {
  return trimmed(one).pieces[0]?.start === trimmed(other).pieces[0]?.start;
}

/** Whether a heading names just what a statement is labelled with. */
export function isNamedLike(title: string, label: string): boolean {
  return comparableLabel(title) === label;
}
