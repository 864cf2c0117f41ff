import { ADOPTION_TABLE, type Adoption } from './adoption.ts';
import type { Corpus } from './corpus.ts';
import type { Field } from './field.ts';
import type { AdrRecord, ProvenanceRecord } from './record.ts';

/** What falls due: a look at whether a decision still holds, the end of a provisional one, or a planned adoption. */
export const DUE_KINDS = ['review', 'end', 'adoption'] as const;

/** What falls due. */
export type DueKind = (typeof DUE_KINDS)[number];

/** Something about a decision that falls due on a day. */
export interface Due {
  readonly adr: AdrRecord;
  readonly kind: DueKind;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly field: Field<string>;
}

/** What falls due of some decisions, the earliest first. What ended, or was turned down, has nothing due. */
export function duesOf(adrs: readonly AdrRecord[]): Due[] {
  return adrs.flatMap(duesOfAdr).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** What falls due of one decision. */
export function duesOfAdr(adr: AdrRecord): Due[] {
  if (!mayHold(adr)) return [];
  const { fields } = adr;
  const due = (kind: DueKind, field: Field<string>): Due[] =>
    field.value === undefined ? [] : [{ adr, kind, day: field.value, field }];
  return [
    ...due('review', fields['review-by']),
    ...due('end', fields['provisional-until']),
    ...(fields.adopted.value === 'planned' ? due('adoption', fields['adopted-on']) : []),
  ];
}

/** Decisions that say what would make them worth another look, in their order, with the words. */
export function conditionsOf(adrs: readonly AdrRecord[]): { adr: AdrRecord; when: string }[] {
  return adrs.flatMap((adr) => {
    const when = adr.fields['revisit-when'].value;
    return when === undefined || !mayHold(adr) ? [] : [{ adr, when }];
  });
}

/** Whether a decision stands, or may: proposed, accepted, or of a status that nobody knows. */
export function mayHold({ fields }: AdrRecord): boolean {
  const status = fields.status.value;
  return status === undefined || status === 'Proposed' || status === 'Accepted';
}

/** Days from one day to another, both as YYYY-MM-DD; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** How far a decision is carried out, as its record states it. */
export interface StatedAdoption {
  readonly state: Adoption;
  /** For the reader: `In part`. */
  readonly label: string;
  /** Since when; of what is planned, by when. */
  readonly day: string | undefined;
  readonly field: Field<Adoption>;
}

/** How far a decision says it is carried out; `undefined` where it does not. */
export function adoptionOf({ fields }: AdrRecord): StatedAdoption | undefined {
  const { adopted: field } = fields;
  const state = field.value;
  if (state === undefined) return undefined;
  return { state, label: ADOPTION_TABLE[state].label, day: fields['adopted-on'].value, field };
}

/** A step of the specification behind a decision, with what was found last. */
export interface StepResult {
  readonly number: number;
  readonly step: string;
  readonly passed: boolean;
  readonly record: ProvenanceRecord;
  readonly span: ProvenanceRecord['body']['results'][number]['span'];
}

/** What the executions of the specification behind a decision found last, step by step; steps that neither passed nor failed are left out. */
export function stepResultsOf(corpus: Corpus, adr: AdrRecord): StepResult[] {
  const when = ({ fields }: ProvenanceRecord) => fields.executed.value ?? '';
  const newest = new Map<number, StepResult>();
  const records = [...corpus.provenanceOf(adr)].sort((a, b) => (when(a) < when(b) ? -1 : 1));
  for (const record of records) {
    for (const { number, step, outcome, span } of record.body.results) {
      if (outcome !== 'pass' && outcome !== 'fail') continue;
      newest.set(number, { number, step, passed: outcome === 'pass', record, span });
    }
  }
  return [...newest.values()].sort((a, b) => a.number - b.number);
}
