import type { JudgedClaim, Verdict } from 'docket/session';
import { type Piece, richText } from './rich-text.ts';
import type { EvidenceContext } from './site-evidence.ts';

/** A verdict as pages name it: one that a person accepted stays contradicted, and is told apart. */
export type VerdictName = Verdict['kind'] | 'accepted';

/** All of them, the weightiest first. */
export const VERDICT_NAMES = [
  'contradicted',
  'accepted',
  'outdated',
  'unverifiable',
  'verified',
] as const satisfies readonly VerdictName[];

/** What readers are told. */
export const VERDICT_WORDS: Readonly<Record<VerdictName, string>> = {
  verified: 'Verified',
  contradicted: 'Contradicted',
  accepted: 'Contradicted, accepted',
  outdated: 'Outdated',
  unverifiable: 'Unverifiable',
};

/** A verdict with the sentences that explain it. */
export interface VerdictView {
  readonly name: VerdictName;
  readonly word: string;
  /** What Git shows; empty where nothing could be seen. */
  readonly seen: readonly Piece[];
  /** Why the claim cannot hold beside it, or why nothing can be said; empty for a claim that holds. */
  readonly reason: readonly Piece[];
  /** Why a person let it stand. */
  readonly accepted: string | undefined;
}

/** What is told of a claim, whatever its source. */
type Judged = Pick<JudgedClaim, 'verdict' | 'accepted'>;

/** The name of the verdict on a claim. */
export function verdictName({ verdict, accepted }: Judged): VerdictName {
  return accepted === undefined ? verdict.kind : 'accepted';
}

/** The verdict on a claim as pages show it. */
export function verdictView(context: EvidenceContext, judged: Judged): VerdictView {
  const { verdict, accepted } = judged;
  const name = verdictName(judged);
  return {
    name,
    word: VERDICT_WORDS[name],
    seen: verdict.kind === 'unverifiable' ? [] : richText(context, verdict.evidence),
    reason: verdict.kind === 'verified' ? [] : richText(context, verdict.reason),
    accepted,
  };
}

/** How the claims of one or several records came out. */
export interface Standing {
  readonly total: number;
  readonly counts: Readonly<Record<VerdictName, number>>;
  /** The weightiest verdict among them; `unverifiable` where there is no claim. */
  readonly worst: VerdictName;
}

/** Counts the verdicts. */
export function standingOf(judged: readonly { readonly claims: readonly Judged[] }[]): Standing {
  const counts: Record<VerdictName, number> = {
    contradicted: 0,
    accepted: 0,
    outdated: 0,
    unverifiable: 0,
    verified: 0,
  };
  let total = 0;
  for (const claim of judged.flatMap(({ claims }) => claims)) {
    counts[verdictName(claim)] += 1;
    total += 1;
  }
  const worst = VERDICT_NAMES.find((name) => counts[name] > 0) ?? 'unverifiable';
  return { total, counts, worst };
}

/** A standing in words: `16 of 16 claims verified`, `14 of 16 claims verified, 2 unverifiable`. */
export function standingWords({ total, counts }: Standing): string {
  if (total === 0) return 'no claims';
  const rest: readonly [number, string][] = [
    [counts.contradicted, 'contradicted'],
    [counts.accepted, 'contradicted and accepted'],
    [counts.outdated, 'outdated'],
    [counts.unverifiable, 'unverifiable'],
  ];
  return [
    `${counts.verified} of ${total} ${total === 1 ? 'claim' : 'claims'} verified`,
    ...rest.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`),
  ].join(', ');
}
