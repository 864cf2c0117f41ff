import type { DocketRecord, ProvenanceRecord, SpecRecord } from '../../records/record.ts';
import { plainPieces } from '../evidence/rich-text.ts';
import type { EvidenceContext } from '../evidence/site-evidence.ts';
import { standingOf } from '../evidence/verdict-view.ts';
import { recordUrl } from '../urls.ts';
import { type StepRow, validationsOf } from '../validation.ts';
import { fileTraces } from './files.ts';

/** A record as the export names it. */
interface ExportedRecord {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly url: string;
}

/** One validation step: what the record claims and what was observed at the landing; `null` for nothing. */
interface ExportedStep {
  readonly number: number;
  readonly step: string;
  readonly claimed: string;
  readonly observed: string | null;
  readonly verdict: string | null;
  readonly reason: string | null;
}

/** The trace as data: no times but those of commits, so that the same commit gives the same bytes. */
export function traceJson(context: EvidenceContext) {
  const { corpus, evidence } = context;
  const name = (record: DocketRecord): ExportedRecord => ({
    id: record.id,
    title: record.title,
    path: record.path,
    url: recordUrl(context.base, record),
  });
  const { history } = evidence;
  return {
    version: 1,
    history:
      history.kind === 'known'
        ? { kind: 'known', head: history.head, shallow: history.isShallow }
        : { kind: 'unknown', reason: history.reason },
    specifications: corpus.specs.map((spec) => ({
      ...name(spec),
      decisions: corpus.adrsOf(spec).map(name),
      executions: executionsOf(context, spec).map(({ record, steps }) => ({
        ...name(record),
        landing: landingOf(context, record),
        claims: claimsOf(context, record),
        steps,
      })),
      steps: spec.body.steps.map(({ number, text }) => ({ number, step: text })),
    })),
    decisionsWithoutSpecification: corpus.adrs.filter((adr) => !corpus.specOf(adr)).map(name),
    provenanceWithoutSpecification: corpus.provenances
      .filter((record) => !corpus.specOf(record))
      .map((record) => ({ ...name(record), landing: landingOf(context, record) })),
    files: fileTraces(context).map(({ path, touches, citedBy }) => ({
      path,
      touched: touches.map(({ judged, status, verdict }) => ({
        provenance: judged.record.path,
        specification: judged.spec?.path ?? null,
        status,
        verdict: verdict ?? null,
      })),
      citedBy: citedBy.map((record) => record.path),
    })),
  };
}

/** Columns of the trace as a table. */
export const TRACE_COLUMNS = [
  'specification',
  'specification title',
  'decisions',
  'provenance',
  'landing',
  'step',
  'text',
  'claimed',
  'observed',
  'verdict',
  'reason',
] as const;

/**
 * The trace as a table: a row for each step of each execution, a row for each step of a specification that was never
 * executed, and a row for each decision and provenance record without a specification. The header comes first.
 */
export function traceRows(context: EvidenceContext): (string | number)[][] {
  const { corpus } = context;
  const rows: (string | number)[][] = [[...TRACE_COLUMNS]];
  for (const spec of corpus.specs) {
    const decisions = corpus.adrsOf(spec).map(({ id }) => id);
    const head = [spec.id, spec.title, decisions.join(' ')];
    const executions = executionsOf(context, spec);
    for (const { record, steps } of executions) {
      const landing = landingOf(context, record)?.commit ?? '';
      for (const { number, step, claimed, observed, verdict, reason } of steps) {
        const found = [claimed, observed ?? '', verdict ?? '', reason ?? ''];
        rows.push([...head, record.path, landing, number, step, ...found]);
      }
      if (steps.length === 0) rows.push([...head, record.path, landing, '', '', '', '', '', '']);
    }
    if (executions.length > 0) continue;
    for (const { number, text } of spec.body.steps) {
      rows.push([...head, '', '', number, text, '', '', '', '']);
    }
    if (spec.body.steps.length === 0) rows.push([...head, '', '', '', '', '', '', '', '']);
  }
  for (const adr of corpus.adrs) {
    if (!corpus.specOf(adr)) rows.push(['', '', adr.id, '', '', '', '', '', '', '', '']);
  }
  for (const record of corpus.provenances) {
    if (corpus.specOf(record)) continue;
    const landing = landingOf(context, record)?.commit ?? '';
    rows.push(['', '', '', record.path, landing, '', '', '', '', '', '']);
  }
  return rows;
}

function executionsOf(
  context: EvidenceContext,
  spec: SpecRecord,
): { record: ProvenanceRecord; steps: ExportedStep[] }[] {
  const records = context.corpus.provenanceOf(spec);
  if (records.length === 0) return [];
  const validations = validationsOf(context, spec);
  return records.map((record, index) => ({
    record,
    steps: (validations[index]?.rows ?? []).map((row) => exportedStep(row, spec)),
  }));
}

function exportedStep(row: StepRow, spec: SpecRecord): ExportedStep {
  const { number, outcome, observed, verdict } = row;
  const reason = verdict && plainPieces(verdict.reason.length > 0 ? verdict.reason : verdict.seen);
  return {
    number,
    step: spec.body.steps.find((step) => step.number === number)?.text ?? '',
    claimed: outcome,
    observed: observed?.outcome ?? null,
    verdict: verdict?.name ?? null,
    reason: reason ?? null,
  };
}

function landingOf({ evidence }: EvidenceContext, record: ProvenanceRecord) {
  const landing = evidence.of(record)?.landing;
  return landing?.kind === 'landed'
    ? { commit: landing.commit.id, date: landing.commit.committed }
    : null;
}

function claimsOf({ evidence }: EvidenceContext, record: ProvenanceRecord) {
  const judged = evidence.of(record);
  return judged?.landing.kind === 'landed' ? standingOf([judged]).counts : null;
}
