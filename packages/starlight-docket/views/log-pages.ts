import type { DecisionRow, Log } from './log.ts';
import type { Qualified, QualifiedStatus } from './qualified.ts';
import type { RecordRef } from './record-ref.ts';

/** How many decisions one page of the log shows, unless the configuration says otherwise. */
export const LOG_ROWS = 200;

/** One page of the log, as it stands without scripting. */
export interface LogPage {
  /** From 1. */
  readonly number: number;
  readonly rows: readonly DecisionRow[];
  /** Place of the first row in the whole log, from 1. */
  readonly from: number;
  /** Path below the base. */
  readonly path: string;
}

/** Cuts the log into pages; an empty log has one. */
export function pagesOf(log: Log, size: number): readonly LogPage[] {
  const count = Math.max(1, Math.ceil(log.rows.length / size));
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    rows: log.rows.slice(index * size, (index + 1) * size),
    from: index * size + 1,
    path: pagePath(index + 1),
  }));
}

/** The path of a page of the log: `log/`, `log/2/`. */
export function pagePath(number: number): string {
  return number === 1 ? 'log/' : `log/${number}/`;
}

/** Another record as a row of the wire names it: label, address, title. */
export type WireRef = readonly [label: string, url: string, title: string];

/** A row as the browser fetches it where the log has several pages. What is absent is left out. */
export interface WireRow {
  readonly label: string;
  /** Whether the label is no more than the name of the file. */
  readonly unnumbered?: true;
  readonly title: string;
  readonly url: string;
  readonly lapsed?: true;
  readonly log?: string;
  readonly status?: string;
  readonly qualified?: QualifiedStatus;
  /** The words for a status that is none of those known. */
  readonly statusWritten?: string;
  readonly date?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly makers?: readonly string[];
  readonly spec?: WireRef;
  readonly executions?: readonly WireRef[];
}

/** A row without what is empty, since ten thousand of them are sent at once. */
export function wireRow(row: DecisionRow, known: Qualified): WireRow {
  const { ref, log, date, description, tags, makers, spec, executions } = row;
  const qualified = known.get(ref.url);
  return {
    label: ref.label,
    ...(!ref.isNumbered && { unnumbered: true }),
    title: ref.title,
    url: ref.url,
    ...(ref.lapsed && { lapsed: true }),
    ...(log !== undefined && { log }),
    ...(ref.status && { status: ref.status }),
    ...(qualified !== undefined && { qualified }),
    ...(ref.statusWritten && { statusWritten: ref.statusWritten }),
    ...(date && { date }),
    ...(description && { description }),
    ...(tags.length > 0 && { tags }),
    ...(makers.length > 0 && { makers }),
    ...(spec && { spec: wireRef(spec) }),
    ...(executions.length > 0 && { executions: executions.map(wireRef) }),
  };
}

function wireRef({ label, url, title }: RecordRef): WireRef {
  return [label, url, title];
}
