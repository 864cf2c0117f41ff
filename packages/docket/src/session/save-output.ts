import path from 'node:path';
import { type NamedFile, NamedFileError } from '../io/named-file.ts';
import { writeAtomically } from '../io/write.ts';
import { causeOf, isSystemError } from '../records/system-error.ts';

/**
 * Writes a report or statement to a file that a person named; no file of the repository, which `apply` writes.
 * @param option how the file was named, such as `--out FILE`
 * @throws {NamedFileError} where it cannot be written
 */
export async function saveOutput(
  { cwd, name }: NamedFile,
  text: string,
  option: string,
): Promise<void> {
  try {
    await writeAtomically(path.resolve(cwd, name), text);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new NamedFileError(
      `Cannot write \`${name}\`: ${causeOf(error).why}`,
      `choose a file that can be written: \`${option}\``,
    );
  }
}
