import { landingOf } from '../../evidence/landing.ts';
import { gapOf } from '../../io/git.ts';
import { type BlamedLines, blame } from '../../io/git-blame.ts';
import { readCommitWords } from '../../io/git-message.ts';
import { GitError } from '../../io/git-process.ts';
import { broughtInBy, reachable } from '../../records/commit-graph.ts';
import { governs } from '../../records/governs.ts';
import type { Commit, KnownHistory } from '../../records/history.ts';
import { lifeOf, stoodOn } from '../../records/life.ts';
import { stands } from '../../records/query.ts';
import type { AdrRecord } from '../../records/record.ts';
import type { LineOrigin, Lines } from '../../records/why.ts';
import type { Session } from '../session.ts';

/** Where lines come from, as far as the history tells. */
export interface Origins {
  readonly origins: readonly LineOrigin[];
  /** Why it is unknown; empty where it is known. */
  readonly gap: string;
}

/** Trailers that say who took part in the work, or which decision it follows. */
const WHO = /^(?:co-authored-by|assisted-by|generated-by|authored-by|agent|model|decision)\s*:/i;

/** Lines of a note that are told. */
const MOST_NOTES = 3;

/**
 * Where some lines of a file come from: the commits that wrote them last, and the executions these came with.
 * @param decisions those of which to say whether they stood then
 */
export async function originsOf(
  session: Session,
  path: string,
  lines: Lines,
  decisions: readonly AdrRecord[],
): Promise<Origins> {
  let blamed: readonly BlamedLines[];
  try {
    blamed = await blame(session.root, path, lines);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return { origins: [], gap: reasonOf(error) };
  }
  const evidence = await session.evidence();
  const { history } = evidence;
  const { corpus } = session;
  const executions = await executionsBy(session);
  const merges = history.kind === 'history' ? broughtInBy(history) : new Map<string, Commit>();
  const prefix = history.kind === 'history' ? history.prefix : '';
  const ended = corpus.adrs.filter((adr) => !stands(adr));
  const words = new Map(
    await Promise.all(
      [...new Set(blamed.flatMap(({ commit }) => commit ?? []))].map(
        async (id) => [id, await readCommitWords(session.root, id)] as const,
      ),
    ),
  );
  const origins = blamed.map(({ from, to, commit: id, path: then }): LineOrigin => {
    const said = id === undefined ? undefined : words.get(id);
    const day = said?.authored.slice(0, 10);
    const merge = id === undefined ? undefined : merges.get(id);
    const own = then.startsWith(prefix) ? then.slice(prefix.length) : undefined;
    return {
      lines: { from, to },
      path: then,
      landedWith: merge && {
        id: merge.id,
        authored: merge.authored,
        subject: merge.subject,
      },
      commit:
        id === undefined || !said
          ? undefined
          : {
              id,
              author: said.author,
              authored: said.authored,
              subject: said.subject,
              said: [
                ...said.trailers.filter((line) => WHO.test(line)),
                ...said.notes.slice(0, MOST_NOTES),
              ],
            },
      executions: id === undefined ? [] : executions(id),
      stoodThen:
        day === undefined
          ? []
          : ended.filter(
              (adr) =>
                (decisions.includes(adr) || (own !== undefined && governs(adr, own))) &&
                stoodOn(lifeOf(corpus, adr, []), day) === 'yes',
            ),
    };
  });
  const isCut = history.kind === 'history' && history.boundary.size > 0;
  return { origins, gap: isCut ? 'the clone is shallow: lines may be older than they seem' : '' };
}

function reasonOf(error: GitError): string {
  if (/no such path|has only \d+ lines?/.test(error.stderr)) {
    return /has only/.test(error.stderr)
      ? 'the file has fewer lines'
      : 'the file is not in the history';
  }
  return gapOf(error).message;
}

/** The executions that a commit came with, by its id. */
async function executionsBy(session: Session): Promise<(id: string) => LineOrigin['executions']> {
  const { corpus } = session;
  const evidence = await session.evidence();
  const { history } = evidence;
  if (history.kind === 'unknown' || corpus.provenances.length === 0) return () => [];
  const landings = await evidence.ask((context) =>
    corpus.provenances.flatMap((record) => {
      const landing = context && landingOf(context, record);
      if (landing?.kind !== 'landed') return [];
      return [{ record, ids: new Set(landing.steps.flatMap((step) => broughtBy(history, step))) }];
    }),
  );
  return (id) =>
    landings
      .filter(({ ids }) => ids.has(id))
      .map(({ record }) => ({ record: record.path, spec: corpus.specOf(record)?.id }));
}

/** The commits that one of a line stands for: itself, and for a merge all that it brings. */
function broughtBy(history: KnownHistory, { id, parents }: Commit): string[] {
  const [first, ...others] = parents;
  if (first === undefined || others.length === 0) return [id];
  const before = reachable(history, [first]);
  return [id, ...[...reachable(history, others)].filter((other) => !before.has(other))];
}
