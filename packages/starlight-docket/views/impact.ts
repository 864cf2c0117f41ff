import {
  type AdrRecord,
  type Corpus,
  dependentsOf,
  type EdgeKind,
  edgesOfAdr,
  MOST_DEPENDENTS,
  supersessionChain,
} from 'docket/records';
import type { WordKey } from '../words/say.ts';
import { EDGE_VERBS } from './graph/drawing.ts';
import { type Neighbourhood, neighbourhoodOf } from './graph/neighbourhood.ts';
import { type RecordRef, refTo } from './record-ref.ts';

/** A decision that rests on another, as a page lists it. */
export interface DependentView {
  readonly ref: RecordRef;
  /** How it rests on what, such as `depends on`. */
  readonly verb: WordKey;
  /** What it names, where that is not the decision of the page. */
  readonly on: RecordRef | undefined;
}

/** What would have to be looked at again if a decision fell, and what it stands in. */
export interface Impact {
  readonly neighbourhood: Neighbourhood | undefined;
  /** Kinds of line in the drawing of its neighbours. */
  readonly kinds: readonly EdgeKind[];
  readonly direct: readonly DependentView[];
  /** At most `MOST_INDIRECT`, the nearest. */
  readonly indirect: readonly DependentView[];
  /** How many more rest on it through others, as far as they were looked for. */
  readonly more: number;
  /** Whether there may be still more. */
  readonly isCut: boolean;
  /** From the first decision to the current; empty where it is in no chain. */
  readonly chain: readonly { readonly ref: RecordRef; readonly isSubject: boolean }[];
}

/** The most decisions that a page lists as resting on its own through others. */
export const MOST_INDIRECT = 6;

/** The impact of a decision; `undefined` where it has no relation at all. */
export function impactOf(corpus: Corpus, base: string, adr: AdrRecord): Impact | undefined {
  if (edgesOfAdr(corpus, adr).length === 0) return undefined;
  const neighbourhood = neighbourhoodOf(corpus, base, adr);
  const dependents = dependentsOf(corpus, adr);
  const viewOf = ({ record, kind, on }: (typeof dependents)[number]): DependentView => ({
    ref: refTo(base, record),
    verb: EDGE_VERBS[kind],
    on: on === adr ? undefined : refTo(base, on),
  });
  const indirect = dependents.filter(({ distance }) => distance > 1);
  return {
    neighbourhood,
    kinds: neighbourhood?.drawing.edges.map(({ kind }) => kind) ?? [],
    direct: dependents.filter(({ distance }) => distance === 1).map(viewOf),
    indirect: indirect.slice(0, MOST_INDIRECT).map(viewOf),
    more: Math.max(0, indirect.length - MOST_INDIRECT),
    isCut: dependents.length >= MOST_DEPENDENTS,
    chain: supersessionChain(corpus, adr).map(({ record }) => ({
      ref: refTo(base, record),
      isSubject: record === adr,
    })),
  };
}
