import type { SourceFile } from '../records/record.ts';
import { type AskOptions, askGit } from './ask-git.ts';
import { readText } from './files.ts';
import { decodeText } from './git-log.ts';
import { FOLDER_IN_TREE } from './state-folder.ts';
import { walkFiles } from './walk-files.ts';

const TOOLS = new Set(['node_modules', '.git', FOLDER_IN_TREE, 'dist', 'build', 'vendor']);

/**
 * Reads the text files that hold at least one of some words, in any case: those that Git tracks or would track, or
 * all but the usual folders of tools outside a repository. Files that are no text are passed over.
 * @param options.offline whether to look at all files where Git cannot answer
 * @throws {GitSilence} where there is a repository and Git cannot answer
 */
export async function findTexts(
  root: string,
  words: readonly string[],
  { offline }: Pick<AskOptions, 'offline'> = {},
): Promise<SourceFile[]> {
  const wanted = words.map((word) => word.toLowerCase());
  const texts: SourceFile[] = [];
  for (const file of await candidates(root, words, offline)) {
    const read = await readText(root, file);
    if (read.kind !== 'text') continue;
    const lower = read.text.toLowerCase();
    if (wanted.some((word) => lower.includes(word))) texts.push({ path: file, text: read.text });
  }
  return texts;
}

async function candidates(
  root: string,
  words: readonly string[],
  offline: boolean | undefined,
): Promise<string[]> {
  const patterns = words.flatMap((word) => ['-e', word]);
  const found = await askGit(
    root,
    ['grep', '--untracked', '-l', '-z', '-I', '-i', '-F', ...patterns, '--', '.'],
    { statuses: [0, 1], offline },
  );
  if (!found) return walkFiles(root, TOOLS);
  return (
    decodeText(found)
      .split('\0')
      // Packages are nobody's to edit, whether Git is told to ignore them or not.
      .filter((file) => file !== '' && !/(?:^|\/)node_modules\//.test(file))
      .sort()
  );
}
