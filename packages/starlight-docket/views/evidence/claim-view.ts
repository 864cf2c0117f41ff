import {
  type Claim,
  type ClaimKind,
  type Fate,
  type JudgedClaim,
  type JudgedRecord,
  type Observation,
  shortId,
  type ValidatedStep,
} from 'docket/session';
import type { WordKey } from '../../words/say.ts';
import { commitUrl, pinnedUrl } from '../urls.ts';
import { type Piece, richText } from './rich-text.ts';
import type { EvidenceContext } from './site-evidence.ts';
import { type VerdictView, verdictView } from './verdict-view.ts';

/** What became of an artifact since the landing. */
export interface FateView {
  readonly kind: Fate['kind'];
  /** How often it changed. */
  readonly times: number;
  /** The name today of a renamed file. */
  readonly path: string | undefined;
  /** The commit that took the file away. */
  readonly commit: { readonly short: string; readonly url: string | undefined } | undefined;
}

/** What the tool itself found for a validation step. */
export interface ObservedView {
  readonly outcome: Observation['outcome'];
  readonly words: string;
  readonly evidence: readonly Piece[];
}

/** A claim of a provenance record as pages show it. */
export interface ClaimView {
  readonly kind: ClaimKind;
  /** Id of the claim's place on the page of its record. */
  readonly anchor: string;
  readonly claim: readonly Piece[];
  /** Line of the record it stands in. */
  readonly line: number;
  readonly verdict: VerdictView;
  /** For an artifact that stood after the landing. */
  readonly now: FateView | undefined;
  /** For an artifact: the file as the landing left it, or found it where it was deleted. */
  readonly pinned: { readonly short: string; readonly url: string } | undefined;
  /** For a result whose step names a check. */
  readonly observed: ObservedView | undefined;
  /** The same in the working tree of the build, for the latest execution. */
  readonly observedNow: ObservedView | undefined;
}

/** Words for what was found at the landing: never those for what holds now. */
export const OBSERVED_THEN: Readonly<Record<Observation['outcome'], WordKey>> = {
  pass: 'docket.observed.pass',
  fail: 'docket.observed.fail',
  'not-run': 'docket.observed.notRun',
};

/** Words for what holds in the files as they stand; a command is not run when a site is built. */
export const OBSERVED_NOW: Readonly<Record<Observation['outcome'], WordKey>> = {
  pass: 'docket.observed.passNow',
  fail: 'docket.observed.failNow',
  'not-run': 'docket.observed.notRunNow',
};

/** All claims of a judged record. */
export function claimViews(context: EvidenceContext, judged: JudgedRecord): ClaimView[] {
  const anchors = anchorsOf(judged.claims.map(({ claim }) => claim));
  const now = judged.spec ? context.evidence.now(judged.spec) : [];
  return judged.claims.map((entry, index) => ({
    kind: entry.claim.kind,
    anchor: anchors[index] ?? '',
    claim: richText(context, entry.claim.claim),
    line: entry.claim.span.start.line,
    verdict: verdictView(context, entry),
    now: entry.now && fateView(context, entry.now),
    pinned: pinnedView(context, judged, entry),
    observed: entry.observed && observedView(context, entry.observed, OBSERVED_THEN),
    observedNow: nowView(context, entry, now),
  }));
}

/** Ids for claims, unique within their record and the same in every build. */
export function anchorsOf(claims: readonly Claim[]): string[] {
  const seen = new Map<string, number>();
  return claims.map(({ id }) => {
    const slug = `claim-${id
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')}`;
    const times = (seen.get(slug) ?? 0) + 1;
    seen.set(slug, times);
    return times === 1 ? slug : `${slug}-${times}`;
  });
}

function nowView(
  context: EvidenceContext,
  { claim }: JudgedClaim,
  now: readonly ValidatedStep[],
): ObservedView | undefined {
  if (claim.kind !== 'result') return undefined;
  const seen = now.find(({ claimed }) => claimed === claim.result)?.observed;
  return seen && observedView(context, seen, OBSERVED_NOW);
}

/** What the tool found for a step, in the words of its moment. */
export function observedView(
  context: EvidenceContext,
  seen: Observation,
  words: Readonly<Record<Observation['outcome'], WordKey>>,
): ObservedView {
  return {
    outcome: seen.outcome,
    words: context.t(words[seen.outcome]),
    evidence: richText(context, seen.evidence),
  };
}

function fateView(context: EvidenceContext, { kind, path, times, commit }: Fate): FateView {
  return {
    kind,
    times,
    path: kind === 'renamed' ? path : undefined,
    commit:
      kind === 'gone' && commit !== undefined
        ? { short: shortId(commit), url: commitUrl(context.repository, commit) }
        : undefined,
  };
}

function pinnedView(
  context: EvidenceContext,
  judged: JudgedRecord,
  { claim }: JudgedClaim,
): ClaimView['pinned'] {
  if (claim.kind !== 'artifact') return undefined;
  const pinned = context.evidence.pinned(judged, claim);
  const url = pinned && pinnedUrl(context.repository, pinned);
  return pinned && url !== undefined ? { short: shortId(pinned.commit), url } : undefined;
}
