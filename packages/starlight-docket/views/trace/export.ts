import type { DocketRecord, ProvenanceRecord, SpecRecord } from 'docket/records';
import { plainPieces } from '../evidence/rich-text.ts';
import type { EvidenceContext } from '../evidence/site-evidence.ts';
import { standingOf } from '../evidence/verdict-view.ts';
import { isOrdered } from '../specs/decisions.ts';
import { type SpecTrace, specTraces } from '../specs/spec-trace.ts';
import { recordUrl } from '../urls.ts';
import { type StepRow, validationsOf } from '../validation.ts';
import { fileTraces } from './files.ts';
import { workTraces } from './work.ts';

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
  /** What was found in the files as they stand; `null` without a check, or beside an earlier execution. */
  readonly observedNow: string | null;
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
    version: 2,
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
    decisionsWithoutSpecification: corpus.adrs.filter((adr) => !isOrdered(context, adr)).map(name),
    provenanceWithoutSpecification: corpus.provenances
      .filter((record) => !corpus.specOf(record))
      .map((record) => ({ ...name(record), landing: landingOf(context, record) })),
    files: fileTraces(context).map(({ path, touches, citedBy, governedBy, names }) => ({
      path,
      touched: touches.map(({ judged, status, verdict }) => ({
        provenance: judged.record.path,
        specification: judged.spec?.path ?? null,
        status,
        verdict: verdict ?? null,
      })),
      citedBy: citedBy.map((record) => record.path),
      governedBy: governedBy.map((record) => record.path),
      names: names.map((record) => record.path),
    })),
    work: workTraces(context),
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
  'observed now',
  'verdict',
  'reason',
  'source',
  'requirements',
  'paths',
] as const;

type Cells = Readonly<Partial<Record<(typeof TRACE_COLUMNS)[number], string | number | null>>>;

/**
 * The trace as a table: a row for each step of each execution, a row for each step of a specification that was never
 * executed, a row for each decision and provenance record without a specification, and a row for each task of other
 * tools' specifications, and for each requirement of theirs that none names. The header comes first.
 */
export function traceRows(context: EvidenceContext): (string | number)[][] {
  const rows = cellsOf(context).map((cells) =>
    TRACE_COLUMNS.map((column): string | number => cells[column] ?? ''),
  );
  return [[...TRACE_COLUMNS], ...rows];
}

function cellsOf(context: EvidenceContext): Cells[] {
  const { specs, adrs, provenances } = context.corpus;
  const landing = (record: ProvenanceRecord) => landingOf(context, record)?.commit ?? '';
  return [
    ...specs.flatMap((spec) => specCells(context, spec)),
    ...adrs.filter((adr) => !isOrdered(context, adr)).map((adr): Cells => ({ decisions: adr.id })),
    ...provenances
      .filter((record) => !context.corpus.specOf(record))
      .map((record): Cells => ({ provenance: record.path, landing: landing(record) })),
    ...specTraces(context).flatMap(otherCells),
  ];
}

function otherCells({ spec, title, requirements, tasks, decisions }: SpecTrace): Cells[] {
  const head: Cells = {
    specification: spec.folder.name,
    'specification title': title,
    source: spec.folder.source,
  };
  const labels = (refs: typeof decisions) => refs.map(({ label }) => label).join(' ');
  return [
    ...tasks.map((task): Cells => {
      const verdict = task.judged?.verdict;
      return {
        ...head,
        decisions: labels(task.decisions.length > 0 ? task.decisions : decisions),
        landing: task.paths.find(({ commit }) => commit)?.commit?.id ?? task.told?.id ?? '',
        step: task.id ?? '',
        text: task.text,
        claimed: task.isDone ? 'done' : 'open',
        verdict: task.verdict?.name ?? '',
        reason: verdict && 'reason' in verdict ? verdict.reason : '',
        requirements: task.refs.map(({ id }) => id).join(' '),
        paths: task.paths.map(({ path }) => path).join(' '),
      };
    }),
    ...requirements
      .filter((one) => (one.tasks ?? []).length === 0)
      .map(
        ({ requirement, verdict }): Cells => ({
          ...head,
          decisions: labels(decisions),
          text: requirement.text,
          verdict: verdict?.name ?? '',
          requirements: requirement.id,
        }),
      ),
  ];
}

function specCells(context: EvidenceContext, spec: SpecRecord): Cells[] {
  const head: Cells = {
    specification: spec.id,
    'specification title': spec.title,
    decisions: context.corpus
      .adrsOf(spec)
      .map(({ id }) => id)
      .join(' '),
  };
  const executions = executionsOf(context, spec);
  if (executions.length === 0) {
    const steps = spec.body.steps.map(({ number, text }) => ({ ...head, step: number, text }));
    return steps.length > 0 ? steps : [head];
  }
  return executions.flatMap(({ record, steps }): Cells[] => {
    const landing = landingOf(context, record)?.commit ?? '';
    const execution: Cells = { ...head, provenance: record.path, landing };
    const rows = steps.map(
      ({ number, step, claimed, observed, observedNow, verdict, reason }): Cells => ({
        ...execution,
        step: number,
        text: step,
        claimed,
        observed,
        'observed now': observedNow,
        verdict,
        reason,
      }),
    );
    return rows.length > 0 ? rows : [execution];
  });
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
  const { number, outcome, observed, observedNow, verdict } = row;
  const reason = verdict && plainPieces(verdict.reason.length > 0 ? verdict.reason : verdict.seen);
  return {
    number,
    step: spec.body.steps.find((step) => step.number === number)?.text ?? '',
    claimed: outcome,
    observed: observed?.outcome ?? null,
    observedNow: observedNow?.outcome ?? null,
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
