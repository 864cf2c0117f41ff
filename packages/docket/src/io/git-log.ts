import type { Change, Commit, Move } from '../records/history.ts';
import { streamGit } from './git-process.ts';

// One record per commit: \x01 id, parents, two dates, author, subject, each ended by NUL, then the raw entries.
const FORMAT = 'tformat:%x01%H%x00%P%x00%aI%x00%cI%x00%an%x00%s';

/** What to read of a history. */
export interface LogOptions {
  /** Commits whose ancestors are read, themselves included. */
  readonly tips: readonly string[];
  /** Find moves by equal blobs alone, which needs no contents: for partial clones. */
  readonly exactMovesOnly: boolean;
  /** The only folders to look at, relative to the root, along first parents alone. */
  readonly folders?: readonly string[];
}

/**
 * Reads commits in one streamed pass. Merges are compared with their first parent, roots with nothing.
 * Git's rename entries are taken apart into a deletion and an addition, so that `changes` are those of
 * `--no-renames`; the pairing is kept as `moves`.
 * Format: git-log(1) `--raw -z`, see gitformat "RAW OUTPUT FORMAT" in git-diff(1).
 * @throws {GitError} where Git fails
 */
export async function readLog(root: string, options: LogOptions): Promise<Map<string, Commit>> {
  const commits = new Map<string, Commit>();
  const parser = new LogParser((commit) => commits.set(commit.id, commit));
  const stream = streamGit(root, [
    'log',
    '-z',
    '--raw',
    '--diff-merges=first-parent',
    options.exactMovesOnly ? '-M100%' : '-M50%',
    '-l1000',
    '--no-abbrev',
    '--no-relative',
    '--ignore-submodules=none',
    '--no-ext-diff',
    '--no-textconv',
    '--no-show-signature',
    '--no-notes',
    '--no-color',
    '--encoding=UTF-8',
    `--format=${FORMAT}`,
    ...(options.folders ? ['--first-parent'] : []),
    ...options.tips,
    '--',
    ...(options.folders ?? []),
  ]);
  for await (const piece of stream) parser.push(piece);
  parser.end();
  return commits;
}

type Draft = { -readonly [K in keyof Commit]: Commit[K] } & { changes: Change[]; moves: Move[] };

/** Turns the bytes of `git log` into commits. */
class LogParser {
  readonly #emit: (commit: Commit) => void;
  // Paths recur in most commits; one string each keeps the memory linear in paths.
  readonly #known = new Map<string, string>();
  #rest: Buffer = Buffer.alloc(0);
  #header: string[] | undefined;
  #commit: Draft | undefined;
  #entry: { fields: readonly string[]; paths: string[]; wanted: number } | undefined;

  constructor(emit: (commit: Commit) => void) {
    this.#emit = emit;
  }

  push(piece: Buffer): void {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    let start = 0;
    for (let end = bytes.indexOf(0, start); end >= 0; end = bytes.indexOf(0, start)) {
      this.#token(bytes.subarray(start, end));
      start = end + 1;
    }
    this.#rest = bytes.subarray(start);
  }

  end(): void {
    if (this.#rest.some((byte) => byte !== 0x0a))
      throw new Error('The output of git log ended early');
    this.#flush();
  }

  #token(bytes: Buffer): void {
    if (this.#header) this.#headerToken(decodeText(bytes));
    else if (this.#entry) this.#pathToken(this.#intern(decodeText(bytes)));
    else this.#openingToken(bytes.toString('latin1').replace(/^\n+/, ''));
  }

  #openingToken(text: string): void {
    if (text.startsWith('\x01')) {
      this.#flush();
      this.#header = [text.slice(1)];
    } else if (text.startsWith(':')) {
      const fields = text.slice(1).split(' ');
      const wanted = /^[RC]/.test(fields[4] ?? '') ? 2 : 1;
      this.#entry = { fields, paths: [], wanted };
    } else if (text !== '') {
      throw new Error(`Cannot read the git log output \`${text.slice(0, 80)}\``);
    }
  }

  #headerToken(text: string): void {
    const header = this.#header ?? [];
    header.push(text);
    if (header.length < 6) return;
    const [id = '', parents = '', authored = '', committed = '', author = '', subject = ''] =
      header;
    this.#header = undefined;
    this.#commit = {
      id,
      parents: parents === '' ? [] : parents.split(' '),
      authored,
      committed,
      author: this.#intern(author),
      subject,
      changes: [],
      moves: [],
    };
  }

  #pathToken(path: string): void {
    const entry = this.#entry;
    if (!entry) return;
    entry.paths.push(path);
    if (entry.paths.length < entry.wanted) return;
    this.#entry = undefined;
    this.#change(entry.fields, entry.paths[0] ?? '', entry.paths[1]);
  }

  #change(fields: readonly string[], path: string, target: string | undefined): void {
    const commit = this.#commit;
    if (!commit) return;
    const [oldMode = '', newMode = '', oldId = '', newId = '', letter = ''] = fields;
    const submodule = oldMode === SUBMODULE || newMode === SUBMODULE;
    const before = objectId(oldId);
    const after = objectId(newId);
    if (target === undefined) {
      commit.changes.push({ status: statusOf(letter), path, before, after, submodule });
      return;
    }
    commit.moves.push({ from: path, to: target, likeness: Number(letter.slice(1)) });
    if (letter.startsWith('R')) {
      commit.changes.push({ status: 'D', path, before, after: undefined, submodule });
    }
    commit.changes.push({ status: 'A', path: target, before: undefined, after, submodule });
  }

  #flush(): void {
    const commit = this.#commit;
    this.#commit = undefined;
    if (!commit) return;
    commit.changes.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    this.#emit(commit);
  }

  #intern(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#known.set(text, text);
    return text;
  }
}

const SUBMODULE = '160000';

function objectId(id: string): string | undefined {
  return /^0+$/.test(id) ? undefined : id;
}

function statusOf(letter: string): Change['status'] {
  if (letter === 'A' || letter === 'M' || letter === 'D' || letter === 'T') return letter;
  throw new Error(`Unknown change \`${letter}\` in git log output`);
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Text of bytes that are UTF-8; bytes that are not keep apart from each other as `\xHH`. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\x80-\xff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`);
  }
}
