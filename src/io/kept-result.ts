import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { importConfig } from './config-module.ts';
import { type KnownFiles, listKnownFiles } from './known-files.ts';
import { isThere, listMarkdown, type Marks, marksOf, namesAt, type Seen } from './reader.ts';

/** What a run saw, in a form in which a later run can hold it against what is there then. */
export interface Inputs {
  /** Files by path, relative to the root or absolute; `null` for one that was not there. */
  readonly files: Readonly<Record<string, Marks | null>>;
  /** Folders that were no links, so that what lies in them lies below the root. */
  readonly folders: readonly string[];
  readonly existence: Readonly<Record<string, boolean>>;
  readonly listings: Readonly<Record<string, readonly string[]>>;
  readonly names: readonly string[];
  readonly known: KnownFiles;
  /** The configuration as JSON; `null` where there is no file. It is code, so only running it tells what it says. */
  readonly config: string | null;
}

/** What a command wrote and how it ended, and all that this rests on. */
export interface KeptResult {
  /** Whatever else the result depends on, in words. */
  readonly key: string;
  readonly root: string;
  readonly inputs: Inputs;
  readonly output: string;
  readonly code: number;
}

/** Milliseconds since its last change after which a file's marks can be relied on: some file systems count in seconds. */
const AT_REST = 2000;

/** Files kept in one folder; the oldest go. */
const MOST_KEPT = 20;

/** The result kept in a file; `undefined` where there is none that can be read. */
export function readKept(file: string): KeptResult | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as KeptResult;
  } catch {
    return undefined;
  }
}

/** Whether all that a result rests on is still as it was. */
export async function isUnchanged({ root, inputs }: KeptResult): Promise<boolean> {
  return (
    filesAreUnchanged(root, inputs) &&
    (await configOf(root)) === inputs.config &&
    isSame(await listKnownFiles(root), inputs.known)
  );
}

function filesAreUnchanged(root: string, inputs: Inputs): boolean {
  const { files, folders, existence, listings, names } = inputs;
  return (
    folders.every((folder) => isFolder(`${root}/${folder}`)) &&
    Object.entries(files).every(([file, marks]) => areSame(look(root, file), marks)) &&
    Object.entries(existence).every(([file, is]) => isThere(`${root}/${file}`) === is) &&
    Object.entries(listings).every(([folder, all]) => isSame(listMarkdown(root, folder), all)) &&
    isSame(namesAt(root), names)
  );
}

function isFolder(absolute: string): boolean {
  return lstatSync(absolute, { throwIfNoEntry: false })?.isDirectory() === true;
}

function look(root: string, file: string): Marks | null {
  const absolute = path.isAbsolute(file) ? file : `${root}/${file}`;
  const stats = lstatSync(absolute, { throwIfNoEntry: false });
  return stats ? marksOf(stats) : null;
}

function areSame(one: Marks | null, other: Marks | null): boolean {
  return one === null || other === null
    ? one === other
    : one.every((mark, index) => mark === other[index]);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What a run knows of its inputs. */
export interface Witness {
  readonly root: string;
  readonly seen: Seen;
  /** Files known when the run began. */
  readonly known: KnownFiles;
  /** Files that may hold a citation, as they were found. */
  readonly citing: readonly string[];
  /** Whether a known file can matter by what it holds. */
  readonly matters: (file: string) => boolean;
  /** Other files that the result depends on, absolute or relative to the root. */
  readonly others: readonly string[];
  /** When the run began, in milliseconds. */
  readonly began: number;
}

/**
 * What a run saw, as inputs; `undefined` where anything is in doubt: a link, a repository in the repository, a file
 * that Git does not look at, or one that changed during the run or shortly before.
 */
export async function inputsOf(witness: Witness): Promise<Inputs | undefined> {
  const { root, seen, known, citing, matters, others, began } = witness;
  const paths = known.entries.map((entry) => (known.byGit ? entry.slice(2) : entry));
  // Lower case or `S`: Git takes the file as unchanged without a look.
  const isOdd = (entry: string) => entry.endsWith('/') || (known.byGit && /^[a-zS]/.test(entry));
  const listed = new Set(paths);
  if (seen.hasLinks || known.entries.some(isOdd)) return undefined;
  if (!citing.every((file) => listed.has(file))) return undefined;

  const files: Record<string, Marks | null> = {};
  for (const file of [...paths.filter(matters), ...others]) files[file] = look(root, file);
  for (const [file, marks] of seen.files) {
    if (files[file] !== undefined && !areSame(files[file], marks ?? null)) return undefined;
    files[file] = marks ?? null;
  }
  const isAtRest = ([, modified, changed]: Marks) => Math.max(modified, changed) < began - AT_REST;
  if (!Object.values(files).every((marks) => marks === null || isAtRest(marks))) return undefined;

  const config = await configOf(root);
  if (config === undefined) return undefined;
  return {
    files,
    folders: [...new Set([...seen.files.keys()].flatMap(foldersOf))],
    existence: Object.fromEntries(seen.existence),
    listings: Object.fromEntries(seen.listings),
    names: seen.names ?? [],
    known,
    config,
  };
}

/** Every folder a path leads through. */
function foldersOf(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** The configuration as JSON, `null` without a file; `undefined` where JSON cannot hold it. */
async function configOf(root: string): Promise<string | null | undefined> {
  try {
    const loaded = await importConfig(root);
    return loaded ? JSON.stringify(loaded.default, refuseObjects) : null;
  } catch {
    return undefined;
  }
}

function refuseObjects(_key: string, value: unknown): unknown {
  const isPlain =
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    Object.getPrototypeOf(value) === Object.prototype;
  if (isPlain && typeof value !== 'function' && typeof value !== 'symbol') return value;
  throw new TypeError('No plain value');
}

/**
 * Keeps a result in a file, in one step, beside those kept before. Keeps nothing, in silence, where the folder cannot
 * be written, or where its clock is not this machine's.
 */
export function writeKept(file: string, result: KeptResult): void {
  try {
    const folder = path.dirname(file);
    mkdirSync(folder, { recursive: true });
    // Whatever the repository ignores, nobody is to commit this.
    writeFileSync(path.join(folder, '.gitignore'), '*\n');
    const beside = `${file}.${process.pid}.tmp`;
    writeFileSync(beside, JSON.stringify(result));
    if (Math.abs(statSync(beside).mtimeMs - Date.now()) > AT_REST / 2) rmSync(beside);
    else renameSync(beside, file);
    dropOldest(folder);
  } catch {
    // The run is done and told; without the file the next one takes as long.
  }
}

function dropOldest(folder: string): void {
  const kept = readdirSync(folder).filter((name) => name.endsWith('.json'));
  if (kept.length <= MOST_KEPT) return;
  const byAge = kept
    .map((name) => path.join(folder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const file of byAge.slice(MOST_KEPT)) rmSync(file, { force: true });
}
