import type { ProvenanceRecord } from '../../records/record.ts';
import { claimsOf, type LandedTogetherClaim } from '../claims.ts';
import { type Context, fromGit } from '../context.ts';
import { describeChange, describeElsewhere } from '../file-facts.ts';
import { type KnownLanding, landingOf } from '../landing.ts';
import { namesAtLanding } from '../names.ts';
import { repositoryPath } from '../paths.ts';
import { type UndoRenames, undoRenames } from '../undo-renames.ts';
import { contradicted, unverifiable, type Verdict, verified } from '../verdict.ts';

/**
 * Specification and record belong in one landing. A specification that landed before is no contradiction where the
 * record says that it already existed, and where this is a further execution of it.
 */
export function checkLandedTogether(
  context: Context,
  landing: KnownLanding,
  record: ProvenanceRecord,
  claim: LandedTogetherClaim,
): Verdict {
  const spec = context.corpus.specOf(record);
  const written = claim.spec === undefined ? undefined : repositoryPath(claim.spec);
  const names = [...new Set([written, spec?.path].filter((path) => path !== undefined))].flatMap(
    (path) => namesAtLanding(context, landing, path),
  );
  const [first] = names;
  if (first === undefined) {
    return unverifiable('not-checkable', 'the record names no specification');
  }
  const { line, position, commit } = landing;
  for (const name of names) {
    const change = line.changeAt(name, position);
    if (change?.after !== undefined)
      return verified(`\`${name}\` ${describeChange(change, commit)}`);
  }
  const stood = names.find((name) => line.objectAt(name, position) !== undefined);
  const seen = `\`${stood ?? first}\` ${describeElsewhere(landing, stood ?? first)}`;
  if (stood === undefined) {
    return contradicted(seen, 'the specification is neither in the landing nor before it');
  }
  if (saysExisted(record, fromGit(context, stood), undoRenames(context, landing)))
    return verified(`${seen}, as the record says`);
  if (landing.isRepeat || hasEarlierExecution(context, landing, record)) {
    return verified(`${seen}, with an earlier execution`);
  }
  return contradicted(seen, 'the specification landed before the record');
}

function saysExisted(record: ProvenanceRecord, spec: string, undo: UndoRenames): boolean {
  return claimsOf(record).some((claim) => {
    if (claim.kind !== 'artifact') return false;
    const path = repositoryPath(claim.path);
    return (
      path !== undefined &&
      (path === spec || undo(path) === spec) &&
      claim.status.alternatives.some((events) => events.has('existed') || events.has('unchanged'))
    );
  });
}

function hasEarlierExecution(
  context: Context,
  landing: KnownLanding,
  record: ProvenanceRecord,
): boolean {
  const spec = context.corpus.specOf(record);
  if (!spec) return false;
  return context.corpus.provenanceOf(spec).some((other) => {
    if (other === record) return false;
    const earlier = landingOf(context, other);
    return (
      earlier.kind === 'landed' &&
      landing.line.commits.slice(0, landing.position).includes(earlier.commit)
    );
  });
}
