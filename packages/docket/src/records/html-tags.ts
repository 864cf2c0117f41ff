import { type Token, Tokenizer, TokenizerMode } from 'parse5';

/** A tag of a piece of HTML; offsets count from its start. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly isClosing: boolean;
  readonly start: number;
  readonly attributes: readonly {
    readonly name: string;
    readonly value: string;
    readonly start: number;
    readonly end: number;
  }[];
}

// What a browser reads as text and not as tags, which the tokenizer must be told.
const TEXT_ONLY: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
};

// What a piece leaves open is closed by what follows it on the page, so the tag counts.
const CLOSING = `>">'>`;

/** The tags of a piece of HTML, in order. Comments hold none. Never throws. */
export function tagsIn(html: string): Tag[] {
  const tags: Tag[] = [];
  const add = (token: Token.TagToken, isClosing: boolean): void => {
    const { location } = token;
    tags.push({
      name: token.tagName,
      isClosing,
      start: location?.startOffset ?? 0,
      attributes: token.attrs.map(({ name, value }) => {
        const place = location?.attrs?.[name];
        return {
          name,
          value,
          start: place?.startOffset ?? 0,
          end: Math.min(place?.endOffset ?? 0, html.length),
        };
      }),
    });
  };
  const nothing = (): void => {};
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(token) {
        add(token, false);
        const mode = TEXT_ONLY[token.tagName];
        if (mode !== undefined) tokenizer.state = mode;
      },
      onEndTag: (token) => add(token, true),
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
      onCharacter: nothing,
      onNullCharacter: nothing,
      onWhitespaceCharacter: nothing,
    },
  );
  tokenizer.write(html + CLOSING, true);
  return tags.filter(({ start }) => start < html.length);
}
