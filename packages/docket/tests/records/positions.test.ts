import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown, spanAt, spanOf, walk } from '../../src/records/markdown.ts';

const piece = fc.constantFrom(
  ...[
    'a',
    'é',
    '🎉',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '# ',
    '- ',
    '> ',
    '1. ',
    '**b**',
    '`c`',
  ],
  ...[
    '[x](y)',
    '<b>',
    '<!-- c -->',
    '```\n',
    '---\n',
    '[a]: b\n',
    '\u2028',
    '\u00a0',
    '\0',
    '\\',
    '&amp;',
  ],
  ...[
    '| a | b |\n| --- | --- |\n| c | d |\n',
    '![i](j)',
    '~~s~~',
    'https://a.b',
    '[^1]: n\n',
    '\ufeff',
  ],
);

test('the parser counts lines and columns as they are counted here', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const document = parseMarkdown(pieces.join(''));
      walk(document.tree, (node) => {
        const { start, end } = node.position ?? {};
        expect(spanOf(document, node)).toEqual(
          spanAt(document, start?.offset ?? 0, end?.offset ?? 0),
        );
      });
    }),
    { numRuns: 3000 },
  );
});
