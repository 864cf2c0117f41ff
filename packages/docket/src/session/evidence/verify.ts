import { findingOfUnused, findingsOf, findingsOfFile } from '../../evidence/findings.ts';
import type { JudgedRecord } from '../../evidence/judge.ts';
import type { JudgedFile } from '../../evidence/judge-file.ts';
import { SOURCE_NAMES, type SourceName } from '../../evidence/sources/source.ts';
import { isLacking, type Verdict } from '../../evidence/verdict.ts';
import { verificationOf } from '../../evidence/verification.ts';
import type { Finding } from '../../records/finding.ts';
import type { ProvenanceRecord } from '../../records/record.ts';
import type { Verification } from '../../records/verification.ts';
import type { Session } from '../session.ts';
import { filesTouchedSince, touchedSince } from './since.ts';

export { SOURCE_NAMES };

/** Which records to verify. */
export interface VerifyRequest {
  /** `undefined` for all. */
  readonly records: readonly ProvenanceRecord[] | undefined;
  /** Leaves out records that commits since this branch or commit have nothing to do with. */
  readonly since: string | undefined;
  /** The sources to verify; `undefined` for all, and for our own alone where records are named. */
  readonly sources?: readonly SourceName[] | undefined;
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
  const isOurs = request.sources?.includes('ours') ?? true;
  const judged = isOurs ? await chosen(session, request) : [];
  const files = await chosenFiles(session, request);
  const isAll =
    request.records === undefined && request.since === undefined && request.sources === undefined;
  return {
    verification: verificationOf(judged, files),
    findings: [...judged.flatMap(findingsOf), ...files.flatMap(findingsOfFile)],
    unused: isAll ? (await evidence.unused()).map(findingOfUnused) : [],
    gaps: [...judged, ...files]
      .flatMap(({ claims }): readonly { readonly verdict: Verdict }[] => claims)
      .flatMap(({ verdict }) => (isLacking(verdict) ? [verdict.reason] : [])),
  };
}

async function chosenFiles(
  session: Session,
  { records, since, sources }: VerifyRequest,
): Promise<readonly JudgedFile[]> {
  if (records !== undefined) return [];
  const { history, files } = await session.evidence();
  const found = (await files()).filter(({ source }) => sources?.includes(source.name) ?? true);
  if (since === undefined || history.kind === 'unknown') return found;
  return filesTouchedSince(found, { root: session.root, history, base: since });
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
