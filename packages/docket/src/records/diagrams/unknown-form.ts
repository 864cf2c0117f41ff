/** Thrown by the readers of this folder at what they do not know to read; it does not leave the folder. */
export class UnknownForm extends Error {
  /** Line of the source, from 1. */
  readonly line: number;
  /** What stands there, in words that follow "Unexpected". */
  readonly found: string;

  constructor(line: number, found: string) {
    super(found);
    this.line = line;
    this.found = found;
  }
}
