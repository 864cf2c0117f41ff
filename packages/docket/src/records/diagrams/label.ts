import type { Statement } from './statement.ts';
import { UnknownForm } from './unknown-form.ts';

/** What Mermaid makes something of: markup, Markdown, icons, formulas, HTML entities and its own marks for them. */
const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/<[a-z!/?]/i, 'HTML in a label'],
  [/&(?:#|[a-z]{2})/i, 'an HTML entity in a label'],
  [/`|~~|__|\*[^*]*\*|(?:^|[^\p{L}\p{N}_])_\S|\]\(/u, 'Markdown in a label'],
  [/^\s*(?:[-+*>]|\d+[.)]|#{1,6})(?:\s|$)/m, 'Markdown in a label'],
  [/\bfa[a-z]?:fa-/, 'an icon in a label'],
  [/\$\$/, 'a formula in a label'],
  [/\\n/, '`\\n` in a label'],
  [/[\p{Cc}\p{Co}\p{Cs}]|ﬂ°|¶ß/u, 'a control character in a label'],
];

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
]);

const LINE_BREAK = /\s*<br\s*\/?>\s*/i;

/**
 * A text of a diagram as it is read: Mermaid's own entities (`#quot;`, `#35;`) are replaced and `<br>` is a new line.
 * @throws {UnknownForm} where the text holds something that Mermaid would not show as it is written
 */
export function readLabel(written: string, statement: Statement): string {
  const lines = written.trim().split(LINE_BREAK);
  for (const line of lines) {
    const markup = line === '' ? 'an empty label' : MARKUP.find(([form]) => form.test(line))?.[1];
    if (markup) throw new UnknownForm(statement.line, markup);
  }
  return lines.map((line) => decoded(line, statement)).join('\n');
}

function decoded(text: string, statement: Statement): string {
  return text.replace(/#(\w+);/g, (entity, name: string) => {
    const code = /^\d+$/.test(name) ? Number(name) : undefined;
    const character = code === undefined ? ENTITIES.get(name) : visible(code);
    if (character === undefined) throw new UnknownForm(statement.line, `\`${entity}\` in a label`);
    return character;
  });
}

function visible(code: number): string | undefined {
  const isShown = code > 0x20 && code < 0xd800 && !(code >= 0x7f && code < 0xa1);
  return isShown ? String.fromCodePoint(code) : undefined;
}
