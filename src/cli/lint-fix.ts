import { type Rewrite, readBytes, rewriteFiles } from '../io/write.ts';
import type { Finding } from '../records/finding.ts';
import { unifiedDiff } from '../report/unified.ts';
import { applyFixes } from '../rules/fix.ts';
import type { LintSession } from './lint-session.ts';

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
 * Mends what has one mend, again and again until nothing is left to mend, in memory; writes only in the end, each
 * file in one step. Findings outside the files the session may report are left alone.
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

  const rewrites: Rewrite[] = [];
  const refused: string[] = [];
  for (const [file, text] of started) {
    const before = await readBytes(session.workspace.root, file);
    const written = before.toString('utf8');
    const hasMark = written.startsWith(MARK);
    if (written.slice(hasMark ? 1 : 0) !== text) {
      refused.push(file);
      continue;
    }
    const mark = hasMark && !marks.has(file) ? MARK : '';
    const after = Buffer.from(mark + (session.textOf(file) ?? text));
    if (!after.equals(before)) rewrites.push({ path: file, before, after });
  }
  if (write) refused.push(...(await rewriteFiles(session.workspace.root, rewrites)));
  return { rewrites, made, refused };
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
      from: { path, text: Buffer.from(before).toString('utf8') },
      to: { path, text: Buffer.from(after).toString('utf8') },
    })),
  );
}
