import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { isSystemError, type SystemError } from '../records/system-error.ts';
import { ApplyError } from './apply-error.ts';
import { realPathInside } from './inside.ts';
import { pathBelow } from './path-below.ts';
import type { WriteLock } from './write-lock.ts';
import { refusal } from './write-refusal.ts';

const stateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('absent') }),
  /** `content` in base64; `mode` absent for that of a new file. */
  z.strictObject({ kind: z.literal('file'), content: z.string(), mode: z.int().optional() }),
  z.strictObject({ kind: z.literal('link'), to: z.string() }),
]);
const journalSchema = z.strictObject({
  version: z.literal(1),
  id: z.uuid(),
  steps: z.array(z.strictObject({ path: z.string(), before: stateSchema, after: stateSchema })),
  /** Folders that are made for the steps, the deepest first. */
  folders: z.array(z.string()),
});

/** What is at a path. */
export type FileState = z.infer<typeof stateSchema>;

/** One path that is to change; relative to the root, with no link among its folders. */
export type Step = z.infer<typeof journalSchema>['steps'][number];

type Journal = z.infer<typeof journalSchema>;

const FILE = 'journal.json';

/*
 * Everything that is to change is written down before anything is changed, with what was there before. Whoever takes
 * the lock next and finds the journal undoes what was begun, so that of a run that was killed all is done or nothing,
 * and nothing new is written long after it was asked for. New contents stand beside their places under names that the
 * journal tells, and are moved there.
 */

/**
 * Makes all steps or none.
 * @throws {ApplyError} where the file system refuses, after everything is as it was before
 */
export function makeSteps({ root, folder }: WriteLock, steps: readonly Step[]): void {
  if (steps.length === 0) return;
  const journal: Journal = {
    version: 1,
    id: randomUUID(),
    steps: [...steps],
    folders: missingFolders(root, steps),
  };
  begin(folder, journal);
  try {
    carryOut(root, journal);
  } catch (error) {
    undo(root, journal);
    drop(folder);
    throw isSystemError(error) ? refusal(error, fileOf(error, root, journal)) : error;
  }
  drop(folder);
}

/** The file of a step that an error is about, from the root; else what the error names. */
function fileOf({ path: at = '' }: SystemError, root: string, { id, steps }: Journal): string {
  const own = steps.find(({ path: file }) => {
    const { target, beside } = placeOf(root, file, id);
    return [target, beside, path.dirname(target)].includes(at);
  });
  return own?.path ?? at;
}

function begin(folder: string, journal: Journal): void {
  const fresh = path.join(folder, `${FILE}.new`);
  try {
    writeDurably(fresh, Buffer.from(JSON.stringify(journal)));
    renameSync(fresh, path.join(folder, FILE));
  } catch (error) {
    rmSync(fresh, { force: true });
    throw isSystemError(error) ? refusal(error, fresh) : error;
  }
  syncFolder(folder);
}

/** Whether a run has not come to its end yet. */
export function hasJournal(folder: string): boolean {
  return existsSync(path.join(folder, FILE));
}

/**
 * Undoes what an interrupted run has begun, unless all of it was done. A file that somebody has changed since then
 * stays as it is.
 * @throws {ApplyError} where the journal cannot be read or a step cannot be undone
 */
export function undoInterrupted({ root, folder }: WriteLock): void {
  rmSync(path.join(folder, `${FILE}.new`), { force: true });
  if (!hasJournal(folder)) return;
  const file = path.join(folder, FILE);
  try {
    const journal = journalSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const isDone = ({ path: at, after }: Step) =>
      isState(look(placeOf(root, at, journal.id).target), after);
    if (!journal.steps.every(isDone)) undo(root, journal);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new ApplyError(
      `An earlier run was interrupted while writing, and its changes cannot be undone: ${reason}`,
      `fix the cause and run any command that writes again; ${file} lists what was to be written`,
    );
  }
  drop(folder);
}

function undo(root: string, journal: Journal): void {
  const steps = journal.steps.map((step) => ({ ...step, before: step.after, after: step.before }));
  carryOut(root, { ...journal, steps });
  for (const made of journal.folders) removeIfEmpty(path.join(root, made));
}

/** Brings each path from its old state to its new one; one that is in neither was changed by somebody else. */
function carryOut(root: string, { id, steps }: Journal): void {
  const places = steps.map((step) => ({ ...step, ...placeOf(root, step.path, id) }));
  for (const { beside } of places) rmSync(beside, { force: true });
  const open = places.filter(({ target, before }) => isState(look(target), before));
  for (const { target, beside, after } of open) {
    if (after.kind === 'absent') continue;
    mkdirSync(path.dirname(target), { recursive: true });
    if (after.kind === 'link') symlinkSync(after.to, beside);
    else writeDurably(beside, Buffer.from(after.content, 'base64'), after.mode);
  }
  // Nothing goes before all that is new is in its place.
  for (const { target, beside, after } of open) {
    if (after.kind !== 'absent') renameSync(beside, target);
  }
  for (const { target, after } of open)
    if (after.kind === 'absent') rmSync(target, { force: true });
  for (const { target, after } of open)
    if (after.kind === 'absent') removeEmptyFrom(path.dirname(target), root);
  const folders = new Set(places.map(({ target }) => path.dirname(target)));
  for (const folder of folders) if (existsSync(folder)) syncFolder(folder);
}

function placeOf(root: string, file: string, id: string): { target: string; beside: string } {
  const target = realPathInside(root, file, { ofLink: true });
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${id}.tmp`);
  return { target, beside };
}

/** What is at an absolute path. */
export function look(target: string): FileState {
  const stats = lstatSync(target, { throwIfNoEntry: false });
  if (!stats) return { kind: 'absent' };
  if (stats.isSymbolicLink()) return { kind: 'link', to: readlinkSync(target) };
  return {
    kind: 'file',
    content: readFileSync(target).toString('base64'),
    mode: stats.mode & 0o7777,
  };
}

function isState(one: FileState, other: FileState): boolean {
  if (one.kind === 'file' && other.kind === 'file') return one.content === other.content;
  if (one.kind === 'link' && other.kind === 'link') return one.to === other.to;
  return one.kind === other.kind;
}

function drop(folder: string): void {
  rmSync(path.join(folder, FILE), { force: true });
  syncFolder(folder);
}

/** Writes a file so that it outlasts a failure of the machine. */
function writeDurably(file: string, content: Buffer, mode?: number): void {
  const handle = openSync(file, 'w', mode);
  try {
    writeFileSync(handle, content);
    if (mode !== undefined) fchmodSync(handle, mode);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes the entries of a folder outlast a failure of the machine, where the system can. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Folders that must be made for some steps, relative to the root, the deepest first. */
function missingFolders(root: string, steps: readonly Step[]): string[] {
  const missing = new Set<string>();
  for (const { path: file, after } of steps) {
    if (after.kind === 'absent') continue;
    for (
      let at = path.posix.dirname(file);
      !existsSync(path.join(root, at));
      at = path.posix.dirname(at)
    )
      missing.add(at);
  }
  return [...missing].sort((one, other) => other.length - one.length);
}

/** Removes a folder that holds nothing any more, and those above it that then hold nothing, as Git does. */
function removeEmptyFrom(folder: string, root: string): void {
  for (let at = folder; pathBelow(realpathSync(root), at) && removeIfEmpty(at); )
    at = path.dirname(at);
}

/** Whether the folder was there and is gone. */
function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    // It was never made, or somebody has put something there.
    return false;
  }
}
