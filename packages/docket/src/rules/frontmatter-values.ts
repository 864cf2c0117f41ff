import { defineRule } from '../engine/define.ts';
import { ADOPTIONS } from '../records/adoption.ts';
import { RELATION_TYPES } from '../records/relation.ts';
import { DAY_KEYS } from '../records/schema.ts';
import { NEW_ADR } from './support/example-base.ts';
import { exampleLine, invalidValues, typeName } from './support/values.ts';
import { quote, quoteAll } from './support/words.ts';

/** Keys whose values have a rule of their own; of a provenance record, the title has none. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'description',
  'status',
  ...DAY_KEYS,
  'tags',
  ...RELATION_TYPES,
]);

const EXPECTED: Readonly<Record<string, string>> = {
  'decision-makers': 'a list of names or roles',
  governs: 'patterns, or `files` with `require: acknowledgement`',
  'prompted-by': 'a sentence',
  'revisit-when': 'a sentence',
  adopted: quoteAll(ADOPTIONS, 'or'),
  spec: 'the id of a specification, such as `SPEC-0000`',
};

export default defineRule({
  id: 'frontmatter-values',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  summary: 'Every frontmatter value has the type and form its key needs.',
  why: 'A value in the wrong form cannot be shown or followed, so the fact it states would be lost.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: '[Team, Agent]', to: 'Team, Agent' }],
        finds: [
          {
            file: NEW_ADR,
            line: 6,
            message:
              'Unexpected `Team, Agent` in `decision-makers`, expected a list of names or roles',
          },
        ],
      },
      {
        patches: [{ change: NEW_ADR, from: 'spec: SPEC-0001', to: 'spec: 0001' }],
        finds: [
          {
            file: NEW_ADR,
            line: 10,
            message:
              'Unexpected number `1` in `spec`, expected the id of a specification, such as `SPEC-0000`',
          },
        ],
      },
    ],
    good: [{ patches: [{ change: NEW_ADR, from: ' [Team, Agent]', to: '\n  - Team\n  - Agent' }] }],
  },
  check({ record, corpus, report }) {
    const isOurs = (key: string) =>
      !ELSEWHERE.has(key) && (key !== 'title' || record.kind === 'provenance');
    for (const { key, value, isItem, span } of invalidValues(record, corpus, isOurs)) {
      const type =
        typeof value === 'string' || typeof value === 'object' ? '' : `${typeName(value)} `;
      report({
        span,
        found: `${type}${quote(value)} in \`${key}\``,
        expected: `${isItem && key !== 'governs' ? 'text' : (EXPECTED[key] ?? 'text')}`,
        help: `write, for example, \`${exampleLine(record.kind, key)}\``,
      });
    }
  },
});
