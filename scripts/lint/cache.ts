import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a check reads: whether a file, by its path below the root, can change its outcome. */
export type Reads = (file: string) => boolean;

/** What a check reads, and which of that it judges file by file, so that no other file changes what it says of one. */
export interface Inputs {
  readonly reads: Reads;
  readonly each?: Reads;
  /** Whether what it says of one file may depend on which others there are, though not on what they hold. */
  readonly knowsNames?: boolean;
  /** What else decides, where Git ignores it. */
  readonly besides?: () => string;
}

/** The content of what a check reads: one digest for what concerns all files, and one for each file judged alone. */
export interface State {
  readonly shared: string;
  readonly files: Readonly<Record<string, string>>;
}

/** What a check has still to look at: nothing, some files, or everything. */
export type Pending = 'nothing' | 'everything' | readonly string[];

/** Remembers on which files a check was clean. */
export interface CleanRuns {
  /** What a check reads, as it is now. */
  stateOf(inputs: Inputs): State;
  /** What differs from when the check was last clean. */
  pending(name: string, now: State): Pending;
  /** Remembers that it is clean; `state` is what `stateOf` gave before the check ran. */
  remember(name: string, state: State): void;
}

/**
 * Opens the memory in a folder. A state covers the content of every file a check reads, tracked or not ignored, the
 * lockfile with the versions of the tools, these scripts, and Node itself; so nothing that could change an outcome
 * is left out, and a check is spared only what it would read again byte for byte.
 */
export function openCleanRuns(root: string, folder: string): CleanRuns {
  const digests = new Map<string, string>();
  const digestOf = (file: string): string => {
    const known = digests.get(file);
    if (known !== undefined) return known;
    const digest = createHash('sha256')
      .update(contentOf(path.join(root, file)))
      .digest('base64');
    digests.set(file, digest);
    return digest;
  };
  let files: readonly string[] | undefined;
  const place = (name: string) => path.join(folder, `${name}.json`);
  return {
    stateOf({ reads, each, knowsNames = false, besides }) {
      files ??= listFiles(root);
      const hash = createHash('sha256').update(process.version);
      const alone: Record<string, string> = {};
      for (const file of files) {
        if (isAlwaysRead(file)) hash.update(`\0${file}\0${digestOf(file)}`);
        else if (!reads(file)) continue;
        else if (each?.(file)) {
          alone[file] = digestOf(file);
          if (knowsNames) hash.update(`\0${file}`);
        } else hash.update(`\0${file}\0${digestOf(file)}`);
      }
      if (besides) hash.update(`\0${besides()}`);
      return { shared: hash.digest('base64'), files: alone };
    },
    pending(name, now) {
      const before = stateIn(contentOf(place(name)).toString());
      if (before?.shared !== now.shared) return 'everything';
      const changed = Object.keys(now.files).filter((file) => {
        return now.files[file] !== before.files[file];
      });
      return changed.length === 0 ? 'nothing' : changed;
    },
    remember(name, state) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(place(name), JSON.stringify(state));
    },
  };
}

/** A state as it was written; `undefined` for what is none, such as a file that was cut off. */
function stateIn(text: string): State | undefined {
  try {
    const { shared, files } = JSON.parse(text) as Partial<State>;
    return typeof shared === 'string' && files ? { shared, files } : undefined;
  } catch {
    return undefined;
  }
}

function isAlwaysRead(file: string): boolean {
  return (
    file === 'pnpm-lock.yaml' ||
    /(?:^|\/)\.gitignore$/.test(file) ||
    /^scripts\/(?:lint|types|support)(?:\.ts$|\/)/.test(file)
  );
}

function listFiles(root: string): readonly string[] {
  const output = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return [...new Set(output.split('\0').filter((file) => file !== ''))].sort();
}

/** Empty where there is no file, so that its appearance is a change. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
