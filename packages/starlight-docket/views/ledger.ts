import type { AdrRecord, DocketRecord, ProvenanceRecord, Role } from 'docket/records';
import { type RecordRef, refTo } from './record-ref.ts';
import { type ReferenceContext, type Segment, segmentsOf } from './references.ts';
import type { SiteSpec } from './specs/site-specs.ts';
import { slugUrl, specRef } from './specs/tabs.ts';
import { recordUrl } from './urls.ts';

/** Whether a decision that an agent took alone can stand, in the order in which a person should look. */
export const ACCEPTABLE = ['Review', 'No', 'Not stated', 'Yes'] as const;

/** Whether a decision that an agent took alone can stand. */
export type Acceptable = (typeof ACCEPTABLE)[number];

/** Where a decision was recorded. */
export type LedgerSource = 'Agent decision' | 'Decision made' | 'Deviation';

/** A decision that nobody ordered. */
export interface LedgerRow {
  readonly source: LedgerSource;
  readonly record: RecordRef;
  /** Address of the section that holds it. */
  readonly url: string;
  readonly decision: readonly Segment[];
  /** What was chosen among which options; empty where the record does not say. */
  readonly chosen: readonly Segment[];
  readonly rationale: readonly Segment[];
  /** What else was considered; absent where the text does not say. */
  readonly considered?: readonly Segment[];
  readonly acceptable: Acceptable;
  /** What the record adds to its yes or no. */
  readonly remark: string;
  /** `2026-03-05`; of the decision record, or of the execution. */
  readonly date: string | undefined;
}

/** Every autonomous decision of a repository, and those that may be some. */
export interface Ledger {
  /** Open reviews first, then the latest. */
  readonly rows: readonly LedgerRow[];
  /** What other tools' texts say was decided, by a person or an agent: none of them says which. The latest first. */
  readonly others: readonly LedgerRow[];
  readonly counts: readonly { readonly acceptable: Acceptable; readonly count: number }[];
  /** Records that hold at least one, in the order of the corpus, then specifications of other tools. */
  readonly records: readonly { readonly ref: RecordRef; readonly count: number }[];
  /** How many decision and provenance records say that there was none. */
  readonly none: number;
}

/** Collects the decisions that agents took alone, or may have taken. */
export function ledgerOf(context: ReferenceContext): Ledger {
  const { adrs, provenances } = context.corpus;
  const groups = [
    ...adrs.map((adr) => fromDecision(context, adr)),
    ...provenances.map((record) => fromProvenance(context, record)),
  ];
  const told = (context.specs?.all ?? []).map((spec) => fromSpec(context, spec));
  const rows = groups.flat().sort(compareRows);
  const others = told.flat().sort(compareRows);
  return {
    rows,
    others,
    counts: ACCEPTABLE.map((acceptable) => ({
      acceptable,
      count: [...rows, ...others].filter((row) => row.acceptable === acceptable).length,
    })).filter(({ count }) => count > 0),
    records: [...groups, ...told].flatMap((group) =>
      group[0] ? [{ ref: group[0].record, count: group.length }] : [],
    ),
    none: groups.filter((group) => group.length === 0).length,
  };
}

function fromDecision(context: ReferenceContext, adr: AdrRecord): LedgerRow[] {
  const url = sectionUrl(context, adr, 'agent-decisions');
  return adr.body.agentDecisions.map(({ decision, rationale, acceptable }) => ({
    source: 'Agent decision',
    record: refTo(context.base, adr),
    url,
    decision: segmentsOf(context, decision, adr),
    chosen: [],
    rationale: segmentsOf(context, rationale, adr),
    ...readAcceptable(acceptable),
    date: adr.fields.date.value,
  }));
}

function fromProvenance(context: ReferenceContext, record: ProvenanceRecord): LedgerRow[] {
  const { decisions, deviations } = record.body;
  const shared = {
    record: refTo(context.base, record),
    acceptable: 'Not stated',
    remark: '',
    date: /^\d{4}-\d{2}-\d{2}/.exec(record.fields.executed.value ?? '')?.[0],
  } as const;
  const made = sectionUrl(context, record, 'decisions');
  const deviated = sectionUrl(context, record, 'deviations');
  return [
    ...decisions.map(
      ({ decision, options, chosen, rationale }): LedgerRow => ({
        ...shared,
        source: 'Decision made',
        url: made,
        decision: segmentsOf(context, decision, record),
        chosen: segmentsOf(context, chosenOf(chosen, options), record),
        rationale: segmentsOf(context, rationale, record),
      }),
    ),
    ...deviations.map(
      ({ text }): LedgerRow => ({
        ...shared,
        source: 'Deviation',
        url: deviated,
        decision: segmentsOf(context, text, record),
        chosen: [],
        rationale: [],
      }),
    ),
  ];
}

/** What another tool's texts say was decided on the way; by whom, none of them says. */
function fromSpec(context: ReferenceContext, spec: SiteSpec): LedgerRow[] {
  const { base, specs } = context;
  const { folder, slug } = spec;
  const record = specRef(base, spec);
  return folder.decisions.map(({ kind, decision, rationale, options, file }) => ({
    source: kind === 'decision' ? 'Decision made' : 'Deviation',
    record,
    url: slugUrl(base, specs?.byPath.get(file)?.slug ?? slug),
    decision: segmentsOf(context, decision),
    chosen: [],
    rationale: segmentsOf(context, rationale),
    considered: segmentsOf(context, options),
    acceptable: 'Not stated',
    remark: '',
    date: folder.archived?.date,
  }));
}

function chosenOf(chosen: string, options: string): string {
  if (chosen === '') return options;
  return options === '' ? chosen : `${chosen}, of: ${options}`;
}

function readAcceptable(text: string): Pick<LedgerRow, 'acceptable' | 'remark'> {
  const found = /^\W*(yes|no|review)\b[\s.,:;()–—-]*/i.exec(text);
  const word = found?.[1]?.toLowerCase();
  const acceptable = ACCEPTABLE.find((name) => name.toLowerCase() === word);
  if (!found || !acceptable) return { acceptable: 'Not stated', remark: text };
  return { acceptable, remark: text.slice(found[0].length).replace(/\)$/, '') };
}

function sectionUrl({ base }: ReferenceContext, record: DocketRecord, role: Role): string {
  return recordUrl(base, record, record.sections.get(role)?.slug);
}

function compareRows(a: LedgerRow, b: LedgerRow): number {
  const byState = ACCEPTABLE.indexOf(a.acceptable) - ACCEPTABLE.indexOf(b.acceptable);
  const [dateA, dateB] = [a.date ?? '', b.date ?? ''];
  return byState || (dateA === dateB ? 0 : dateA < dateB ? 1 : -1);
}
