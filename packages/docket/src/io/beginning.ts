import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { Reader } from './reader.ts';

/** Bytes that are enough to see what a file is. */
const MOST_BYTES = 64 * 1024;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/**
 * The first 64 KiB of a file as text, for showing what cannot be read as a record: a byte that is no text becomes a
 * replacement character.
 * @param file relative to `root`, with forward slashes
 * @returns `undefined` where it is no regular file inside the root, or may not be read
 */
export function readBeginning(root: string, file: string): string | undefined {
  if (!new Reader(root).holdsFile(file)) return undefined;
  const bytes = Buffer.alloc(MOST_BYTES);
  try {
    const handle = openSync(path.join(root, file), 'r');
    try {
      return textOf(bytes.subarray(0, readSync(handle, bytes)));
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined;
  }
}

function textOf(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes).replace(CONTROL, '\ufffd');
}
