import { ACCEPTED_PATH, addAcceptance } from '../../evidence/accepted.ts';
import type { JudgedClaim } from '../../evidence/judge.ts';
import type { JudgedSourceClaim } from '../../evidence/judge-file.ts';
import { saving } from '../../records/authoring/change.ts';
import { HelpfulError } from '../../records/helpful-error.ts';
import { nearest } from '../../records/nearest.ts';
import type { Session } from '../session.ts';
import { typedPath } from '../typed-path.ts';

/** A claim cannot be accepted. */
export class AcceptError extends HelpfulError {
  override readonly name = 'AcceptError';
}

/** A contradicted claim that a person lets stand from now on. */
export interface AcceptedClaim {
  /** The claim in words. */
  readonly claim: string;
  /** Why it cannot hold, and what Git shows. */
  readonly against: string;
  /** Path of the file of accepted claims. */
  readonly file: string;
}

/**
 * Writes down that a person has judged a contradicted claim and lets it stand.
 * @param record a provenance record, or a file of another source, by its path
 * @param id of the claim within its record
 * @throws {HelpfulError} where there is no history, or the record has no contradicted claim of that name
 */
export async function acceptClaim(
  session: Session,
  record: { readonly path: string },
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<AcceptedClaim> {
  const { history, accepted } = await session.evidence();
  if (history.kind === 'unknown') throw new AcceptError(history.message, history.help);
  const claims = await claimsIn(session, record.path);
  const found = claims.find(({ claim }) => claim.id === id);
  const open = claims.filter(
    ({ verdict, accepted }) => verdict.kind === 'contradicted' && accepted === undefined,
  );
  const listed = `the contradicted claims are ${open.map(({ claim }) => `\`${claim.id}\``).join(', ')}`;
  if (!found) {
    const ids = claims.map(({ claim }) => claim.id);
    const meant = nearest(id, ids);
    const others = open.length > 0 ? listed : 'none of its claims is contradicted';
    throw new AcceptError(
      `${record.path} has no claim \`${id}\``,
      meant === undefined ? others : `did you mean \`${meant}\`?`,
    );
  }
  const { claim, verdict } = found;
  if (found.accepted !== undefined) {
    throw new AcceptError(
      `The claim \`${id}\` is already accepted, because: ${found.accepted}`,
      `to give another reason, edit ${ACCEPTED_PATH}`,
    );
  }
  if (verdict.kind !== 'contradicted') {
    throw new AcceptError(
      `The claim \`${id}\` is ${verdict.kind}, not contradicted`,
      open.length > 0 ? listed : 'there is nothing to accept',
    );
  }
  const states = claim.claim;
  const entry = { record: record.path, claim: id, states, reason };
  const text = addAcceptance(accepted.text ?? '', entry);
  await session.apply(() => ({ changes: [saving(ACCEPTED_PATH, accepted.text, text)] }));
  return {
    claim: states,
    against: `${verdict.reason} (${verdict.evidence})`,
    file: ACCEPTED_PATH,
  };
}

type Judged = Pick<JudgedClaim | JudgedSourceClaim, 'claim' | 'verdict' | 'accepted'>;

/** The claims of a provenance record, or of a file of another source, by its path; none where there is no such file. */
export async function claimsIn(session: Session, path: string): Promise<readonly Judged[]> {
  const { judged, files } = await session.evidence();
  const own = (await judged()).find(({ record }) => record.path === path);
  return (own ?? (await files()).find((file) => file.path === path))?.claims ?? [];
}

/** The file of another source that was named by its path, from the root or from a folder. */
export async function sourceFileNamed(
  session: Session,
  cwd: string,
  named: string,
): Promise<{ readonly path: string } | undefined> {
  const fromHere = typedPath(session.root, cwd, named);
  const files = await (await session.evidence()).files();
  return files.find(({ path }) => path === named || path === fromHere);
}
