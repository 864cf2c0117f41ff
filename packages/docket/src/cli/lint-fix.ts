import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { applyFixes } from '../engine/fix.ts';
import type { FileChange } from '../records/authoring/change.ts';
import type { Finding } from '../records/finding.ts';
import { unifiedDiff } from '../report/unified.ts';
import type { LintSession } from './lint-session.ts';
import { writing } from './writing.ts';

/** A new text for a file; byte-order marks are part of both texts. */
type Rewrite = Extract<FileChange, { kind: 'edit' }>;

/** What `--fix` did, or would do. */
export interface FixOutcome {
  readonly rewrites: readonly Rewrite[];
  /** Findings that were mended. */
  readonly made: readonly Finding[];
  /** Files left as they are because they changed while they were judged. */
  readonly refused: readonly string[];
}

/** A fix may uncover another finding that has one; after this many rounds two rules undo each other. */
const MOST_PASSES = 5;

const MARK = '\uFEFF';

/**
 * Mends what has one mend, again and again until nothing is left to mend, in memory; writes only in the end, all files
 * or none. Findings outside the files the session may report are left alone.
 * @throws {CommandError} where the files cannot be written
 */
export async function fixAll(session: LintSession, write: boolean): Promise<FixOutcome> {
  const started = new Map<string, string>();
  const marks = new Set<string>();
  const made: Finding[] = [];
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const texts = new Map<string, string>();
    for (const [file, findings] of fixable(session)) {
      const text = session.textOf(file);
      if (text === undefined) continue;
      const fixed = applyFixes(text, findings);
      made.push(...fixed.made);
      if (fixed.dropsByteOrderMark) marks.add(file);
      if (fixed.made.length > 0 && !started.has(file)) started.set(file, text);
      if (fixed.text !== text) texts.set(file, fixed.text);
    }
    session.replace(texts, marks);
    if (texts.size === 0) break;
  }

  const { root } = session.workspace;
  if (!write) return { ...(await compare(session, started, marks)), made };
  return writing(root, async (save) => {
    const compared = await compare(session, started, marks);
    save(compared.rewrites);
    return { ...compared, made };
  });
}

/** Holds the files as they are now against what was judged. */
async function compare(
  session: LintSession,
  started: ReadonlyMap<string, string>,
  marks: ReadonlySet<string>,
): Promise<Pick<FixOutcome, 'rewrites' | 'refused'>> {
  const rewrites: Rewrite[] = [];
  const refused: string[] = [];
  for (const [file, text] of started) {
    const before = await readFile(path.join(session.workspace.root, file), 'utf8');
    const hasMark = before.startsWith(MARK);
    if (before.slice(hasMark ? 1 : 0) !== text) {
      refused.push(file);
      continue;
    }
    const mark = hasMark && !marks.has(file) ? MARK : '';
    const after = mark + (session.textOf(file) ?? text);
    if (after !== before) rewrites.push({ kind: 'edit', path: file, before, after });
  }
  return { rewrites, refused };
}

function fixable(session: LintSession): Map<string, Finding[]> {
  const byFile = new Map<string, Finding[]>();
  for (const finding of session.lint()) {
    if (!finding.fix || (session.changed && !session.changed.has(finding.file))) continue;
    const known = byFile.get(finding.file);
    if (known) known.push(finding);
    else byFile.set(finding.file, [finding]);
  }
  return byFile;
}

/** The changes as a unified diff that `git apply` understands. */
export function diffOf(rewrites: readonly Rewrite[]): string {
  return unifiedDiff(
    rewrites.map(({ path, before, after }) => ({
      from: { path, text: before },
      to: { path, text: after },
    })),
  );
}
