import fc from 'fast-check';

/** A key of a block mapping in some form of YAML. */
export interface Entry {
  readonly key: string;
  /** Whole lines, which hold the key alone. */
  readonly text: string;
  /** Whether a writer may refuse to give the key another value. */
  readonly mayRefuse: boolean;
}

/** A frontmatter in some form of YAML, as its parts. */
export interface Form {
  readonly before: string;
  readonly entries: readonly Entry[];
  readonly after: string;
}

const blank = fc.constantFrom('', '', '\n', '\n\n');
const comment = fc.constantFrom('', '', ' # why', '  # a: "b', '\t# tab');
const properties = fc.constantFrom('', '', '', '!!str ', '&anchor ', '!own &anchor ');
const header = fc
  .tuple(fc.constantFrom('|', '>'), fc.constantFrom('', '-', '+', '2', '2-', '+2'), comment)
  .map(([style, rest, words]) => ({ text: `${style}${rest}${words}`, isDeep: rest.includes('2') }));

const block = fc.tuple(properties, header, blank).map(([before, { text, isDeep }, gap]) => ({
  lines: (word: string, indent: string) =>
    ` ${before}${text}\n${indent}  ${word}\n${gap}${indent}  ${isDeep ? '  more' : 'more # no comment'}\n${gap}`,
  mayRefuse: false,
}));

const scalar = fc
  .tuple(
    fc.constantFrom<(word: string, indent: string) => string>(
      (word) => word,
      (word) => `"${word}"`,
      (word) => `'${word}: it''s'`,
      (word) => `"${word} # \\" \\x41"`,
      (word, indent) => `"${word}\n\n${indent}  and \\\n${indent}  more: # text"`,
      (word, indent) => `'${word}\n${indent}   more'`,
      (word, indent) => `${word}\n\n${indent}  and more#\n${indent}  still`,
      () => '',
      () => '~',
      () => '12',
    ),
    fc.constantFrom(' ', ' ', '  ', '\t'),
    properties,
    comment,
    blank,
  )
  .map(([write, space, before, words, gap]) => ({
    lines: (word: string, indent: string) =>
      `${space}${before}${write(word, indent)}${words || ' '.repeat(gap.length)}\n${gap}`,
    mayRefuse: false,
  }));

const collection = fc
  .tuple(
    fc.constantFrom<(word: string, indent: string) => string>(
      (word) => ` [${word}]`,
      () => ' []',
      () => ' [ ]',
      (_, indent) => ` [ # none\n${indent} ]`,
      (word, indent) => ` [${word}, # first\n${indent}  "b",\n${indent} ]`,
      (word, indent) => ` {${word}: 1, # first\n${indent}  ? b : [c]}`,
      (word) => ` {${word}}`,
      (word, indent) => `\n${indent}- ${word} # first\n${indent}# second\n${indent}- b`,
      (word, indent) => `\n${indent}  - ${word}\n${indent}  - >-\n${indent}      b\n`,
      (word, indent) => ` # list\n${indent} -   ${word}\n${indent} - - x\n${indent}   - y`,
      (word, indent) => ` !!seq\n${indent}  - ${word}`,
      (word, indent) =>
        `\n${indent}  ${word}: # map\n${indent}    a: b\n${indent}  c: |\n${indent}   d`,
    ),
    blank,
  )
  .map(([write, gap]) => ({
    lines: (word: string, indent: string) => `${write(word, indent)}\n${gap}`,
    mayRefuse: true,
  }));

const value = fc.oneof(block, scalar, collection);
const above = fc.constantFrom('', '', '# about it\n', '\n# about it\n\n# and more\n');

function entryOf(key: string, indent: string, word: string): fc.Arbitrary<Entry> {
  const name = fc.constantFrom(key, key, `"${key}"`, `'${key}'`, `"${key}" `, `!!str ${key}`);
  return fc
    .tuple(above, name, value, fc.constantFrom(false, false, false, true))
    .map(([words, written, { lines, mayRefuse }, isExplicit]) => {
      const shown = words.replace(/^#/gm, `${indent}#`);
      const rest = lines(word, indent);
      const text = isExplicit
        ? `${shown}${indent}? ${written}\n${indent}:${rest}`
        : `${shown}${indent}${written}:${rest}`;
      return { key, text, mayRefuse: mayRefuse || isExplicit };
    });
}

const COMPLEX = ['? [a, b] # c\n: d\n', '? - e\n: f\n', '? |\n  g\n: h\n', '? i\n', '1: j\n'];

/** Block mappings with the keys and words given, in this order and in all forms, among others. */
export function blockForms(words: Readonly<Record<string, string>>): fc.Arbitrary<Form> {
  return fc
    .constantFrom('', '', '  ')
    .chain((indent) => {
      const known = Object.entries(words).map(([key, word]) => entryOf(key, indent, word));
      const strange = fc.option(fc.constantFrom(...COMPLEX), { nil: '' }).map((text) => ({
        key: '',
        text: text.replace(/^(?=.)/gm, indent),
        mayRefuse: true,
      }));
      return fc.tuple(
        fc.constantFrom('', '# head\n', '# head\n\n', '!!map\n', '&root\n# head\n'),
        fc.tuple(...known, strange),
        fc.constantFrom('', '# tail\n', '\n', '  # tail\n\n'),
        fc.boolean(),
      );
    })
    .map(([before, entries, after, isCrlf]) => {
      const ends = (text: string) => (isCrlf ? text.replaceAll('\n', '\r\n') : text);
      return {
        before: ends(before),
        entries: entries.map((entry) => ({ ...entry, text: ends(entry.text) })),
        after: ends(after),
      };
    });
}

/** Flow mappings with the keys given, in this order. */
export function flowForms(keys: readonly string[]): fc.Arbitrary<Form> {
  const item = (key: string) =>
    fc
      .tuple(
        fc.constantFrom('', ' ', '\n  ', ' # c\n  '),
        fc.constantFrom(key, `"${key}"`, `? ${key}`, `'${key}' `),
        fc.constantFrom(
          ': a',
          ':',
          ': "a"',
          ': [a, b]',
          ': [\n # c\n ]',
          ': {a: b}',
          '',
          ': !!str a',
        ),
        fc.constantFrom('', ' ', '\n', ' # d\n '),
      )
      .map(([space, name, rest, end]) => ({
        key,
        // A plain key takes a colon behind it for its own.
        text: `${space}${name}${rest}${end}`,
        mayRefuse: rest === '' || rest.includes('#'),
      }));
  return fc
    .tuple(fc.tuple(...keys.map(item)), fc.constantFrom('', ',', ', '), fc.constantFrom('', ' # e'))
    .map(([items, comma, words]) => ({
      before: '{',
      entries: items.map((entry, index) => ({
        ...entry,
        text: index === 0 ? entry.text : `,${entry.text}`,
      })),
      after: `${comma}}${words}\n`,
    }));
}
