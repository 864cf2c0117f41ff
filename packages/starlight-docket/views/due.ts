import {
  type AdrRecord,
  adoptionOf,
  conditionsOf,
  type Due,
  type DueKind,
  duesOf,
  mayHold,
} from 'docket/records';
import type { SiteModel } from '../site/model.ts';
import type { WordKey } from '../words/say.ts';
import { ADOPTION_WORDS } from './adoption-words.ts';
import { type RecordRef, refTo } from './record-ref.ts';
import { type ReferenceContext, type Segment, segmentsOf } from './references.ts';
/** What a reader is told of a kind of day. */
export const DUE_WORDS: Readonly<Record<DueKind, WordKey>> = {
  review: 'docket.due.review',
  end: 'docket.due.end',
  adoption: 'docket.due.adoptionDay',
};

/** A day on which something about a decision is due. */
export interface DueRow {
  readonly ref: RecordRef;
  readonly day: string;
  readonly words: string;
}

/** How far a decision is carried out. */
export interface AdoptionRow {
  readonly ref: RecordRef;
  /** Such as `In part`. */
  readonly label: string;
  readonly meaning: string;
  readonly day: string | undefined;
  readonly isPlanned: boolean;
}

/** What is to be looked at again, as seen on a day. */
export interface DueView {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** The earliest first. */
  readonly overdue: readonly DueRow[];
  readonly coming: readonly DueRow[];
  readonly conditions: readonly { readonly ref: RecordRef; readonly when: readonly Segment[] }[];
  /** Decisions that may hold and are not wholly carried out. */
  readonly adoptions: readonly AdoptionRow[];
}

/** Whether decisions say anything that the page of what is due would show. */
export function hasDue(adrs: readonly AdrRecord[]): boolean {
  return duesOf(adrs).length + conditionsOf(adrs).length + openAdoptions(adrs).length > 0;
}

/** What is to be looked at again. */
export function dueOf(model: ReferenceContext & Pick<SiteModel, 'today' | 't'>): DueView {
  const { corpus, base, today, t } = model;
  const rowOf = ({ adr, kind, day }: Due): DueRow => ({
    ref: refTo(base, adr),
    day,
    words: t(DUE_WORDS[kind]),
  });
  const dues = duesOf(corpus.adrs);
  return {
    today,
    overdue: dues.filter(({ day }) => day < today).map(rowOf),
    coming: dues.filter(({ day }) => day >= today).map(rowOf),
    conditions: conditionsOf(corpus.adrs).map(({ adr, when }) => ({
      ref: refTo(base, adr),
      when: segmentsOf(model, when, adr),
    })),
    adoptions: openAdoptions(corpus.adrs).map(({ adr, state, day }) => ({
      ref: refTo(base, adr),
      ...{ label: t(ADOPTION_WORDS[state]), day, meaning: t(MEANINGS[state]) },
      isPlanned: state === 'planned',
    })),
  };
}

const MEANINGS = {
  planned: 'docket.adoption.plannedMeaning',
  partial: 'docket.adoption.partialMeaning',
  abandoned: 'docket.adoption.abandonedMeaning',
} as const;

function openAdoptions(adrs: readonly AdrRecord[]) {
  return adrs.flatMap((adr) => {
    const adoption = mayHold(adr) ? adoptionOf(adr) : undefined;
    return adoption && adoption.state !== 'done'
      ? [{ adr, state: adoption.state, day: adoption.day }]
      : [];
  });
}
