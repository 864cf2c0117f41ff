import { perObjectAnd } from '../../records/memo.ts';
import { type Context, fromGit, textOf } from '../context.ts';
import type { Line } from '../line.ts';
import type { SourceClaim } from '../sources/index.ts';
import type { FileSource, SourceFile } from '../sources/source.ts';

/** A text that a file had on a line. */
export interface Version {
  readonly position: number;
  /** As Git knew the file then. */
  readonly path: string;
  readonly blob: string;
}

/**
 * The texts of a file along a line, the latest first: through moves, into an archive and out of it, and through commits
 * that took it out and put it back.
 */
export function versionsOf(line: Line, source: FileSource<SourceClaim>, path: string): Version[] {
  const versions: Version[] = [];
  let name: string | undefined = path;
  let limit = line.end;
  while (name !== undefined) {
    const current: string = name;
    name = undefined;
    for (const { position, change } of line.entries(current).toReversed()) {
      if (position > limit || change.after === undefined) continue;
      versions.push({ position, path: current, blob: change.after });
      limit = position - 1;
      if (change.status !== 'A') continue;
      name = formerName(line, source, current, position);
      if (name !== undefined) break;
    }
  }
  return versions;
}

function formerName(
  line: Line,
  source: FileSource<SourceClaim>,
  path: string,
  position: number,
): string | undefined {
  const stood = (name: string): boolean => line.objectAt(name, position - 1) !== undefined;
  const moved = line
    .formerNames(path, position)
    .find((name) => stood(name) && source.projectOf(name) !== undefined);
  if (moved !== undefined) return moved;
  const key = source.keyOf?.(path);
  if (key === undefined) return undefined;
  return keyed(line, source)
    .get(key)
    ?.find((name) => name !== path && stood(name));
}

/** The paths there ever were of a source, by what stays the same in them. */
const keyed = perObjectAnd((line: Line, source: FileSource<SourceClaim>) => {
  const paths = new Map<string, string[]>();
  for (const path of line.paths()) {
    const key = source.keyOf?.(path);
    if (key === undefined) continue;
    const list = paths.get(key);
    if (list) list.push(path);
    else paths.set(key, [path]);
  }
  return paths;
});

/** Where the commit stands that first made a claim that still is made. */
export type Origin =
  | { readonly kind: 'at'; readonly position: number; readonly path: string }
  | { readonly kind: 'uncommitted' }
  | { readonly kind: 'missing' };

const read = new WeakMap<Context['parsed'], Map<string, ReadonlySet<string>>>();

/** For each claim of a file, the version that first made it, of those that go on making it to the end. */
export function originsOf(
  context: Context,
  source: FileSource<SourceClaim>,
  versions: readonly Version[],
  claims: readonly SourceClaim[],
  today: SourceFile,
): (id: string) => Origin {
  const idsIn = readerFor(source, claims, today);
  const known = read.get(context.parsed) ?? new Map<string, ReadonlySet<string>>();
  read.set(context.parsed, known);
  const idsOf = ({ blob, path }: Version): ReadonlySet<string> | undefined => {
    const text = textOf(context, blob);
    if (text === undefined) return undefined;
    const key = `${source.name} ${blob} ${path}`;
    const ids = known.get(key) ?? new Set(idsIn({ path: fromGit(context, path), text }));
    known.set(key, ids);
    return ids;
  };
  // All of them, so that their texts are read at once.
  const all = versions.map((version) => ({ version, ids: idsOf(version) }));
  return (id) => {
    let origin: Origin = { kind: 'uncommitted' };
    for (const { version, ids } of all) {
      if (!ids) return { kind: 'missing' };
      if (!ids.has(id)) break;
      origin = { kind: 'at', position: version.position, path: version.path };
    }
    return origin;
  };
}

/** The fast way to read ids, where it reads the same as the sure one in the text of today. */
function readerFor(
  source: FileSource<SourceClaim>,
  claims: readonly SourceClaim[],
  today: SourceFile,
): (file: SourceFile) => readonly string[] {
  const ids = claims.map(({ id }) => id);
  const fast = source.idsOf;
  if (fast && fast(today).join('\n') === ids.join('\n')) return fast;
  return (file) => source.claims(file).map(({ id }) => id);
}
