import type { JudgedClaim } from './judge.ts';
import type { KnownLanding, UnknownLanding } from './landing.ts';
import type { Doubt } from './units.ts';
import { shortId, unverifiable } from './verdict.ts';

/** The claims of a record as they hold for one unit. */
export interface Judgement {
  readonly landing: KnownLanding;
  readonly claims: readonly JudgedClaim[];
}

/** What is known of the units besides their verdicts. */
interface Circumstances {
  /** Why there may be a unit that this clone does not show. */
  readonly gap: UnknownLanding | undefined;
  /** Whether the first unit brought in other records too, and so is more than one piece of work. */
  readonly isShared: boolean;
}

/**
 * One answer from a record judged under several units it may have landed in: the one that Git itself shows, and
 * others.
 *
 * Another unit is taken instead where it makes at least two more of the contradicted claims hold, or one in a unit
 * that several records share. Where it makes one hold, that may be chance or the truth: the claims about which the
 * two differ are unverifiable. One that makes fewer hold than the first does not count. A unit that is apart is never
 * taken, but where it makes two more hold, they are unverifiable.
 */
export function agree(
  first: Judgement,
  others: readonly { readonly judged: Judgement; readonly doubt: Doubt }[],
  { gap, isShared }: Circumstances,
): Judgement {
  const firm = [first];
  for (const { judged, doubt } of others) {
    const isKnown = firm.some((known) => isWithin(known, judged));
    if (!isKnown && isCredible(firm, judged, doubt)) firm.push(judged);
  }
  const best = Math.min(...firm.map(contradictedIn));
  // What speaks against a unit more than against the one that Git shows cannot make that one doubtful.
  const most = Math.min(best + (isShared ? 0 : 1), contradictedIn(first));
  const [chosen = first, ...equals] = firm.filter((judged) => contradictedIn(judged) <= most);
  const doubtful = others.flatMap(({ judged, doubt }) =>
    doubt === 'apart' && contradictedIn(judged) + 1 < best ? [judged] : [],
  );
  return { ...chosen, claims: chosen.claims.map((entry, index) => settle(entry, index)) };

  function settle(entry: JudgedClaim, index: number): JudgedClaim {
    const isContradicted = entry.verdict.kind === 'contradicted';
    const rest = isContradicted ? [...equals, ...doubtful] : equals;
    const other = rest.find(
      ({ claims }) => (claims[index]?.verdict.kind === 'contradicted') !== isContradicted,
    );
    if (other) {
      const reason = undecided(other.landing, isContradicted);
      return { ...entry, verdict: unverifiable('ambiguous', reason) };
    }
    // The time of a commit stands, whatever came before it.
    if (!isContradicted || !gap || entry.claim.kind === 'executed') return entry;
    return { ...entry, verdict: unverifiable(gap.why, gap.reason) };
  }
}

function undecided({ steps }: KnownLanding, isContradicted: boolean): string {
  const [first, last] = [steps[0]?.id ?? '', steps.at(-1)?.id ?? ''].map(shortId);
  const unit = steps.length > 1 ? `the commits from ${first} to ${last}` : `the commit ${first}`;
  const holds = isContradicted ? 'holds' : 'does not hold';
  return `it ${holds} if the work is ${unit}, but the history does not show which commits it is`;
}

/** Whether a unit about which there is a doubt may be the true one all the same, beside those that may be. */
function isCredible(firm: readonly Judgement[], judged: Judgement, doubt: Doubt): boolean {
  const gain = Math.min(...firm.map(contradictedIn)) - contradictedIn(judged);
  switch (doubt) {
    case 'none':
      return true;
    case 'further':
      return gain > 1 || firm.every((known) => isWithin(judged, known));
    case 'other':
      return gain > 1;
    case 'root':
      return gain > 1 && firm.every(lacksSpec) && !lacksSpec(judged);
    case 'apart':
      return false;
  }
}

/** Whether the specification did not come in with the record. */
function lacksSpec({ claims }: Judgement): boolean {
  return claims.some(
    ({ claim, verdict }) => claim.kind === 'landed-together' && verdict.kind === 'contradicted',
  );
}

/** How many claims are contradicted; that the specification did not come with the record weighs as two. */
export function contradictedIn({ claims }: Judgement): number {
  return claims
    .filter(({ verdict }) => verdict.kind === 'contradicted')
    .reduce((sum, { claim }) => sum + (claim.kind === 'landed-together' ? 2 : 1), 0);
}

/** Whether everything that is contradicted in one judgement is so in the other. */
function isWithin(one: Judgement, other: Judgement): boolean {
  return one.claims.every(
    ({ verdict }, index) =>
      verdict.kind !== 'contradicted' || other.claims[index]?.verdict.kind === 'contradicted',
  );
}
