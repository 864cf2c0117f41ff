import type { WordKey } from '../../words/say.ts';
import type { EvidenceContext } from '../evidence/site-evidence.ts';
import { type RecordRef, refTo } from '../record-ref.ts';
import { isOrdered } from '../specs/decisions.ts';
import { SPEC_GAPS, type SpecGap, specTraces } from '../specs/spec-trace.ts';

/** A way in which the trace from order to proof is broken. */
export type MissingKind = 'never-executed' | 'names-nothing' | 'no-specification' | 'not-ordered';

/** A record at which the trace is broken. */
export interface Missing {
  readonly kind: MissingKind;
  readonly ref: RecordRef;
}

/** Specifications of other tools in which the trace is broken at the same place. */
export interface SpecsMissing {
  readonly kind: SpecGap;
  readonly specs: readonly {
    readonly title: string;
    readonly url: string;
    readonly count: number;
  }[];
  readonly count: number;
}

/** Where the traces of other tools' specifications are broken; nothing where they are nowhere. */
export function specsMissing(context: EvidenceContext): SpecsMissing[] {
  return SPEC_GAPS.flatMap((kind) => {
    const specs = specTraces(context).flatMap(({ title, url, gaps }) => {
      const count = gaps.find((gap) => gap.kind === kind)?.of.length ?? 0;
      return count > 0 ? [{ title, url: `${url}#${kind}`, count }] : [];
    });
    const count = specs.reduce((sum, spec) => sum + spec.count, 0);
    return count > 0 ? [{ kind, specs, count }] : [];
  });
}

/** Headings and explanations, in the order in which they are shown. */
export const MISSING_WORDS = {
  'never-executed': {
    title: 'docket.gaps.neverExecuted',
    some: 'docket.gaps.someNeverExecuted',
    meaning: 'docket.gaps.neverExecutedMeaning',
  },
  'names-nothing': {
    title: 'docket.gaps.namesNothing',
    some: 'docket.gaps.someNamesNothing',
    meaning: 'docket.gaps.namesNothingMeaning',
  },
  'no-specification': {
    title: 'docket.gaps.noSpecification',
    some: 'docket.gaps.someNoSpecification',
    meaning: 'docket.gaps.noSpecificationMeaning',
  },
  'not-ordered': {
    title: 'docket.gaps.notOrdered',
    some: 'docket.gaps.someNotOrdered',
    meaning: 'docket.gaps.notOrderedMeaning',
  },
} as const satisfies Readonly<
  Record<MissingKind, Readonly<Record<'title' | 'some' | 'meaning', WordKey>>>
>;

/** Every record at which the trace is broken, by kind, then in the order of the corpus. */
export function missingOf(context: EvidenceContext): Missing[] {
  const { corpus, base } = context;
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
      adrs.filter((adr) => !isOrdered(context, adr)),
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
