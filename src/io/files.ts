import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/** Largest record that is read, in bytes. The longest records in the wild stay well below 200 KB. */
export const MAX_RECORD_BYTES = 1024 * 1024;

/** A file read as text, or the reason why it could not be. */
export type TextFile =
  | {
      readonly kind: 'text';
      readonly path: string;
      readonly text: string;
      readonly hasBom: boolean;
    }
  | {
      readonly kind: 'unreadable';
      readonly path: string;
      readonly message: string;
      readonly help: string;
      /** Where reading stopped, counted from 1; the start of the file where no place can be named. */
      readonly line: number;
      readonly column: number;
      /** Whether there is no such file at all. */
      readonly isMissing: boolean;
    };

/**
 * Lists everything named `*.md` below a folder, files and others alike, sorted by path.
 * @returns paths relative to `root`, with forward slashes; empty where the folder does not exist
 */
export async function listMarkdown(root: string, folder: string): Promise<string[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
  return entries
    .filter((entry) => entry.name.endsWith('.md'))
    .map((entry) => toPosix(path.relative(root, path.join(entry.parentPath, entry.name))))
    .sort();
}

/**
 * Reads a file as UTF-8 text without its byte-order mark. Never throws for what a repository can hold: a folder,
 * a link out of the tree, another encoding, NUL bytes or an oversized file come back as `unreadable`.
 * @param filePath relative to `root`, with forward slashes
 */
export async function readText(root: string, filePath: string): Promise<TextFile> {
  const absolute = path.join(root, filePath);
  const refuse = (message: string, help: string, line = 1, column = 1): TextFile => ({
    kind: 'unreadable',
    path: filePath,
    message,
    help,
    line,
    column,
    isMissing: false,
  });

  let bytes: Buffer;
  try {
    const inside = path.relative(await realpath(root), await realpath(absolute));
    if (inside.startsWith('..') || path.isAbsolute(inside)) {
      return refuse(
        'Unexpected symbolic link out of the repository, expected a file inside it',
        'replace the link with the file itself',
      );
    }
    const stats = await stat(absolute);
    if (stats.isDirectory()) {
      return refuse(
        'Unexpected folder with the name of a record, expected a file',
        'rename the folder so that it does not end in `.md`',
      );
    }
    if (!stats.isFile()) {
      return refuse(
        'Unexpected special file, expected a text file',
        'replace it with a regular file',
      );
    }
    if (stats.size > MAX_RECORD_BYTES) {
      return refuse(
        `Unexpected size of \`${stats.size}\` bytes, expected at most \`${MAX_RECORD_BYTES}\``,
        'move data and images out of the record and link to them',
      );
    }
    bytes = await readFile(absolute);
  } catch (error) {
    if (isMissing(error)) {
      const missing = refuse(
        'Unexpected missing file, expected one that exists',
        'restore the file, or delete the link that leads to it',
      );
      return { ...missing, isMissing: true } as TextFile;
    }
    // The system's message ends in an absolute path, which says nothing to readers of a report.
    const reason = (error instanceof Error ? error.message : String(error)).split(',')[0];
    return refuse(
      `Unexpected failure to read the file, expected text: ${reason}`,
      'check that the file may be read',
    );
  }
  return decode(filePath, bytes, refuse);
}

function decode(
  filePath: string,
  bytes: Buffer,
  refuse: (message: string, help: string, line?: number, column?: number) => TextFile,
): TextFile {
  const save = 'save the file as UTF-8';
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return refuse('Unexpected UTF-16 encoding, expected UTF-8', save);
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const [line, column] = placeOf(bytes, nul);
    return refuse('Unexpected NUL byte, expected text', `delete it, or ${save}`, line, column);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    return { kind: 'text', path: filePath, text, hasBom: bytes[0] === 0xef && bytes[1] === 0xbb };
  } catch {
    const [line, column] = placeOf(bytes, firstInvalid(bytes));
    return refuse('Unexpected byte that is not UTF-8', save, line, column);
  }
}

function firstInvalid(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  // Longest valid prefix by bisection; `stream` tolerates a sequence cut at the end.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  return low;
}

function placeOf(bytes: Buffer, offset: number): [line: number, column: number] {
  const before = bytes.subarray(0, offset).toString('utf8').split('\n');
  return [before.length, (before.at(-1)?.length ?? 0) + 1];
}

function toPosix(filePath: string): string {
  return filePath.split(path.sep).join('/');
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ENOENT' || error.code === 'ENOTDIR')
  );
}
