/** A path as a row writes it, without `./`; `undefined` for what cannot be one file or folder of the repository. */
export function repositoryPath(written: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written)) return undefined;
  const path = unquoted(written).replace(/^(?:\.\/)+|^\/+/, '');
  return path === '' || path.split('/').includes('..') ? undefined : path;
}

/** Git prints a name with control characters in C's manner, and so may a record: `"a\nb.md"`. */
function unquoted(written: string): string {
  if (!/^".*\\.*"$/.test(written)) return written;
  try {
    return String(JSON.parse(written));
  } catch {
    return written;
  }
}

/** A way to read what a row writes as one path. */
export interface Spelling {
  readonly path: string;
  /** Whether the row names a part of the file: lines, a heading, a symbol. */
  readonly isPart: boolean;
}

// `a.ts:1-3`, `a.ts:12:5`, `a.ts::main`, `a.md#L3`, `a.ts?plain=1#L3`, `a.ts(12,5)`, `a.ts (new)`, `a.ts, lines 1-3`.
const PLACE = /(?:[:#][^/:#]*|\?plain=1.*|\s*\([^/]*\)|,?\s+(?:lines?|L)\s*\d.*|\s+[—–-]+\s.*)$/i;

const LONGEST = 1000;
const MOST_PLACES = 4;

/**
 * The ways to read what a row writes as one path, the literal first: a name may hold any of these characters. Then
 * with backslashes for slashes, then without the place in the file that it points to.
 */
export function spellings(written: string): readonly Spelling[] {
  // No system has longer ones, and each way to shorten one takes another look at the whole.
  const literal = written.length > LONGEST ? undefined : repositoryPath(written);
  if (literal === undefined) return [];
  const slashed = repositoryPath(
    literal.replace(/[\\/]+(?:\.[\\/]+)*/g, '/').replace(/(?<=.)\/$/, ''),
  );
  const found = [{ path: literal, isPart: false }];
  if (slashed !== undefined && slashed !== literal) found.push({ path: slashed, isPart: false });
  // `a.ts:12:5` names a place twice over, and `a#b.ts#L3` a place in `a#b.ts`.
  let whole = slashed ?? '';
  for (let marks = 0; marks < MOST_PLACES; marks += 1) {
    const shorter = whole.replace(PLACE, '');
    if (shorter === whole || shorter === '') break;
    found.push({ path: shorter, isPart: true });
    whole = shorter;
  }
  return found;
}

/** Whether a text can only be a place outside the repository, or one that is not spelled out. */
export function isElsewhere(path: string): boolean {
  return /^(?:[a-z]:[\\/]|\.\.[\\/]|~|\$|%\w+%)|<[^>]*>|\.{3}|…|\{[^{},.]*\}/i.test(path);
}
