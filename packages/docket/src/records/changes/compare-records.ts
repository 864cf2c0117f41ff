import { comparableText } from '../comparable-text.ts';
import type { Corpus } from '../corpus.ts';
import type { DocketRecord } from '../record.ts';
import { RELATION_TYPES } from '../relation.ts';
import type {
  FieldChange,
  NewAgentDecision,
  RecordChange,
  RecordSide,
  RelationChange,
  ResultChange,
} from './changes.ts';
import { compareSections } from './compare-sections.ts';

/** A record as it was and as it is. */
export interface Pair {
  readonly before: DocketRecord | undefined;
  readonly after: DocketRecord | undefined;
}

/**
 * Finds each record again in a later state: by its path, else by its id, else by its name without the number, so that
 * a record that was renamed or given another number is one record. In the order of the later state, what is gone last.
 */
export function pairRecords(before: Corpus, after: Corpus): Pair[] {
  const left = new Set(before.records);
  const found = new Map<DocketRecord, DocketRecord>();
  const alike: readonly ((record: DocketRecord) => string)[] = [
    (record) => record.path,
    (record) => record.id,
    (record) => `${record.kind} ${nameOf(record)}`,
  ];
  for (const key of alike) {
    const byKey = new Map([...left].reverse().map((record) => [key(record), record]));
    for (const record of after.records) {
      const was = found.has(record) ? undefined : byKey.get(key(record));
      if (!was || !left.delete(was)) continue;
      found.set(record, was);
    }
  }
  return [
    ...after.records.map((record) => ({ before: found.get(record), after: record })),
    ...[...left].map((record) => ({ before: record, after: undefined })),
  ];
}

function nameOf({ name, number }: DocketRecord): string {
  return number === undefined ? name : name.replace(number, '');
}

/** The records that differ between two states in something a reader sees. */
export function compareRecords(pairs: readonly Pair[]): RecordChange[] {
  return pairs.flatMap((pair): RecordChange[] => {
    const { before, after } = pair;
    const record = after ?? before;
    if (!record || (before && after && isSame(before, after))) return [];
    return [
      {
        recordKind: record.kind,
        before: before && side(before),
        after: after && side(after),
        fields: before && after ? fieldChanges(before, after) : [],
        sections: compareSections(before, after),
        agentDecisions: newAgentDecisions(pair),
        results: resultChanges(pair),
      },
    ];
  });
}

function isSame(before: DocketRecord, after: DocketRecord): boolean {
  const [was, is] = [before.document.text, after.document.text];
  return before.path === after.path && (was === is || comparableText(was) === comparableText(is));
}

function side(record: DocketRecord): RecordSide {
  const { id, title, path } = record;
  return {
    id,
    title,
    path,
    status: record.kind === 'adr' ? record.fields.status.value : undefined,
  };
}

const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(['status', ...RELATION_TYPES]);

function fieldChanges(before: DocketRecord, after: DocketRecord): FieldChange[] {
  const [was, now] = [before.frontmatter.data, after.frontmatter.data];
  const keys = [...new Set([...Object.keys(now), ...Object.keys(was)])];
  return keys.flatMap((key) => {
    const change = { key, before: shown(was[key]), after: shown(now[key]) };
    return TOLD_ELSEWHERE.has(key) || change.before === change.after ? [] : [change];
  });
}

function shown(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value.map((item) => shown(item) ?? '').join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : comparableText(String(value));
}

function newAgentDecisions({ before, after }: Pair): NewAgentDecision[] {
  const known = new Set(before ? agentDecisions(before).map(({ decision }) => decision) : []);
  return after ? agentDecisions(after).filter(({ decision }) => !known.has(decision)) : [];
}

function agentDecisions(record: DocketRecord): NewAgentDecision[] {
  switch (record.kind) {
    case 'adr':
      return record.body.agentDecisions.map(({ decision, rationale, acceptable }) => ({
        decision,
        rationale,
        acceptable,
        needsReview: !/^yes\b/i.test(acceptable),
      }));
    case 'provenance':
      return record.body.decisions.map(({ decision, chosen, rationale }) => ({
        decision: chosen === '' ? decision : `${decision}: ${chosen}`,
        rationale,
        acceptable: undefined,
        needsReview: true,
      }));
    case 'spec':
      return [];
  }
}

function resultChanges({ before, after }: Pair): ResultChange[] {
  const was = resultsOf(before);
  const now = resultsOf(after);
  const numbers = [...new Set([...now.keys(), ...was.keys()])].sort((a, b) => a - b);
  return numbers.flatMap((number) => {
    const [old, next] = [was.get(number), now.get(number)];
    if (old?.word === next?.word) return [];
    const step = (next ?? old)?.step ?? '';
    return [{ number, step, before: old?.word, after: next?.word }];
  });
}

function resultsOf(record: DocketRecord | undefined) {
  const results = record?.kind === 'provenance' ? record.body.results : [];
  return new Map(results.map((result) => [result.number, result]));
}

/** The relations by which two states differ. One between records that both got other names is the same relation. */
export function compareRelations(
  before: Corpus,
  after: Corpus,
  pairs: readonly Pair[],
): RelationChange[] {
  const laterId = new Map(
    pairs.flatMap((pair): [string, string][] =>
      pair.before && pair.after ? [[pair.before.id, pair.after.id]] : [],
    ),
  );
  const was = relationsOf(before, (id) => laterId.get(id) ?? id);
  const now = relationsOf(after, (id) => id);
  const only = (kind: RelationChange['kind'], of: typeof was, without: typeof was) =>
    [...of].flatMap(([key, relation]) => (without.has(key) ? [] : [{ kind, ...relation }]));
  return [...only('added', now, was), ...only('removed', was, now)];
}

function relationsOf(corpus: Corpus, name: (id: string) => string) {
  const all = corpus.adrs.flatMap((adr) =>
    corpus.relationsFrom(adr).map(({ type, from, toId }) => ({
      type,
      from: name(from.id),
      to: name(toId),
    })),
  );
  return new Map(all.map((relation) => [Object.values(relation).join(' '), relation]));
}
