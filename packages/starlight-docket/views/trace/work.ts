import type { EvidenceContext } from '../evidence/site-evidence.ts';
import { fileTraces } from './files.ts';

/** A claim of another source in the trace; `null` for what is not known. */
export interface TracedClaim {
  /** As `docket verify` names it. */
  readonly id: string;
  readonly claim: string;
  readonly line: number;
  readonly verdict: string;
  readonly reason: string | null;
  /** Ids of the stories and requirements that the claim names. */
  readonly requirements: readonly string[];
  /** The commit that made the claim. */
  readonly commit: string | null;
  /** The paths that the claim names and the history has, with the commit that made each what it was. */
  readonly paths: readonly {
    readonly path: string;
    readonly commit: string | null;
    /** Ids of the records that name the path. */
    readonly citedBy: readonly string[];
  }[];
}

/** A file of another source of claims in the trace. */
export interface WorkTrace {
  readonly source: string;
  readonly path: string;
  readonly claims: readonly TracedClaim[];
}

/** From requirement to task to path to commit to decision, for every file of another source; gaps are left open. */
export function workTraces(context: EvidenceContext): WorkTrace[] {
  const { evidence } = context;
  if (evidence.files.length === 0) return [];
  const citing = new Map(fileTraces(context).map(({ path, citedBy }) => [path, citedBy]));
  return evidence.files.map(({ source, path, claims }) => ({
    source: source.name,
    path,
    claims: claims.map(({ claim, verdict, commit, found }) => ({
      id: claim.id,
      claim: claim.claim,
      line: claim.span.start.line,
      verdict: verdict.kind,
      reason: 'reason' in verdict ? verdict.reason : null,
      requirements: 'refs' in claim ? claim.refs : [],
      commit: commit?.id ?? null,
      paths: found.map((one) => ({
        path: one.path,
        commit: one.commit ?? null,
        citedBy: (citing.get(one.path) ?? []).map(({ id }) => id),
      })),
    })),
  }));
}
