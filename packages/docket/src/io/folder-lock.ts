import { randomUUID } from 'node:crypto';
import {
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
import { FOLDER_IN_TREE } from './state-folder.ts';
import { refusal } from './write-refusal.ts';

/** How long others are heeded, in milliseconds. */
export interface LockOptions {
  /** How long to wait for the holder: a few seconds where not given. */
  readonly patience?: number | undefined;
  /** After how long without a sign of life a holder on another machine counts as dead; never where not given. */
  readonly silence?: number | undefined;
}

type Limits = { readonly [K in keyof LockOptions]-?: number };

const PATIENCE = 5000;
/** How often a holder gives a sign of life, in milliseconds. */
const BEAT = 5000;

/**
 * Runs `work` while no other process, and nobody else in this one, holds the lock that a folder stands for. The folder
 * is made, and goes with the last holder where nothing else is in it. Must not be called for it from within `work`.
 * @param folder absolute path
 * @throws {ApplyError} where another process holds the lock for longer than that, or nothing may be written
 */
export async function withFolderLock<T>(
  folder: string,
  work: () => Promise<T>,
  { patience = PATIENCE, silence = Number.POSITIVE_INFINITY }: LockOptions = {},
): Promise<T> {
  const own = await acquire(folder, { patience, silence });
  const beat = setInterval(() => giveSign(path.join(folder, own)), BEAT).unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    release(folder, own);
  }
}

/** Writes a lock file anew; the clock of the file system then tells when. */
function giveSign(file: string): void {
  try {
    writeFileSync(file, commandLine(), { flag: 'r+' });
  } catch {
    // Whoever took it away has the lock now; a second file would not win it back.
  }
}

function commandLine(): string {
  return process.argv.slice(2).join(' ').slice(0, 200);
}

/*
 * Who wants the lock puts down a file of its own and looks at the others: alone with those of dead processes, it has
 * the lock, else it takes its file back and tries again. Of two at once, the later to put down its file sees the
 * other's, so both may fail but never both succeed; and since no name comes twice, taking away a dead one's file
 * cannot take away anybody else's.
 */
async function acquire(folder: string, { patience, silence }: Limits): Promise<string> {
  const own = `${process.pid}.${startOf(process.pid)}.${encodeURIComponent(hostname())}.${randomUUID()}.lock`;
  const last = Date.now() + patience;
  for (;;) {
    const holder = attempt(folder, own, silence);
    if (holder === undefined) return own;
    if (Date.now() > last && holder !== '') throw heldBy(folder, holder);
    await wait(10 + Math.random() * 40);
  }
}

/** The file of a process that has the lock or wants it, empty where the folder just went; `undefined` once it is ours. */
function attempt(folder: string, own: string, silence: number): string | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    if (path.basename(folder) === FOLDER_IN_TREE)
      writeFileSync(path.join(folder, '.gitignore'), '*\n');
    writeFileSync(path.join(folder, own), commandLine(), { flag: 'wx' });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    // The last holder takes the folder with it.
    if (error.code === 'ENOENT') return '';
    throw refusal(error, folder);
  }
  const others = readdirSync(folder).filter((name) => name.endsWith('.lock') && name !== own);
  const now = changedAt(path.join(folder, own));
  const holder = others.find((name) =>
    isHeld(name, now - changedAt(path.join(folder, name)) > silence),
  );
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

/** Whether the process that put down a file is still there; of one on another machine only its silence tells. */
function isHeld(name: string, isSilent: boolean): boolean {
  const { pid, start, host } = partsOf(name);
  if (host !== hostname()) return !isSilent;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
  }
  // Another process may have the number of a dead one by now.
  const now = startOf(pid);
  return now === '' || now === start;
}

/** By the clock of the file system, in milliseconds; that of a file that just went is as good as now. */
function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
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
