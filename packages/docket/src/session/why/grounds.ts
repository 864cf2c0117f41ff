import { formerNames } from '../../evidence/former-names.ts';
import { landingOf } from '../../evidence/landing.ts';
import { headLine } from '../../evidence/lines.ts';
import { readText } from '../../io/files.ts';
import { readCitations } from '../../records/citations.ts';
import { citedPathsOf } from '../../records/cited-paths.ts';
import { compareNumbers } from '../../records/corpus.ts';
import { citedAdr } from '../../records/find-record.ts';
import { governs } from '../../records/governs.ts';
import { HelpfulError } from '../../records/helpful-error.ts';
import { perObject } from '../../records/memo.ts';
import { currentSuccessors, stands } from '../../records/query.ts';
import type { AdrRecord } from '../../records/record.ts';
import {
  type FileAnswer,
  type FileDecision,
  GROUND_KINDS,
  type Ground,
  type Lines,
} from '../../records/why.ts';
import type { Session } from '../session.ts';
import { typedPath } from '../typed-path.ts';

/** A path that is not in the repository. */
export class PathError extends HelpfulError {
  override readonly name = 'PathError';
}

/**
 * The decisions that have to do with some files.
 * @param typed absolute, or relative to `cwd`
 * @throws {PathError} where a path leads out of the root
 */
export async function decisionsForFiles(
  session: Session,
  typed: readonly string[],
  cwd: string = session.root,
): Promise<readonly FileAnswer[]> {
  const paths = typed.map((path) => pathInside(session.root, cwd, path));
  const { gap, landed } = await landingsOf(session);
  return Promise.all(
    paths.map(async (path): Promise<FileAnswer> => {
      const found = new Map<AdrRecord, Ground[]>();
      const add = (adr: AdrRecord, ground: Ground): void => {
        const known = found.get(adr);
        if (known) known.push(ground);
        else found.set(adr, [ground]);
      };
      const file = await readText(session.root, path);
      if (file.kind === 'text') addMarkers(session, path, file.text, add);
      for (const [adr, ground] of [...governingOf(session, path), ...landed(path)])
        add(adr, ground);
      // A pattern that names the file is no second ground.
      for (const [adr, ground] of mentionsOf(session, path)) {
        if (!governs(adr, path)) add(adr, ground);
      }
      const decisions = [...found].map(([adr, grounds]) => ({
        adr,
        successors: currentSuccessors(session.corpus, adr),
        grounds: grounds.toSorted((a, b) => rankOf(a) - rankOf(b)),
      }));
      return {
        path,
        isThere: file.kind === 'text' || !file.isMissing,
        decisions: decisions.sort(compareDecisions),
        gap,
      };
    }),
  );
}

/** @throws {PathError} where it leads out of the root */
export function pathInside(root: string, cwd: string, typed: string): string {
  const path = typed.includes('\0') ? undefined : typedPath(root, cwd, typed);
  if (path !== undefined && path !== '') return path;
  throw new PathError(
    `\`${typed}\` is no file inside ${root}`,
    'give a path of the repository, such as `src/main.ts`',
  );
}

function rankOf({ kind }: Ground): number {
  return GROUND_KINDS.indexOf(kind);
}

function compareDecisions(a: FileDecision, b: FileDecision): number {
  const [first, second] = [a, b].map(({ grounds: [ground] }) => (ground ? rankOf(ground) : 0));
  return (
    (first ?? 0) - (second ?? 0) ||
    Number(stands(b.adr)) - Number(stands(a.adr)) ||
    compareNumbers(b.adr.number, a.adr.number)
  );
}

/** The same with those first, of the ones that rest on a comment, whose comment is the nearest to some lines. */
export function nearestFirst(
  decisions: readonly FileDecision[],
  { from, to }: Lines,
): readonly FileDecision[] {
  const distance = ({ kind, line }: Ground) =>
    kind !== 'marker' || line === undefined ? 0 : Math.max(from - line, line - to, 0);
  return decisions
    .map(({ grounds, ...rest }) => ({
      ...rest,
      grounds: grounds.toSorted((a, b) => rankOf(a) - rankOf(b) || distance(a) - distance(b)),
    }))
    .sort(({ grounds: [a] }, { grounds: [b] }) =>
      a && b ? rankOf(a) - rankOf(b) || distance(a) - distance(b) : 0,
    );
}

type Add = (adr: AdrRecord, ground: Ground) => void;

/** The decisions that say that they govern a file. */
function governingOf({ corpus }: Session, path: string): [AdrRecord, Ground][] {
  return corpus.adrs.flatMap((adr) => {
    const entry = governs(adr, path);
    if (!entry) return [];
    const { span, glob } = entry;
    return [[adr, { kind: 'governs', file: adr.path, line: span.start.line, words: glob }]];
  });
}

/** The decisions that comments of a file name; a record is no place for such a comment. */
function addMarkers({ corpus }: Session, path: string, text: string, add: Add): void {
  if (corpus.byPath(path)) return;
  for (const { id, log, span, around } of readCitations(path, text).citations) {
    const adr = citedAdr(corpus, { id, log });
    if (adr) add(adr, { kind: 'marker', file: path, line: span.start.line, words: around });
  }
}

/** The decisions that name a file, or a folder it lies in. */
function mentionsOf({ corpus }: Session, path: string): [AdrRecord, Ground][] {
  return corpus.adrs.flatMap((adr) =>
    namedPaths(adr)
      .filter((named) => named === path || isFolderOf(named, path))
      .map((named): [AdrRecord, Ground] => [
        adr,
        { kind: 'mention', file: adr.path, line: lineOf(adr, named), words: named },
      ]),
  );
}

const namedPaths = perObject((adr: AdrRecord): readonly string[] => [
  ...new Set(citedPathsOf(adr).map((path) => path.replace(/\/$/, ''))),
]);

/** Whether a file lies in a folder that tells more than the top of a repository, where nearly everything lies. */
function isFolderOf(folder: string, path: string): boolean {
  return folder.includes('/') && path.startsWith(`${folder}/`);
}

/** The line that names a path as it is written, from the root or as the target of a link. */
function lineOf(adr: AdrRecord, path: string): number | undefined {
  const link = adr.links.find(({ target }) => target.kind === 'file' && target.path === path);
  const place = link ?? adr.namedPaths.find((named) => named.path === path);
  if (place) return place.span.start.line;
  const at = adr.document.text.indexOf(path);
  return at < 0 ? undefined : adr.document.text.slice(0, at).split('\n').length;
}

/** What executions touched, by file, followed through moves. */
async function landingsOf(session: Session): Promise<{
  readonly gap: string;
  readonly landed: (path: string) => readonly [AdrRecord, Ground][];
}> {
  const { corpus } = session;
  if (corpus.provenances.length === 0) return { gap: '', landed: () => [] };
  const evidence = await session.evidence();
  const { history } = evidence;
  if (history.kind === 'unknown') return { gap: history.message, landed: () => [] };
  const landings = await evidence.ask((context) =>
    corpus.provenances.map((record) => {
      const landing = context ? landingOf(context, record) : undefined;
      return { record, commit: landing?.kind === 'landed' ? landing.commit : undefined };
    }),
  );
  const line = headLine(history);
  return {
    gap: history.boundary.size > 0 ? 'the clone is shallow, and its beginning unknown' : '',
    landed: (path) => {
      const now = history.prefix + path;
      const names = new Set([now, ...formerNames(line, 0, now)]);
      return landings.flatMap(({ record, commit }) => {
        const spec = corpus.specOf(record);
        if (!spec || !commit?.changes.some((change) => names.has(change.path))) return [];
        const words = `${commit.id.slice(0, 10)} ${commit.subject}`;
        const ground: Ground = { kind: 'landing', file: record.path, line: undefined, words };
        return corpus.adrsOf(spec).map((adr): [AdrRecord, Ground] => [adr, ground]);
      });
    },
  };
}
