import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { HelpfulError } from '../records/helpful-error.ts';

/** The folder that a site is to go to holds what is not a site of Docket's. */
export class OutputError extends HelpfulError {
  override readonly name = 'OutputError';
}

/** How large a site is. */
export interface SiteSize {
  readonly pages: number;
  readonly bytes: number;
}

/** Keeps a site out of Git, and tells that Docket made the folder. */
const MARK = '# Made by `docket build`, which replaces the whole folder.\n*\n';

/**
 * Makes sure that a folder may be replaced: it is empty, not there, or was made here.
 * @param folder absolute path
 * @throws {OutputError} where it holds anything else
 */
export function assertOwnOutput(folder: string): void {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (!stats) return;
  if (stats.isDirectory()) {
    const names = readdirSync(folder);
    // Somebody may keep the history of the site in it.
    if (names.length === 0 || (isOwnOutput(folder) && !names.includes('.git'))) return;
  }
  throw new OutputError(
    `\`${folder}\` ${stats.isDirectory() ? 'holds files that are not a site of Docket' : 'is no folder'}`,
    'name another folder with --out, or remove this one',
  );
}

/** Whether a folder holds a site that was made here. */
export function isOwnOutput(folder: string): boolean {
  try {
    return readFileSync(path.join(folder, '.gitignore'), 'utf8') === MARK;
  } catch {
    return false;
  }
}

/**
 * Replaces a folder by a site that was built elsewhere.
 * @param from absolute path
 * @param to absolute path
 * @throws {OutputError} as `assertOwnOutput` does
 */
export function replaceOutput(from: string, to: string): SiteSize {
  assertOwnOutput(to);
  // What is there stays until all of the new one is, in a folder that nobody else can have made.
  mkdirSync(path.dirname(to), { recursive: true });
  const beside = mkdtempSync(`${to}.`);
  try {
    writeFileSync(path.join(beside, '.gitignore'), MARK);
    cpSync(from, beside, { recursive: true });
    rmSync(to, { recursive: true, force: true });
    renameSync(beside, to);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  // A folder for something to come is its owner's alone; a site is for whoever serves it.
  chmodSync(to, 0o755);
  const files = readdirSync(to, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return {
    pages: files.filter(({ name }) => name.endsWith('.html')).length,
    bytes: files.reduce(
      (sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size,
      0,
    ),
  };
}
