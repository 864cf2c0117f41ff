import { messageOf } from '../records/finding.ts';
import type {
  VerdictCounts,
  Verification,
  VerifiedClaim,
  VerifiedRecord,
} from '../records/verification.ts';
import type { JudgedClaim, JudgedRecord } from './judge.ts';
import type { JudgedFile, JudgedSourceClaim } from './judge-file.ts';
import { landingKind } from './landing.ts';
import { SOURCE_NAMES, titleOf } from './sources/index.ts';
import { OURS } from './sources/ours.ts';
import type { Verdict } from './verdict.ts';

/** Judged records, and judged files of other sources, as the plain data that reports are made from. */
export function verificationOf(
  judged: readonly JudgedRecord[],
  files: readonly JudgedFile[] = [],
): Verification {
  const sources = SOURCE_NAMES.map((source) => {
    const own = files.filter((file) => file.source.name === source);
    const records =
      source === OURS.name ? judged.map(recordData) : own.map((file) => fileData(file));
    const claims = source === OURS.name ? judged : own;
    return { source, title: titleOf(source), records, summary: summarise(claims) };
  }).filter(({ records }) => records.length > 0);
  return {
    sources: sources.map(({ source, title, records, summary }) => ({
      source,
      title,
      files: records.length,
      summary,
    })),
    records: sources.flatMap(({ records }) => records),
    summary: summarise([...judged, ...files]),
  };
}

/** Counts the claims of records by their verdict. */
export function summarise(
  judged: readonly {
    readonly claims: readonly Pick<JudgedClaim, 'verdict' | 'accepted'>[];
  }[],
): VerdictCounts {
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

function fileData({ source, path, claims }: JudgedFile): VerifiedRecord {
  return {
    source: source.name,
    file: path,
    spec: null,
    landing: null,
    gap: null,
    claims: claims.map(({ claim, verdict, commit, signs, accepted }) => ({
      ...judgedData(claim, verdict),
      commit: commit?.id ?? null,
      signs: signs.map(({ kind, words }) => ({ kind, message: words })),
      ...(accepted !== undefined && { accepted }),
    })),
    notices: [],
  };
}

function recordData({
  record,
  spec,
  landing,
  claims,
  notices,
  agents,
}: JudgedRecord): VerifiedRecord {
  return {
    source: OURS.name,
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
    ...(agents && {
      agents: {
        claimed: agents.claimed ?? null,
        observed: agents.observed.map(({ name, model, by, commit }) => ({
          ...{ name, model: model ?? null, by, commit },
        })),
        gaps: agents.gaps,
      },
    }),
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
    ...judgedData(claim, verdict),
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

/** What every claim is told with, whatever it was found in. */
function judgedData(claim: JudgedClaim['claim'] | JudgedSourceClaim['claim'], verdict: Verdict) {
  return {
    kind: claim.kind,
    id: claim.id,
    claim: claim.claim,
    line: claim.span.start.line,
    verdict: verdict.kind,
    evidence: 'evidence' in verdict ? verdict.evidence : null,
    reason: 'reason' in verdict ? verdict.reason : null,
  };
}
