import { defineRule } from '../engine/define.ts';
import { setItem } from '../records/authoring/frontmatter-edit.ts';
import { fixBy } from './support/edits.ts';
import { NEW_ADR } from './support/example-base.ts';
import { invalidValues } from './support/values.ts';
import { quote } from './support/words.ts';

export default defineRule({
  id: 'tags-form',
  kinds: ['adr', 'spec'],
  severity: 'error',
  summary: 'Tags are a list of lower-case words joined by hyphens.',
  why: 'A tag is an address: `CI/CD` and `ci-cd` would be two pages with half the decisions each.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: '[sessions, redis]', to: '[Web Sessions, redis]' }],
        finds: [
          {
            file: NEW_ADR,
            line: 8,
            message: 'Unexpected tag `Web Sessions`, expected lower-case words joined by hyphens',
          },
        ],
      },
      {
        patches: [{ change: NEW_ADR, from: '[sessions, redis]', to: '[sessions, Redis]' }],
        finds: [
          {
            file: NEW_ADR,
            line: 8,
            message: 'Unexpected tag `Redis`, expected lower-case words joined by hyphens',
          },
        ],
        fixed: { file: NEW_ADR, text: 'tags: [sessions, redis]' },
      },
      {
        patches: [{ change: NEW_ADR, from: '[sessions, redis]', to: '[Redis, redis]' }],
        finds: [
          {
            file: NEW_ADR,
            line: 8,
            message: 'Unexpected tag `Redis`, expected lower-case words joined by hyphens',
          },
        ],
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
    for (const { value, index, span } of invalidValues(record, corpus, (key) => key === 'tags')) {
      // A list without tags is the business of another rule.
      if (index === undefined && Array.isArray(value)) continue;
      const slug = typeof value === 'string' ? slugOf(value) : '';
      if (index === undefined) {
        report({
          span,
          message: `Unexpected ${quote(value)} in \`tags\`, expected a list`,
          help: slug
            ? `write \`tags: [${slug}]\``
            : 'write, for example, `tags: [secrets, kubernetes]`',
        });
        continue;
      }
      const twin = twinOf(slug, index, record.fields.tags.items);
      // Where only the case differs, no other tag can be meant.
      const isSure =
        twin === undefined && typeof value === 'string' && slug === value.toLowerCase();
      const fix = isSure && fixBy(record.document, () => setItem(record, 'tags', index, slug));
      report({
        span,
        message: `Unexpected tag ${quote(value)}, expected lower-case words joined by hyphens`,
        help:
          twin !== undefined
            ? `delete it: \`${twin}\` is in the list too`
            : slug
              ? `write \`${slug}\``
              : 'write, for example, `developer-experience`',
        ...(fix ? { fix } : {}),
      });
    }
  },
});

/** A tag of the list that is the same word, in right form or before the item; of two in wrong form one may be fixed. */
function twinOf(
  slug: string,
  index: number,
  tags: readonly { readonly written: string }[],
): string | undefined {
  return tags.find(
    ({ written }, at) =>
      at !== index &&
      bare(slugOf(written)) === bare(slug) &&
      (at < index || slugOf(written) === written),
  )?.written;
}

/** What singular and plural, with and without hyphens, have in common. */
function bare(slug: string): string {
  return slug.replaceAll('-', '').replace(/s$/, '');
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
