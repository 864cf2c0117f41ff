import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { folderPrefix } from '../records/layout.ts';
import { isMissing, readFileAt, type TextFile } from './files.ts';

/**
 * Reads below one root. Synchronous: four steps through the event loop for each small file take longer than the
 * reading, and a run has nothing else to do meanwhile.
 */
export class Reader {
  readonly root: string;
  readonly #folders = new Map<string, boolean>();
  #realRoot: string | undefined;

  /** @param root absolute path */
  constructor(root: string) {
    this.root = root;
  }

  /** Reads a file as `readText` does. */
  text(file: string): TextFile {
    return readFileAt(path.join(this.root, file), file, (absolute) => this.#look(absolute));
  }

  /** Whether there is a file or folder at a path. */
  exists(file: string): boolean {
    try {
      return statSync(path.join(this.root, file), { throwIfNoEntry: false }) !== undefined;
    } catch {
      return false;
    }
  }

  /** Whether there is a file at a path, and really below the root; no finding may rest on it. */
  holdsFile(file: string): boolean {
    try {
      const real = realpathSync.native(path.join(this.root, file));
      return this.#isBelow(real) && statSync(real).isFile();
    } catch {
      return false;
    }
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

  #isBelow(real: string): boolean {
    const inside = path.relative(this.#real(), real);
    return !inside.startsWith('..') && !path.isAbsolute(inside);
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
 * Lists everything named `*.md` below a folder, files and others alike, sorted by path.
 * @returns paths relative to `root`, with forward slashes; empty where the folder does not exist
 */
export function listMarkdown(root: string, folder: string): string[] {
  return markdownIn(root, folderPrefix(folder)).sort();
}

function markdownIn(root: string, prefix: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(path.join(root, prefix), { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
  return entries.flatMap((entry) => [
    ...(entry.name.endsWith('.md') ? [prefix + entry.name] : []),
    ...(entry.isDirectory() && !NEVER.has(entry.name)
      ? markdownIn(root, `${prefix}${entry.name}/`)
      : []),
  ]);
}
