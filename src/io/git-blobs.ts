import { MAX_RECORD_BYTES } from './files.ts';
import { decodeText } from './git-log.ts';
import { streamGit } from './git-process.ts';

/** Which objects to read, and whether the clone may lack some. */
export interface BlobRequest {
  readonly ids: readonly string[];
  /** Whether the clone left objects behind; asking Git for one of those ends the whole command. */
  readonly partial: boolean;
}

/**
 * Reads blobs as text through one `git cat-file --batch`, without fetching anything.
 * @returns a text for every id asked for; `undefined` where the object is not in this clone, is no blob, is larger
 *   than a record may be, or holds NUL bytes
 * @throws {GitError} where Git fails
 */
export async function readBlobs(
  root: string,
  { ids, partial }: BlobRequest,
): Promise<Map<string, string | undefined>> {
  const texts = new Map<string, string | undefined>(ids.map((id) => [id, undefined]));
  const present = partial ? await presentOf(root, new Set(ids)) : [...texts.keys()];
  if (present.length === 0) return texts;

  let rest: Buffer = Buffer.alloc(0);
  let open: { id: string; size: number; type: string; pieces: Buffer[]; got: number } | undefined;
  const input = `${present.join('\n')}\n`;
  for await (const piece of streamGit(root, ['cat-file', '--batch'], { input })) {
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
        if (type !== 'missing') open = { id, type, size: Number(size), pieces: [], got: 0 };
        continue;
      }
      // A line break follows the content.
      const wanted = open.size + 1 - open.got;
      const part = bytes.subarray(0, wanted);
      if (open.size <= MAX_RECORD_BYTES) open.pieces.push(part);
      open.got += part.length;
      bytes = bytes.subarray(part.length);
      if (open.got <= open.size) break;
      texts.set(open.id, textOf(open));
      open = undefined;
    }
  }
  return texts;
}

function textOf(object: { type: string; size: number; pieces: Buffer[] }): string | undefined {
  if (object.type !== 'blob' || object.size > MAX_RECORD_BYTES) return undefined;
  const content = Buffer.concat(object.pieces).subarray(0, object.size);
  return content.includes(0) ? undefined : decodeText(content).replace(/^\uFEFF/, '');
}

/** Those of the objects that this clone holds; asking for one that was left behind would end the whole command. */
export async function presentOf(root: string, wanted: ReadonlySet<string>): Promise<string[]> {
  const present: string[] = [];
  let rest = '';
  const args = ['cat-file', '--batch-all-objects', '--unordered', '--batch-check=%(objectname)'];
  for await (const piece of streamGit(root, args)) {
    const lines = (rest + piece.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (wanted.has(line)) present.push(line);
  }
  return present;
}
