import type { JudgedClaim, Verdict } from 'docket/session';
import type { Translate, WordKey } from '../../words/say.ts';
import { listed } from '../lists.ts';
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
export const VERDICT_WORDS = {
  verified: 'docket.verdict.verified',
  contradicted: 'docket.verdict.contradicted',
  accepted: 'docket.verdict.accepted',
  outdated: 'docket.verdict.outdated',
  unverifiable: 'docket.verdict.unverifiable',
} as const satisfies Readonly<Record<VerdictName, WordKey>>;

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
    word: context.t(VERDICT_WORDS[name]),
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
export function standingWords(t: Translate, { total, counts }: Standing): string {
  if (total === 0) return t('docket.standing.noClaims');
  const rest = [
    [counts.contradicted, 'docket.standing.contradicted'],
    [counts.accepted, 'docket.standing.accepted'],
    [counts.outdated, 'docket.standing.outdated'],
    [counts.unverifiable, 'docket.standing.unverifiable'],
  ] as const;
  const words = [
    t('docket.standing.verified', { count: total, verified: counts.verified }),
    ...rest.filter(([count]) => count > 0).map(([count, word]) => t(word, { count })),
  ];
  return listed(words, t.lang, 'unit');
}
