import { buildCorpus, type Corpus, type Relation } from '../../corpus.ts';
import type { StatedRelation } from '../../dialects/relations.ts';
import { makeResolver } from '../../dialects/resolve.ts';
import { spanAt } from '../../markdown.ts';
import { type AdrRecord, shortTitle } from '../../record.ts';
import { RELATION_TYPES } from '../../relation.ts';
import { shellWord } from '../../shell-word.ts';
import { shownName } from '../../shown-name.ts';
import type { TextChange } from '../change.ts';
import { AuthoringError, assertMarkdown } from '../problem.ts';
import { padded } from '../reference-form.ts';
import { factsOf, readAgain } from '../same-facts.ts';
import type { RelationKeys } from './carried.ts';
import { migratedText } from './migrated-text.ts';
import type { Target } from './target.ts';

/** A record that cannot be migrated without loss. */
export interface Refusal {
  readonly path: string;
  readonly error: AuthoringError;
}

/** What a migration writes, and what it leaves. */
export interface Migration {
  readonly changes: readonly TextChange[];
  readonly refused: readonly Refusal[];
}

/**
 * Rewrites the metadata of records to the frontmatter of a target. Each record says the same afterwards as before;
 * where it would not, it is left, with the reason.
 * @param records those to migrate, among those of the corpus
 */
export function migrate(corpus: Corpus, records: readonly AdrRecord[], target: Target): Migration {
  const refused: Refusal[] = [];
  const made = new Map<string, AdrRecord>();
  const resolve = makeResolver(corpus.adrs);
  for (const adr of records) {
    try {
      assertMarkdown(adr.path);
      const relations = relationKeys(adr, (one) =>
        corpus.byPath(resolve(one.reference, adr.path) ?? ''),
      );
      const text = migratedText({ adr, target, relations, dateOrder: corpus.layout.adr.dateOrder });
      const after = readAgain(adr, text, corpus);
      assertSame(adr, after, target);
      if (text !== adr.document.text) made.set(adr.path, after);
    } catch (error) {
      if (!(error instanceof AuthoringError)) throw error;
      refused.push({ path: adr.path, error });
    }
  }
  for (let lost = lostRelations(corpus, made); lost.size > 0; lost = lostRelations(corpus, made)) {
    for (const [path, relation] of lost) {
      made.delete(path);
      refused.push({ path, error: lostIn(path, relation, corpus) });
    }
  }
  const changes = [...made].map(
    ([path, { document }]): TextChange => ({
      kind: 'edit',
      path,
      before: corpus.byPath(path)?.document.text ?? '',
      after: document.text,
    }),
  );
  return { changes, refused };
}

/** The relations of a record as keys, where a key can hold them: its own, whole ones, to records with a number. */
function relationKeys(
  adr: AdrRecord,
  targetOf: (relation: StatedRelation) => { readonly number: string | undefined } | undefined,
): RelationKeys {
  const idOf = (relation: StatedRelation): string | undefined => {
    const number = targetOf(relation)?.number ?? relation.reference.number;
    if (relation.isInverse || relation.isPartly || number === undefined || /\D/.test(number))
      return undefined;
    return `ADR-${padded(number, Math.max(3, number.length))}`;
  };
  const ids = new Map<string, readonly string[]>();
  for (const type of RELATION_TYPES) {
    const own = adr.relations.filter((one) => one.type === type).flatMap((one) => idOf(one) ?? []);
    if (own.length > 0) ids.set(type, [...new Set(own)]);
  }
  return { ids, isCarried: (relation) => idOf(relation) !== undefined };
}

/** @throws {AuthoringError} where a record says something else than before */
function assertSame(before: AdrRecord, after: AdrRecord, target: Target): void {
  const facts = (adr: AdrRecord) => {
    const { status, date, number, decisionMakers, tags, plans } = factsOf(adr);
    return {
      title: shortTitle(adr),
      status,
      date,
      number,
      'decision-makers': decisionMakers,
      tags,
      'review-by': plans,
    };
  };
  const [was, is] = [facts(before), facts(after)];
  const other = (Object.keys(was) as (keyof typeof was)[]).find((name) => was[name] !== is[name]);
  const isTwofold = after.restated.length > before.restated.length;
  if (other === undefined && !isTwofold) return;
  throw new AuthoringError(
    `${before.path}:1:1: \`${other ?? 'status'}\` would read otherwise in the frontmatter of ${target === 'madr' ? 'MADR' : 'Docket'}`,
    'write this record by hand',
  );
}

/** Records whose change takes a relation from the log, each with the relation. */
function lostRelations(
  corpus: Corpus,
  made: ReadonlyMap<string, AdrRecord>,
): Map<string, Relation> {
  const records = corpus.records.map((record) => made.get(record.path) ?? record);
  const after = buildCorpus({ ...corpus, records });
  const told = (of: Corpus) =>
    new Map(
      of.adrs.flatMap((one) =>
        of
          .relationsFrom(one)
          .map(
            (it) =>
              [
                `${one.path} ${it.type} ${it.to?.path ?? comparableId(it.toId)} ${it.isPartly}`,
                it,
              ] as const,
          ),
      ),
    );
  const [was, is] = [told(corpus), told(after)];
  const lost = new Map<string, Relation>();
  for (const [key, relation] of [...was, ...is]) {
    const { from, to } = relation;
    if (was.has(key) && is.has(key)) continue;
    const path = [from.path, to?.path ?? ''].find((one) => made.has(one));
    if (path !== undefined && !lost.has(path)) lost.set(path, relation);
  }
  return lost;
}

/** What is told of a relation that keys cannot hold, with the line that states it. */
function lostIn(path: string, { from, to, type, toId }: Relation, corpus: Corpus): AuthoringError {
  const number = to?.number;
  const namesake = corpus.adrs.find(
    (one) => one !== to && number !== undefined && one.number === number,
  );
  const own = from.path === path ? from : undefined;
  const stated = own?.kind === 'adr' ? own.relations.find((one) => one.type === type) : undefined;
  const at = stated && own ? spanAt(own.document, stated.start, stated.start).start : undefined;
  return new AuthoringError(
    `${path}:${at?.line ?? 1}:${at?.column ?? 1}: \`${shownName(from)} ${type} ${to ? shownName(to) : toId}\` would be lost${namesake ? `, as ${namesake.path} has the number ${number}, too` : ''}`,
    namesake
      ? `give one of the two another number first: \`docket renumber ${shellWord(namesake.path)}\``
      : 'write this relation as a link in a line of its own, such as `Supersedes [1. Title](0001-title.md)`',
  );
}

function comparableId(id: string): string {
  return id.replace(/\d+/, (digits) => String(Number(digits)));
}
