import { z } from 'zod';

const decision = z
  .strictObject({
    id: z.string().meta({ description: 'With its log, where a repository has several.' }),
    title: z.string(),
    path: z.string().meta({ description: 'Path of the record below the root.' }),
    status: z.string().nullable(),
    outcome: z.string().nullable().meta({ description: 'What was decided, in a sentence.' }),
    supersededBy: z.array(z.string()).meta({ description: 'Decisions that replace it today.' }),
    files: z
      .array(z.string())
      .meta({ description: 'Changed files that it governs, those that were deleted, too.' }),
    asking: z
      .array(z.string())
      .meta({ description: 'Those of them whose change has to name the decision.' }),
    answeredBy: z
      .array(z.string())
      .meta({ description: 'Records of the change: the decision, and new ones that refer to it.' }),
    acknowledgedBy: z.array(z.string()).meta({
      description: 'Ids of commits whose trailer names it, and `text` for the text that was given.',
    }),
    isMissing: z
      .boolean()
      .meta({ description: 'Whether it has to be named and nothing names it.' }),
  })
  .meta({ description: 'A decision that governs files of the change.' });

const governedReport = z
  .strictObject({
    version: z.literal(1),
    decisions: z.array(decision).meta({
      description: 'Those that have to be named come first; those that were superseded, last.',
    }),
  })
  .meta({ title: 'Report of docket check --format json' });

/** The JSON report. */
export type GovernedReport = z.infer<typeof governedReport>;

/** The JSON Schema of the JSON report. */
export function governedJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(governedReport, { target: 'draft-2020-12' }) as Record<string, unknown>;
}
