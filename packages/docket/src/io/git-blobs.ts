import { MAX_RECORD_BYTES } from '../records/limits.ts';
import { decodeText } from './git-log.ts';
import { type ObjectRequest, streamObjects } from './git-objects.ts';

/**
 * Reads blobs as text.
 * @returns a text for every id asked for; `undefined` where the object is not in this clone, is no blob, is larger
 *   than a record may be, or holds NUL bytes
 * @throws {GitError} where Git fails
 */
export async function readBlobs(
  root: string,
  request: ObjectRequest,
): Promise<Map<string, string | undefined>> {
  const ids = [...request.ids];
  const texts = new Map<string, string | undefined>(ids.map((id) => [id, undefined]));
  await streamObjects(root, { ...request, ids }, ({ id, type, size }) => {
    const isText = type === 'blob' && size <= MAX_RECORD_BYTES;
    const pieces: Buffer[] = [];
    return {
      add: (piece) => isText && pieces.push(piece),
      end: () => isText && texts.set(id, textOf(Buffer.concat(pieces))),
    };
  });
  return texts;
}

function textOf(content: Buffer): string | undefined {
  return content.includes(0) ? undefined : decodeText(content).replace(/^\uFEFF/, '');
}
