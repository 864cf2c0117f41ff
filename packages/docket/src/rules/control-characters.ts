import { defineRule } from '../engine/define.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { NEW_ADR } from './support/example-base.ts';
import { matchesInSource } from './support/text-search.ts';

/** What is neither shown nor white space, by code point. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [0x1b, 'escape'],
  [0x7f, 'delete'],
  [0x200b, 'zero-width space'],
  [0x200e, 'left-to-right mark'],
  [0x200f, 'right-to-left mark'],
  [0x202a, 'left-to-right embedding'],
  [0x202b, 'right-to-left embedding'],
  [0x202c, 'pop directional formatting'],
  [0x202d, 'left-to-right override'],
  [0x202e, 'right-to-left override'],
  [0x2066, 'left-to-right isolate'],
  [0x2067, 'right-to-left isolate'],
  [0x2068, 'first strong isolate'],
  [0x2069, 'pop directional isolate'],
  [0xfeff, 'byte-order mark'],
]);

/** What scripts without spaces, and those that run from right to left, are written with; it hides no letter. */
const BELONG_TO_SCRIPTS: ReadonlySet<number> = new Set([0x200b, 0x200e, 0x200f]);

const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

export default defineRule({
  id: 'control-characters',
  kinds: ['adr', 'spec', 'provenance'],
  formats: EVERY_FORMAT,
  severity: 'error',
  recommended: 'error',
  security: true,
  summary:
    'A record contains no control characters and no marks that change the direction of text.',
  why: 'They are invisible, yet they change what readers see: a line can read one way in review and another way on the page.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: 'Sticky routing', to: 'Sticky \u202erouting' }],
        finds: [
          {
            file: NEW_ADR,
            line: 19,
            message:
              'Unexpected invisible character `U+202E` (right-to-left override), expected visible text',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: NEW_ADR, from: 'Sticky routing', to: 'Sticky\trouting — “naïve” 👩‍💻' },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    for (const { match, span } of matchesInSource(record.document, INVISIBLE)) {
      const code = match[0].charCodeAt(0);
      if (corpus.layout.adr.logs && BELONG_TO_SCRIPTS.has(code)) continue;
      const name = NAMES.get(code);
      report({
        span,
        found: `invisible character \`U+${code.toString(16).toUpperCase().padStart(4, '0')}\`${name ? ` (${name})` : ''}`,
        expected: 'visible text',
        help: 'delete the character; retype the words around it if they look right without it',
      });
    }
  },
});
