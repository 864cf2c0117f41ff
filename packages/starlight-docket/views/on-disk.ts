import path from 'node:path';
import { homeOfPath } from 'docket/records';
import type { SiteModel } from '../site/model.ts';

/** What tells where the files of the site's repositories lie. */
export type DiskContext = Pick<SiteModel, 'root' | 'corpus'> & Partial<Pick<SiteModel, 'others'>>;

/** The repository that a file of a site belongs to: its root, absolute, and the path of the file from there. */
export function rootOf(
  { root, corpus, others = [] }: DiskContext,
  file: string,
): { readonly root: string; readonly path: string } {
  const other = homeOfPath(corpus.layout, file);
  const open = other && others.find(({ home }) => home.mount === other.home.mount);
  return open ? { root: open.session.root, path: other.path } : { root, path: file };
}

/** The absolute path of a file of the site's repositories. */
export function onDisk(context: DiskContext, file: string): string {
  const at = rootOf(context, file);
  return path.join(at.root, at.path);
}
