import { findingOfUnused, findingsOf } from '../../evidence/findings.ts';
import type { JudgedRecord } from '../../evidence/judge.ts';
import { isLacking } from '../../evidence/verdict.ts';
import { verificationOf } from '../../evidence/verification.ts';
import type { Finding } from '../../records/finding.ts';
import type { ProvenanceRecord } from '../../records/record.ts';
import type { Verification } from '../../records/verification.ts';
import type { Session } from '../session.ts';
import { touchedSince } from './since.ts';

/** Which records to verify. */
export interface VerifyRequest {
  /** `undefined` for all. */
  readonly records: readonly ProvenanceRecord[] | undefined;
  /** Leaves out records that commits since this branch or commit have nothing to do with. */
  readonly since: string | undefined;
}

/** What verifying came to. */
export interface Verified {
  readonly verification: Verification;
  /** What a reader should look at, as findings. */
  readonly findings: readonly Finding[];
  /** Accepted claims that no record needs; only known where all records are verified. */
  readonly unused: readonly Finding[];
  /** Why claims stay open for want of history, a reason for each claim. */
  readonly gaps: readonly string[];
}

/**
 * Holds the claims of provenance records against the history.
 * @throws {HelpfulError} where `since` names no commit, or a shallow clone ends before it
 * @throws {GitError} where Git fails
 */
export async function verify(session: Session, request: VerifyRequest): Promise<Verified> {
  const evidence = await session.evidence();
  const judged = await chosen(session, request);
  const isAll = request.records === undefined && request.since === undefined;
  return {
    verification: verificationOf(judged),
    findings: judged.flatMap(findingsOf),
    unused: isAll ? (await evidence.unused()).map(findingOfUnused) : [],
    gaps: judged
      .flatMap(({ claims }) => claims)
      .flatMap(({ verdict }) => (isLacking(verdict) ? [verdict.reason] : [])),
  };
}

async function chosen(
  session: Session,
  { records = session.corpus.provenances, since }: VerifyRequest,
): Promise<readonly JudgedRecord[]> {
  const { history, judged } = await session.evidence();
  const all = new Map((await judged()).map((one) => [one.record, one]));
  const found = records.flatMap((record) => all.get(record) ?? []);
  if (since === undefined || history.kind === 'unknown') return found;
  return touchedSince(found, { root: session.root, history, base: since });
}
