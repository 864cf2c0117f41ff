import { type Corpus, compareNumbers, type Relation } from './corpus.ts';
import { perObject } from './memo.ts';
import type { AdrRecord } from './record.ts';
import { RELATION_TYPES } from './relation.ts';
import { isInForce } from './status.ts';

/** The kinds of line in the graph of decisions: a relation with its direction, `superseded-by` turned round. */
export const EDGE_KINDS = ['supersedes', 'amends', 'refines', 'depends-on', 'related'] as const;

/** The kind of a line. */
export type EdgeKind = (typeof EDGE_KINDS)[number];

/** A relation between two decisions that are both there, from the one that states it, or would. */
export interface Edge {
  readonly kind: EdgeKind;
  readonly from: AdrRecord;
  readonly to: AdrRecord;
  /** Whether it takes the place of a part of the other. */
  readonly isPartly: boolean;
}

/** Every relation between decisions, each once: supersession as one line, `related` in the direction it is written. */
export const edgesOf = perObject((corpus: Corpus): readonly Edge[] => {
  const edges = new Map<string, Edge>();
  for (const adr of corpus.adrs) {
    for (const edge of edgesAt(corpus.relationsFrom(adr), [])) edges.set(keyOf(edge), edge);
  }
  return [...edges.values()].sort(compareEdges);
});

/** The lines that end or begin at a decision, in the order of the relation table. */
export function edgesOfAdr(corpus: Corpus, adr: AdrRecord): readonly Edge[] {
  const edges = edgesAt(corpus.relationsFrom(adr), corpus.relationsTo(adr));
  return [...new Map(edges.map((edge) => [keyOf(edge), edge])).values()].sort(compareEdges);
}

function edgesAt(from: readonly Relation[], to: readonly Relation[]): Edge[] {
  return [...from, ...to].flatMap(({ type, from, to, isPartly }): Edge[] => {
    // A relation to itself is a mistake that a rule names; it is no line.
    if (!to || to === from) return [];
    return type === 'superseded-by'
      ? [{ kind: 'supersedes', from: to, to: from, isPartly: false }]
      : [{ kind: type, from, to, isPartly }];
  });
}

function keyOf({ kind, from, to }: Edge): string {
  const [a, b] = kind === 'related' ? [from.path, to.path].sort() : [from.path, to.path];
  return `${kind}\0${a}\0${b}`;
}

function compareEdges(a: Edge, b: Edge): number {
  return (
    RELATION_TYPES.indexOf(a.kind) - RELATION_TYPES.indexOf(b.kind) ||
    compareNumbers(a.from.number, b.from.number) ||
    compareNumbers(a.to.number, b.to.number)
  );
}

/** How a decision rests on another. */
export type Reliance = Extract<EdgeKind, 'depends-on' | 'refines' | 'amends'>;

/** How many dependents are looked for where nothing else is asked: beyond, all of the log is concerned. */
export const MOST_DEPENDENTS = 100;

/** A decision that would have to be looked at again if another fell. */
export interface Dependent {
  readonly record: AdrRecord;
  readonly kind: Reliance;
  /** The decision it names; at distance 1 the one asked about, or one that that replaced. */
  readonly on: AdrRecord;
  /** 1 for direct dependents, one more for each decision between. */
  readonly distance: number;
}

/**
 * What rests on a decision, directly and through others, nearest first: those that depend on it, refine it or amend it.
 * What names a decision that this one replaced rests on this one now. A decision that no longer stands is listed where
 * it is direct, but passes nothing on, and is left out further away.
 * @param most where the search ends, so that its cost does not grow with the log
 */
export function dependentsOf(corpus: Corpus, adr: AdrRecord, most = MOST_DEPENDENTS): Dependent[] {
  const seen = new Set<AdrRecord>([adr, ...predecessorsOf(corpus, adr)]);
  const found: Dependent[] = [];
  let frontier = [...seen];
  for (let distance = 1; frontier.length > 0 && found.length < most; distance += 1) {
    const next: AdrRecord[] = [];
    for (const on of frontier) {
      for (const { record, kind } of reliantsOf(corpus, on)) {
        if (seen.has(record)) continue;
        const lapsed = hasLapsed(record);
        if (lapsed && (distance > 1 || on !== adr)) continue;
        seen.add(record);
        found.push({ record, kind, on, distance });
        if (!lapsed) next.push(record);
      }
    }
    frontier = next;
  }
  return found
    .sort((a, b) => a.distance - b.distance || compareNumbers(a.record.number, b.record.number))
    .slice(0, most);
}

const RELIANCES: readonly Reliance[] = ['depends-on', 'refines', 'amends'];

function reliantsOf(corpus: Corpus, adr: AdrRecord): { record: AdrRecord; kind: Reliance }[] {
  return RELIANCES.flatMap((kind) =>
    corpus
      .relationsTo(adr)
      .filter((relation) => relation.type === kind)
      .map(({ from }) => ({ record: from, kind })),
  );
}

function hasLapsed({ fields }: AdrRecord): boolean {
  const status = fields.status.value;
  return status !== undefined && status !== 'Proposed' && !isInForce(status);
}

/** Decisions that this one replaced, directly and through others, as either side states it. */
export function predecessorsOf(corpus: Corpus, adr: AdrRecord): AdrRecord[] {
  return reach(adr, (record) =>
    supersessions(corpus, record)
      .filter((edge) => edge.from === record)
      .map((edge) => edge.to),
  );
}

/** A decision in a chain of supersession. */
export interface ChainLink {
  readonly record: AdrRecord;
  /** What replaced it directly; empty where the chain ends. */
  readonly replacedBy: readonly AdrRecord[];
}

/**
 * The chain of supersession that a decision belongs to, from the first to the current; empty where it neither replaced
 * another nor was replaced. Every decision stands after those it replaced, except in a circle.
 */
export function supersessionChain(corpus: Corpus, adr: AdrRecord): ChainLink[] {
  const records = reach(adr, (record) =>
    supersessions(corpus, record).map((edge) => (edge.from === record ? edge.to : edge.from)),
  );
  if (records.length === 0) return [];
  const waiting = new Set([adr, ...records].sort((a, b) => compareNumbers(a.number, b.number)));
  const chain: ChainLink[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].find((record) =>
      supersessions(corpus, record).every((edge) => edge.from !== record || !waiting.has(edge.to)),
    );
    const [first] = waiting;
    const record = ready ?? first;
    if (!record) break;
    waiting.delete(record);
    const replacedBy = supersessions(corpus, record).flatMap((edge) =>
      edge.to === record ? [edge.from] : [],
    );
    chain.push({ record, replacedBy });
  }
  return chain;
}

function supersessions(corpus: Corpus, adr: AdrRecord): Edge[] {
  return edgesOfAdr(corpus, adr).filter((edge) => edge.kind === 'supersedes');
}

/** Everything that steps lead to, without the start, in the order of discovery. */
function reach(start: AdrRecord, step: (record: AdrRecord) => readonly AdrRecord[]): AdrRecord[] {
  const seen = new Set([start]);
  for (const record of seen) for (const next of step(record)) seen.add(next);
  seen.delete(start);
  return [...seen];
}
