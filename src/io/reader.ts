import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { isMissing, readFileAt, type TextFile } from './files.ts';

/** What a reader was asked and what it saw. Paths are relative to the root, with forward slashes. */
export interface Seen {
  /** Files whose text was read, with the marks that change when they do; `undefined` for a file that is missing. */
  readonly files: ReadonlyMap<string, Marks | undefined>;
  /** Whether something is at a path. */
  readonly existence: ReadonlyMap<string, boolean>;
  /** Markdown files below a folder. */
  readonly listings: ReadonlyMap<string, readonly string[]>;
  /** Names at the root, where they were asked for. */
  readonly names: readonly string[] | undefined;
  /** Whether a link was met: what is behind it can change without a mark here. */
  readonly hasLinks: boolean;
}

/** What a file system keeps of a file, and changes with it. */
export type Marks = readonly [
  size: number,
  modified: number,
  changed: number,
  inode: number,
  device: number,
];

/**
 * Reads below one root and remembers what it saw. Synchronous: four steps through the event loop for each small file
 * took longer than the reading, and a run has nothing else to do meanwhile.
 */
export class Reader {
  readonly root: string;
  readonly #files = new Map<string, Marks | undefined>();
  readonly #existence = new Map<string, boolean>();
  readonly #listings = new Map<string, readonly string[]>();
  readonly #folders = new Map<string, boolean>();
  #names: readonly string[] | undefined;
  #hasLinks = false;
  #realRoot: string | undefined;

  /** @param root absolute path */
  constructor(root: string) {
    this.root = root;
  }

  /** What was seen so far. */
  get seen(): Seen {
    return {
      files: this.#files,
      existence: this.#existence,
      listings: this.#listings,
      names: this.#names,
      hasLinks: this.#hasLinks,
    };
  }

  /** Takes what another reader below the same root saw for its own. */
  add(seen: Seen): void {
    for (const [file, marks] of seen.files) this.#files.set(file, marks);
    for (const [file, found] of seen.existence) this.#existence.set(file, found);
    for (const [folder, files] of seen.listings) this.#listings.set(folder, files);
    this.#names ??= seen.names;
    this.#hasLinks ||= seen.hasLinks;
  }

  /** Reads a file as `readText` does. */
  text(file: string): TextFile {
    return readFileAt(path.join(this.root, file), file, (absolute) => this.#look(absolute, file));
  }

  /** Whether there is a file or folder at a path. */
  exists(file: string): boolean {
    const found = isThere(path.join(this.root, file));
    this.#existence.set(file, found);
    return found;
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
    const files = listMarkdown(this.root, folder);
    this.#listings.set(folder, files);
    return files;
  }

  /** Names of the files and folders at the root; none where it cannot be listed. */
  names(): readonly string[] {
    this.#names = namesAt(this.root);
    return this.#names;
  }

  #look(absolute: string, file: string): { readonly isInside: boolean; readonly stats: Stats } {
    const own = lstatSync(absolute, { throwIfNoEntry: false });
    this.#files.set(file, own && marksOf(own));
    // What a missing file is called, the system says itself.
    if (!own || own.isSymbolicLink()) {
      this.#hasLinks ||= own !== undefined;
      const isInside = this.#isBelow(realpathSync.native(absolute));
      return { isInside, stats: statSync(absolute) };
    }
    return { isInside: this.#holds(path.dirname(absolute)), stats: own };
  }

  /** Whether a folder really lies below the root; asked once for each. */
  #holds(folder: string): boolean {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const real = realpathSync.native(folder);
    const isInside = this.#isBelow(real);
    this.#hasLinks ||= real !== path.join(this.#real(), path.relative(this.root, folder));
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

/** The marks of a file that was looked at. */
export function marksOf({ size, mtimeMs, ctimeMs, ino, dev }: Stats): Marks {
  return [size, mtimeMs, ctimeMs, ino, dev];
}

/** Whether there is something at a path that may be looked at. */
export function isThere(absolute: string): boolean {
  try {
    return statSync(absolute, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
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

/**
 * Lists everything named `*.md` below a folder, files and others alike, sorted by path.
 * @returns paths relative to `root`, with forward slashes; empty where the folder does not exist
 */
export function listMarkdown(root: string, folder: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
  return entries
    .filter((entry) => entry.name.endsWith('.md'))
    .map((entry) => toPosix(path.relative(root, path.join(entry.parentPath, entry.name))))
    .sort();
}

function toPosix(filePath: string): string {
  return filePath.split(path.sep).join('/');
}
