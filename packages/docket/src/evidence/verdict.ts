import type { HistoryGap } from '../records/history.ts';

/**
 * Why a claim cannot be decided. The first group is a lack that can be filled (read more history, commit the
 * record); the second lies in the claim or the repository.
 */
export type Unknown =
  | HistoryGap
  | 'shallow'
  | 'uncommitted'
  | 'missing-object'
  // What follows no history could decide.
  | 'root-commit'
  | 'submodule'
  | 'ambiguous'
  | 'not-checkable';

const BY_NATURE: ReadonlySet<Unknown> = new Set([
  'root-commit',
  'submodule',
  'ambiguous',
  'not-checkable',
]);

/** What holding a claim against Git came to. Texts have no full stop. */
export type Verdict =
  | { readonly kind: 'verified'; readonly evidence: string }
  | { readonly kind: 'contradicted'; readonly evidence: string; readonly reason: string }
  | { readonly kind: 'outdated'; readonly evidence: string; readonly reason: string }
  | { readonly kind: 'unverifiable'; readonly why: Unknown; readonly reason: string };

/** Whether a claim stayed open because something is lacking that someone could provide. */
export function isLacking(verdict: Verdict): verdict is Extract<Verdict, { kind: 'unverifiable' }> {
  return verdict.kind === 'unverifiable' && !BY_NATURE.has(verdict.why);
}

/** Git shows that the claim holds. */
export function verified(evidence: string): Verdict {
  return { kind: 'verified', evidence };
}

/** Git shows something else: `evidence` is what was seen, `reason` why the claim cannot hold beside it. */
export function contradicted(evidence: string, reason: string): Verdict {
  return { kind: 'contradicted', evidence, reason };
}

/** The claim is about something that has been reworded or dropped since. */
export function outdated(evidence: string, reason: string): Verdict {
  return { kind: 'outdated', evidence, reason };
}

/** Nothing can be said, for a reason that is named. */
export function unverifiable(why: Unknown, reason: string): Verdict {
  return { kind: 'unverifiable', why, reason };
}

const BEST_FIRST = ['verified', 'outdated', 'unverifiable', 'contradicted'] as const;

/** The kindest of several readings of one claim: a claim is contradicted only where every reading is. */
export function kindest(verdicts: readonly [Verdict, ...Verdict[]]): Verdict {
  const rank = (verdict: Verdict) => BEST_FIRST.indexOf(verdict.kind);
  return verdicts.reduce((best, next) => (rank(next) < rank(best) ? next : best));
}

/** The first ten digits of an object id: enough for a person to find it. */
export function shortId(id: string): string {
  return id.slice(0, 10);
}
