/** A stretch of terminal output in one style. */
export interface TerminalPart {
  readonly text: string;
  /** Class names for its colours and weight; empty for plain text. */
  readonly styles: readonly string[];
}

const STYLE_NAMES: Readonly<Record<string, string>> = {
  '1': 'bold',
  '2': 'dim',
  '31': 'red',
  '32': 'green',
  '33': 'yellow',
  '34': 'blue',
  '36': 'cyan',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
const STYLED = /\u001b\[([\d;]*)m/;

/** Cuts coloured terminal output into parts, so that a page can show it as text. */
export function terminalParts(output: string): TerminalPart[] {
  const [first = '', ...rest] = output.split(STYLED);
  const parts: TerminalPart[] = [{ text: first, styles: [] }];
  for (let index = 0; index < rest.length; index += 2) {
    const codes = (rest[index] ?? '').split(';');
    const styles = codes.flatMap((code) => STYLE_NAMES[code] ?? []);
    parts.push({ text: rest[index + 1] ?? '', styles });
  }
  return parts.filter((part) => part.text !== '');
}
