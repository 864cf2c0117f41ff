import { buildCorpus } from '../corpus.ts';
import { statusWordIn } from '../dialects/status-words.ts';
import type { AdrRecord } from '../record.ts';
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
  const siblings = siblingsOf(old.path, records);
  const examples = examplesIn(siblings, records.adrs);
  const relationOf = (type: Supersession, from: AdrRecord, to: AdrRecord): NewRelation => {
    const own = examples.filter(
      ({ relation }) => relation.type === type && !relation.isInverse && !relation.isPartly,
    );
    const form = referenceForm([...own, ...examples], siblings[0]);
    return {
      type,
      to,
      reference: form(to, from) ?? to.id,
      id: to.id,
      examples: own.slice(0, MOST_EXAMPLES),
    };
  };
  const own = withStatus(old, newStatus(old, 'Superseded', day, records), records);
  const replaced = stated(own, successor, records, {
    ways: waysOfOld(own, relationOf('superseded-by', own, successor), day, records),
    type: 'superseded-by',
  });
  const replacing = stated(successor, old, records, {
    ways: waysOfNew(successor, relationOf('supersedes', successor, old)),
    type: 'supersedes',
  });
  return [
    { kind: 'edit', path: old.path, before: old.document.text, after: replaced },
    { kind: 'create', path: successor.path, after: replacing },
  ];
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

/** The first text that states the relation, and nothing else that was not stated before. */
function stated(
  adr: AdrRecord,
  other: AdrRecord,
  records: Records,
  { ways, type }: { readonly ways: readonly Edits[]; readonly type: Supersession },
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
        .map((it) => `from ${it.type} ${it.to?.path ?? it.toId} ${it.isPartly}`),
      ...corpus.relationsTo(self).map((it) => `to ${it.type} ${it.from.path} ${it.isPartly}`),
    ];
  };
  const before = relationsWith(adr);
  const wanted = new Set([...before, `from ${type} ${other.path} false`]);
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
        ...(type === 'superseded-by' ? { status: ['Superseded'] } : {}),
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
