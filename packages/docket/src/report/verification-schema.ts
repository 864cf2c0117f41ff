import { z } from 'zod';

const amount = z.int().min(0);

const counts = z
  .strictObject({
    verified: amount,
    contradicted: amount.meta({ description: 'All of them, accepted ones included.' }),
    unverifiable: amount,
    outdated: amount,
    accepted: amount.meta({
      description: 'How many contradicted claims a person has judged and lets stand.',
    }),
  })
  .meta({ description: 'How many claims came to each verdict.' });

const source = z.string().meta({
  description: 'By what name `--source` asks for the source, such as `ours` or `spec-kit`.',
});

const claim = z
  .strictObject({
    kind: z.string().meta({ description: 'What is claimed, such as `artifact` or `task`.' }),
    id: z.string().meta({ description: 'By which `docket accept` knows the claim.' }),
    claim: z.string(),
    line: z.int().min(1),
    verdict: z.enum(['verified', 'contradicted', 'outdated', 'unverifiable']),
    evidence: z.string().nullable().meta({ description: 'What Git shows.' }),
    reason: z
      .string()
      .nullable()
      .meta({ description: 'Why the claim does not hold or cannot be held.' }),
    commit: z
      .string()
      .nullable()
      .optional()
      .meta({ description: 'For a claim of another source than ours: the commit that made it.' }),
    signs: z
      .array(z.strictObject({ kind: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'What stands beside the verdict and decides nothing.' }),
    result: z
      .strictObject({
        step: z.int(),
        claimed: z.string(),
        observed: z.string().nullable(),
      })
      .optional()
      .meta({ description: 'For a validation step: what is claimed and what was found.' }),
    now: z
      .strictObject({ kind: z.string(), path: z.string(), times: amount })
      .optional()
      .meta({ description: 'For an artifact: what became of it since.' }),
    accepted: z.string().optional().meta({ description: 'Why a person lets it stand.' }),
  })
  .meta({ description: 'A claim and what holding it against Git came to.' });

const record = z.strictObject({
  source,
  file: z.string().meta({ description: 'Path below the root, with forward slashes.' }),
  spec: z.string().nullable(),
  landing: z
    .strictObject({
      commit: z.string(),
      kind: z.string(),
      date: z.string(),
      commits: z.array(z.string()),
    })
    .nullable()
    .meta({ description: 'Where a provenance record came in, if that is known.' }),
  agents: z
    .strictObject({
      claimed: z.string().nullable(),
      observed: z.array(
        z.strictObject({
          name: z.string(),
          model: z.string().nullable(),
          by: z.enum(['author', 'trailer', 'note', 'trace']),
          commit: z.string(),
        }),
      ),
      gaps: z.array(z.string()).meta({ description: 'Why there may be more that cannot be seen.' }),
    })
    .optional()
    .meta({ description: 'Who did the work of a landing, as claimed and as seen.' }),
  claims: z.array(claim),
  notices: z.array(
    z.strictObject({
      kind: z.string(),
      severity: z.enum(['info', 'warning']),
      message: z.string(),
      details: z.array(z.string()),
      line: z.int().min(1),
    }),
  ),
});

const verifyJson = z
  .strictObject({
    version: z.literal(2).meta({
      description: 'Version of this format. Adding keys keeps it; removing one raises it.',
    }),
    sources: z.array(
      z.strictObject({
        source,
        title: z.string().meta({ description: 'What people call it.' }),
        files: amount,
        summary: counts,
      }),
    ),
    records: z.array(record).meta({ description: 'Files with claims, by source.' }),
    summary: counts,
  })
  .meta({ title: 'Report of docket verify --format json' });

/** The JSON Schema of the report of `docket verify`. */
export function verifyJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(verifyJson, { target: 'draft-2020-12' }) as Record<string, unknown>;
}
