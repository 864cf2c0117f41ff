import type { ProvenanceRecord } from '../../records/record.ts';
import type { Context } from '../context.ts';
import { describeChange, describeElsewhere, stepFor } from '../file-facts.ts';
import { type KnownLanding, type Landing, landingOf } from '../landing.ts';
import { namesAtLanding } from '../names.ts';
import { repositoryPath } from '../paths.ts';
import { claimsOf } from '../sources/ours.ts';
import { specNames } from '../spec-names.ts';
import { contradicted, unverifiable, type Verdict, verified } from '../verdict.ts';

/**
 * Specification and record belong in one landing. A specification that landed before is no contradiction where the
 * record says that it already existed, and where this is a further execution of it.
 */
export function checkLandedTogether(
  context: Context,
  landing: KnownLanding,
  record: ProvenanceRecord,
): Verdict {
  const names = specNames(context, landing, record);
  const [first] = names;
  if (first === undefined) {
    return unverifiable('not-checkable', 'the record names no specification');
  }
  const { line, position } = landing;
  for (const name of names) {
    const change = line.changeAt(name, position);
    if (change?.after !== undefined)
      return verified(`\`${name}\` ${describeChange(change, stepFor(landing, name))}`);
  }
  const stood = names.find((name) => line.objectAt(name, position) !== undefined);
  const seen = `\`${stood ?? first}\` ${describeElsewhere(landing, stood ?? first)}`;
  if (stood === undefined) {
    return contradicted(seen, 'the specification is neither in the landing nor before it');
  }
  if (saysExisted(context, landing, record, names)) {
    return verified(`${seen}, as the record says`);
  }
  if (landing.isRepeat) return verified(`${seen}, with an earlier execution`);
  const others = otherLandings(context, record);
  if (others.some((other) => other.kind === 'landed' && isBefore(other, landing))) {
    return verified(`${seen}, with an earlier execution`);
  }
  const open = others.find(({ kind }) => kind === 'unknown');
  if (open?.kind === 'unknown' && open.why !== 'uncommitted') {
    return unverifiable(open.why, `it may have landed with an earlier execution: ${open.reason}`);
  }
  return contradicted(seen, 'the specification landed before the record');
}

/** Whether a row says that the specification, by one of its names, stood before. */
function saysExisted(
  context: Context,
  landing: KnownLanding,
  record: ProvenanceRecord,
  names: readonly string[],
): boolean {
  return claimsOf(record).some((claim) => {
    const path = claim.kind === 'artifact' ? repositoryPath(claim.path) : undefined;
    if (claim.kind !== 'artifact' || path === undefined) return false;
    const isSpec = namesAtLanding(context, landing, path).some((name) => names.includes(name));
    const { alternatives } = claim.status;
    return (
      isSpec && alternatives.some((events) => events.has('existed') || events.has('unchanged'))
    );
  });
}

/** Where the other executions of a record's specification landed. */
function otherLandings(context: Context, record: ProvenanceRecord): Landing[] {
  const spec = context.corpus.specOf(record);
  const all = spec ? context.corpus.provenanceOf(spec) : [];
  return all.filter((other) => other !== record).map((other) => landingOf(context, other));
}

function isBefore({ commit }: KnownLanding, { line, position }: KnownLanding): boolean {
  return line.commits.slice(0, position).some(({ id }) => id === commit.id);
}
