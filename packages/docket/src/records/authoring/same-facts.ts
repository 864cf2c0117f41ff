import type { StatedRelation } from '../dialects/relations.ts';
import { type AdrRecord, readRecord } from '../record.ts';
import { RELATION_TYPES } from '../relation.ts';
import { PLAN_KEYS } from '../schema.ts';
import type { Status } from '../status.ts';
import type { Records } from './log.ts';
import { AuthoringError } from './problem.ts';

/** What a record says of itself. */
export interface Facts {
  readonly title: string;
  readonly number: string | undefined;
  readonly status: Status | undefined;
  readonly date: string | undefined;
  readonly decisionMakers: string;
  readonly tags: string;
  /** When it is to be looked at again, and how far it is carried out. */
  readonly plans: string;
  /** Each as type, direction and what is named. */
  readonly relations: string;
  /** Fields that are written in two places and differ. */
  readonly restated: string;
}

/** What a record says of itself, in a form that can be compared. */
export function factsOf(adr: AdrRecord): Facts {
  const { fields } = adr;
  return {
    title: adr.title,
    number: adr.number,
    status: fields.status.value,
    date: fields.date.value,
    decisionMakers: (fields['decision-makers'].value ?? []).join('\n'),
    tags: (fields.tags.value ?? []).join('\n'),
    plans: PLAN_KEYS.map((key) => fields[key].value ?? '').join('\n'),
    relations: relationsOf(adr).sort().join('\n'),
    restated: adr.restated.map(({ name }) => name).join(),
  };
}

function relationsOf({ relations, fields }: AdrRecord): string[] {
  const told = ({ type, isInverse, isPartly, sections, reference }: StatedRelation) =>
    `${type} ${isInverse} ${isPartly} ${sections.join()} ${reference.url ?? reference.number ?? reference.text}`;
  const keys = RELATION_TYPES.map((type) => `${type}: ${JSON.stringify(fields[type].value ?? [])}`);
  return [...relations.map(told), ...keys];
}

/** A record as it would be read with another text. */
export function readAgain(
  { path }: Pick<AdrRecord, 'path'>,
  text: string,
  records: Records,
): AdrRecord {
  return readRecord('adr', { path, text }, records) as AdrRecord;
}

/**
 * Holds a new text of a record against what it is to say.
 * @param may what may be said in place of what the record says today, for each fact that changes
 * @throws {AuthoringError} where anything else would read otherwise
 */
export function assertReads(
  before: AdrRecord,
  text: string,
  records: Records,
  may: { readonly [K in keyof Facts]?: readonly Facts[K][] },
): AdrRecord {
  const after = readAgain(before, text, records);
  const [was, is] = [factsOf(before), factsOf(after)];
  const names = Object.keys(was) as (keyof Facts)[];
  const other = names.find((name) => {
    const allowed: readonly unknown[] = may[name] ?? [was[name]];
    return !allowed.includes(is[name]);
  });
  if (other === undefined) return after;
  throw new AuthoringError(
    `\`${before.path}\` is written in a form in which this would change its ${NOUNS[other]}, too`,
    'edit the record by hand',
  );
}

const NOUNS: Readonly<Record<keyof Facts, string>> = {
  title: 'title',
  number: 'number',
  status: 'status in another way',
  date: 'date',
  decisionMakers: 'decision-makers',
  tags: 'tags',
  plans: 'review dates or adoption',
  relations: 'relations',
  restated: 'fields in one of two places',
};
