import { lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { FileChange } from '../records/authoring/change.ts';
import { isSystemError } from '../records/system-error.ts';
import { ApplyError } from './apply-error.ts';
import { realPathInside } from './inside.ts';
import { type FileState, look, makeSteps, type Step } from './journal.ts';
import { pathBelow } from './path-below.ts';
import type { WriteLock } from './write-lock.ts';
import { refusal } from './write-refusal.ts';

/**
 * Writes changes to files, all or none, even where the process is killed meanwhile. A byte-order mark that a change
 * does not name stays, and so do permissions. A symbolic link stays one: what it leads to is written, and a move
 * moves the link.
 * @throws {ApplyError} where a file to create exists, one to change differs from what the change was computed from,
 * one leads out of the root, or the file system refuses
 */
export function applyChanges(lock: WriteLock, changes: readonly FileChange[]): void {
  const steps = new Map<string, Step>();
  for (const step of changes.flatMap((change) => stepsOf(lock.root, change))) {
    const other = steps.get(step.path);
    if (other && !isSameContent(other.after, step.after)) {
      throw new ApplyError(
        `\`${step.path}\` would be written twice, because two names lead to it`,
        'replace one of the two with a copy of the file',
      );
    }
    if (!isSameContent(step.before, step.after)) steps.set(step.path, step);
  }
  makeSteps(lock, [...steps.values()]);
}

const ABSENT: FileState = { kind: 'absent' };
const MARK = '\uFEFF';

function stepsOf(root: string, change: FileChange): Step[] {
  try {
    return stepsFor(root, change);
  } catch (error) {
    throw isSystemError(error) ? refusal(error, change.path) : error;
  }
}

function stepsFor(root: string, change: FileChange): Step[] {
  switch (change.kind) {
    case 'create':
      return [{ path: freePath(root, change.path), before: ABSENT, after: fileOf(change.after) }];
    case 'edit':
      return [editOf(root, change.path, change)];
    case 'move': {
      const edit = editOf(root, change.from, change);
      const from = inRoot(root, realPathInside(root, change.from, { ofLink: true }));
      const to = freePath(root, change.path);
      const link = look(path.join(root, from));
      return link.kind === 'link'
        ? [edit, ...moved(from, to, link, link)]
        : moved(from, to, edit.before, edit.after);
    }
    case 'carry': {
      const from = inRoot(root, realPathInside(root, change.from, { ofLink: true }));
      const state = look(path.join(root, from));
      return moved(from, freePath(root, change.path), state, state);
    }
  }
}

function moved(from: string, to: string, before: FileState, after: FileState): Step[] {
  return [
    { path: to, before: ABSENT, after },
    { path: from, before, after: ABSENT },
  ];
}

function editOf(
  root: string,
  file: string,
  { before, after }: { readonly before: string; readonly after: string },
): Step {
  const real = realPathInside(root, file);
  const state = look(real);
  const text = state.kind === 'file' ? Buffer.from(state.content, 'base64').toString('utf8') : '';
  const mark = text.startsWith(MARK) && !before.startsWith(MARK) ? MARK : '';
  if (state.kind === 'file' && text === mark + before) {
    return { path: inRoot(root, real), before: state, after: fileOf(mark + after, state.mode) };
  }
  throw new ApplyError(
    `\`${file}\` changed while the command was running`,
    'run the command again',
  );
}

function fileOf(text: string, mode?: number): FileState {
  const content = Buffer.from(text).toString('base64');
  return { kind: 'file', content, ...(mode === undefined ? {} : { mode }) };
}

/** The real path of a file that is not there yet. */
function freePath(root: string, file: string): string {
  const real = realPathInside(root, file, { ofLink: true });
  if (!lstatSync(real, { throwIfNoEntry: false })) return inRoot(root, real);
  throw new ApplyError(
    `\`${file}\` already exists`,
    'give the record another name with --slug, or delete the file',
  );
}

function inRoot(root: string, real: string): string {
  return pathBelow(realpathSync(root), real) ?? real;
}

function isSameContent(one: FileState, other: FileState): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
