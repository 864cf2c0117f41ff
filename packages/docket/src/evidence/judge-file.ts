import type { Corpus } from '../records/corpus.ts';
import type { Commit, History } from '../records/history.ts';
import { applyToFile } from './accepted.ts';
import { type Context, fromGit, toGit } from './context.ts';
import { type JudgeOptions, withAllTexts } from './judge-all.ts';
import { headLine } from './lines.ts';
import { type SourceClaim, sourceOf } from './sources/index.ts';
import type { FileSource, SourceFile } from './sources/source.ts';
import { unverifiable, type Verdict } from './verdict.ts';
import type { Found } from './work/found.ts';
import { judgeCommit } from './work/judge-commit.ts';
import { judgeDelta } from './work/judge-delta.ts';
import { type JudgedWork, judgeWork, type WorkCase } from './work/judge-work.ts';
import { pathIndexOf } from './work/path-index.ts';
import { documentsOnly, type Sign } from './work/signs.ts';
import { originsOf, versionsOf } from './work/versions.ts';

/** A claim of a file with what became of it. */
export interface JudgedSourceClaim {
  readonly claim: SourceClaim;
  readonly verdict: Verdict;
  readonly signs: readonly Sign[];
  /** The commit that made the claim; `undefined` where it is not known. */
  readonly commit: Commit | undefined;
  /** The named paths that the history has, as the workspace knows them. */
  readonly found: readonly Found[];
  /** Why a person let a contradicted claim stand, where one did. */
  readonly accepted?: string;
}

/** A file of a source with the verdict on each of its claims. */
export interface JudgedFile {
  readonly source: FileSource<SourceClaim>;
  readonly path: string;
  readonly claims: readonly JudgedSourceClaim[];
}

/** What judging files needs. */
export interface JudgeFilesOptions extends Pick<JudgeOptions, 'readTexts' | 'accepted'> {
  readonly history: History;
  readonly files: readonly SourceFile[];
  /** Reads the paths of commits that lead to neither the main branch nor the one checked out. */
  readonly readOtherPaths: () => Promise<ReadonlySet<string>>;
}

/**
 * Judges the claims of files, in their order. Other branches and tags are only looked at where a path is nowhere else.
 */
export async function judgeFiles(
  corpus: Corpus,
  { history, files, readTexts, readOtherPaths, accepted = [] }: JudgeFilesOptions,
): Promise<JudgedFile[]> {
  const sources = files.flatMap((file) => {
    const source = sourceOf(file.path);
    return source ? [{ source, file }] : [];
  });
  if (history.kind === 'unknown') {
    const verdict = unverifiable(history.why, history.message);
    return sources.map(({ source, file }) => ({
      source,
      path: file.path,
      claims: source
        .claims(file)
        .map((claim) => ({ claim, verdict, signs: [], commit: undefined, found: [] })),
    }));
  }
  const judgeWith = (others: ReadonlySet<string>): Promise<JudgedFile[]> =>
    withAllTexts(corpus, history, readTexts, (context) =>
      sources.map(({ source, file }) => judgeFile(context, source, file, others)),
    );
  const first = await judgeWith(new Set());
  const isAnyFalse = first.some(({ claims }) =>
    claims.some(({ verdict }) => verdict.kind === 'contradicted'),
  );
  const judged = isAnyFalse ? await judgeWith(await readOtherPaths()) : first;
  return judged.map((file) => applyToFile(file, accepted));
}

/** Holds every claim of a file against the history. Pure. */
export function judgeFile(
  context: Context,
  source: FileSource<SourceClaim>,
  file: SourceFile,
  others: ReadonlySet<string>,
): JudgedFile {
  const { history } = context;
  const line = headLine(history);
  const index = pathIndexOf(history.commits);
  const versions = versionsOf(line, source, toGit(context, file.path));
  const made = source.claims(file);
  const originOf = originsOf(context, source, versions, made, file);
  const claims = made.map((claim): JudgedSourceClaim => {
    const origin = originOf(claim.id);
    const position = origin.kind === 'at' ? origin.position : line.end;
    const commit = origin.kind === 'at' ? line.commits[position] : undefined;
    const path = origin.kind === 'at' ? origin.path : undefined;
    const scene = { context, line, index, position, roots: rootsOf(context, source, file, path) };
    const making = origin.kind === 'at' ? 'committed' : origin.kind;
    const at = path ?? toGit(context, file.path);
    const { verdict, signs, found } = judgeClaim(claim, { scene, making, file: at, others });
    return {
      ...{ claim, verdict, commit, signs: [...signs, ...documentsOnly(commit)] },
      found: found.map((one) => ({ ...one, path: fromGit(context, one.path) })),
    };
  });
  return { source, path: file.path, claims };
}

function judgeClaim(claim: SourceClaim, held: WorkCase): JudgedWork {
  switch (claim.kind) {
    case 'task':
    case 'file':
      return judgeWork(claim, held);
    case 'commit':
      return judgeCommit(claim, held);
    case 'delta':
      return judgeDelta(claim, held);
  }
}

/** Folders that a path may be given from: the project's, then and now, the workspace's, and the repository's. */
function rootsOf(
  context: Context,
  source: FileSource<SourceClaim>,
  file: SourceFile,
  then: string | undefined,
): string[] {
  const { prefix } = context.history;
  const now = prefix + (source.projectOf(file.path) ?? '');
  const former = then === undefined ? undefined : source.projectOf(then);
  return [...new Set([...(former === undefined ? [] : [former]), now, prefix, ''])];
}
