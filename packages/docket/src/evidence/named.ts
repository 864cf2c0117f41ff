import picomatch from 'picomatch';
import { type Context, locate } from './context.ts';
import type { KnownLanding } from './landing.ts';
import { namesAsLanded, namesAtLanding } from './names.ts';
import { isElsewhere, type Spelling, spellings } from './paths.ts';
import { undoRenames } from './undo-renames.ts';

/** What a row names that is several files. */
export interface NamedFiles {
  readonly kind: 'pattern';
  readonly pattern: string;
  /** The files of the history that are like it, as Git knows them; strictly read, and with `*` going across folders. */
  readonly readings: readonly (readonly string[])[];
  /** Whether the record said so when it landed, so that no later move can explain what is missing. */
  readonly isOfLanding: boolean;
}

/** What the path of a row names in a landing. */
export type Named =
  | ({ readonly kind: 'path' } & Spelling)
  | NamedFiles
  | { readonly kind: 'list'; readonly paths: readonly string[] }
  | { readonly kind: 'nothing'; readonly reason: string };

/**
 * Finds out what a row means by a path: the file or folder that is literally called so, wherever the history knows
 * one; else what remains of it without a place in the file; else several paths in one; else the files that are like a
 * pattern.
 */
export function namedBy(context: Context, landing: KnownLanding, written: string): Named {
  const ways = spellings(written);
  const [literal] = ways;
  if (!literal) {
    return {
      kind: 'nothing',
      reason: `\`${written}\` is not the path of a file in this repository`,
    };
  }
  const known = ways.find(({ path }) => isKnown(context, landing, path));
  if (known) return { kind: 'path', ...known };
  const paths = literal.path.split(/\s*[,;]\s+|\s+(?:and|&|\+)\s+/);
  if (paths.length > 1 && paths.some((path) => isKnown(context, landing, path))) {
    return { kind: 'list', paths };
  }
  if (isElsewhere(literal.path)) {
    return { kind: 'nothing', reason: `\`${written}\` names no file of this repository` };
  }
  const slashed = ways[1]?.isPart === false ? ways[1] : literal;
  return isPattern(slashed.path)
    ? filesLike(context, landing, slashed.path)
    : { kind: 'path', ...literal };
}

/** Every name that a row gives in a landing, as Git knows them; empty for what is no path of the repository. */
export function namesOf(context: Context, landing: KnownLanding, written: string): string[] {
  const named = namedBy(context, landing, written);
  switch (named.kind) {
    case 'path':
      return [...namesAtLanding(context, landing, named.path)];
    case 'pattern':
      return named.readings.flat();
    case 'list':
      return named.paths.flatMap((path) => namesOf(context, landing, path));
    case 'nothing':
      return [];
  }
}

/** Whether the history ever knew a file or a folder of a name. */
function isKnown(context: Context, { line, prefix }: KnownLanding, path: string): boolean {
  return [prefix, context.history.prefix].some((root) => line.isKnown(locate(line, root, path)));
}

function isPattern(path: string): boolean {
  return /[*?]|\{[^{}]*(?:,|\.\.)[^{}]*\}|\[[^\]/]+\]/.test(path);
}

// A pattern is text of a record: with more wildcards than these the time to match it could grow without bounds.
const MOST_WILDCARDS = 4;
const MOST_CHARACTERS = 1000;

function filesLike(context: Context, landing: KnownLanding, pattern: string): Named {
  if (
    pattern.length > MOST_CHARACTERS ||
    (pattern.match(/\*+|[?{]/g)?.length ?? 0) > MOST_WILDCARDS
  ) {
    return { kind: 'nothing', reason: `\`${pattern}\` has too many wildcards` };
  }
  const { line } = landing;
  const roots = [...new Set([landing.prefix, context.history.prefix])];
  const then = undoRenames(context, landing)(pattern);
  const readings = [...new Set([pattern, then])].flatMap((one) =>
    [false, true].map((bash): string[] => {
      const isLike = matcher(one, bash);
      const paths = [...line.paths()];
      const below = paths.filter((path) =>
        roots.some((root) => path.startsWith(root) && isLike(path.slice(root.length))),
      );
      // A workspace below the top may name a path from the top.
      return below.length > 0 ? below : paths.filter(isLike);
    }),
  );
  return { kind: 'pattern', pattern, readings, isOfLanding: namesAsLanded(landing).has(pattern) };
}

/** Brackets are a part of many a name (`app/[id]`), and read as a set of letters besides. */
function matcher(pattern: string, bash: boolean): (path: string) => boolean {
  const options: picomatch.PicomatchOptions = {
    dot: true,
    nonegate: true,
    windows: false,
    noextglob: true,
    bash,
    expandRange: (from, to) => (/^\d+$/.test(from + to) ? '\\d+' : `[${from}-${to}]`),
  };
  return picomatch(
    [pattern.replace(/[[\]()]/g, '\\$&'), pattern.replace(/[()]/g, '\\$&')],
    options,
  );
}
