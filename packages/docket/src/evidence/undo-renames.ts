import { type Context, fromGit } from './context.ts';
import type { KnownLanding } from './landing.ts';
import { fromLanding } from './names.ts';

/** Gives a text of today the names that files and folders had in a landing. */
export type UndoRenames = (text: string) => string;

const undoers = new WeakMap<KnownLanding, UndoRenames>();

/**
 * Undoes the renames since a landing in a text: a path, a cell, an item, a step. What the text says beyond names is
 * left as it is, so that whoever compares it with a text of the landing compares what was said.
 */
export function undoRenames(context: Context, landing: KnownLanding): UndoRenames {
  let undo = undoers.get(landing);
  if (!undo) {
    let names: ReadonlyMap<string, string> | undefined;
    undo = (text) => {
      names ??= namesThen(context, landing);
      return withNames(text, names);
    };
    undoers.set(landing, undo);
  }
  return undo;
}

/** The name in the landing by every name that files and folders were given since, as the workspace knows them. */
function namesThen(context: Context, landing: KnownLanding): Map<string, string> {
  const { line, position } = landing;
  const files = new Map<string, string>();
  for (let at = position + 1; at <= line.end; at += 1) {
    const { changes = [], moves = [] } = line.commits[at] ?? {};
    const likeliest = new Map(
      moves.toSorted((a, b) => a.likeness - b.likeness).map(({ from, to }) => [to, from]),
    );
    const came = changes.flatMap(({ path, status }): [string, string][] => {
      if (status !== 'A') return [];
      const from =
        likeliest.get(path) ?? (context.history.partial && line.formerNames(path, at)[0]);
      if (!from) return [];
      const then =
        files.get(from) ?? (line.objectAt(from, position) === undefined ? undefined : from);
      return then === undefined || then === path ? [] : [[path, then]];
    });
    for (const [path, then] of came) files.set(path, then);
  }
  const folders = [...foldersOf(landing, files)];
  const names = [
    ...folders.map(([now, then]) => [`${now}/`, `${then}/`] as const),
    // A folder at the top may be called like a word: it counts only with its slash.
    ...folders.filter(([now]) => now.includes('/')),
    ...files,
  ];
  return new Map([
    ...names.map(([now, then]) => [fromGit(context, now), fromLanding(landing, then)] as const),
    ...names,
  ]);
}

/** The folders that came to be by such renames, each with the one folder that its files were moved from. */
function foldersOf(
  { line, position }: KnownLanding,
  files: ReadonlyMap<string, string>,
): Map<string, string> {
  const found = new Map<string, Set<string>>();
  for (const [now, then] of files) {
    let [to, from] = [parentOf(now), parentOf(then)];
    while (to !== from && to !== '' && from !== '') {
      found.set(to, (found.get(to) ?? new Set()).add(from));
      if (baseOf(to) !== baseOf(from)) break;
      [to, from] = [parentOf(to), parentOf(from)];
    }
  }
  if (found.size === 0) return new Map();
  for (const path of line.paths()) {
    if (line.objectAt(path, position) === undefined) continue;
    for (let folder = parentOf(path); folder !== ''; folder = parentOf(folder))
      found.delete(folder);
  }
  return new Map(
    [...found].flatMap(([now, [only = '', ...others]]) =>
      others.length === 0 ? [[now, only] as const] : [],
    ),
  );
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

// Not in the middle of a longer name; `./` and `/` may stand before a path from the root.
const NAME_OPENS = '(?<![\\p{L}\\p{N}_.-])(?<!(?<!(?:^|[^\\p{L}\\p{N}_./-])\\.?)/)';
const NAME_ENDS = '(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])';

/** Longer names first, so that a file's comes before its folder's; no name is looked for within another. */
function withNames(text: string, names: ReadonlyMap<string, string>): string {
  const there = [...names.keys()].filter((name) => text.includes(name));
  if (there.length === 0) return text;
  const sources = there
    .toSorted((a, b) => b.length - a.length)
    .map((name) => {
      const source = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
      return name.endsWith('/') ? source : `${source}${NAME_ENDS}`;
    });
  const whole = new RegExp(`${NAME_OPENS}(?:${sources.join('|')})`, 'gu');
  return text.replace(whole, (name) => names.get(name) ?? name);
}
