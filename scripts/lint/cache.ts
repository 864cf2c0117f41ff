import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a check reads: whether a file, by its path below the root, can change its outcome. */
export type Reads = (file: string) => boolean;

/** Remembers on which files a check was clean. */
export interface CleanRuns {
  /** Whether the check was clean on the files as they are now. */
  isClean(name: string, reads: Reads): boolean;
  /** Remembers that it was; `key` is what `keyOf` gave before the check ran. */
  remember(name: string, key: string): void;
  /** Stands for everything a check reads. */
  keyOf(reads: Reads): string;
}

/**
 * Opens the memory in a folder. A key covers the content of every file a check reads, tracked or not ignored, the
 * lockfile with the versions of the tools, these scripts, and Node itself; so nothing that could change an outcome
 * is left out, and a check is skipped only where it would read the same bytes again.
 */
export function openCleanRuns(root: string, folder: string): CleanRuns {
  const digests = new Map<string, string>();
  const digestOf = (file: string): string => {
    const known = digests.get(file);
    if (known !== undefined) return known;
    const digest = createHash('sha256')
      .update(contentOf(path.join(root, file)))
      .digest('hex');
    digests.set(file, digest);
    return digest;
  };
  let files: readonly string[] | undefined;
  const keyOf = (reads: Reads): string => {
    files ??= listFiles(root);
    const hash = createHash('sha256').update(process.version);
    for (const file of files) {
      if (!isAlwaysRead(file) && !reads(file)) continue;
      hash.update(`\0${file}\0${digestOf(file)}`);
    }
    return hash.digest('hex');
  };
  const place = (name: string) => path.join(folder, `${name}.key`);
  return {
    keyOf,
    isClean: (name, reads) => contentOf(place(name)).toString() === keyOf(reads),
    remember(name, key) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(place(name), key);
    },
  };
}

function isAlwaysRead(file: string): boolean {
  return (
    file === 'pnpm-lock.yaml' ||
    file === '.gitignore' ||
    file === 'scripts/lint.ts' ||
    file.startsWith('scripts/lint/')
  );
}

function listFiles(root: string): readonly string[] {
  const output = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return [...new Set(output.split('\0').filter((file) => file !== ''))].sort();
}

/** Empty where there is no file, so that its appearance is a change. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
