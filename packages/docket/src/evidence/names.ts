import { type Context, locate } from './context.ts';
import { formerNames } from './former-names.ts';
import type { KnownLanding } from './landing.ts';
import type { Line } from './line.ts';
import { spellings } from './paths.ts';
import { claimsOf } from './sources/ours.ts';

/**
 * Names that a file or folder called `written` today may have had in the landing: its own first. As Git knows them.
 *
 * Only moves AFTER the landing give other names: inside it, a deletion and an addition are what they are. A name
 * that stands in the record as it landed is a name of that time and has no other.
 */
export function namesAtLanding(
  context: Context,
  landing: KnownLanding,
  written: string,
): readonly [string, ...string[]] {
  const { line, position, prefix, record } = landing;
  const then = locate(line, prefix, written);
  if (namesAsLanded(landing).has(written)) return [then];
  const path = locate(line, context.history.prefix, written);
  // A file that was gone when the root of the records moved never had the name that it would have today.
  const former = [path, then]
    .flatMap((name) => formerNames(line, position, name))
    .filter((name) => line.last(name, position) !== undefined || line.entries(name).length === 0);
  // Where the text that landed is not to be had, the name may as well be one of that time.
  const own = record || line.last(then, position) === undefined ? [] : [then];
  return [path, ...new Set([...former, ...own].filter((name) => name !== path))];
}

/** The path from the root of the workspace, as that stood in the landing; a file outside it keeps Git's. */
export function fromLanding({ prefix }: KnownLanding, path: string): string {
  return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}

const asLanded = new WeakMap<KnownLanding, ReadonlySet<string>>();

/** Paths that the record named when it landed; empty where that text is not known. */
export function namesAsLanded(landing: KnownLanding): ReadonlySet<string> {
  const known = asLanded.get(landing);
  if (known) return known;
  const names = new Set<string>();
  const { record } = landing;
  const add = (written: string | undefined): void => {
    for (const { path } of written === undefined ? [] : spellings(written)) names.add(path);
  };
  add(record?.fields.spec.value);
  for (const claim of record ? claimsOf(record) : []) {
    if (claim.kind === 'artifact') for (const path of [claim.path, claim.from]) add(path);
  }
  asLanded.set(landing, names);
  return names;
}

/** What became of a file since a commit. */
export interface Fate {
  readonly kind: 'same' | 'changed' | 'renamed' | 'gone';
  /** Its name today, or its last one. As Git knows it. */
  readonly path: string;
  /** How many later commits changed its content. */
  readonly times: number;
  /** The commit that deleted it, where it is gone. */
  readonly commit: string | undefined;
}

/** Follows a file that stands after the commit at `position` to the end of the line. */
export function fateOf(line: Line, position: number, path: string): Fate {
  let name = path;
  let at = position;
  let times = 0;
  let object = line.objectAt(path, position);
  for (;;) {
    const next = line.entries(name).find((entry) => entry.position > at);
    if (!next) break;
    at = next.position;
    if (next.change.status !== 'D') {
      if (next.change.after !== object) times += 1;
      object = next.change.after;
      continue;
    }
    const [renamed] = line.laterNames(name, at);
    if (renamed === undefined) {
      // Taken out and put back later is a change, for good is the end.
      if (line.entries(name).some((entry) => entry.position > at)) continue;
      return { kind: 'gone', path: name, times, commit: line.commits[at]?.id };
    }
    name = renamed;
    const moved = line.changeAt(name, at)?.after;
    if (moved !== object) times += 1;
    object = moved;
  }
  const kind = name !== path ? 'renamed' : times > 0 ? 'changed' : 'same';
  return { kind, path: name, times, commit: undefined };
}
