import { z } from 'zod';
import { defineRule } from '../engine/define.ts';
import type { Corpus } from '../records/corpus.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { perObject } from '../records/memo.ts';
import { nearest } from '../records/nearest.ts';
import { NEW_ADR } from './support/example-base.ts';

/** How often each tag is used. */
const usesOf = perObject((corpus: Corpus) => {
  const uses = new Map<string, number>();
  for (const record of [...corpus.adrs, ...corpus.specs]) {
    for (const tag of record.fields.tags.value ?? []) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  }
  return uses;
});

/** The tags of which another is a variant that is used more, by the one that stays. */
const slipsOf = perObject((corpus: Corpus) => {
  const uses = usesOf(corpus);
  const slips = new Map<string, string>();
  for (const [tag, own] of uses) {
    const variant = variantsOf(tag).find((other) => uses.has(other));
    if (variant === undefined) continue;
    // The less used of the two is the slip; of equals the one that comes first in the alphabet.
    const other = uses.get(variant) ?? 0;
    if (own < other || (own === other && tag < variant)) slips.set(tag, variant);
  }
  return slips;
});

export default defineRule({
  id: 'tags-vocabulary',
  kinds: ['adr', 'spec'],
  scope: 'log',
  formats: EVERY_FORMAT,
  severity: 'warning',
  summary: 'A tag is in the vocabulary, and is not a variant of another.',
  why: 'A tag gathers decisions; `secret` next to `secrets` makes two pages with half of them each.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: '[sessions, redis]', to: '[session, redis]' }],
        finds: [
          {
            file: NEW_ADR,
            line: 8,
            message: 'Unexpected tag `session` beside `sessions`, expected one tag for both',
          },
        ],
      },
      {
        patches: [{ change: NEW_ADR, from: '[sessions, redis]', to: '[sessions, rediss]' }],
        options: { vocabulary: ['sessions', 'redis'] },
        finds: [
          {
            file: NEW_ADR,
            line: 8,
            message: 'Unexpected tag `rediss`, expected one of the vocabulary',
          },
        ],
      },
    ],
    good: [{ patches: [{ change: NEW_ADR, from: '[sessions, redis]', to: '[sessions, access]' }] }],
  },
  options: z.strictObject({
    vocabulary: z.array(z.string()).default([]).meta({
      description: 'The allowed tags. Empty allows any that is not a variant of another.',
    }),
  }),
  check({ record, corpus, options, report }) {
    const slips = slipsOf(corpus);
    (record.fields.tags.value ?? []).forEach((tag, index) => {
      const span = () => record.fields.tags.items[index]?.span ?? record.fields.tags.span;
      if (options.vocabulary.length > 0) {
        if (options.vocabulary.includes(tag)) return;
        const meant = nearest(tag, options.vocabulary);
        report({
          span: span(),
          found: `tag \`${tag}\``,
          expected: 'one of the vocabulary',
          help: meant
            ? `write \`${meant}\``
            : 'use a tag that other records have, or add this one to the vocabulary',
        });
        return;
      }
      const variant = slips.get(tag);
      if (variant === undefined) return;
      report({
        span: span(),
        found: `tag \`${tag}\` beside \`${variant}\``,
        expected: 'one tag for both',
        help: `write \`${variant}\``,
      });
    });
  },
});

/** The singular or plural, and the word without or with its hyphens. */
function variantsOf(tag: string): string[] {
  const number = tag.endsWith('s') ? [tag.slice(0, -1)] : [`${tag}s`];
  return [...number, tag.replaceAll('-', '')].filter((other) => other !== tag && other !== '');
}
