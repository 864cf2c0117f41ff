import { folderPrefix, LAYOUT } from '../../records/layout.ts';
import type { DecisionClaim } from '../claims.ts';
import { type Context, toGit } from '../context.ts';
import { describeChange } from '../file-facts.ts';
import type { KnownLanding } from '../landing.ts';
import type { Entry, Line } from '../line.ts';
import { namesAtLanding } from '../names.ts';
import { contradicted, shortId, type Verdict, verified } from '../verdict.ts';

/** A decision that a record carries out stood in the landing or in one of its ancestors. */
export function checkDecision(
  context: Context,
  landing: KnownLanding,
  claim: DecisionClaim,
): Verdict {
  const { line, position } = landing;
  const today = context.corpus.adr(claim.adr)?.path;
  const paths = [
    ...(today === undefined ? [] : namesAtLanding(context, landing, today)),
    ...(numbered(line, toGit(context, folderPrefix(context.corpus.layout.adr.folder))).get(
      claim.adr,
    ) ?? []),
  ];
  const entries = paths.flatMap((path) => line.entries(path));
  const there = entries.filter((entry) => entry.position <= position);
  const last = latest(there);
  if (last) return verified(describe(line, last));
  const first = earliest(entries);
  return contradicted(
    first
      ? describe(line, first)
      : `in no commit up to ${shortId(line.commits[line.end]?.id ?? '')}`,
    'the decision is neither in the landing nor in its ancestors',
  );
}

function describe(line: Line, { position, change }: Entry): string {
  const commit = line.commits[position];
  return commit ? `\`${change.path}\` ${describeChange(change, commit)}` : `\`${change.path}\``;
}

function latest(entries: readonly Entry[]): Entry | undefined {
  return entries.reduce<Entry | undefined>(
    (best, entry) => (best && best.position >= entry.position ? best : entry),
    undefined,
  );
}

function earliest(entries: readonly Entry[]): Entry | undefined {
  return entries.reduce<Entry | undefined>(
    (best, entry) => (best && best.position <= entry.position ? best : entry),
    undefined,
  );
}

const indexes = new WeakMap<Line, ReadonlyMap<string, readonly string[]>>();

/** Every path in the folder of decisions that was ever named like one, by the decision's id. */
function numbered(line: Line, folder: string): ReadonlyMap<string, readonly string[]> {
  const known = indexes.get(line);
  if (known) return known;
  const index = new Map<string, string[]>();
  for (const path of line.paths()) {
    if (!path.startsWith(folder)) continue;
    const number = LAYOUT.adr.fileName.exec(path.slice(folder.length))?.[1];
    if (number === undefined) continue;
    index.set(`ADR-${number}`, [...(index.get(`ADR-${number}`) ?? []), path]);
  }
  indexes.set(line, index);
  return index;
}
