import { messageOf } from '../records/finding.ts';
import type { ClaimKind } from './claims.ts';
import type { JudgedClaim, JudgedRecord } from './judge.ts';
import { landingKind } from './landing.ts';
import type { Fate } from './names.ts';
import type { Notice } from './notice.ts';
import type { Verdict } from './verdict.ts';

/** How many claims came to each verdict. */
export interface VerifySummary {
  readonly verified: number;
  /** All of them, accepted ones included. */
  readonly contradicted: number;
  readonly unverifiable: number;
  readonly outdated: number;
  /** How many of the contradicted claims a person has judged and lets stand. */
  readonly accepted: number;
}

/** A judged claim for programs. */
export interface WireClaim {
  readonly kind: ClaimKind;
  /** By which `docket accept` knows it. */
  readonly id: string;
  readonly claim: string;
  readonly line: number;
  readonly verdict: Verdict['kind'];
  /** What Git shows; `null` where nothing could be found out. */
  readonly evidence: string | null;
  /** Why the claim does not hold or cannot be held; `null` for what is verified. */
  readonly reason: string | null;
  /** For a validation step: what the record claims beside what the tool found. */
  readonly result?: {
    readonly step: number;
    readonly claimed: string;
    readonly observed: string | null;
  };
  /** For an artifact: what became of it since. */
  readonly now?: Pick<Fate, 'kind' | 'path' | 'times'>;
  /** Why a person let the contradiction stand. */
  readonly accepted?: string;
}

/** A judged record for programs. */
export interface WireRecord {
  readonly file: string;
  readonly spec: string | null;
  /** `null` where it is not known where the record came in. */
  readonly landing: {
    readonly commit: string;
    readonly kind: string;
    readonly date: string;
    /** The commits of the unit, oldest first; a merge stands for what it brings. */
    readonly commits: readonly string[];
  } | null;
  readonly claims: readonly WireClaim[];
  readonly notices: readonly (Pick<Notice, 'kind' | 'severity' | 'details'> & {
    readonly message: string;
    readonly line: number;
  })[];
}

/** What `docket verify --format json` prints. */
export interface Verification {
  readonly records: readonly WireRecord[];
  readonly summary: VerifySummary;
}

/** Judged records as the one value that programs read. */
export function verificationOf(judged: readonly JudgedRecord[]): Verification {
  return { records: judged.map(wireRecord), summary: summarise(judged) };
}

/** Counts the claims of records by their verdict. */
export function summarise(judged: readonly JudgedRecord[]): VerifySummary {
  const claims = judged.flatMap((record) => record.claims);
  const count = (kind: Verdict['kind']) =>
    claims.filter(({ verdict }) => verdict.kind === kind).length;
  return {
    verified: count('verified'),
    contradicted: count('contradicted'),
    unverifiable: count('unverifiable'),
    outdated: count('outdated'),
    accepted: claims.filter(({ accepted }) => accepted !== undefined).length,
  };
}

function wireRecord({ record, spec, landing, claims, notices }: JudgedRecord): WireRecord {
  return {
    file: record.path,
    spec: spec?.path ?? null,
    landing:
      landing.kind === 'landed'
        ? {
            commit: landing.commit.id,
            kind: landingKind(landing),
            date: landing.commit.committed,
            commits: landing.steps.map(({ id }) => id),
          }
        : null,
    claims: claims.map(wireClaim),
    notices: notices.map((notice) => ({
      kind: notice.kind,
      severity: notice.severity,
      message: messageOf(notice),
      details: notice.details,
      line: notice.span.start.line,
    })),
  };
}

function wireClaim({ claim, verdict, now, observed, accepted }: JudgedClaim): WireClaim {
  return {
    kind: claim.kind,
    id: claim.id,
    claim: claim.claim,
    line: claim.span.start.line,
    verdict: verdict.kind,
    evidence: 'evidence' in verdict ? verdict.evidence : null,
    reason: 'reason' in verdict ? verdict.reason : null,
    ...(claim.kind === 'result' && {
      result: {
        step: claim.result.number,
        claimed: claim.result.outcome,
        observed: observed?.outcome ?? null,
      },
    }),
    ...(now && { now: { kind: now.kind, path: now.path, times: now.times } }),
    ...(accepted !== undefined && { accepted }),
  };
}
