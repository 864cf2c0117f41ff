import type { Line } from './line.ts';

/** Names from which moves after the commit at `since` lead to `path`, the latest first. */
export function formerNames(line: Line, since: number, path: string): string[] {
  const found: string[] = [];
  const queue = [{ name: path.replace(/\/+$/, ''), limit: line.end }];
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const { name, limit } of cameFrom(line, next.name)) {
      if (limit < since || limit >= next.limit || name === path || found.includes(name)) continue;
      found.push(name);
      queue.push({ name, limit });
    }
  }
  return found;
}

/** Names that a file or folder had before the commits that added it, latest first, and the last positions with them. */
function cameFrom(line: Line, path: string): { name: string; limit: number }[] {
  const below = `${path}/`;
  const isFolder = line.entries(path).length === 0;
  const files = isFolder ? [...line.paths()].filter((name) => name.startsWith(below)) : [path];
  const added = files.flatMap((file) =>
    line
      .entries(file)
      .flatMap(({ position, change }) => (change.status === 'A' ? [{ file, position }] : [])),
  );
  return added
    .toSorted((a, b) => b.position - a.position)
    .flatMap(({ file, position }) => {
      // The files of a folder that moved keep their place in it.
      const rest = file.slice(path.length);
      // Without the contents a number is no more than a hint.
      const names = line.guessMoves
        ? line.formerNames(file, position)
        : namesBefore(line, file, position);
      return names
        .filter((name) => name.endsWith(rest))
        .map((name) => ({ name: name.slice(0, name.length - rest.length), limit: position - 1 }));
    });
}

/**
 * Names a file may have had before the commit at `position` added it: as rename detection has it, then by its number,
 * for a record that was moved and rewritten beyond recognition or in a clone whose contents cannot be compared.
 */
export function namesBefore(line: Line, path: string, position: number): readonly string[] {
  const number = recordNumber(path);
  const numbered = (line.commits[position]?.changes ?? [])
    .filter((change) => change.status === 'D' && number !== undefined)
    .map((change) => change.path)
    .filter((name) => recordNumber(name) === number);
  return [...new Set([...line.formerNames(path, position), ...numbered])];
}

const NUMBERED = /(?:^|\/)(adr|spec)-0*(\d+[a-z]?)(?![\da-z])[^/]*?(\.provenance)?\.md$/;

/** Kind and number in the name of a record's file, without zeros; `undefined` for another file. */
export function recordNumber(path: string): string | undefined {
  const match = NUMBERED.exec(path);
  return match ? `${match[1]}${match[3] ?? ''} ${match[2]}` : undefined;
}
