import { defineRule } from '../engine/define.ts';
import { PROVENANCE } from './support/example-base.ts';
import { holdsPlaceholder } from './support/placeholders.ts';
import { quote, quoteAll } from './support/words.ts';

const WORDS = ['pass', 'fail', 'not run', 'not applicable', 'manual'];

export default defineRule({
  id: 'results-outcome',
  kinds: ['provenance'],
  severity: 'error',
  summary: 'A result starts with one of the known words.',
  why: 'Between `pass` and `fail` lie "mostly" and "should be fine", which nobody can rely on.',
  examples: {
    bad: [
      {
        patches: [
          { change: PROVENANCE, from: '| pass | Read both |', to: '| mostly | Read both |' },
        ],
        finds: [
          {
            file: PROVENANCE,
            line: 30,
            message:
              'Unexpected result `mostly`, expected `pass`, `fail`, `not run`, `not applicable` or `manual`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: PROVENANCE, from: '| pass | Read both |', to: '| ✅ **Passed** | Read both |' },
        ],
      },
      {
        patches: [
          { change: PROVENANCE, from: '| pass | Read both |', to: '| SKIPPED — no time | |' },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    for (const { outcome, word, span } of record.body.results) {
      if (outcome !== 'unknown' || holdsPlaceholder(word, record, corpus)) continue;
      report({
        span,
        message: `Unexpected result ${word === '' ? 'without an outcome' : quote(word)}, expected ${quoteAll(WORDS, 'or')}`,
        help: 'start with one of these words, and say in the details how it was checked',
      });
    }
  },
});
