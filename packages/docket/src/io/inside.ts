import { lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { ApplyError } from './apply-error.ts';
import { isGitName, pathBelow } from './path-below.ts';

/**
 * The absolute path that a path below a root really leads to, whether or not something is there.
 * @param file relative to the root, with forward slashes
 * @param options.ofLink for a link at its end its own place, not that of what it leads to
 * @throws {ApplyError} where it leads out of the root or nowhere
 */
export function realPathInside(
  root: string,
  file: string,
  { ofLink = false }: { readonly ofLink?: boolean } = {},
): string {
  const top = realpathSync(root);
  const named = path.join(top, file);
  const isLink = lstatSync(named, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  const real = isLink && !ofLink ? realOf(named, file) : withRealFolder(named);
  const inside = pathBelow(top, real);
  if (inside && !inside.split('/').some(isGitName)) return real;
  throw new ApplyError(
    `\`${file}\` leads to ${real}, but Docket only writes files inside ${root}`,
    'change that file by hand, or replace the link with the file itself',
  );
}

function realOf(named: string, file: string): string {
  try {
    return realpathSync(named);
  } catch {
    throw new ApplyError(
      `\`${file}\` is a link that leads nowhere`,
      'delete the link, or restore its target',
    );
  }
}

/** A path with the links among its folders followed, as far as there are folders. */
function withRealFolder(named: string): string {
  let folder = path.dirname(named);
  let rest = path.basename(named);
  while (lstatSync(folder, { throwIfNoEntry: false }) === undefined) {
    rest = path.join(path.basename(folder), rest);
    folder = path.dirname(folder);
  }
  return path.join(realpathSync(folder), rest);
}
