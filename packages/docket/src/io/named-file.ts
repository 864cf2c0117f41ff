import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { HelpfulError } from '../records/helpful-error.ts';

/** A file as a person named it, who may mean one anywhere. */
export interface NamedFile {
  /** Where the name starts from; absolute path. */
  readonly cwd: string;
  readonly name: string;
}

/** A file that a person named with its text. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** A file that was named cannot be read, or is not what it should be. */
export class NamedFileError extends HelpfulError {
  override readonly name = 'NamedFileError';
}

/** Reads a file that was named. @throws {NamedFileError} */
export async function readNamed({ cwd, name }: NamedFile): Promise<NamedText> {
  try {
    return { name, text: await readFile(path.resolve(cwd, name), 'utf8') };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new NamedFileError(`Cannot read ${name}: ${reason}`, 'give a file that can be read');
  }
}
