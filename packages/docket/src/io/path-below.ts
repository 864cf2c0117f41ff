import path from 'node:path';

/** How a system writes paths: `path`, `path.win32` or `path.posix`. */
export type PathRules = Pick<path.PlatformPath, 'isAbsolute' | 'relative' | 'sep'>;

/**
 * Where a file lies below a folder, as records name it: with forward slashes, whatever the system writes; empty for the
 * folder itself, `undefined` for what lies elsewhere, such as on another drive. Only the paths are looked at, so links
 * must be followed before.
 * @param folder absolute path as the system writes it, as is `file`
 */
export function pathBelow(
  folder: string,
  file: string,
  rules: PathRules = path,
): string | undefined {
  const way = rules.relative(folder, file).split(rules.sep).join('/');
  const isBelow = way !== '..' && !way.startsWith('../') && !rules.isAbsolute(way);
  return isBelow ? way : undefined;
}

/**
 * Whether a name is that of a Git directory on some system: Windows and macOS know no letter case, and Windows passes
 * over dots and spaces at the end and has short names.
 */
export function isGitName(name: string): boolean {
  return /^(?:\.git|git~\d+)[. ]*$/i.test(name);
}
