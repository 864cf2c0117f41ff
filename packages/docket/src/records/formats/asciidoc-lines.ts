import { endOf, type SourceLine, sourceLines } from './source-lines.ts';

/** Attributes that Asciidoctor sets by itself and that conditions ask for. */
const OWN = [
  'asciidoctor',
  'asciidoctorjs',
  'backend-html5',
  'basebackend-html',
  'doctype-article',
];

const CONDITION = /^(\\)?(ifdef|ifndef|ifeval|endif)::([^\s[]*)\[(.*)\]$/;

/**
 * The lines of an AsciiDoc text one after the other, without those whose condition does not hold. A condition holds by
 * the attributes that the text itself has set until then; of a comparison (`ifeval`) it is not known whether it does.
 */
export class AsciidocLines {
  readonly #lines: readonly SourceLine[];
  readonly #attributes: ReadonlyMap<string, unknown>;
  /** Whether the lines of each open condition are read. */
  readonly #open: boolean[] = [];
  #at = 0;
  #end = 0;
  #current: SourceLine | undefined;

  /**
   * @param attributes those that are set, by name; asked whenever a condition is met
   * @param start offset of the first line to read
   */
  constructor(text: string, attributes: ReadonlyMap<string, unknown>, start: number) {
    this.#lines = sourceLines(text);
    this.#at = this.#lines.findIndex((line) => line.start >= start);
    this.#attributes = attributes;
  }

  /** Offset after the last line that was taken. */
  get end(): number {
    return this.#end;
  }

  /** The next line; `undefined` at the end. */
  peek(): SourceLine | undefined {
    while (!this.#current && this.#at < this.#lines.length) {
      const line = this.#lines[this.#at];
      if (!line) break;
      const [whole, escaped, name = '', target = '', inside = ''] = CONDITION.exec(line.text) ?? [];
      if (whole === undefined || escaped !== undefined) {
        if (this.#isRead()) this.#current = line;
        else this.#at += 1;
        continue;
      }
      if (name === 'endif') this.#open.pop();
      else if (name === 'ifeval' || inside === '') {
        this.#open.push(name !== 'ifeval' && this.#holds(name, target));
      } else if (this.#isRead() && this.#holds(name, target)) {
        this.#current = { text: inside, start: line.start + line.text.length - inside.length - 1 };
        continue;
      }
      this.#at += 1;
    }
    return this.#current;
  }

  /** The line after the next one, as it is written. */
  peekSecond(): SourceLine | undefined {
    return this.peek() && this.#lines[this.#at + 1];
  }

  /** Takes the next line. */
  take(): SourceLine | undefined {
    const line = this.peek();
    this.#current = undefined;
    this.#at += 1;
    if (line) this.#end = endOf(line);
    return line;
  }

  /** Takes the lines of a block up to the one that is the same as the next; gives those between. */
  takeBlock(): SourceLine[] {
    const open = this.take()?.text ?? '';
    const close = open.startsWith('```') ? '```' : open;
    const inside: SourceLine[] = [];
    for (let line = this.take(); line && line.text !== close; line = this.take()) inside.push(line);
    return inside;
  }

  #isRead(): boolean {
    return this.#open.every(Boolean);
  }

  #holds(name: string, target: string): boolean {
    const isSet = (attribute: string) =>
      this.#attributes.has(attribute.toLowerCase()) || OWN.includes(attribute.toLowerCase());
    const any = target.split(',');
    const all = target.split('+');
    const isAll = all.length > 1;
    const holds = isAll ? all.every(isSet) : any.some(isSet);
    if (name === 'ifdef') return holds;
    // Of several with a comma it asks that none is set, with a plus that not all are.
    return !holds;
  }
}
