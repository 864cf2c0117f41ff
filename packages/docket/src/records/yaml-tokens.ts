import { CST, Lexer } from 'yaml';

/** A piece of a YAML text as its lexer cuts it; the pieces in order are the whole text. */
export interface YamlToken {
  readonly type: CST.TokenType;
  /** Offsets in the text; the second is the first place after. */
  readonly start: number;
  readonly end: number;
}

/** Types of tokens that hold text of a value or key, in which white space and `#` mean themselves. */
const TEXT = new Set<CST.TokenType>(['scalar', 'single-quoted-scalar', 'double-quoted-scalar']);

/** Cuts a YAML text into tokens. */
export function yamlTokens(text: string): YamlToken[] {
  const tokens: YamlToken[] = [];
  let at = 0;
  let opensScalar = false;
  for (const source of new Lexer().lex(text)) {
    if (!opensScalar && source === CST.SCALAR) {
      opensScalar = true;
      continue;
    }
    // Marks of the lexer itself stand for nothing in the text.
    if (!opensScalar && (source === CST.DOCUMENT || source === CST.FLOW_END)) continue;
    const type = opensScalar ? 'scalar' : CST.tokenType(source);
    opensScalar = false;
    if (type === null) continue;
    tokens.push({ type, start: at, end: at + source.length });
    at += source.length;
  }
  return tokens;
}

/** Whether a token is text of a value or key: plain, quoted or a block. */
export function isText({ type }: YamlToken): boolean {
  return TEXT.has(type);
}
