import { readText, type TextFile } from '../io/files.ts';
import type { Session } from './session.ts';

/**
 * A file of a repository as it is now, which need not be one that the session reads, such as a template. Never throws.
 * @param file relative to the root, with forward slashes
 */
export function fileNow({ root }: Pick<Session, 'root'>, file: string): Promise<TextFile> {
  return readText(root, file);
}
