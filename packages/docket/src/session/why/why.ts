import { type Checkout, checkOut } from '../../io/checkout.ts';
import { resolveCommit } from '../../io/git-commits.ts';
import { HelpfulError } from '../../records/helpful-error.ts';
import type { Lines, WhyAnswer } from '../../records/why.ts';
import { explainCommit } from '../explain-commit.ts';
import { openSession, type Session } from '../session.ts';
import { decisionsForFiles, nearestFirst, pathInside } from './grounds.ts';
import { originsOf } from './origins.ts';

/** A place that is not written as one. */
export class PlaceError extends HelpfulError {
  override readonly name = 'PlaceError';
}

/** What is asked about. */
export interface WhyQuestion {
  /** Absolute, or relative to `cwd`. */
  readonly path: string;
  /** All of the file where not given. */
  readonly lines?: Lines | undefined;
  /** Absolute path; the root by default. */
  readonly cwd?: string;
}

/** Lines that may be asked about at once. */
const MOST_LINES = 2000;

/**
 * Which decisions have to do with a file, and for lines, where they come from.
 * @throws {HelpfulError} where the path leads out of the root, or the lines are none
 */
export async function why(session: Session, question: WhyQuestion): Promise<WhyAnswer> {
  const { path, lines, cwd } = question;
  if (lines && (lines.from < 1 || lines.to < lines.from || lines.to - lines.from >= MOST_LINES)) {
    throw new PlaceError(
      `\`${lines.from}-${lines.to}\` are no lines that can be asked about`,
      `count from 1, the first line first, and ask about ${MOST_LINES} lines at most`,
    );
  }
  const [whole] = await decisionsForFiles(session, [path], cwd);
  if (!whole) throw new Error('No answer for the file');
  const file = lines ? { ...whole, decisions: nearestFirst(whole.decisions, lines) } : whole;
  const decisions = file.decisions.map(({ adr }) => adr);
  const { origins, gap } = lines
    ? await originsOf(session, file.path, lines, decisions)
    : { origins: [], gap: '' };
  return { corpus: session.corpus, file, lines, at: undefined, origins, gap };
}

/**
 * The same for the repository as it stood at a commit, with the records of that time.
 * @param name branch, tag or commit
 * @throws {HelpfulError} as `why` does, and where the name stands for no commit or there were no records
 */
export async function whyAt(root: string, name: string, question: WhyQuestion): Promise<WhyAnswer> {
  const path = pathInside(root, question.cwd ?? root, question.path);
  const checkout = await checkedOut(root, name);
  try {
    const session = await openSession({
      root: checkout.root,
      runsCode: false,
      mayLackFolders: true,
    });
    const answer = await why(session, { path, lines: question.lines });
    return { ...answer, at: checkout.commit };
  } finally {
    await checkout.remove();
  }
}

/** The repository as it stood at a commit that a person named. */
async function checkedOut(root: string, name: string): Promise<Checkout> {
  try {
    return await checkOut(root, await resolveCommit(root, name));
  } catch (error) {
    throw explainCommit(error, name);
  }
}

/**
 * A path with perhaps a line or a range of lines behind it: `src/a.ts`, `src/a.ts:12`, `src/a.ts:12-20`.
 * @throws {PlaceError} where nothing stands before the lines
 */
export function readPlace(typed: string): { readonly path: string; readonly lines?: Lines } {
  const [, path, from, to] = /^(.*?):(\d{1,7})(?:-(\d{1,7}))?$/.exec(typed) ?? [];
  if (from === undefined) return { path: typed };
  if (path === undefined || path === '') {
    throw new PlaceError(`\`${typed}\` names no file`, 'give a path, such as `src/main.ts:12`');
  }
  return { path, lines: { from: Number(from), to: Number(to ?? from) } };
}
