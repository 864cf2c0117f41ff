import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isSystemError } from '../records/system-error.ts';
import { ApplyError } from './apply-error.ts';
import { hasJournal, undoInterrupted } from './journal.ts';
import { FOLDER_IN_TREE, stateFolder } from './state-folder.ts';
import { refusal } from './write-refusal.ts';

/** Held by the one process that may write below a root; what writes asks for it. */
export interface WriteLock {
  /** Absolute path. */
  readonly root: string;
  /** Where the journal is kept. */
  readonly folder: string;
}

/** Milliseconds a second writer waits for the first. */
const PATIENCE = 5000;

/**
 * Runs `work` while no other process may write below a root. Before that, whatever an interrupted run has left half
 * written is undone. Must not be called from within `work`.
 * @throws {ApplyError} where another process holds the lock for longer than a few seconds, or nothing may be written
 */
export async function withWriteLock<T>(
  root: string,
  work: (lock: WriteLock) => Promise<T>,
  { patience = PATIENCE }: { readonly patience?: number } = {},
): Promise<T> {
  const folder = stateFolder(root);
  const own = await acquire(folder, patience);
  try {
    const lock = { root: path.resolve(root), folder };
    undoInterrupted(lock);
    return await work(lock);
  } finally {
    release(folder, own);
  }
}

/**
 * Undoes what an interrupted run has left half written below a root, and takes away its traces. Waits for a run that
 * is writing just now.
 * @throws {ApplyError} as `withWriteLock` does
 */
export async function settleWriting(root: string): Promise<void> {
  const folder = stateFolder(root);
  if (hasJournal(folder)) {
    await withWriteLock(root, async () => {});
  } else if (existsSync(folder)) {
    // Traces alone do no harm where another process comes first, or where nothing may be written.
    await withWriteLock(root, async () => {}, { patience: 0 }).catch(() => {});
  }
}

/*
 * Who wants the lock puts down a file of its own and looks at the others: alone with those of dead processes, it has
 * the lock, else it takes its file back and tries again. Of two at once, the later to put down its file sees the
 * other's, so both may fail but never both succeed; and since no name comes twice, taking away a dead one's file
 * cannot take away anybody else's.
 */
async function acquire(folder: string, patience: number): Promise<string> {
  const own = `${process.pid}.${startOf(process.pid)}.${encodeURIComponent(hostname())}.${randomUUID()}.lock`;
  const last = Date.now() + patience;
  for (;;) {
    const holder = attempt(folder, own);
    if (holder === undefined) return own;
    if (Date.now() > last && holder !== '') throw heldBy(folder, holder);
    await wait(10 + Math.random() * 40);
  }
}

/** The file of a process that has the lock or wants it, empty where the folder just went; `undefined` once it is ours. */
function attempt(folder: string, own: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    if (path.basename(folder) === FOLDER_IN_TREE)
      writeFileSync(path.join(folder, '.gitignore'), '*\n');
    const words = process.argv.slice(2).join(' ');
    writeFileSync(path.join(folder, own), words.slice(0, 200), { flag: 'wx' });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    // The last holder takes the folder with it.
    if (error.code === 'ENOENT') return '';
    throw refusal(error, folder);
  }
  const others = readdirSync(folder).filter((name) => name.endsWith('.lock') && name !== own);
  const holder = others.find(isHeld);
  if (holder !== undefined) {
    rmSync(path.join(folder, own), { force: true });
    return holder;
  }
  for (const name of others) rmSync(path.join(folder, name), { force: true });
  return undefined;
}

function release(folder: string, own: string): void {
  rmSync(path.join(folder, own), { force: true });
  try {
    if (readdirSync(folder).some((name) => name !== '.gitignore')) return;
    rmSync(path.join(folder, '.gitignore'), { force: true });
    rmdirSync(folder);
  } catch {
    // Another process has begun to use the folder, or taken it away.
  }
}

/** Whether the process that put down a file is still there. Of one on another machine nobody here can tell. */
function isHeld(name: string): boolean {
  const { pid, start, host } = partsOf(name);
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
  }
  // Another process may have the number of a dead one by now.
  const now = startOf(pid);
  return now === '' || now === start;
}

function partsOf(name: string): { pid: number; start: string; host: string } {
  const [pid = '', start = '', ...rest] = name.split('.');
  return { pid: Number(pid), start, host: decoded(rest.slice(0, -2).join('.')) };
}

/** A name that nobody here has written may not be decodable. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** When a process was started, in a form to compare; empty where the system does not say. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may hold anything; the start is the 20th field after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (fields[0] === 'Z' ? 'ended' : fields[19]) ?? '';
  } catch {
    return '';
  }
}

function heldBy(folder: string, name: string): ApplyError {
  const file = path.join(folder, name);
  const { pid, host } = partsOf(name);
  const words = readOptionalSync(file);
  const since = statSync(file, { throwIfNoEntry: false })?.mtime.toISOString().slice(11, 19);
  return new ApplyError(
    `Process ${pid} on ${host}${words ? ` (\`docket ${words}\`)` : ''} is writing here${since ? `, since ${since} UTC` : ''}`,
    `wait until it ends; if it no longer runs, delete ${file}`,
  );
}

function readOptionalSync(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
