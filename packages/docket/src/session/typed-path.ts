import path from 'node:path';
import { pathBelow } from '../io/path-below.ts';

/**
 * Where a path that somebody typed leads below a root, as records name it; `undefined` for what lies elsewhere.
 * @param root absolute path
 * @param cwd where the path starts from, if it is not absolute
 */
export function typedPath(root: string, cwd: string, typed: string): string | undefined {
  return pathBelow(root, path.resolve(cwd, typed));
}
