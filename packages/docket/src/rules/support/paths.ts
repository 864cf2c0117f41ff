import type { Names } from '../../records/corpus.ts';
import { recordId } from '../../records/key.ts';
import { kindOfPath, RECORD_KINDS } from '../../records/layout.ts';
import { perObject } from '../../records/memo.ts';
import { nearest } from '../../records/nearest.ts';

/** Every path the rules know of: records, templates, and what the records link to. */
const knownPaths = perObject((corpus: Names) => {
  const paths = [
    ...corpus.records.map((record) => record.path),
    ...RECORD_KINDS.filter((kind) => corpus.templates[kind]).map(
      (kind) => corpus.layout[kind].template,
    ),
    ...corpus.surroundings.existing,
  ];
  const byFolder = new Map<string, string[]>();
  const byName = new Map<string, string>();
  for (const path of paths) {
    const [folder, name] = split(path);
    if (!byName.has(name)) byName.set(name, path);
    const names = byFolder.get(folder);
    if (names) names.push(name);
    else byFolder.set(folder, [name]);
  }
  return { byLetters: new Map(paths.map((path) => [path.toLowerCase(), path])), byFolder, byName };
});

/** How a path that a record names stands to the files there are. */
export type PathState =
  | { readonly kind: 'exists' }
  | { readonly kind: 'other-case'; readonly path: string }
  | { readonly kind: 'missing'; readonly nearest: string | undefined };

/** Looks a path up among the records and their surroundings. */
export function pathState(corpus: Names, path: string): PathState {
  if (corpus.byPath(path)) return { kind: 'exists' };
  // A file system that ignores case finds a record under a wrong spelling; a web server does not.
  const sameLetters = knownPaths(corpus).byLetters.get(path.toLowerCase());
  if (sameLetters !== undefined && sameLetters !== path)
    return { kind: 'other-case', path: sameLetters };
  if (corpus.surroundings.existing.has(path)) return { kind: 'exists' };
  return { kind: 'missing', nearest: nearestPath(corpus, path) };
}

function nearestPath(corpus: Names, path: string): string | undefined {
  const [folder, name] = split(path);
  const kind = kindOfPath(path, corpus.layout);
  const number = kind && /\d{3,}[a-z]?/.exec(name)?.[0];
  const sameNumber = number && corpus.byId(recordId(kind, number));
  if (sameNumber) return sameNumber.path;
  const { byName, byFolder } = knownPaths(corpus);
  const sameName = byName.get(name);
  if (sameName !== undefined) return sameName;
  const meant = nearest(name, byFolder.get(folder) ?? []);
  return meant === undefined ? undefined : `${folder}/${meant}`;
}

function split(path: string): [folder: string, name: string] {
  const at = path.lastIndexOf('/');
  return [path.slice(0, Math.max(at, 0)), path.slice(at + 1)];
}
