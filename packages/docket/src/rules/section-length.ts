import { z } from 'zod';
import { defineRule } from '../engine/define.ts';
import { ROLES, type Role } from '../records/dialects/headings.ts';
import { boundsInWords, isWithin } from '../records/lengths.ts';
import { wordsIn } from '../records/reading-time.ts';
import type { DocketRecord } from '../records/record.ts';
import { findSection, type Section } from '../records/sections.ts';
import { NEW_ADR } from './support/example-base.ts';
import { count } from './support/words.ts';

export default defineRule({
  id: 'section-length',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'warning',
  takesInstances: true,
  summary: 'A section named in the configuration is neither too short nor too long.',
  why: 'A reader gives each part of a record a few minutes, and skips what takes longer along with everything after it.',
  examples: {
    bad: [
      {
        patches: [],
        options: { section: 'context', maximum: 10 },
        finds: [
          {
            file: NEW_ADR,
            line: 13,
            message: 'Unexpected 18 words in section `Context`, expected at most 10',
          },
        ],
      },
    ],
    good: [{ patches: [], options: { section: 'Context', minimum: 3, maximum: 100 } }],
  },
  options: z.strictObject({
    section: z.string().regex(/\S/).optional().meta({
      description:
        'The section, by role, such as `context`, or by heading. Without it, nothing is checked.',
    }),
    minimum: z.int().min(0).optional().meta({ description: 'The fewest words.' }),
    maximum: z.int().min(0).optional().meta({ description: 'The most words.' }),
  }),
  check({ record, options, report }) {
    const section = options.section === undefined ? undefined : sectionOf(record, options.section);
    if (!section) return;
    const words = wordsIn(record.document, section.extent) - wordsIn(record.document, section.span);
    if (isWithin(words, options)) return;
    report({
      span: section.span,
      message: `Unexpected ${count(words, 'word')} in section \`${section.title}\`, expected ${boundsInWords(options)}`,
      help:
        words > (options.maximum ?? words)
          ? 'shorten it, or move what only some readers need into a separate document'
          : 'say more, so that nobody has to ask',
    });
  },
});

function sectionOf(record: DocketRecord, name: string): Section | undefined {
  const isRole = (ROLES as readonly string[]).includes(name);
  return isRole ? record.sections.get(name as Role) : findSection(record.outline.sections, name);
}
