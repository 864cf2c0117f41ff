import { sourceOf } from '../../evidence/sources/index.ts';
import { isSpecText } from '../../evidence/specs/spec-folder.ts';
import { listCommittable } from '../../io/source-files.ts';

/** Paths of the files of all sources that are found by their paths, sorted. */
export async function sourcePaths(root: string): Promise<string[]> {
  return (await listCommittable(root)).filter((path) => sourceOf(path) !== undefined);
}

/** Whether there is work that other tools keep: specifications, task lists, summaries. */
export async function holdsOtherWork(root: string): Promise<boolean> {
  return (await listCommittable(root)).some((path) => sourceOf(path) || isSpecText(path));
}
