import type { FileFacts } from '../../records/facts.ts';
import { type Governing, matchesGoverning, openingOf } from '../../records/governs.ts';

/** Whether a pattern takes in no file that is there, as far as Git can tell. */
export function takesInNothing(entry: Governing, { files, closed }: FileFacts): boolean {
  const opening = openingOf(entry);
  // Which files another repository inside this one has is not known here.
  const isClosed = closed.some(
    (folder) => `${folder}/`.startsWith(opening) || opening.startsWith(`${folder}/`),
  );
  return !isClosed && !files.some((file) => matchesGoverning(entry, file));
}
