import { isUtf8 } from 'node:buffer';
import { readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { MAX_RECORD_BYTES } from '../records/limits.ts';
import { pathBelow } from './path-below.ts';

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
 * Reads a file as UTF-8 text without its byte-order mark. Never throws for what a repository can hold: a folder,
 * a link out of the tree, another encoding, NUL bytes or an oversized file come back as `unreadable`.
 * @param filePath relative to `root`, with forward slashes
 */
export async function readText(root: string, filePath: string): Promise<TextFile> {
  return readFileAt(path.join(root, filePath), filePath, (absolute) => {
    const inside = pathBelow(realpathSync.native(root), realpathSync.native(absolute));
    return { isInside: inside !== undefined, stats: statSync(absolute) };
  });
}

/**
 * Reads a file as `readText` does.
 * @param look tells whether the file really lies in the repository, and what it is; throws where there is none
 */
export function readFileAt(
  absolute: string,
  filePath: string,
  look: (absolute: string) => { readonly isInside: boolean; readonly stats: Stats },
): TextFile {
  const refuse = refuser(filePath);
  let bytes: Buffer;
  try {
    const { isInside, stats } = look(absolute);
    if (!isInside) {
      return refuse(
        'Unexpected symbolic link out of the repository, expected a file inside it',
        'replace the link with the file itself',
      );
    }
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
    if (stats.size > MAX_RECORD_BYTES) return tooLarge(stats.size, refuse);
    bytes = readFileSync(absolute);
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

/** The file that a text would be if it were saved at a path, a byte-order mark among its first signs included. */
export function asIfSaved(filePath: string, text: string): TextFile {
  const bytes = Buffer.from(text);
  const refuse = refuser(filePath);
  if (bytes.length > MAX_RECORD_BYTES) return tooLarge(bytes.length, refuse);
  return decode(filePath, bytes, refuse);
}

type Refuse = (message: string, help: string, line?: number, column?: number) => TextFile;

function refuser(path: string): Refuse {
  return (message, help, line = 1, column = 1) => ({
    ...{ kind: 'unreadable', path, message, help, line, column },
    isMissing: false,
  });
}

function tooLarge(size: number, refuse: Refuse): TextFile {
  return refuse(
    `Unexpected size of \`${size}\` bytes, expected at most \`${MAX_RECORD_BYTES}\``,
    'move data and images out of the record and link to them',
  );
}

function decode(filePath: string, bytes: Buffer, refuse: Refuse): TextFile {
  const save = 'save the file as UTF-8';
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return refuse('Unexpected UTF-16 encoding, expected UTF-8', save);
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const [line, column] = placeOf(bytes, nul);
    return refuse('Unexpected NUL byte, expected text', `delete it, or ${save}`, line, column);
  }
  if (!isUtf8(bytes)) {
    const [line, column] = placeOf(bytes, firstInvalid(bytes));
    return refuse('Unexpected byte that is not UTF-8', save, line, column);
  }
  const hasBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { kind: 'text', path: filePath, text: bytes.toString('utf8', hasBom ? 3 : 0), hasBom };
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

/** Whether an error says that there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ENOENT' || error.code === 'ENOTDIR')
  );
}
