import { buildCorpus, type Relation } from '../corpus.ts';
import { partWords, sectionsNamed } from '../dialects/part-words.ts';
import { statusWordIn } from '../dialects/status-words.ts';
import type { AdrRecord } from '../record.ts';
import type { Status } from '../status.ts';
import type { TextChange } from './change.ts';
import { newStatus, withStatus } from './dialect-status.ts';
import { type Records, siblingsOf } from './log.ts';
import { AuthoringError } from './problem.ts';
import { type Example, examplesIn, referenceForm } from './reference-form.ts';
import {
  type NewRelation,
  type Supersession,
  usualWays,
  type Way,
  waysToState,
} from './relation-edit.ts';
import { assertReads, factsOf, readAgain } from './same-facts.ts';
import { statusEdits } from './status-edit.ts';
import { inCaseOf } from './status-word.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

/**
 * Writes both sides of a supersession as the other records of the log write theirs; where none does, as its tools do.
 * @param successor the new record as it was drafted
 * @param day the day it is, as YYYY-MM-DD
 * @throws {AuthoringError} where one of the two is written in a form that does not allow it
 */
export function supersedeInDialect(
  old: AdrRecord,
  successor: AdrRecord,
  day: string,
  records: Records,
): TextChange[] {
  const relationOf = relationsLike(old, records, []);
  const own = withStatus(old, newStatus(old, 'Superseded', day, records), records);
  const replaced = stated(own, successor, records, {
    ways: waysOfOld(own, relationOf('superseded-by', own, successor), day, records),
    type: 'superseded-by',
    added: `from superseded-by ${successor.path} false `,
    status: 'Superseded',
  });
  const replacing = stated(successor, old, records, {
    ways: waysOfNew(successor, relationOf('supersedes', successor, old)),
    type: 'supersedes',
    added: `from supersedes ${old.path} false `,
  });
  return bothSides(old, replaced, successor, replacing);
}

/**
 * Writes both sides of a supersession of some sections: the old record keeps its status and names them, with the record
 * that replaces them, and so does the new one.
 * @param sections by their headings, as in `Decision/Retention`
 * @throws {AuthoringError} where one of the two has no place in which that could be read again
 */
export function supersedeSectionsInDialect(
  old: AdrRecord,
  successor: AdrRecord,
  sections: readonly string[],
  records: Records,
): TextChange[] {
  assertNameable(old, sections);
  const relationOf = relationsLike(old, records, sections);
  const named = `true ${sections.join('\n')}`;
  const replaced = stated(old, successor, records, {
    ways: waysOfNew(old, relationOf('superseded-by', old, successor)),
    type: 'superseded-by',
    added: `to amends ${successor.path} ${named}`,
  });
  const replacing = stated(successor, old, records, {
    ways: waysOfNew(successor, relationOf('supersedes', successor, old)),
    type: 'supersedes',
    added: `from amends ${old.path} ${named}`,
  });
  return bothSides(old, replaced, successor, replacing);
}

/** @throws {AuthoringError} where the words that name a section beside a record would be read as something else */
function assertNameable({ path }: AdrRecord, sections: readonly string[]): void {
  const isKept = (names: readonly string[]): boolean =>
    sectionsNamed('', partWords(names)).join('\n') === names.join('\n');
  if (isKept(sections)) return;
  const lost = sections.filter((name) => !isKept([name]));
  const named = (lost.length > 0 ? lost : sections).map((name) => `\`${name}\``).join(', ');
  throw new AuthoringError(
    `\`${path}\`: ${named} cannot be named beside a record in words that would be read again`,
    lost.length > 0
      ? 'give the section a title without brackets and quotation marks, of at most 200 characters, or name the section it stands in'
      : 'name fewer sections, or the one they stand in',
  );
}

function bothSides(
  old: AdrRecord,
  replaced: string,
  successor: AdrRecord,
  replacing: string,
): TextChange[] {
  return [
    { kind: 'edit', path: old.path, before: old.document.text, after: replaced },
    { kind: 'create', path: successor.path, after: replacing },
  ];
}

/** Makes relations that refer to records as the log does. */
function relationsLike(
  old: AdrRecord,
  records: Records,
  sections: readonly string[],
): (type: Supersession, from: AdrRecord, to: AdrRecord) => NewRelation {
  const siblings = siblingsOf(old.path, records);
  const examples = examplesIn(siblings, records.adrs);
  const part = partWords(sections);
  return (type, from, to) => {
    const own = examples.filter(
      ({ relation }) =>
        relation.type === type &&
        !relation.isInverse &&
        (sections.length > 0 || !relation.isPartly),
    );
    const form = referenceForm([...own, ...examples], siblings[0]);
    return {
      type,
      to,
      reference: (form(to, from) ?? to.id) + part,
      id: to.id + part,
      examples: own.slice(0, MOST_EXAMPLES),
    };
  };
}

const MOST_EXAMPLES = 5;

type Edits = () => readonly TextEdit[] | undefined;

function waysOfOld(old: AdrRecord, relation: NewRelation, day: string, records: Records): Edits[] {
  const wanted = newStatus(old, 'Superseded', day, records);
  const inOwnPlace =
    (way: Way): Edits =>
    () => {
      const edit = way();
      return edit && [...statusEdits(old, wanted), edit];
    };
  const inStatus: Edits = () =>
    statusEdits(old, {
      ...wanted,
      words: `${leadOf(relation.examples) ?? inCaseOf(wanted.words, 'superseded by')} ${relation.reference}`,
    });
  const isInStatus = relation.examples[0] && isSaidByStatus(relation.examples[0]);
  const [open, empty, ...like] = waysToState(old, relation).map(inOwnPlace);
  const opened = [open, empty].filter((way) => way !== undefined);
  return isInStatus || relation.examples.length === 0
    ? [...opened, inStatus, ...like]
    : [...opened, ...like, inStatus];
}

function waysOfNew(successor: AdrRecord, relation: NewRelation): Edits[] {
  return [...waysToState(successor, relation), ...usualWays(successor, relation)].map(
    (way) => () => {
      const edit = way();
      return edit && [edit];
    },
  );
}

/** Whether the words that say the status name the record, too. */
function isSaidByStatus({ by, relation }: Example): boolean {
  const { start, end } = by.fields.status.span;
  return start.offset <= relation.start && relation.start <= end.offset;
}

/** What stands between the status and the record it names: `Superseded by`. */
function leadOf(examples: readonly Example[]): string | undefined {
  for (const { by, relation } of examples.filter(isSaidByStatus)) {
    const { written } = by.fields.status;
    const word = statusWordIn(written);
    const at = written.indexOf(relation.reference.text);
    const lead = word && at > word.start ? written.slice(word.start, at).trimEnd() : '';
    if (/^[a-z]+(?: [a-z]+)? by:?$/i.test(lead)) return lead;
  }
  return undefined;
}

interface Wanted {
  readonly ways: readonly Edits[];
  readonly type: Supersession;
  /** The one relation that is to come, as `relationsWith` tells it. */
  readonly added: string;
  /** The status that is to come; that of before where there is none. */
  readonly status?: Status;
}

function partOf({ isPartly, sections }: Relation): string {
  return `${isPartly} ${sections.join('\n')}`;
}

/** The first text that states the relation, and nothing else that was not stated before. */
function stated(
  adr: AdrRecord,
  other: AdrRecord,
  records: Records,
  { ways, type, added, status }: Wanted,
): string {
  let problem: AuthoringError | undefined;
  const others = records.adrs.filter(({ path }) => path !== adr.path && path !== other.path);
  const relationsWith = (one: AdrRecord): string[] => {
    const corpus = buildCorpus({
      ...records,
      records: [...others, other, one],
      surroundings: NOTHING,
    });
    const self = corpus.byPath(adr.path) as AdrRecord;
    return [
      ...corpus
        .relationsFrom(self)
        .map((it) => `from ${it.type} ${it.to?.path ?? it.toId} ${partOf(it)}`),
      ...corpus.relationsTo(self).map((it) => `to ${it.type} ${it.from.path} ${partOf(it)}`),
    ];
  };
  const before = relationsWith(adr);
  const wanted = new Set([...before, added]);
  for (const way of ways) {
    try {
      const edits = way();
      if (!edits || edits.length === 0) continue;
      const text = applyEdits(adr.document.text, edits);
      const after = readAgain(adr, text, records);
      const found = new Set(relationsWith(after));

      if (found.size !== wanted.size || [...wanted].some((one) => !found.has(one))) continue;
      assertReads(adr, text, records, {
        relations: [factsOf(after).relations],
        ...(status && { status: [status] }),
      });
      return text;
    } catch (error) {
      if (!(error instanceof AuthoringError)) throw error;
      problem ??= error;
    }
  }
  throw (
    problem ??
    new AuthoringError(
      `\`${adr.path}\` has no place where it could say which record ${type === 'supersedes' ? 'it replaces' : 'replaces it'}`,
      'write it by hand, in both records',
    )
  );
}

const NOTHING = { existing: new Set<string>(), fragments: new Map<string, ReadonlySet<string>>() };
