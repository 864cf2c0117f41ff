import { createHash } from 'node:crypto';
import { type ObjectRequest, streamObjects } from './git-objects.ts';

/** SHA-256 of a text as UTF-8, in hexadecimal. */
export function digestText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** SHA-256 of bytes, in hexadecimal. */
export function digestBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * SHA-256 of the bytes of blobs, none of which is held in memory.
 * @returns an entry for every blob that this clone holds; none for what is missing or no blob
 * @throws {GitError} where Git fails
 */
export async function digestBlobs(
  root: string,
  request: ObjectRequest,
): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  await streamObjects(root, request, ({ id, type }) => {
    const hash = createHash('sha256');
    return {
      add: (piece) => hash.update(piece),
      end: () => type === 'blob' && digests.set(id, hash.digest('hex')),
    };
  });
  return digests;
}
