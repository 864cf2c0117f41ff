import { defineRule } from '../engine/define.ts';
import { nearest } from '../records/nearest.ts';
import { PROVENANCE } from './support/example-base.ts';

export default defineRule({
  id: 'provenance-spec',
  kinds: ['provenance'],
  scope: 'log',
  severity: 'error',
  summary: 'The `Spec` line is the path of a specification that exists.',
  why: 'A record of work that nobody ordered, or whose order is lost, cannot be checked against anything.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: PROVENANCE,
            from: '/spec-0001-session-store.md`',
            to: '/spec-0001-sessions.md`',
          },
        ],
        finds: [
          {
            file: PROVENANCE,
            line: 3,
            message:
              'Unexpected path `.sdd/specification/spec-0001-sessions.md`, expected a specification that exists',
          },
        ],
      },
    ],
    good: [{ patches: [{ change: PROVENANCE, from: '**Spec:** `', to: '**Spec**: `' }] }],
  },
  check({ record, corpus, report }) {
    const { spec } = record.fields;
    if (spec.value === undefined || corpus.byPath(spec.value)?.kind === 'spec') return;
    if (corpus.surroundings.unread?.has(spec.value)) return;
    const paths = corpus.specs.map((other) => other.path);
    const meant = corpus.specOf(record)?.path ?? nearest(spec.value, paths);
    report({
      span: spec.span,
      message: `Unexpected path \`${spec.value}\`, expected a specification that exists`,
      help: meant
        ? `did you mean \`${meant}\`?`
        : 'write the path from the root of the repository, or add the specification',
    });
  },
});
