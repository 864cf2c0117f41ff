import { defineRule } from '../engine/define.ts';
import { pathMentions } from '../records/path-mentions.ts';
import { NEW_ADR } from './support/example-base.ts';
import { pathState } from './support/paths.ts';

export default defineRule({
  id: 'path-exists',
  kinds: ['adr'],
  scope: 'names',
  severity: 'warning',
  summary: 'Every path in the repository that an accepted decision names exists.',
  why: 'The path leads a reader from the decision to what came of it; once the file has moved, it leads nowhere.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'Sticky routing',
            to: '`docs/sessions.md` says: sticky routing',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 19,
            message: 'Unexpected path `docs/sessions.md`, expected a file or folder that exists',
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
            to: '`docs/adr/`, `infra/redis.tf` and `docs/*.md` say: sticky routing',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const top = corpus.surroundings.top ?? new Set();
    for (const { path, span } of pathMentions(record)) {
      // A path whose first folder is not here belongs to another repository.
      if (!top.has(path.split('/')[0] ?? '')) continue;
      const state = pathState(corpus, path);
      if (state.kind === 'exists') continue;
      const meant = state.kind === 'other-case' ? state.path : state.nearest;
      report({
        span,
        found: `path \`${path}\``,
        expected: 'a file or folder that exists',
        help: meant
          ? `write \`${meant}\` if that is where it went`
          : 'name the path it has now, or say that it is gone in a record that amends this one',
      });
    }
  },
});
