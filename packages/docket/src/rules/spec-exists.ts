import { defineRule } from '../engine/define.ts';
import { nearest } from '../records/nearest.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'spec-exists',
  kinds: ['adr'],
  scope: 'names',
  severity: 'error',
  summary: 'The specification a decision names exists.',
  why: 'From the decision, a reader goes to what was ordered and how it was checked; without the file, both are lost.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: 'spec: SPEC-0001', to: 'spec: SPEC-0007' }],
        finds: [
          {
            file: NEW_ADR,
            line: 10,
            message: 'Unexpected `SPEC-0007` in `spec`, expected a specification that exists',
          },
        ],
      },
    ],
    good: [{ patches: [{ change: NEW_ADR, from: 'spec: SPEC-0001\n', to: '' }] }],
  },
  check({ record, corpus, report }) {
    const spec = record.fields.spec.value;
    if (spec === undefined || corpus.byId(spec)) return;
    if (corpus.surroundings.unread?.has(spec)) return;
    const meant = nearest(
      spec,
      corpus.specs.map((other) => other.id),
    );
    report({
      span: record.fields.spec.span,
      found: `\`${spec}\` in \`spec\``,
      expected: 'a specification that exists',
      help: `${meant ? `did you mean \`${meant}\`? Otherwise` : ''} add the specification, or remove the key`.trim(),
    });
  },
});
