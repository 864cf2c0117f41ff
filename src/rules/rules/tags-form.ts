import { defineRule } from '../define.ts';
import { NEW_ADR } from '../example-base.ts';
import { replaceWith } from '../support/edits.ts';
import { invalidValues } from '../support/values.ts';
import { quote } from '../support/words.ts';

export default defineRule({
  id: 'tags-form',
  kinds: ['adr', 'spec'],
  severity: 'error',
  summary: 'Tags are a list of words in lower case, joined by hyphens.',
  why: 'A tag is an address: `CI/CD` and `ci-cd` would be two pages with half of the decisions each.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: '[sessions, redis]', to: '[Web Sessions, redis]' }],
        finds: [
          {
            file: NEW_ADR,
            line: 8,
            message:
              'Unexpected tag `Web Sessions`, expected words in lower case joined by hyphens',
          },
        ],
      },
      {
        patches: [{ change: NEW_ADR, from: '[sessions, redis]', to: '[sessions, Redis]' }],
        finds: [
          {
            file: NEW_ADR,
            line: 8,
            message: 'Unexpected tag `Redis`, expected words in lower case joined by hyphens',
          },
        ],
        fixed: { file: NEW_ADR, text: 'tags: [sessions, redis]' },
      },
      {
        patches: [{ change: NEW_ADR, from: '[sessions, redis]', to: 'sessions' }],
        finds: [
          { file: NEW_ADR, line: 8, message: 'Unexpected `sessions` in `tags`, expected a list' },
        ],
      },
    ],
    good: [
      { patches: [{ change: NEW_ADR, from: '[sessions, redis]', to: '[web-sessions, redis-7]' }] },
    ],
  },
  check({ record, corpus, report }) {
    for (const { value, isItem, span } of invalidValues(record, corpus, (key) => key === 'tags')) {
      // A list without tags is the business of another rule.
      if (!isItem && Array.isArray(value)) continue;
      const slug = typeof value === 'string' ? slugOf(value) : '';
      report(
        isItem
          ? {
              span,
              message: `Unexpected tag ${quote(value)}, expected words in lower case joined by hyphens`,
              help: slug ? `write \`${slug}\`` : 'write, for example, `developer-experience`',
              // Only the case differs: no other tag can be meant.
              ...(typeof value === 'string' && slug === value.toLowerCase()
                ? { fix: replaceWith(span, slug) }
                : {}),
            }
          : {
              span,
              message: `Unexpected ${quote(value)} in \`tags\`, expected a list`,
              help: slug
                ? `write \`tags: [${slug}]\``
                : 'write, for example, `tags: [secrets, kubernetes]`',
            },
      );
    }
  },
});

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
