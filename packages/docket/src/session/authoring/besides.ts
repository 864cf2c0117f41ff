import { filesBelow } from '../../io/files-below.ts';
import { isWholeOfFolder } from '../../records/dialects/file-name.ts';
import { folderOf } from '../../records/paths.ts';
import type { Session } from '../session.ts';

/** Paths of all other files in the folder that a record has for itself; none where it has none. */
export async function besides({ root }: Session, record: string): Promise<readonly string[]> {
  if (!isWholeOfFolder(record)) return [];
  const files = await filesBelow(root, folderOf(record));
  return files.filter((path) => path !== record);
}
