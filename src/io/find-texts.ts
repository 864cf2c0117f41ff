import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { SourceFile } from '../records/record.ts';
import { readText } from './files.ts';
import { decodeText } from './git-log.ts';
import { GitError, runGit } from './git-process.ts';

const TOOLS = new Set(['node_modules', '.git', 'dist', 'build', 'vendor']);

/**
 * Reads the text files that hold at least one of some words, in any case: those that Git tracks or would track, or
 * all but the usual folders of tools outside a repository. Files that are no text are passed over.
 */
export async function findTexts(root: string, words: readonly string[]): Promise<SourceFile[]> {
  const wanted = words.map((word) => word.toLowerCase());
  const texts: SourceFile[] = [];
  for (const file of await candidates(root, words)) {
    const read = await readText(root, file);
    if (read.kind !== 'text') continue;
    const lower = read.text.toLowerCase();
    if (wanted.some((word) => lower.includes(word))) texts.push({ path: file, text: read.text });
  }
  return texts;
}

async function candidates(root: string, words: readonly string[]): Promise<string[]> {
  const patterns = words.flatMap((word) => ['-e', word]);
  try {
    const { output } = await runGit(
      root,
      ['grep', '--untracked', '-l', '-z', '-I', '-i', '-F', ...patterns, '--', '.'],
      { statuses: [0, 1] },
    );
    return decodeText(output)
      .split('\0')
      .filter((file) => file !== '')
      .sort();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return (await walk(root, '')).sort();
  }
}

async function walk(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true });
  const found = await Promise.all(
    entries.map((entry) => {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return TOOLS.has(entry.name) ? [] : walk(root, name);
      return entry.isFile() ? [name] : [];
    }),
  );
  return found.flat();
}
