import { z } from 'zod';

const place = z.int().min(1);
const amount = z.int().min(0);

const range = {
  line: place.meta({ description: 'Line of the first character; the first line is 1.' }),
  column: place.meta({ description: 'Column of the first character, from 1, in UTF-16 units.' }),
  endLine: place.meta({ description: 'Line of the first character after the place.' }),
  endColumn: place.meta({ description: 'Column of the first character after the place.' }),
};

const file = z.string().meta({
  description: 'Path below the root of the records, with forward slashes.',
});

const wording = {
  message: z.string().meta({ description: 'What is wrong, as a sentence.' }),
  found: z.string().optional().meta({
    description: 'What was found, where Docket says so itself.',
  }),
  expected: z.string().optional().meta({ description: 'What was expected instead.' }),
};

const related = z
  .strictObject({ file, ...range, label: z.string() })
  .meta({ description: 'A second place that explains the finding.' });

const fix = z
  .strictObject({
    edits: z.array(z.strictObject({ ...range, text: z.string() })).meta({
      description:
        'Replacements in the file of the finding, applied all or none; an empty range inserts.',
    }),
    dropsByteOrderMark: z.literal(true).optional().meta({
      description: 'Whether the byte-order mark before the text is removed, too.',
    }),
  })
  .meta({ description: 'The fix, where there is only one right result.' });

const diagnostic = z
  .strictObject({
    rule: z.string().meta({ description: 'Id of the rule.' }),
    severity: z.enum(['error', 'warning', 'info']),
    file,
    ...range,
    ...wording,
    help: z.string().meta({ description: 'How to fix it.' }),
    related: z.array(related),
    fix: fix.optional(),
    url: z.url().optional().meta({ description: 'Page of the rule.' }),
    docs: z.string().optional().meta({
      description: 'Where more is told of the rule: its page, else the command that explains it.',
    }),
  })
  .meta({ description: 'One problem at one place.' });

const lintJson = z
  .strictObject({
    version: z.literal(1).meta({
      description: 'Version of this format. Adding keys keeps it; removing one raises it.',
    }),
    diagnostics: z.array(diagnostic).meta({ description: 'Sorted by file, then place.' }),
    waived: z
      .array(
        z.strictObject({
          rule: z.string().meta({ description: 'Id of the security rule.' }),
          file,
          ...range,
          ...wording,
          reason: z.string().meta({ description: 'Why the default branch allows it.' }),
        }),
      )
      .meta({ description: 'Findings that a waiver on the default branch allows.' }),
    summary: z.strictObject({
      files: amount.meta({ description: 'Files checked, readable or not.' }),
      errors: amount,
      warnings: amount,
      infos: amount,
      fixable: amount.meta({ description: 'Findings with a fix.' }),
    }),
  })
  .meta({ title: 'Report of docket lint --format json' });

/** The JSON report. */
export type LintJson = z.infer<typeof lintJson>;

/** The JSON Schema of the JSON report. */
export function lintJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(lintJson, { target: 'draft-2020-12' }) as Record<string, unknown>;
}
