import { defineRule } from '../engine/define.ts';
import { LAYOUT } from '../records/layout.ts';
import { nearest } from '../records/nearest.ts';
import { SCHEMAS } from '../records/schema.ts';
import { NEW_ADR, SPEC } from './support/example-base.ts';
import { quoteAll } from './support/words.ts';

export default defineRule({
  id: 'frontmatter-keys-known',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  summary: 'The frontmatter has only keys that belong to its kind of record.',
  why: 'Nothing reads an unknown key: with a misspelt `supersedes`, the relation does not exist.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: 'spec: SPEC-0001', to: 'spec: SPEC-0001\nrefine: []' }],
        finds: [
          {
            file: NEW_ADR,
            line: 11,
            message:
              'Unexpected key `refine`, expected a key of a decision record, such as `refines`',
          },
        ],
      },
      {
        patches: [
          { change: SPEC, from: 'date: 2026-02-02\n', to: 'date: 2026-02-02\nbudget: 3\n' },
        ],
        finds: [
          {
            file: SPEC,
            line: 5,
            message: 'Unexpected key `budget`, expected a key of a specification',
          },
        ],
      },
    ],
    good: [
      {
        patches: [{ change: NEW_ADR, from: 'spec: SPEC-0001', to: 'refines: []\nspec: SPEC-0001' }],
      },
    ],
  },
  check({ record, report }) {
    const keys = Object.keys(SCHEMAS[record.kind].shape);
    for (const { field: key, kind, span } of record.issues) {
      if (kind !== 'unknown') continue;
      const meant = nearest(key, keys);
      report({
        span,
        message: `Unexpected key \`${key}\`, expected a key of a ${LAYOUT[record.kind].noun}${meant ? `, such as \`${meant}\`` : ''}`,
        help: meant ? `write \`${meant}\`` : `use one of ${quoteAll(keys, 'or')}`,
      });
    }
  },
});
