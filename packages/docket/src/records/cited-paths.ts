import { nodesOf } from './nodes.ts';
import type { DocketRecord } from './record.ts';

// Folders, then a name with an extension, or a slash at the end. `text/html` and `nginx/nginx:1.27` are no paths here.
const SHAPE = /^(?:\.\/)?((?:[\w.@+-]+\/)+(?:[\w.@+-]*\.[A-Za-z][A-Za-z0-9]{0,9})?)$/;

// `ghcr.io/acme/web.api`: the first part is a host's name, not a folder's. A folder such as `.github` opens with the dot.
const HOST = /^[\w-]+(?:\.[\w-]+)+\//;

/**
 * The files and folders of the repository that a record cites: targets of its relative links, and code spans that are
 * a path from the root. In the order of their first place, each once. Whether they exist is not asked: a record may be
 * about files of another repository, or of a later day.
 */
export function citedPathsOf(record: DocketRecord): string[] {
  const found = new Set<string>();
  for (const { target } of record.links) {
    if (target.kind === 'file' && target.path !== '') found.add(target.path);
  }
  for (const { value } of nodesOf(record.document).inlineCode) {
    const path = SHAPE.exec(value)?.[1];
    if (path !== undefined && !HOST.test(path) && !path.split('/').includes('..')) found.add(path);
  }
  found.delete(record.path);
  return [...found];
}
