import picomatch from 'picomatch';
import type { Commit } from '../../records/history.ts';
import type { Context } from '../context.ts';
import { describeChange } from '../file-facts.ts';
import type { Line } from '../line.ts';
import type { NamedPath } from '../sources/work.ts';
import { shortId } from '../verdict.ts';
import type { PathIndex } from './path-index.ts';

/** What a claim about work is held against. */
export interface Scene {
  readonly context: Context;
  readonly line: Line;
  readonly index: PathIndex;
  /** Place of the commit that made the claim; the last one where the claim is not committed. */
  readonly position: number;
  /** Folders that a path may be given from, as Git knows them: empty, or ending in `/`. */
  readonly roots: readonly string[];
}

/** Where a named path is in the history. */
export interface Found {
  /** As Git knows it. */
  readonly path: string;
  readonly when: 'landing' | 'before' | 'later' | 'aside';
  readonly evidence: string;
  readonly commit: string | undefined;
  /** Whether it still stands after the commit that made the claim. */
  readonly stands: boolean;
}

/** Looks a named path up in the history; `undefined` where no commit that was read has it. */
export function find(scene: Scene, named: NamedPath): Found | undefined {
  const places = scene.roots.map((root) => root + named.path);
  switch (named.kind) {
    case 'full':
      return best(places.map((path) => findFile(scene, path)));
    case 'bare':
      return (
        best(places.map((path) => findFile(scene, path))) ??
        best(namesakes(scene, named.path).map((path) => findFile(scene, path)))
      );
    case 'folder':
      return best(places.map((path) => findFolder(scene, path.replace(/\/+$/, ''))));
    case 'glob':
      return best(matching(scene, places).map((path) => findFile(scene, path)));
  }
}

function namesakes({ index }: Scene, path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return index.named(name).filter((other) => other.endsWith(`/${path}`) || other === path);
}

const ORDER = ['landing', 'before', 'aside', 'later'] as const;

function best(found: readonly (Found | undefined)[]): Found | undefined {
  return found
    .filter((one) => one !== undefined)
    .sort((a, b) => ORDER.indexOf(a.when) - ORDER.indexOf(b.when))[0];
}

function findFile({ line, index, position }: Scene, path: string): Found | undefined {
  const last = line.last(path, position);
  const entry = last ?? line.entries(path)[0];
  if (entry) {
    const commit = line.commits[entry.position];
    const when = !last ? 'later' : entry.position === position ? 'landing' : 'before';
    const evidence = commit ? `\`${path}\` ${describeChange(entry.change, commit)}` : `\`${path}\``;
    return { path, when, evidence, commit: commit?.id, stands: last?.change.after !== undefined };
  }
  const aside = index.paths.get(path);
  return aside && asideOf(path, aside);
}

function asideOf(path: string, commit: Commit): Found {
  const evidence = `\`${path}\` changed in ${shortId(commit.id)}, a commit of a branch`;
  return { path, when: 'aside', evidence, commit: commit.id, stands: false };
}

function findFolder(scene: Scene, folder: string): Found | undefined {
  const { line, index, position } = scene;
  const file = findFile(scene, folder);
  if (file) return file;
  const first = index.folders.get(folder);
  if (first === undefined) return undefined;
  const isInside = (path: string): boolean => path.startsWith(`${folder}/`);
  const changed = line.commits[position]?.changes.find(({ path }) => isInside(path))?.path;
  if (changed !== undefined) return findFile(scene, changed);
  const found = findFile(scene, first);
  if (found && found.when !== 'later') return found;
  // What stood there by then speaks for the folder before what came later.
  const stood = [...index.paths.keys()].find((path) => isInside(path) && line.last(path, position));
  return stood === undefined ? found : findFile(scene, stood);
}

const MOST_WILDCARDS = 6;

function matching({ index }: Scene, patterns: readonly string[]): string[] {
  const usable = patterns.filter(
    (pattern) => (pattern.match(/\*+|[?{]/g)?.length ?? 0) <= MOST_WILDCARDS,
  );
  if (usable.length === 0) return [];
  const isLike = picomatch(
    usable.map((pattern) => pattern.replace(/[[\]()]/g, '\\$&')),
    { dot: true, nonegate: true, noextglob: true, windows: false },
  );
  // What stands before the first wildcard keeps most paths from being matched at all.
  const starts = usable.map((pattern) => /^[^*?{[(]*/.exec(pattern)?.[0] ?? '');
  return [...index.paths.keys()].filter(
    (path) => starts.some((start) => path.startsWith(start)) && isLike(path),
  );
}
