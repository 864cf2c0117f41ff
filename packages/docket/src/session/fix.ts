import path from 'node:path';
import { applyFixes } from '../engine/fix.ts';
import { readOptional } from '../io/write.ts';
import type { FileChange } from '../records/authoring/change.ts';
import type { Finding } from '../records/finding.ts';
import type { Session } from './session.ts';

/** A new text for a file; byte-order marks are part of both texts. */
type Rewrite = Extract<FileChange, { kind: 'edit' }>;

/** What `--fix` did, or would do. */
export interface FixOutcome {
  readonly rewrites: readonly Rewrite[];
  /** Findings that were fixed. */
  readonly made: readonly Finding[];
  /** Files left as they are because they changed while they were judged. */
  readonly refused: readonly string[];
}

/** A fix may uncover another finding that has one; after this many rounds two rules undo each other. */
const MOST_PASSES = 5;

const MARK = '\uFEFF';

/**
 * Applies the fixes that have only one right result, again and again until none is left, in memory; writes only in the
 * end, all files or none.
 * @param isAsked whether a file is one that may be fixed
 * @throws {HelpfulError} where the files cannot be written
 */
export async function fixAll(
  session: Session,
  isAsked: (file: string) => boolean,
  write: boolean,
): Promise<FixOutcome> {
  const started = new Map<string, string>();
  const marks = new Set<string>();
  const made: Finding[] = [];
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const texts = new Map<string, string>();
    for (const [file, findings] of await fixable(session, isAsked)) {
      const text = session.textOf(file);
      if (text === undefined) continue;
      const fixed = applyFixes(text, findings);
      made.push(...fixed.made);
      if (fixed.dropsByteOrderMark) marks.add(file);
      if (fixed.made.length > 0 && !started.has(file)) started.set(file, text);
      if (fixed.text !== text || fixed.dropsByteOrderMark) texts.set(file, fixed.text);
    }
    if (texts.size === 0) break;
    await session.update([], texts);
  }
  const compared = () => compare(session, started, marks);
  if (!write) return { ...(await compared()), made };
  const written = await session.apply(async () => {
    const outcome = await compared();
    return { ...outcome, changes: outcome.rewrites };
  });
  await session.update(written.refused);
  return { rewrites: written.rewrites, refused: written.refused, made };
}

/** Holds the files as they are now against what was judged. */
async function compare(
  session: Session,
  started: ReadonlyMap<string, string>,
  marks: ReadonlySet<string>,
): Promise<Pick<FixOutcome, 'rewrites' | 'refused'>> {
  const rewrites: Rewrite[] = [];
  const refused: string[] = [];
  for (const [file, text] of started) {
    const before = await readOptional(path.join(session.root, file));
    const hasMark = before?.startsWith(MARK) === true;
    if (before === undefined || before.slice(hasMark ? 1 : 0) !== text) {
      refused.push(file);
      continue;
    }
    const mark = hasMark && !marks.has(file) ? MARK : '';
    const after = mark + (session.textOf(file) ?? text);
    if (after !== before) rewrites.push({ kind: 'edit', path: file, before, after });
  }
  return { rewrites, refused };
}

async function fixable(
  session: Session,
  isAsked: (file: string) => boolean,
): Promise<Map<string, Finding[]>> {
  const { fresh, known } = await session.findings();
  const found = [...fresh, ...known].filter(({ file, fix }) => fix && isAsked(file));
  return Map.groupBy(found, ({ file }) => file);
}
