import module from 'node:module';
import { workerData } from 'node:worker_threads';
import { parseText } from '../records/markdown.ts';
import { COUNTS, type FileRead, type ReadingBatch, type ReadingWork } from './read-ahead.ts';
import { Reader } from './reader.ts';

/*
 * The program of the second thread of `readAhead`: reads and parses files until none is left, some at a time, and keeps
 * a bounded number of them before the first thread.
 */

/** Files that are handed over together. */
const TOGETHER = 8;

/** Files that may wait to be taken: more would only fill the memory. */
const AHEAD = 128;

module.enableCompileCache();
readOn(workerData as ReadingWork);

function readOn({ root, paths, counts: shared, port }: ReadingWork): void {
  const counts = new Int32Array(shared);
  for (let sent = 0; ; ) {
    const reader = new Reader(root);
    const files: FileRead[] = [];
    while (files.length < TOGETHER) {
      const path = paths[Atomics.add(counts, COUNTS.next, 1)];
      if (path === undefined) break;
      files.push(readOne(reader, path));
    }
    if (files.length === 0) return;
    port.postMessage({ files, seen: reader.seen } satisfies ReadingBatch);
    sent += files.length;
    Atomics.store(counts, COUNTS.sent, sent);
    Atomics.notify(counts, COUNTS.sent);
    waitForRoom(counts, sent);
  }
}

function waitForRoom(counts: Int32Array, sent: number): void {
  for (;;) {
    const taken = Atomics.load(counts, COUNTS.taken);
    if (sent - taken <= AHEAD) return;
    Atomics.wait(counts, COUNTS.taken, taken);
  }
}

function readOne(reader: Reader, path: string): FileRead {
  const file = reader.text(path);
  return { file, parsed: file.kind === 'text' ? parseText(file.text) : undefined };
}
