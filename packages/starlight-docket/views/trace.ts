import { type AdrRecord, type Corpus, nameOfId, type SpecRecord } from 'docket/records';
import type { Translate } from '../words/say.ts';
import type { EvidenceContext } from './evidence/site-evidence.ts';
import { type RecordRef, refTo } from './record-ref.ts';
import { isOrdered, specsOfDecision } from './specs/decisions.ts';
import { specRef } from './specs/tabs.ts';
import { latestTally, type Tally } from './validation.ts';

/** A specification with what it ordered, how that was carried out, and what is missing. */
export interface TraceRow {
  readonly spec: RecordRef;
  readonly record: SpecRecord;
  readonly decisions: readonly RecordRef[];
  readonly executions: readonly RecordRef[];
  readonly tally: Tally;
  /** Sentences; empty where the trace is complete. */
  readonly gaps: readonly string[];
}

/** The whole trace of a repository: specification, decision, provenance. */
export interface Trace {
  readonly rows: readonly TraceRow[];
  /** Decisions that no specification ordered, in order. */
  readonly unordered: readonly RecordRef[];
  /** Provenance records whose specification is not in the repository. */
  readonly orphans: readonly RecordRef[];
  readonly complete: number;
}

/** Puts specifications, decisions and provenance records side by side and names the gaps. */
export function traceOf(context: EvidenceContext): Trace {
  const { corpus, base, t } = context;
  const rows = corpus.specs.map((spec): TraceRow => {
    const tally = latestTally(corpus, spec);
    return {
      spec: refTo(base, spec),
      record: spec,
      decisions: corpus.adrsOf(spec).map((adr) => refTo(base, adr)),
      executions: corpus.provenanceOf(spec).map((record) => refTo(base, record)),
      tally,
      gaps: gapsOf(t, corpus, spec, tally),
    };
  });
  return {
    rows,
    unordered: corpus.adrs.filter((adr) => !isOrdered(context, adr)).map((adr) => refTo(base, adr)),
    orphans: corpus.provenances
      .filter((record) => corpus.specOf(record) === undefined)
      .map((record) => refTo(base, record)),
    complete: rows.filter((row) => row.gaps.length === 0).length,
  };
}

function gapsOf(t: Translate, corpus: Corpus, spec: SpecRecord, tally: Tally): string[] {
  const gaps: string[] = [];
  if (corpus.adrsOf(spec).length === 0) gaps.push(t('docket.record.noDecision'));
  if (corpus.provenanceOf(spec).length === 0) {
    gaps.push(t('docket.trace.neverExecuted'));
    return gaps;
  }
  const { missing, fail, unknown } = tally.outcomes;
  const notRun = tally.outcomes['not-run'];
  if (missing > 0) gaps.push(t('docket.trace.noResult', { count: missing }));
  if (fail > 0) gaps.push(t('docket.trace.failed', { count: fail }));
  if (notRun > 0) gaps.push(t('docket.trace.notRun', { count: notRun }));
  if (unknown > 0) gaps.push(t('docket.trace.unclear', { count: unknown }));
  return gaps;
}

/** Where a decision comes from and what was made of it. */
export interface AdrTrace {
  readonly spec:
    | { readonly kind: 'none' }
    | { readonly kind: 'missing'; readonly label: string }
    | { readonly kind: 'record'; readonly ref: RecordRef; readonly tally: Tally };
  readonly executions: readonly RecordRef[];
  /** Records that refer to it in their text, and specifications of other tools that it has to do with. */
  readonly mentionedBy: readonly RecordRef[];
}

/** The trace of one decision. */
export function adrTraceOf(context: EvidenceContext, adr: AdrRecord): AdrTrace {
  const { corpus, base } = context;
  const spec = corpus.specOf(adr);
  const named = adr.fields.spec.value;
  return {
    spec: spec
      ? { kind: 'record', ref: refTo(base, spec), tally: latestTally(corpus, spec) }
      : named === undefined
        ? { kind: 'none' }
        : { kind: 'missing', label: nameOfId(named) },
    executions: corpus.provenanceOf(adr).map((record) => refTo(base, record)),
    mentionedBy: [
      ...corpus.referencesTo(adr).map((reference) => refTo(base, reference.from)),
      ...specsOfDecision(context, adr).map((other) => specRef(base, other)),
    ],
  };
}
