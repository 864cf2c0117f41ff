import { checksOf } from '../records/checks.ts';
import type { ProvenanceRecord, SpecRecord } from '../records/record.ts';
import type { Context } from './context.ts';
import { recordNumber } from './former-names.ts';
import { type KnownLanding, landingOn } from './landing.ts';
import { otherWays } from './lines.ts';
import { fromLanding, namesAtLanding } from './names.ts';
import { repositoryPath } from './paths.ts';
import { type Claim, claimsOf } from './sources/ours.ts';

/**
 * Another record that came in with the same commit and names a file that a claim is about. What the one piece of work
 * created, the next may have changed or deleted, and a commit shows only the sum.
 */
export function otherWork(
  context: Context,
  landing: KnownLanding,
  record: ProvenanceRecord,
  claim: Claim,
): ProvenanceRecord | undefined {
  const { line, position, steps } = landing;
  if (steps.length > 1 || otherWays(context.history, line, position).length > 0) return undefined;
  const isAbout = subjectOf(context, landing, claim, context.corpus.specOf(record));
  return context.corpus.provenances.find((other) => {
    if (other === record) return false;
    const theirs = landingOn(context, line, other);
    if (!theirs || (theirs.kind === 'landed' && theirs.position !== position)) return false;
    // A record of which it is not known where it landed may have landed here.
    const place = theirs.kind === 'landed' ? theirs : { ...landing, record: undefined };
    return namedBy(context, place, other).some(isAbout);
  });
}

/** Files that a record names, as Git knew them in its landing. */
export function namedBy(
  context: Context,
  landing: KnownLanding,
  record: ProvenanceRecord,
): string[] {
  return claimsOf(record)
    .flatMap((claim) => (claim.kind === 'artifact' ? [claim.path, claim.from ?? ''] : []))
    .flatMap((path) => repositoryPath(path) ?? [])
    .flatMap((path) => namesAtLanding(context, landing, path));
}

/** Tells the files that a claim is about, as Git knew them in the landing. */
function subjectOf(
  context: Context,
  landing: KnownLanding,
  claim: Claim,
  spec: SpecRecord | undefined,
): (path: string) => boolean {
  switch (claim.kind) {
    case 'artifact': {
      const names = new Set(
        [claim.path, claim.from ?? '']
          .flatMap((path) => repositoryPath(path) ?? [])
          .flatMap((path) => namesAtLanding(context, landing, path)),
      );
      return (path) => names.has(path);
    }
    case 'decision': {
      const number = recordNumber(`${claim.adr.toLowerCase()}-.md`);
      return (path) => recordNumber(path) === number;
    }
    case 'result': {
      const checks = JSON.stringify(checksOf(spec?.fields.checks.value, claim.result.number));
      return (path) => checks.includes(JSON.stringify(fromLanding(landing, path)).slice(1, -1));
    }
    case 'landed-together':
    case 'executed':
      return () => false;
  }
}
