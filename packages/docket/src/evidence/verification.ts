import { messageOf } from '../records/finding.ts';
import type {
  VerdictCounts,
  Verification,
  VerifiedClaim,
  VerifiedRecord,
} from '../records/verification.ts';
import type { JudgedClaim, JudgedRecord } from './judge.ts';
import { landingKind } from './landing.ts';
import type { Verdict } from './verdict.ts';

/** Judged records as the plain data that reports are made from. */
export function verificationOf(judged: readonly JudgedRecord[]): Verification {
  return { records: judged.map(recordData), summary: summarise(judged) };
}

/** Counts the claims of records by their verdict. */
export function summarise(judged: readonly JudgedRecord[]): VerdictCounts {
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

function recordData({ record, spec, landing, claims, notices }: JudgedRecord): VerifiedRecord {
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
    gap: landing.kind === 'unknown' ? landing.reason : null,
    claims: claims.map(claimData),
    notices: notices.map((notice) => ({
      kind: notice.kind,
      severity: notice.severity,
      message: messageOf(notice),
      details: notice.details,
      line: notice.span.start.line,
      help: notice.help,
    })),
  };
}

function claimData({ claim, verdict, now, observed, accepted }: JudgedClaim): VerifiedClaim {
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
