import { folderPrefix, foldersOfKind, LAYOUT } from '../../records/layout.ts';
import { type Context, toGit } from '../context.ts';
import { describeChange } from '../file-facts.ts';
import type { KnownLanding } from '../landing.ts';
import type { Entry, Line } from '../line.ts';
import { namesAtLanding } from '../names.ts';
import type { DecisionClaim } from '../sources/ours.ts';
import { contradicted, shortId, unverifiable, type Verdict, verified } from '../verdict.ts';

/** A decision that a record carries out stood in the landing or in one of its ancestors. */
export function checkDecision(
  context: Context,
  landing: KnownLanding,
  claim: DecisionClaim,
): Verdict {
  const { line, position } = landing;
  const folders = foldersOfKind(context.corpus.layout.adr).map(folderPrefix);
  const today = context.corpus.adr(claim.adr)?.path;
  const paths = [
    ...(today === undefined ? [] : namesAtLanding(context, landing, today)),
    ...folders.flatMap((folder) => [
      ...numbered(line, landing.prefix + folder, claim.adr),
      ...numbered(line, toGit(context, folder), claim.adr),
    ]),
  ];
  const entries = paths.flatMap((path) => line.entries(path));
  const there = entries.filter((entry) => entry.position <= position);
  const last = latest(there);
  if (last) return verified(describe(line, last));
  if (context.history.boundary.size > 0) {
    return unverifiable(
      'shallow',
      'the clone is shallow, and the decision may be older than its first commit',
    );
  }
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

const indexes = new WeakMap<Line, Map<string, ReadonlyMap<string, readonly string[]>>>();

/** Every path in a folder of decisions that was ever named like the decision of an id. */
function numbered(line: Line, folder: string, adr: string): readonly string[] {
  const known = indexes.get(line) ?? new Map<string, ReadonlyMap<string, readonly string[]>>();
  indexes.set(line, known);
  const index = known.get(folder) ?? indexOf(line, folder);
  known.set(folder, index);
  return index.get(adr) ?? [];
}

function indexOf(line: Line, folder: string): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const path of line.paths()) {
    if (!path.startsWith(folder)) continue;
    const number = LAYOUT.adr.fileName.exec(path.slice(folder.length))?.[1];
    if (number === undefined) continue;
    index.set(`ADR-${number}`, [...(index.get(`ADR-${number}`) ?? []), path]);
  }
  return index;
}
