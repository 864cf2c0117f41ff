import type { Names, RecordName } from '../../records/corpus.ts';
import { comparableNumber, readName } from '../../records/dialects/file-name.ts';
import { RECORD_ENDING } from '../../records/formats/format.ts';
import { recordId } from '../../records/key.ts';
import { kindOfPath, RECORD_KINDS } from '../../records/layout.ts';
import { perObject } from '../../records/memo.ts';
import { nearest } from '../../records/nearest.ts';
import { folderOf } from '../../records/paths.ts';

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
  // The folder is published by a site generator, where the link works and one to the source would not.
  if (corpus.layout.adr.logs && recordAt(corpus, path)) return { kind: 'exists' };
  return { kind: 'missing', nearest: nearestPath(corpus, path) };
}

/** The record at a path, or the one that the page there was made of by a site generator. */
export function recordAt(corpus: Names, path: string): RecordName | undefined {
  return corpus.byPath(path) ?? corpus.byPath(path.replace(/\.html?$/i, '.md'));
}

function nearestPath(corpus: Names, path: string): string | undefined {
  const [folder, name] = split(path);
  const { byName, byFolder } = knownPaths(corpus);
  if (!corpus.layout.adr.logs) {
    const kind = kindOfPath(path, corpus.layout);
    const number = kind && /\d{3,}[a-z]?/.exec(name)?.[0];
    const sameNumber = number && corpus.byId(recordId(kind, number));
    if (sameNumber) return sameNumber.path;
  }
  // Site generators make a page of a record, and some a folder.
  const ofPage = corpus.byPath(`${path.replace(/\.html?$|\/$/i, '')}.md`);
  if (ofPage) return ofPage.path;
  const sameName = byName.get(name);
  if (sameName !== undefined && isTelling(name, path, sameName)) return sameName;
  const { slug } = readName(path);
  const renumbered = RECORD_ENDING.test(name) ? (bySlug(corpus).get(slug.toLowerCase()) ?? []) : [];
  if (renumbered.length === 1) return renumbered[0]?.path;
  // Half of a short name is its number, which tells nothing of what the name means.
  const alike = (byFolder.get(folder) ?? []).filter(
    (other) => nearest(slug, [readName(other).slug]) !== undefined,
  );
  const meant = nearest(name, alike);
  return meant !== undefined && folder !== '' ? `${folder}/${meant}` : meant;
}

/** Whether a name is more than one that many folders have, such as `main.tf`, or the folders are called alike, too. */
function isTelling(name: string, path: string, other: string): boolean {
  return /\d|[^-_ ][-_ ]/.test(name) || split(split(path)[0])[1] === split(split(other)[0])[1];
}

const bySlug = perObject((corpus: Names) =>
  Map.groupBy(
    corpus.records.filter(({ path }) => readName(path).slug !== ''),
    ({ path }) => readName(path).slug.toLowerCase(),
  ),
);

/** The only record of a log in any form that has the number of a path, in its folder. */
export function onlyOfNumber(corpus: Names, path: string): RecordName | undefined {
  const { number } = readName(path);
  if (number === undefined) return undefined;
  const found = corpus.adrs.filter(
    (record) =>
      comparableNumber(record.number ?? '') === comparableNumber(number) &&
      folderOf(record.path) === folderOf(path),
  );
  return found.length === 1 ? found[0] : undefined;
}

function split(path: string): [folder: string, name: string] {
  const at = path.lastIndexOf('/');
  return [path.slice(0, Math.max(at, 0)), path.slice(at + 1)];
}
