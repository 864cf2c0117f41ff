import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { decodeText } from './git-log.ts';
import { GitError, runGit, runGitSync } from './git-process.ts';

const NEVER = new Set(['node_modules', '.git', 'dist', 'build', 'vendor', '.cache', '.astro']);

// What counts as text must not depend on whose machine it is: attributes come from the repository alone.
const OWN_ATTRIBUTES = ['-c', 'core.attributesFile=/dev/null'];

/**
 * The files that may cite a record: outside a repository all but the usual folders of tools, inside it those that
 * Git tracks or would track and that hold something like a record's number. Git searches thousands of files in the
 * time it takes to read some dozens here.
 */
export async function listCitingFiles(root: string): Promise<readonly string[]> {
  try {
    const { output } = await runGit(
      root,
      [
        ...OWN_ATTRIBUTES,
        'grep',
        '--untracked',
        '-l',
        '-z',
        '-I',
        '-i',
        '-E',
        '(adr|spec)[- ][0-9]{3}',
        '--',
        '.',
      ],
      { statuses: [0, 1] },
    );
    return tokensOf(output).sort();
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return (await walkFolder(root, '')).sort();
  }
}

/** The files of a folder that `listCitingFiles` looks at. */
export interface KnownFiles {
  readonly byGit: boolean;
  /** As listed: from Git each file with a letter and a space before it, which tell how Git knows it. */
  readonly entries: readonly string[];
}

/** Lists the files that Git tracks or would track; outside a repository all but the usual folders of tools. */
export async function listKnownFiles(root: string): Promise<KnownFiles> {
  try {
    const output = runGitSync(root, [
      ...['ls-files', '-z', '-v', '--cached', '--others', '--exclude-standard'],
      ...['--', '.'],
    ]);
    return { byGit: true, entries: tokensOf(output) };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return { byGit: false, entries: (await walkFolder(root, '')).sort() };
  }
}

/** The file with the attributes of a repository that no commit holds, from the root; `undefined` outside of Git. */
export function ownAttributesFile(root: string): string | undefined {
  try {
    const output = runGitSync(root, ['rev-parse', '--git-path', 'info/attributes']);
    return decodeText(output).replace(/\n$/, '');
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

function tokensOf(output: Buffer): string[] {
  return decodeText(output)
    .split('\0')
    .filter((token) => token !== '');
}

async function walkFolder(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true });
  const below = await Promise.all(
    entries.map((entry) => {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return NEVER.has(entry.name) ? [] : walkFolder(root, name);
      return entry.isFile() ? [name] : [];
    }),
  );
  return below.flat();
}
