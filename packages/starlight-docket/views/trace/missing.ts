import type { Corpus } from 'docket/records';
import { type RecordRef, refTo } from '../record-ref.ts';

/** A way in which the trace from order to proof is broken. */
export type MissingKind = 'never-executed' | 'names-nothing' | 'no-specification' | 'not-ordered';

/** A record at which the trace is broken. */
export interface Missing {
  readonly kind: MissingKind;
  readonly ref: RecordRef;
}

/** Headings and explanations, in the order in which they are shown. */
export const MISSING_WORDS: Readonly<
  Record<MissingKind, { readonly title: string; readonly meaning: string }>
> = {
  'never-executed': {
    title: 'Specifications never executed',
    meaning: 'No provenance record says that they were carried out.',
  },
  'names-nothing': {
    title: 'Specifications that no decision names',
    meaning: 'They ordered work, but no decision record states them as its specification.',
  },
  'no-specification': {
    title: 'Provenance without a specification',
    meaning: 'They describe work whose specification is not in this repository.',
  },
  'not-ordered': {
    title: 'Decisions that no specification ordered',
    meaning:
      'They were made without a written order here, so nothing proves how they were carried out.',
  },
};

/** Every record at which the trace is broken, by kind, then in the order of the corpus. */
export function missingOf(corpus: Corpus, base: string): Missing[] {
  const { specs, provenances, adrs } = corpus;
  const of = (kind: MissingKind, records: readonly Parameters<typeof refTo>[1][]): Missing[] =>
    records.map((record) => ({ kind, ref: refTo(base, record) }));
  return [
    ...of(
      'never-executed',
      specs.filter((spec) => corpus.provenanceOf(spec).length === 0),
    ),
    ...of(
      'names-nothing',
      specs.filter((spec) => corpus.adrsOf(spec).length === 0),
    ),
    ...of(
      'no-specification',
      provenances.filter((record) => !corpus.specOf(record)),
    ),
    ...of(
      'not-ordered',
      adrs.filter((adr) => !corpus.specOf(adr)),
    ),
  ];
}

/** How many there are of each kind. */
export function countMissing(missing: readonly Missing[]): { kind: MissingKind; count: number }[] {
  const kinds = Object.keys(MISSING_WORDS) as MissingKind[];
  return kinds.map((kind) => ({
    kind,
    count: missing.filter((entry) => entry.kind === kind).length,
  }));
}
