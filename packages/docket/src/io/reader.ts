import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { isMissing, readFileAt, type TextFile } from './files.ts';
import { isCaseBlind, isSpelt } from './letter-case.ts';
import { pathBelow } from './path-below.ts';

/**
 * Reads below one root. Synchronous: four steps through the event loop for each small file take longer than the
 * reading, and a run has nothing else to do meanwhile.
 */
export class Reader {
  readonly root: string;
  readonly #folders = new Map<string, boolean>();
  readonly #elsewhere: ReadonlySet<string>;
  #realRoot: string | undefined;
  #caseBlind: boolean | undefined;

  /**
   * @param root absolute path
   * @param elsewhere paths that are there although the disk does not hold them
   */
  constructor(root: string, elsewhere: ReadonlySet<string> = new Set()) {
    this.root = root;
    this.#elsewhere = elsewhere;
  }

  /** Reads a file as `readText` does. */
  text(file: string): TextFile {
    return readFileAt(path.join(this.root, file), file, (absolute) => this.#look(absolute));
  }

  /** Whether there is a file or folder at a path, spelt so to the letter case, on disk or elsewhere. */
  exists(file: string): boolean {
    if (this.#elsewhere.has(file)) return true;
    return this.stats(file) !== undefined && this.#isSpelt(file);
  }

  /** Size, times and kind of what is at a path, or of what a link there leads to; `undefined` where there is nothing. */
  stats(file: string): Stats | undefined {
    try {
      return statSync(path.join(this.root, file), { throwIfNoEntry: false });
    } catch {
      return undefined;
    }
  }

  /** Whether there is a file at a path, and really below the root; no finding may rest on it. */
  holdsFile(file: string): boolean {
    return this.#really(file)?.isFile() === true && this.#isSpelt(file);
  }

  /** The same of a folder. */
  holdsFolder(folder: string): boolean {
    return this.#really(folder)?.isDirectory() === true && this.#isSpelt(folder);
  }

  /** Everything named `*.md` below a folder, files and others alike, sorted by path; empty where there is no folder. */
  markdownBelow(folder: string): readonly string[] {
    return listMarkdown(this.root, folder);
  }

  /** Names of the files and folders at the root; none where it cannot be listed. */
  names(): readonly string[] {
    return namesAt(this.root);
  }

  #look(absolute: string): { readonly isInside: boolean; readonly stats: Stats } {
    const own = lstatSync(absolute, { throwIfNoEntry: false });
    // What a missing file is called, the system says itself.
    if (!own || own.isSymbolicLink()) {
      const isInside = this.#isBelow(realpathSync.native(absolute));
      return { isInside, stats: statSync(absolute) };
    }
    return { isInside: this.#holds(path.dirname(absolute)), stats: own };
  }

  /** Whether a folder really lies below the root; asked once for each. */
  #holds(folder: string): boolean {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const isInside = this.#isBelow(realpathSync.native(folder));
    this.#folders.set(folder, isInside);
    return isInside;
  }

  /** What is at a path if that is really below the root. */
  #really(file: string): Stats | undefined {
    try {
      const real = realpathSync.native(path.join(this.root, file));
      return this.#isBelow(real) ? statSync(real) : undefined;
    } catch {
      return undefined;
    }
  }

  #isSpelt(file: string): boolean {
    this.#caseBlind ??= isCaseBlind(this.root);
    if (!this.#caseBlind) return true;
    const real = pathBelow(this.#real(), realpathSync.native(path.join(this.root, file)));
    return real === undefined || isSpelt(file, real);
  }

  #isBelow(real: string): boolean {
    return isWithin(this.#real(), real);
  }

  #real(): string {
    this.#realRoot ??= realpathSync.native(this.root);
    return this.#realRoot;
  }
}

/** Names in a folder, in their order there; none where it cannot be listed. */
export function namesAt(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What is never records, not even where the root itself is their folder. */
const NEVER: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * Lists everything named `*.md` below a folder, files and others alike, sorted by path. A folder that links lead to is
 * entered once, by its own path where it has one below `folder`; what lies in folders outside the root is not.
 * @returns paths relative to `root`, with forward slashes; empty where the folder does not exist
 */
export function listMarkdown(root: string, folder: string): string[] {
  const top = realpathSync.native(root);
  const found: string[] = [];
  const entered = new Set<string>();
  const folders = [folder];
  const links: string[] = [];
  for (let at = folders.pop(); at !== undefined; at = folders.pop() ?? links.shift()) {
    const absolute = path.join(root, at);
    const real = realFolder(absolute);
    if (real === undefined || entered.has(real)) continue;
    entered.add(real);
    const isOutside = !isWithin(top, real);
    for (const entry of readdirSync(absolute, { withFileTypes: true })) {
      const name = path.posix.join(at, entry.name);
      if (entry.name.endsWith('.md')) found.push(name);
      if (isOutside || NEVER.has(entry.name)) continue;
      if (entry.isDirectory()) folders.push(name);
      if (entry.isSymbolicLink()) links.push(name);
    }
    links.sort();
  }
  return found.sort();
}

/** The real path of a folder; `undefined` where there is none, as at a file or at a link that leads nowhere. */
function realFolder(absolute: string): string | undefined {
  try {
    const real = realpathSync.native(absolute);
    return statSync(real).isDirectory() ? real : undefined;
  } catch (error) {
    if (isMissing(error) || isLoop(error)) return undefined;
    throw error;
  }
}

function isLoop(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ELOOP';
}

function isWithin(folder: string, real: string): boolean {
  return pathBelow(folder, real) !== undefined;
}
