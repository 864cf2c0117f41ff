import { createHash } from 'node:crypto';
import { presentOf } from './git-blobs.ts';
import { streamGit } from './git-process.ts';

/** SHA-256 of a text as UTF-8, in hexadecimal. */
export function digestText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/**
 * SHA-256 of the bytes of blobs, through one `git cat-file --batch` that holds none of them in memory.
 * @param partial whether the clone left objects behind
 * @returns an entry for every blob that this clone holds; none for what is missing or no blob
 * @throws {GitError} where Git fails
 */
export async function digestBlobs(
  root: string,
  ids: readonly string[],
  partial: boolean,
): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  const wanted = partial ? await presentOf(root, new Set(ids)) : [...new Set(ids)];
  if (wanted.length === 0) return digests;
  let rest: Buffer = Buffer.alloc(0);
  let open:
    | { id: string; isBlob: boolean; left: number; hash: ReturnType<typeof createHash> }
    | undefined;
  for await (const piece of streamGit(root, ['cat-file', '--batch'], {
    input: `${wanted.join('\n')}\n`,
  })) {
    let bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    rest = Buffer.alloc(0);
    while (bytes.length > 0) {
      if (!open) {
        const end = bytes.indexOf(0x0a);
        if (end < 0) {
          rest = bytes;
          break;
        }
        const [id = '', type = '', size = ''] = bytes.toString('latin1', 0, end).split(' ');
        bytes = bytes.subarray(end + 1);
        if (type === 'missing') continue;
        open = { id, isBlob: type === 'blob', left: Number(size) + 1, hash: createHash('sha256') };
      }
      const part = bytes.subarray(0, open.left);
      open.left -= part.length;
      bytes = bytes.subarray(part.length);
      // A line break follows the content.
      open.hash.update(open.left === 0 ? part.subarray(0, -1) : part);
      if (open.left > 0) break;
      if (open.isBlob) digests.set(open.id, open.hash.digest('hex'));
      open = undefined;
    }
  }
  return digests;
}
