import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Tree } from '../records/history.ts';
import { MAX_RECORD_BYTES } from '../records/limits.ts';
import { decodeText } from './git-log.ts';
import { pathBelow } from './path-below.ts';

/** The files below `root` as they stand. What lies outside, through `..` or a link, is not there. */
export function workingTree(root: string): Tree {
  const top = realpathSync(root);
  const find = (file: string): string | undefined => {
    const absolute = path.join(top, file);
    if (!existsSync(absolute)) return undefined;
    return pathBelow(top, realpathSync(absolute)) === undefined ? undefined : absolute;
  };
  return {
    name: 'the working tree',
    locate: (file) => (find(file) === undefined ? undefined : file.replace(/\/+$/, '')),
    text(file) {
      const absolute = find(file);
      if (absolute === undefined) return undefined;
      const stats = statSync(absolute);
      if (!stats.isFile() || stats.size > MAX_RECORD_BYTES) return undefined;
      const bytes = readFileSync(absolute);
      return bytes.includes(0) ? undefined : decodeText(bytes).replace(/^\uFEFF/, '');
    },
  };
}
