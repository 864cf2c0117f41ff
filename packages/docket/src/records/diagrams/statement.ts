import { UnknownForm } from './unknown-form.ts';

/** A line of a diagram without the white space round it. */
export interface Statement {
  /** Line of the source, from 1. */
  readonly line: number;
  readonly text: string;
}

/** Reads a statement from left to right. */
export class Scanner {
  readonly statement: Statement;
  #at = 0;

  constructor(statement: Statement) {
    this.statement = statement;
  }

  /** The text that is still to be read. */
  get rest(): string {
    return this.statement.text.slice(this.#at);
  }

  /** Reads what a pattern with the flag `y` matches here; `undefined`, and nothing is read, where it does not. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.statement.text);
    if (!match) return undefined;
    this.#at = pattern.lastIndex;
    return match;
  }

  /** Reads exactly this text; whether it stands here. */
  skip(text: string): boolean {
    const isHere = this.statement.text.startsWith(text, this.#at);
    if (isHere) this.#at += text.length;
    return isHere;
  }

  /** @throws {UnknownForm} always, about what is still to be read */
  refuse(): never {
    throw unknown({ line: this.statement.line, text: this.rest || this.statement.text });
  }
}

/** What to throw at a statement that is not known. */
export function unknown({ line, text }: Statement): UnknownForm {
  const start = text.trim();
  return new UnknownForm(line, `\`${start.length > 40 ? `${start.slice(0, 39)}…` : start}\``);
}
