import { type Actor, BLOCKS, type Sequence, type SequenceStep } from './drawing.ts';
import { readLabel } from './label.ts';
import { type Statement, unknown } from './statement.ts';
import { UnknownForm } from './unknown-form.ts';

const WORD = '[\\p{L}_][\\p{L}\\d_]*';
const NAME = `${WORD}(?: [\\p{L}\\d_]+)*`;
const WORDS = '[^;#]+';
/** A name of several words has no alias: Mermaid takes all of it for the name. */
const ACTOR = new RegExp(
  `^(participant|actor)\\s+(?:(${WORD})\\s+as\\s+(${WORDS})|(${NAME}))$`,
  'u',
);
const MESSAGE = new RegExp(
  `^(${NAME})\\s*(->>|-->>|-\\)|--\\))\\s*([+-]?)\\s*(${NAME})\\s*:\\s*(${WORDS})$`,
  'u',
);
const NOTE = new RegExp(
  `^note\\s+(left of|right of|over)\\s+(${NAME})(?:\\s*,\\s*(${NAME}))?\\s*:\\s*(${WORDS})$`,
  'iu',
);
const BLOCK = new RegExp(`^(${BLOCKS.join('|')}|else|and|end)(?:\\s+(${WORDS}))?$`);
/** Words that Mermaid takes for its own, in any case, where a name begins. */
const TAKEN =
  /^(?:loop|rect|opt|alt|else|par|par_over|and|critical|option|break|end|left of|right of|over|links?|properties|details|note|(?:de)?activate|title|accTitle|accDescr|sequenceDiagram|autonumber|off|box|participant|actor|create|destroy|as)\b|\bas\b/i;

/** The word that begins a further section of a block. */
const SECTIONS: Readonly<Record<string, string>> = { alt: 'else', par: 'and' };

/**
 * Reads a sequence diagram.
 * @throws {UnknownForm} at the first thing that is not known to be drawn as Mermaid draws it
 */
export function readSequence([header, ...statements]: readonly Statement[]): Sequence {
  if (header?.text !== 'sequenceDiagram') throw unknown(header ?? { line: 1, text: '' });
  const reader = new SequenceReader();
  for (const statement of statements) reader.read(statement);
  return reader.done();
}

class SequenceReader {
  readonly #actors = new Map<string, Actor>();
  readonly #steps: SequenceStep[] = [];
  /** Blocks that are open, and where. */
  readonly #open: { word: string; line: number }[] = [];
  /** How often each actor was made active and not yet inactive. */
  readonly #active = new Map<string, number>();

  read(statement: Statement): void {
    const { text, line } = statement;
    const [, look, aliased, alias, whole] = ACTOR.exec(text) ?? [];
    const id = aliased ?? whole;
    const [, from, arrow, activity, to, words] = MESSAGE.exec(text) ?? [];
    const [, place, first, second, note] = NOTE.exec(text) ?? [];
    const [, word, title] = BLOCK.exec(text) ?? [];
    if (look && id) {
      this.#declare(
        id,
        look,
        alias === undefined ? undefined : this.#label(alias, statement),
        line,
      );
    } else if (from && to && words) {
      this.#message(
        {
          type: 'message',
          from: this.#actor(from, line),
          to: this.#actor(to, line),
          arrow: arrow as '->>',
          activity: activity as '',
          label: this.#label(words, statement),
        },
        line,
      );
    } else if (place && first && note) {
      if (this.#last() !== 'message' && this.#last() !== 'note') {
        throw new UnknownForm(line, 'a note before a message');
      }
      const actors = [first, ...(second ? [second] : [])].map((name) => this.#actor(name, line));
      const at = place.toLowerCase() as 'over';
      if (second && at !== 'over') throw unknown(statement);
      this.#steps.push({ type: 'note', place: at, actors, label: this.#label(note, statement) });
    } else if (word) {
      this.#block(word, title === undefined ? '' : this.#label(title, statement), line);
    } else {
      throw unknown(statement);
    }
  }

  done(): Sequence {
    const [open] = this.#open;
    if (open) throw new UnknownForm(open.line, `\`${open.word}\` without its \`end\``);
    for (const [id, count] of this.#active) {
      if (count > 0) throw new UnknownForm(1, `\`${id}\` active at the end`);
    }
    // The bar of an actor that is active would cover the words of a block.
    if (this.#active.size > 0 && this.#steps.some(({ type }) => type === 'block')) {
      throw new UnknownForm(1, 'blocks and active actors together');
    }
    if (!this.#steps.some(({ type }) => type === 'message')) {
      throw new UnknownForm(1, 'a diagram without messages');
    }
    return { kind: 'sequence', actors: [...this.#actors.values()], steps: this.#steps };
  }

  #message(message: Extract<SequenceStep, { type: 'message' }>, line: number): void {
    const active = (id: string) => this.#active.get(id) ?? 0;
    if (message.activity === '+') this.#active.set(message.to, active(message.to) + 1);
    if (message.activity === '-') {
      if (active(message.from) === 0) {
        throw new UnknownForm(line, `an end of \`${message.from}\`, which is not active`);
      }
      this.#active.set(message.from, active(message.from) - 1);
    }
    this.#steps.push(message);
  }

  #block(word: string, label: string, line: number): void {
    const opened = this.#open.at(-1)?.word;
    const begins = (BLOCKS as readonly string[]).includes(word);
    // The renderer places a block by the messages inside it, and by nothing else.
    if (opened !== undefined && this.#last() !== 'message' && this.#last() !== 'end') {
      throw new UnknownForm(line, `\`${word}\` next to no message`);
    }
    if (begins) {
      this.#open.push({ word, line });
      this.#steps.push({ type: 'block', word: word as 'loop', label });
    } else if (word === 'end') {
      if (opened === undefined || label) throw new UnknownForm(line, '`end` of nothing');
      this.#open.pop();
      this.#steps.push({ type: 'end' });
    } else {
      if (SECTIONS[opened ?? ''] !== word) throw new UnknownForm(line, `\`${word}\``);
      this.#steps.push({ type: 'section', word: word as 'else', label });
    }
  }

  #last(): SequenceStep['type'] | undefined {
    return this.#steps.at(-1)?.type;
  }

  /** The renderer keeps one line for each text. */
  #label(written: string, statement: Statement): string {
    const label = readLabel(written, statement);
    if (label.includes('\n')) throw new UnknownForm(statement.line, 'a text of two lines');
    if (/^:?(?:no)?wrap|%%/i.test(label)) throw unknown(statement);
    return label;
  }

  #actor(id: string, line: number): string {
    if (TAKEN.test(id)) throw new UnknownForm(line, `the name \`${id}\``);
    if (!this.#actors.has(id)) this.#actors.set(id, { id, label: id, look: 'participant' });
    return id;
  }

  #declare(id: string, look: string, label: string | undefined, line: number): void {
    if (this.#actors.has(id)) throw new UnknownForm(line, `a second \`${id}\``);
    this.#actor(id, line);
    this.#actors.set(id, { id, label: label ?? id, look: look as Actor['look'] });
  }
}
