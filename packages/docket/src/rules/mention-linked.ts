import { z } from 'zod';
import { defineRule } from '../engine/define.ts';
import type { RecordName } from '../records/corpus.ts';
import { relativePath } from '../records/links.ts';
import { replaceWith } from './support/edits.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'mention-linked',
  kinds: ['adr'],
  scope: 'names',
  severity: 'warning',
  summary: 'The first mention of another record is a link to it.',
  why: 'A number says nothing to anyone who does not know the log by heart; from the first mention, the record should be one click away.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '[ADR-001](adr-001-keep-sessions-in-memory.md) fits',
            to: 'ADR-001 fits',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 15,
            message: 'Unexpected first mention of `ADR-001` without a link, expected a link to it',
          },
        ],
        fixed: { file: NEW_ADR, text: '[ADR-001](adr-001-keep-sessions-in-memory.md) fits' },
      },
    ],
    good: [
      {
        patches: [
          { change: NEW_ADR, from: 'Sticky routing', to: 'As ADR-001 and ADR-002 say, it' },
        ],
      },
    ],
  },
  options: z.strictObject({
    per: z.enum(['record', 'section']).default('record').meta({
      description:
        'Where a first mention must be a link: once in the `record`, or in each `section`.',
    }),
  }),
  check({ record, corpus, options, report }) {
    if (record.mentions.length === 0) return;
    const linked = new Map<RecordName, Set<string | undefined>>();
    const places = [
      ...record.mentions.map((mention) => ({
        span: mention.span,
        section: mention.section,
        to: corpus.named(mention.id, record, mention.log),
        mention,
      })),
      ...record.links.flatMap((link) => {
        const to = link.target.kind === 'file' ? corpus.byPath(link.target.path) : undefined;
        const { span, section } = link;
        return to && !link.image ? [{ span, section, to, mention: undefined }] : [];
      }),
    ].sort((a, b) => a.span.start.offset - b.span.start.offset);
    for (const { mention, to, section } of places) {
      const where = options.per === 'section' ? section : undefined;
      const known = to && linked.get(to);
      if (!to || to === record || known?.has(where)) continue;
      linked.set(to, new Set([...(known ?? []), where]));
      if (!mention) continue;
      const target = relativePath(record.path, to.path);
      report({
        span: mention.span,
        found: `first mention of \`${mention.text}\` without a link`,
        expected: 'a link to it',
        help: `write \`[${mention.text}](${target})\``,
        fix: replaceWith(mention.span, `[${mention.text}](${target})`),
      });
    }
  },
});
