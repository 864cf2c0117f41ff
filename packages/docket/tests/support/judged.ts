import type { JudgedClaim, JudgedRecord } from '../../src/evidence/judge.ts';
import type { JudgedFile } from '../../src/evidence/judge-file.ts';
import { openSession } from '../../src/session/session.ts';

/** Judges every record of a repository as the command does. */
export async function judgeRepository(root: string): Promise<readonly JudgedRecord[]> {
  const session = await openSession({ root });
  return (await session.evidence()).judged();
}

/** Judges every file of another source than ours, as the command does. */
export async function judgeFilesOf(root: string): Promise<readonly JudgedFile[]> {
  const session = await openSession({ root, mayLackRecords: true });
  return (await session.evidence()).files();
}

/** Each claim of all files as its id, its verdict and its signs. */
export function tell(files: readonly JudgedFile[]): string[] {
  return files.flatMap(({ claims }) =>
    claims.map(({ claim, verdict, signs }) =>
      [claim.id, verdict.kind, ...signs.map(({ kind }) => kind)].join(' '),
    ),
  );
}

/** What is said of a claim, its ids made stable. */
export function wordsOf(files: readonly JudgedFile[], id: string): string {
  const found = files.flatMap(({ claims }) => claims).find(({ claim }) => claim.id === id);
  if (!found) throw new Error(`No claim ${id}`);
  const { verdict } = found;
  const { reason, evidence } = { reason: '', evidence: '', ...verdict };
  return stable([reason, evidence].filter((text) => text !== '').join(' | '));
}

/** The one judged record of a repository. */
export async function judgeOnly(root: string): Promise<JudgedRecord> {
  const [only, ...others] = await judgeRepository(root);
  if (!only || others.length > 0)
    throw new Error(`Expected one record, found ${others.length + 1}`);
  return only;
}

/** Verdict of each claim by its id. */
export function verdicts(judged: JudgedRecord): Record<string, string> {
  return Object.fromEntries(judged.claims.map(({ claim, verdict }) => [claim.id, verdict.kind]));
}

/** Claims that are not verified, as id and verdict; results of steps are left out. */
export function openClaims({ claims }: JudgedRecord): string[] {
  return claims
    .filter(({ claim, verdict }) => claim.kind !== 'result' && verdict.kind !== 'verified')
    .map((entry) => `${entry.claim.id} ${entry.verdict.kind}`);
}

/** The claim of an id. */
export function claim(judged: JudgedRecord, id: string): JudgedClaim {
  const found = judged.claims.find((entry) => entry.claim.id === id);
  if (!found) throw new Error(`No claim ${id} among ${judged.claims.map((c) => c.claim.id)}`);
  return found;
}

/** What is said about a claim, with commit and blob ids made stable. */
export function said(judged: JudgedRecord, id: string): string {
  const { verdict } = claim(judged, id);
  const text = Object.entries(verdict)
    .map(([key, value]) => (key === 'kind' ? value : `${key}: ${value}`))
    .join('\n');
  return stable(text);
}

/** Object ids replaced by `<id>`, times by `<time>`. */
export function stable(text: string): string {
  return text
    .replace(/\b[0-9a-f]{40}\b|\b[0-9a-f]{10}\b/g, '<id>')
    .replace(/\d{4}-\d\d-\d\dT[\d:]+(?:Z|[+-]\d\d:\d\d)/g, '<time>');
}
