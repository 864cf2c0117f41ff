const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const;

/** A colour or weight of text on a terminal. */
export type Style = keyof typeof CODES;

/** Gives a text its styles as ANSI escape codes. */
export type Painter = (text: string, ...styles: readonly Style[]) => string;

/** A painter, or one that leaves texts as they are. */
export function painter(colour: boolean): Painter {
  if (!colour) return (text) => text;
  return (text, ...styles) =>
    text === '' || styles.length === 0
      ? text
      : `\u001b[${styles.map((style) => CODES[style]).join(';')}m${text}\u001b[0m`;
}
