import path from 'node:path';
import { pathBelow } from '../io/path-below.ts';
import { realFolder } from '../io/real-folder.ts';
import { HelpfulError } from '../records/helpful-error.ts';

/** A folder was asked about that the server may not read. */
export class RootError extends HelpfulError {
  override readonly name = 'RootError';
}

/**
 * The real path of a folder that somebody asks about, which lies in one of those that may be read.
 * @param allowed absolute paths
 * @param asked absolute, or relative to the first of them
 * @throws {RootError} where there is no such folder, or a link or its path leads out of all of them
 */
export function allowedRoot(allowed: readonly string[], asked: string): string {
  const real = realFolder(path.resolve(allowed[0] ?? '.', asked));
  const isInside = allowed.some((folder) => {
    const own = realFolder(folder);
    return real !== undefined && own !== undefined && pathBelow(own, real) !== undefined;
  });
  // The same words for both: whether a folder exists elsewhere is nobody's business.
  if (real !== undefined && isInside) return real;
  throw new RootError(
    `\`${asked}\` is no folder inside the roots of this server`,
    `leave out \`root\`, or give a folder inside ${allowed.map((folder) => `\`${folder}\``).join(' or ')}`,
  );
}
