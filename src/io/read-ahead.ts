import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from 'node:worker_threads';
import type { ParsedText } from '../records/markdown.ts';
import type { TextFile } from './files.ts';
import type { Reader, Seen } from './reader.ts';

/** A file as it was read, and what the parser made of it, where it was asked already. */
export interface FileRead {
  readonly file: TextFile;
  readonly parsed?: ParsedText | undefined;
}

/** What the second thread is given. */
export interface ReadingWork {
  /** Absolute path. */
  readonly root: string;
  readonly paths: readonly string[];
  readonly counts: SharedArrayBuffer;
  readonly port: MessagePort;
}

/** Some files that the second thread read. */
export interface ReadingBatch {
  readonly files: readonly FileRead[];
  readonly seen: Seen;
}

/** Numbers that both threads see. */
export const COUNTS = {
  /** Index of the next path that nobody reads yet. */
  next: 0,
  /** Files that were handed over by the second thread. */
  sent: 1,
  /** Files of those that were taken by the first. */
  taken: 2,
} as const;

/** From this many files on a second thread saves more time than it takes to start. */
const WORTH_IT = 200;

/** Who says nothing for this long, in milliseconds, is not waited for. */
const PATIENCE = 2000;

/**
 * Reads files, in any order. Where there are many, a second thread reads and parses ahead, while whoever asks works on
 * what is there; each file is read by who comes to it first. What the thread fails to do is done here.
 */
export function* readAhead(
  reader: Reader,
  paths: readonly string[],
  worthIt = WORTH_IT,
): Generator<FileRead, void, undefined> {
  const isWorthIt = paths.length >= worthIt && availableParallelism() > 1;
  const thread = isWorthIt ? startThread(reader.root, paths) : undefined;
  const missing = new Set(paths);
  try {
    while (thread && missing.size > 0) {
      const batch = thread.receive();
      const own = batch ? undefined : thread.claim();
      if (own !== undefined) {
        missing.delete(own);
        yield { file: reader.text(own) };
      } else if (batch) {
        reader.add(batch.seen);
        for (const read of batch.files) {
          missing.delete(read.file.path);
          yield read;
        }
      } else if (!thread.wait()) break;
    }
    for (const path of missing) yield { file: reader.text(path) };
  } finally {
    thread?.end();
  }
}

/** Starts the second thread; `undefined` where there can be none. */
function startThread(root: string, paths: readonly string[]): Thread | undefined {
  const program = threadFile();
  // In a bundle the program is not beside this file.
  if (!existsSync(program)) return undefined;
  try {
    return new Thread(program, root, paths);
  } catch {
    // The system may have no thread left to give.
    return undefined;
  }
}

/** The second thread, as the first one sees it. It is asked without waiting for events, which come too late here. */
class Thread {
  readonly #paths: readonly string[];
  readonly #counts = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
  readonly #port: MessagePort;
  readonly #worker: Worker;

  constructor(program: URL, root: string, paths: readonly string[]) {
    const { port1, port2: port } = new MessageChannel();
    this.#paths = paths;
    this.#port = port1;
    const workerData: ReadingWork = { root, paths, counts: this.#counts.buffer, port };
    this.#worker = new Worker(program, { workerData, transferList: [port] });
    this.#worker.unref();
    // The files it does not hand over are missed, and read here.
    this.#worker.on('error', () => {});
  }

  /** The next path that nobody reads yet. */
  claim(): string | undefined {
    return this.#paths[Atomics.add(this.#counts, COUNTS.next, 1)];
  }

  /** Files that were handed over, if there are any. */
  receive(): ReadingBatch | undefined {
    const batch = receiveMessageOnPort(this.#port)?.message as ReadingBatch | undefined;
    if (!batch) return undefined;
    Atomics.add(this.#counts, COUNTS.taken, batch.files.length);
    Atomics.notify(this.#counts, COUNTS.taken);
    return batch;
  }

  /** Waits until files are handed over; `false` where it takes too long. */
  wait(): boolean {
    const taken = Atomics.load(this.#counts, COUNTS.taken);
    return Atomics.wait(this.#counts, COUNTS.sent, taken, PATIENCE) !== 'timed-out';
  }

  end(): void {
    this.#port.close();
    void this.#worker.terminate();
  }
}

/** The program of the thread, which the package has beside its chunks. */
function threadFile(): URL {
  const isPackage = import.meta.url.endsWith('.js');
  return new URL(isPackage ? '../read-ahead.js' : './read-ahead-thread.ts', import.meta.url);
}
