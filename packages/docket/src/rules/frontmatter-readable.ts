import { defineRule } from '../engine/define.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'frontmatter-readable',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  recommended: 'error',
  gate: 4,
  gateOfTemplate: true,
  summary:
    'The frontmatter starts on line 1, is closed, and is a YAML mapping with every key once.',
  why: 'Status, date and relations are read from it; if it cannot be read, nothing is known about the record.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: 'spec: SPEC-0001\n---\n', to: 'spec: SPEC-0001\n' }],
        finds: [
          {
            file: NEW_ADR,
            line: 1,
            message: 'Unexpected end of file in the frontmatter, expected a closing `---`',
          },
        ],
      },
      {
        patches: [
          { change: NEW_ADR, from: 'spec: SPEC-0001', to: 'spec: SPEC-0001\nstatus: Proposed' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 11,
            message: 'Unexpected second key `status`, expected each key once',
          },
        ],
      },
      {
        patches: [
          {
            add: 'docs/adr/adr-003-expire-sessions.md',
            text: '---\n- status: Proposed\n---\n\n## Context\n',
          },
        ],
        finds: [
          {
            file: 'docs/adr/adr-003-expire-sessions.md',
            line: 2,
            message: 'Unexpected list in the frontmatter, expected a mapping of keys',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: NEW_ADR, from: 'spec: SPEC-0001', to: '# ordered by\nspec: SPEC-0001' },
        ],
      },
    ],
  },
  check({ record, report }) {
    for (const { first, ...problem } of record.frontmatter.problems) {
      const related = first
        ? [{ file: record.path, span: first, label: 'the first one is here' }]
        : [];
      report({ ...problem, related });
    }
  },
});
