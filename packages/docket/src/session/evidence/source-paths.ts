import { sourceOf } from '../../evidence/sources/index.ts';
import { listCommittable } from '../../io/source-files.ts';

/** Paths of the files of all sources that are found by their paths, sorted. */
export async function sourcePaths(root: string): Promise<string[]> {
  return (await listCommittable(root)).filter((path) => sourceOf(path) !== undefined);
}
