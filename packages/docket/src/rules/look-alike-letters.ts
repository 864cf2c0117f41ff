import { defineRule } from '../engine/define.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { NEW_ADR } from './support/example-base.ts';
import { matchesInSource } from './support/text-search.ts';

const ANY = /[\u0370-\u03ff\u0400-\u052f\uff21-\uff5a]/;
const WORD = /[\p{L}\p{M}\p{N}_]+/gu;
const LATIN = /\p{Script=Latin}/u;
const OTHER = /[\p{Script=Cyrillic}\p{Script=Greek}]|[\uff21-\uff5a]/u;
/** Greek letters that stand for themselves in units and formulas: a micro or omega beside a Latin letter. */
const SYMBOLS =
  /^[\p{Script=Latin}\d]*[\u03b1-\u03c9\u0394\u03a3\u03a9\u03bc][\p{Script=Latin}\d]{0,3}$/u;

export default defineRule({
  id: 'look-alike-letters',
  kinds: ['adr', 'spec', 'provenance'],
  formats: EVERY_FORMAT,
  severity: 'error',
  summary: 'No word mixes look-alike letters from two alphabets.',
  why: 'A Cyrillic letter in a Latin word looks the same but makes a different word, so a name or an address can lead somewhere else.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: 'Sticky routing', to: 'Sti\u0441ky routing' }],
        finds: [
          {
            file: NEW_ADR,
            line: 19,
            message:
              'Unexpected letter `U+0441` in `Sti\u0441ky`, expected letters of one alphabet',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'Sticky routing',
            to: 'Na\u00efve routing takes 5 \u03bcs; \u041c\u043e\u0441\u043a\u0432\u0430 is a word of its own',
          },
        ],
      },
    ],
  },
  check({ record, report }) {
    if (!ANY.test(record.document.text)) return;
    for (const { match, span } of matchesInSource(record.document, WORD)) {
      const [word] = match;
      const other = OTHER.exec(word);
      if (!other || !LATIN.test(word) || SYMBOLS.test(word)) continue;
      const code = other[0].codePointAt(0) ?? 0;
      report({
        span,
        found: `letter \`U+${code.toString(16).toUpperCase().padStart(4, '0')}\` in \`${word}\``,
        expected: 'letters of one alphabet',
        help: 'retype the word, or separate the two alphabets with a space',
      });
    }
  },
});
