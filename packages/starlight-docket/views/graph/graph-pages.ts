import {
  type AdrRecord,
  type Corpus,
  type Edge,
  edgesOf,
  edgesOfAdr,
  tagIndex,
} from 'docket/records';
import type { WordKey } from '../../words/say.ts';
import { logTitles } from '../log.ts';
import { type RecordRef, refTo } from '../record-ref.ts';
import { type Drawing, EDGE_VERBS } from './drawing.ts';
import { layGraph } from './layout.ts';

/** The most decisions that one drawing shows: beyond, boxes get too small to find and lines too many to follow. */
export const MOST_DRAWN = 60;
const MOST_OUTSIDE = 12;

/** A decision with its relations in words. */
export interface GraphEntry {
  readonly ref: RecordRef;
  /** What it says of others, such as `depends on` with those it depends on. */
  readonly says: readonly { readonly verb: WordKey; readonly refs: readonly RecordRef[] }[];
}

/** A drawing with the same in words. */
export interface GraphView {
  readonly drawing: Drawing;
  readonly entries: readonly GraphEntry[];
  /** Decisions of the group that the drawing has no room for. */
  readonly left: readonly RecordRef[];
}

/** A tag as the overview of a large log shows it. */
export interface TagNode {
  readonly tag: string;
  readonly count: number;
  readonly standing: number;
  /** The tags whose decisions it has the most relations with. */
  readonly close: readonly { readonly tag: string; readonly relations: number }[];
}

/** Whether one drawing holds the whole log. */
export function fitsOneDrawing(corpus: Corpus): boolean {
  return corpus.adrs.length <= MOST_DRAWN;
}

/** The graph of all decisions. */
export function wholeGraph(corpus: Corpus, base: string): GraphView {
  return viewOf(corpus, base, corpus.adrs, []);
}

/** The graph of the decisions of a large log that have relations, where no tags part it. */
export function connectedGraph(corpus: Corpus, base: string): GraphView {
  const tied = corpus.adrs.filter((adr) => edgesOfAdr(corpus, adr).length > 0);
  return viewOf(corpus, base, tied, [], mostConnected(corpus, tied, MOST_DRAWN));
}

/** The graph of the decisions of a tag, with the nearest ones outside. */
export function tagGraph(corpus: Corpus, base: string, tag: string): GraphView {
  return graphAround(corpus, base, tagIndex(corpus.adrs).get(tag) ?? []);
}

/** The graph of the decisions of each log, with the nearest ones of others; none where there is only one log. */
export function logGraphs(
  corpus: Corpus,
  base: string,
): readonly { readonly title: string; readonly view: GraphView }[] {
  return logTitles(corpus).map(({ name, title }) => ({
    title,
    view: graphAround(
      corpus,
      base,
      corpus.adrs.filter(({ key }) => key.log === name),
    ),
  }));
}

function graphAround(corpus: Corpus, base: string, members: readonly AdrRecord[]): GraphView {
  const inside = mostConnected(corpus, members, MOST_DRAWN);
  const group = new Set(members);
  const links = new Map<AdrRecord, number>();
  for (const adr of inside) {
    for (const { kind, from, to } of edgesOfAdr(corpus, adr)) {
      const other = from === adr ? to : from;
      if (kind !== 'related' && !group.has(other)) links.set(other, (links.get(other) ?? 0) + 1);
    }
  }
  const outside = [...links]
    .sort(([a, m], [b, n]) => n - m || (a.path < b.path ? -1 : 1))
    .slice(0, MOST_OUTSIDE)
    .map(([adr]) => adr);
  return viewOf(corpus, base, members, outside, inside);
}

function viewOf(
  corpus: Corpus,
  base: string,
  members: readonly AdrRecord[],
  outside: readonly AdrRecord[],
  inside: readonly AdrRecord[] = members,
): GraphView {
  const shown = new Set(inside);
  const nodes = [...inside, ...outside];
  // Lines between two decisions outside the group are none of its business.
  const edges = edgesOf(corpus).filter(({ from, to }) => shown.has(from) || shown.has(to));
  return {
    drawing: layGraph({ base, nodes, edges, outside: new Set(outside) }),
    entries: inside.map((adr) => entryOf(corpus, base, adr)),
    left: members.filter((adr) => !shown.has(adr)).map((adr) => refTo(base, adr)),
  };
}

function entryOf(corpus: Corpus, base: string, adr: AdrRecord): GraphEntry {
  const says = new Map<WordKey, RecordRef[]>();
  for (const { kind, from, to } of edgesOfAdr(corpus, adr)) {
    // Two that are related are so both ways, whichever of them says it.
    if (from !== adr && kind !== 'related') continue;
    const refs = says.get(EDGE_VERBS[kind]) ?? [];
    refs.push(refTo(base, from === adr ? to : from));
    says.set(EDGE_VERBS[kind], refs);
  }
  return { ref: refTo(base, adr), says: [...says].map(([verb, refs]) => ({ verb, refs })) };
}

/** The members with the most relations, in the order of the corpus. */
function mostConnected(
  corpus: Corpus,
  members: readonly AdrRecord[],
  most: number,
): readonly AdrRecord[] {
  if (members.length <= most) return members;
  const chosen = new Set(
    [...members]
      .map((adr) => ({ adr, degree: edgesOfAdr(corpus, adr).length }))
      .sort((a, b) => b.degree - a.degree)
      .slice(0, most)
      .map(({ adr }) => adr),
  );
  return members.filter((adr) => chosen.has(adr));
}

/** The tags of the log, each with the tags it is tied to most. */
export function tagOverview(corpus: Corpus, standing: (adr: AdrRecord) => boolean): TagNode[] {
  const index = tagIndex(corpus.adrs);
  const ties = new Map<string, Map<string, number>>();
  for (const edge of edgesOf(corpus)) {
    for (const [a, b] of pairsOf(edge)) {
      const row = ties.get(a) ?? new Map<string, number>();
      ties.set(a, row.set(b, (row.get(b) ?? 0) + 1));
    }
  }
  return [...index].map(([tag, adrs]) => ({
    tag,
    count: adrs.length,
    standing: adrs.filter(standing).length,
    close: [...(ties.get(tag) ?? [])]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, 3)
      .map(([other, relations]) => ({ tag: other, relations })),
  }));
}

function pairsOf({ from, to }: Edge): (readonly [string, string])[] {
  const [mine, theirs] = [from.fields.tags.value ?? [], to.fields.tags.value ?? []];
  return mine.flatMap((a) =>
    theirs.flatMap((b) => (a === b ? [] : [[a, b] as const, [b, a] as const])),
  );
}
