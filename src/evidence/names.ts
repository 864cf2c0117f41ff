import { claimsOf } from './claims.ts';
import { type Context, locate } from './context.ts';
import type { KnownLanding } from './landing.ts';
import type { Line } from './line.ts';
import { spellings } from './paths.ts';

/**
 * Names that a file called `written` today may have had in the landing: its own first. As Git knows them.
 *
 * Only moves AFTER the landing give other names: inside it, a deletion and an addition are what they are. A name
 * that stands in the record as it landed is a name of that time and has no other.
 */
export function namesAtLanding(
  context: Context,
  landing: KnownLanding,
  written: string,
): readonly [string, ...string[]] {
  const { line, position } = landing;
  const path = locate(context, line, written);
  if (namesAsLanded(landing).has(written)) return [path];
  const former = formerNames(line, position, path);
  return [path, ...former.filter((name) => line.last(name, position) !== undefined)];
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
  add(record?.body.spec?.value);
  for (const claim of record ? claimsOf(record) : []) {
    if (claim.kind === 'artifact') for (const path of [claim.path, claim.from]) add(path);
  }
  asLanded.set(landing, names);
  return names;
}

/** Names from which moves after the commit at `since` lead to `path`, the latest first. */
export function formerNames(line: Line, since: number, path: string): string[] {
  const found: string[] = [];
  const queue = [{ name: path, limit: line.end }];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { name, limit } = next;
    for (const { position, change } of line.entries(name).toReversed()) {
      if (position <= since || position > limit || change.status !== 'A') continue;
      for (const from of line.formerNames(name, position)) {
        if (from === path || found.includes(from)) continue;
        found.push(from);
        queue.push({ name: from, limit: position - 1 });
      }
    }
  }
  return found;
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
