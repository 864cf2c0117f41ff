import type { Commit } from '../../records/history.ts';
import { textOf } from '../context.ts';
import { sourceOf } from '../sources/index.ts';
import type { NamedPath, WorkClaim } from '../sources/work.ts';
import { shortId, unverifiable, type Verdict } from '../verdict.ts';
import { aWordAway, equivalentOf } from './equivalents.ts';
import type { Scene } from './found.ts';
import { isIgnored } from './ignored.ts';

/** What lets the absence of a path be no proof. */
export interface Doubt {
  readonly verdict: Verdict;
  /** A file that may be meant. */
  readonly elsewhere?: string;
}

// A commit that publishes what was done elsewhere, so that what came and went in between is not seen.
const RELEASE =
  /\b(?:release[sd]?|publish(?:ed)?|mirror(?:ed)?|import(?:ed)?|export(?:ed)?|snapshot|vendor(?:ed)?|initial commit|sync(?:ed)? (?:from|with))\b|\bv?\d+\.\d+\.\d+|^rc\b/i;

/** Whether a commit may bring what was done elsewhere: the first one, and the squash of a release. */
export function bringsOthersWork({ parents, subject }: Commit): boolean {
  return parents.length === 0 || RELEASE.test(subject);
}

const FEW_PIECES = 5;

/**
 * Whether a commit brings many pieces of work that stood nowhere before: what one of them made, the next may have
 * renamed or deleted, and the commit shows only the sum. Of a merge the history has the single steps.
 */
function bringsManyPieces({ parents, changes }: Commit): boolean {
  if (parents.length > 1) return false;
  const gone = new Set(
    changes.filter(({ after }) => after === undefined).map(({ path }) => pieceOf(path)),
  );
  const added = changes
    .filter(({ status, path }) => status === 'A' && !path.endsWith('/spec.md'))
    .flatMap(({ path }) => pieceOf(path) ?? []);
  return new Set(added.filter((piece) => !gone.has(piece))).size > FEW_PIECES;
}

/** What a path of a source is known by wherever it stands; `undefined` for any other path. */
function pieceOf(path: string): string | undefined {
  const source = sourceOf(path);
  return source && (source.keyOf?.(path) ?? path.split('/').slice(-2).join('/'));
}

/**
 * Why the absence of a path from the history says nothing; `undefined` where nothing speaks for the claim.
 * @param others paths of the commits that lead to neither the main branch nor the one that is checked out
 */
export function doubtOf(
  scene: Scene,
  claim: WorkClaim,
  named: NamedPath,
  others: ReadonlySet<string>,
): Doubt | undefined {
  const { context, line, index, position, roots } = scene;
  const places = roots.map((root) => root + named.path);
  const missing = `named path \`${named.path}\` not found`;
  const open = (reason: string): Doubt => ({ verdict: unverifiable('ambiguous', reason) });
  if (context.history.boundary.size > 0) {
    return { verdict: unverifiable('shallow', `${missing}, and the clone is shallow`) };
  }
  if (places.some((path) => context.history.uncommitted.has(path))) {
    return { verdict: unverifiable('uncommitted', `\`${named.path}\` is not committed`) };
  }
  if (places.some((path) => others.has(path))) {
    return open(`\`${named.path}\` is on another branch or tag only`);
  }
  if (places.some((path) => [position, line.end].some((at) => line.isInSubmodule(path, at)))) {
    return { verdict: unverifiable('submodule', `\`${named.path}\` is in a submodule`) };
  }
  const other = equivalentOf(index, named.path);
  if (other !== undefined) {
    return { ...open(`${missing}; \`${other}\` may be meant`), elsewhere: other };
  }
  if (
    places.some((path) => [position, line.end].some((at) => isIgnored(context, line, at, path)))
  ) {
    return open(`${missing}: Git ignores it`);
  }
  const [folder = ''] = named.path.split('/');
  if (!roots.some((root) => index.folders.has(root + folder))) {
    return open(`${missing}: there is no folder \`${folder}\` in this repository`);
  }
  if (claim.excuse !== undefined) return open(`${missing}: the text says \`${claim.excuse}\``);
  const undoing = deletedBy(scene, places);
  if (undoing !== undefined) {
    return open(`${missing}: \`${undoing}\`, which landed by then, says that it was deleted`);
  }
  const written = line.stepsAt(position).flatMap(({ changes }) => changes.map(({ path }) => path));
  const near = aWordAway(named.path, written);
  if (near !== undefined) {
    return { ...open(`${missing}; \`${near}\` may be meant`), elsewhere: near };
  }
  const commit = line.commits[position];
  if (!commit) return undefined;
  const brings = bringsOthersWork(commit)
    ? 'work that was done elsewhere'
    : bringsManyPieces(commit)
      ? 'many pieces of work at once'
      : undefined;
  return brings === undefined
    ? undefined
    : open(`${missing}, but ${shortId(commit.id)}, which made the claim, brings ${brings}`);
}

/** Another text, landed by the time of a claim, that says that one of the paths was deleted. */
function deletedBy(
  { context, line, position }: Scene,
  places: readonly string[],
): string | undefined {
  const names = places.map((path) => path.slice(path.lastIndexOf('/') + 1));
  return [...line.paths()].find((path) => {
    const source = sourceOf(path);
    const blob = source && line.objectAt(path, position);
    const text = blob === undefined ? undefined : textOf(context, blob);
    if (!source || text === undefined || !names.some((name) => text.includes(name))) return false;
    const folder = source.projectOf(path) ?? '';
    return source
      .claims({ path, text })
      .some(
        (claim) =>
          'paths' in claim &&
          claim.paths.some(
            (other) =>
              other.act === 'deleted' &&
              [folder, ''].some((root) => places.includes(root + other.path)),
          ),
      );
  });
}
