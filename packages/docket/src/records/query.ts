import { type Corpus, compareNumbers, type Relation } from './corpus.ts';
import { nameInLog } from './key.ts';
import { perObject } from './memo.ts';
import type { AdrRecord } from './record.ts';
import { RELATION_TABLE, RELATION_TYPES } from './relation.ts';
import { isInForce, type Status } from './status.ts';

/** What decisions to select; every condition given must hold. */
export interface AdrFilter {
  /** `unknown` for those that say none that is known. */
  readonly status?: Status | 'unknown' | undefined;
  readonly tag?: string | undefined;
}

/** Decisions that match a filter, in the order of the corpus (by number). */
export function filterAdrs(adrs: readonly AdrRecord[], filter: AdrFilter): AdrRecord[] {
  return adrs.filter(
    (adr) =>
      (filter.status === undefined || (adr.fields.status.value ?? 'unknown') === filter.status) &&
      (filter.tag === undefined || (adr.fields.tags.value ?? []).includes(filter.tag)),
  );
}

/**
 * Decisions from the newest, those of one day from the highest number. One without a date takes the place of its number
 * between those of its log that have one; one without either comes last.
 */
export const newestFirst = perObject((adrs: readonly AdrRecord[]): readonly AdrRecord[] => {
  const days = placesInTime(adrs);
  return [...adrs].sort((a, b) => {
    const [dayA, dayB] = [days.get(a) ?? '', days.get(b) ?? ''];
    if (dayA !== dayB) return dayA < dayB ? 1 : -1;
    return -compareNumbers(a.number, b.number);
  });
});

/** The day of each decision; of one that does not say it, the earlier day of its neighbours by number. */
function placesInTime(adrs: readonly AdrRecord[]): ReadonlyMap<AdrRecord, string | undefined> {
  const days = new Map(adrs.map((adr) => [adr, adr.fields.date.value]));
  for (const log of Map.groupBy(adrs, ({ key }) => key.log).values()) {
    const numbered = log
      .filter(({ number }) => number !== undefined)
      .sort((a, b) => compareNumbers(a.number, b.number));
    const before = lastDays(numbered);
    const after = lastDays(numbered.toReversed()).reverse();
    for (const [index, adr] of numbered.entries()) {
      const [earlier] = [before[index], after[index]].filter((day) => day !== undefined).sort();
      if (days.get(adr) === undefined) days.set(adr, earlier);
    }
  }
  return days;
}

/** For each decision its day, else that of the last one before it that has one. */
function lastDays(adrs: readonly AdrRecord[]): (string | undefined)[] {
  let last: string | undefined;
  return adrs.map(({ fields }) => {
    last = fields.date.value ?? last;
    return last;
  });
}

/** Every tag in use with its decisions, by name. */
export const tagIndex = perObject((adrs: readonly AdrRecord[]): Tagged => {
  const index = new Map<string, AdrRecord[]>();
  for (const adr of adrs) {
    for (const tag of new Set(adr.fields.tags.value ?? [])) {
      const list = index.get(tag);
      if (list) list.push(adr);
      else index.set(tag, [adr]);
    }
  }
  return new Map([...index].sort(([a], [b]) => (a < b ? -1 : 1)));
});

type Tagged = ReadonlyMap<string, readonly AdrRecord[]>;

/** How a supersession of a part reads, which counts as an amendment. */
const IN_PART = { forward: 'Supersedes in part', backward: 'Superseded in part by' } as const;

/** One labelled group of relations as a reader of one decision sees it. */
export interface RelationGroup {
  /** Such as `Depends on` or `Required by`. */
  readonly label: string;
  readonly entries: readonly { readonly id: string; readonly record: AdrRecord | undefined }[];
}

/**
 * The relations of a decision in both directions, each related record once a label, in the order of the relation
 * table (supersession first).
 */
export function relationGroups(corpus: Corpus, adr: AdrRecord): RelationGroup[] {
  const groups = new Map<string, Map<string, AdrRecord | undefined>>();
  const add = (label: string, id: string, record: AdrRecord | undefined): void => {
    const group = groups.get(label) ?? new Map<string, AdrRecord | undefined>();
    groups.set(label, group.set(id, record ?? group.get(id)));
  };
  const from = corpus.relationsFrom(adr);
  const to = corpus.relationsTo(adr);
  for (const type of RELATION_TYPES) {
    const { forward, backward } = RELATION_TABLE[type];
    for (const { toId, to: other, isPartly } of of(from, type)) {
      add(isPartly ? IN_PART.forward : forward, other ? nameInLog(other) : toId, other);
    }
    for (const { from: other, isPartly } of of(to, type)) {
      add(isPartly ? IN_PART.backward : backward, nameInLog(other), other);
    }
  }
  return [...groups].map(([label, entries]) => ({
    label,
    entries: [...entries]
      .map(([id, record]) => ({ id, record }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  }));
}

function of(relations: readonly Relation[], type: Relation['type']): Relation[] {
  return relations.filter((relation) => relation.type === type);
}

/** The decisions that replace this one today: `superseded-by` followed to the end; cycles end where they close. */
export function currentSuccessors(corpus: Corpus, adr: AdrRecord): AdrRecord[] {
  const seen = new Set<AdrRecord>([adr]);
  const ends: AdrRecord[] = [];
  const follow = (record: AdrRecord): void => {
    const next = successorsOf(corpus, record).filter((successor) => !seen.has(successor));
    if (next.length === 0 && record !== adr) ends.push(record);
    for (const successor of next) {
      seen.add(successor);
      follow(successor);
    }
  };
  follow(adr);
  return ends;
}

/** The decisions that replace this one directly, as either side states it. */
export function successorsOf(corpus: Corpus, adr: AdrRecord): AdrRecord[] {
  const stated = corpus.relationsFrom(adr).filter((relation) => relation.type === 'superseded-by');
  const claimed = corpus.relationsTo(adr).filter((relation) => relation.type === 'supersedes');
  const records = [
    ...stated.map((relation) => relation.to),
    ...claimed.map((relation) => relation.from),
  ];
  return [...new Set(records.filter((record) => record !== undefined))];
}

/** Whether a decision stands as far as is known: its status is in force, or none that is known. */
export function mayStand(adr: AdrRecord): boolean {
  return adr.fields.status.value === undefined || isInForce(adr.fields.status.value);
}

/** Whether a decision stands: its status is known and in force. */
export function stands(adr: AdrRecord): boolean {
  return adr.fields.status.value !== undefined && isInForce(adr.fields.status.value);
}
