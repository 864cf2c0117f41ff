import { streamGit } from './git-process.ts';

/** What Git says of an object before its content. */
export interface ObjectHead {
  readonly id: string;
  /** `blob`, `tree`, `commit` or `tag`. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}

/** Takes in the content of one object, piece by piece. */
export interface ObjectSink {
  add(piece: Buffer): void;
  /** Called once, after the last piece. */
  end(): void;
}

/** Which objects to read, and whether the clone may lack some. */
export interface ObjectRequest {
  readonly ids: Iterable<string>;
  /** Whether the clone left objects behind; asking Git for one of those ends the whole command. */
  readonly partial: boolean;
}

/**
 * Streams objects through one `git cat-file --batch`, without fetching anything and holding none in memory.
 * @param open called with the head of each object that this clone holds; gives the sink of its content
 * @throws {GitError} where Git fails
 */
export async function streamObjects(
  root: string,
  { ids, partial }: ObjectRequest,
  open: (head: ObjectHead) => ObjectSink,
): Promise<void> {
  const wanted = new Set(ids);
  const present = partial ? await presentOf(root, wanted) : [...wanted];
  if (present.length === 0) return;

  let rest: Buffer = Buffer.alloc(0);
  let current: { sink: ObjectSink; left: number } | undefined;
  const input = `${present.join('\n')}\n`;
  for await (const piece of streamGit(root, ['cat-file', '--batch'], { input })) {
    let bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    rest = Buffer.alloc(0);
    while (bytes.length > 0) {
      if (!current) {
        const end = bytes.indexOf(0x0a);
        if (end < 0) {
          rest = bytes;
          break;
        }
        const [id = '', type = '', size = ''] = bytes.toString('latin1', 0, end).split(' ');
        bytes = bytes.subarray(end + 1);
        if (type === 'missing') continue;
        // A line break follows the content.
        current = { sink: open({ id, type, size: Number(size) }), left: Number(size) + 1 };
      }
      const part = bytes.subarray(0, current.left);
      current.left -= part.length;
      bytes = bytes.subarray(part.length);
      current.sink.add(current.left === 0 ? part.subarray(0, -1) : part);
      if (current.left > 0) break;
      current.sink.end();
      current = undefined;
    }
  }
}

/** Those of the objects that this clone left behind. @throws {GitError} where Git fails */
export async function missingOf(root: string, ids: Iterable<string>): Promise<string[]> {
  const wanted = new Set(ids);
  const present = new Set(wanted.size === 0 ? [] : await presentOf(root, wanted));
  return [...wanted].filter((id) => !present.has(id));
}

/** Those of the objects that this clone holds. */
async function presentOf(root: string, wanted: ReadonlySet<string>): Promise<string[]> {
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
