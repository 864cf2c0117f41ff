import { type FindingRow, type Findings, findingsOf } from '../evidence/findings.ts';
import type { EvidenceContext } from '../evidence/site-evidence.ts';
import { cutIntoPages, type Page } from '../paging.ts';
import { type SpecTrace, specTraces } from '../specs/spec-trace.ts';
import { type Trace, type TraceRow, traceOf } from '../trace.ts';
import { type FileTrace, fileTraces } from './files.ts';
import { type Missing, missingOf } from './missing.ts';

/* How long a page may get, whatever the size of the repository. */
const SPECS = 50;
const GAPS = 200;
const FILES = 100;
const FINDINGS = 100;

/** A page of the matrix: our specifications, and after the last of them those of other tools. */
export type MatrixPage = Page<TraceRow | SpecTrace>;

/** Everything the paged lists of the trace are made from, computed once a build. */
interface TraceData {
  readonly trace: Trace;
  readonly matrix: readonly MatrixPage[];
  readonly gaps: readonly Page<Missing>[];
  readonly missing: readonly Missing[];
  readonly files: readonly Page<FileTrace>[];
  readonly findings: Findings;
  readonly findingPages: readonly Page<FindingRow>[];
}

const known = new WeakMap<object, TraceData>();

/** The paged lists of the trace. */
export function traceData(context: EvidenceContext): TraceData {
  const found = known.get(context.evidence);
  if (found) return found;
  const trace = traceOf(context);
  const missing = missingOf(context);
  const findings = findingsOf(context);
  const data = {
    trace,
    matrix: cutIntoPages([...trace.rows, ...specTraces(context)], '/trace/', SPECS),
    missing,
    gaps: cutIntoPages(missing, '/trace/gaps/', GAPS),
    files: cutIntoPages(fileTraces(context), '/trace/files/', FILES),
    findings,
    findingPages: cutIntoPages(findings.rows, '/findings/', FINDINGS),
  };
  known.set(context.evidence, data);
  return data;
}

/** Static paths of the pages of a list, for a route with an optional rest parameter. */
export function pathsOf<T>(pages: readonly Page<T>[]) {
  return pages.map((page) => ({
    params: { page: page.number === 1 ? undefined : String(page.number) },
    props: { page },
  }));
}

/** The rows of a page of the matrix: specifications of ours, and those of other tools. */
export function matrixRows({ items }: MatrixPage) {
  return {
    ours: items.filter(isOurs),
    others: items.filter((item): item is SpecTrace => !isOurs(item)),
  };
}

function isOurs(item: TraceRow | SpecTrace): item is TraceRow {
  return 'record' in item;
}
