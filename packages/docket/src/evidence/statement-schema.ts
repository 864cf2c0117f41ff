import { z } from 'zod';
import { STATEMENT_TYPE } from '../records/in-toto.ts';

/*
 * The attestation of one execution of a specification: an in-toto Statement v1 with a predicate of our own. What the
 * record's author asserts and what the verifier saw never share a field. Fields that are not known here are passed over,
 * in the statement and in its predicate, as in-toto's rules for parsing ask.
 */

/** Where a site publishes the schema of the statement, below its base. A change that old readers misread gets a `v2`. */
export const SCHEMA_PATH = 'schemas/attestation/v1.schema.json';

/** Stands for a site that is not known; a name reserved for examples, which nobody can own. */
const NO_SITE = 'https://docket.example';

/**
 * The type of the predicate: the address of its schema.
 * @param site address of the site that shows the records, with its base path
 */
export function predicateType(site: string | undefined): string {
  const base = site?.startsWith('https://') ? site.replace(/\/+$/, '') : NO_SITE;
  return `${base}/${SCHEMA_PATH}`;
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** An id of Git, of either length. */
export const gitId = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);

/** A document as committed, by both digests. */
export const file = z.object({
  path: z.string().meta({ description: 'From the root of the records.' }),
  digest: z.object({ gitBlob: gitId, sha256 }),
});

const verdict = z.enum(['verified', 'contradicted', 'outdated', 'unverifiable']);

const change = z.object({
  path: z.string(),
  claimed: z.string().nullable().meta({
    description: 'The status as the record writes it; null for a change that no row names.',
  }),
  observed: z.enum(['created', 'modified', 'deleted', 'type-changed']).nullable().meta({
    description: 'What the landing did to the file; null where it left it alone.',
  }),
  verdict: z.enum([...verdict.options, 'undeclared']),
});

const step = z.object({
  step: z.int().min(1),
  textDigest: z.object({ sha256 }).meta({ description: 'Of the text of the step, as UTF-8.' }),
  claimed: z
    .enum(['pass', 'fail', 'not-run', 'not-applicable', 'manual', 'unknown'])
    .nullable()
    .meta({ description: 'The result that the record gives; null for none.' }),
  observed: z.enum(['pass', 'fail', 'not-run']).nullable().meta({
    description: 'What the verifier found at the landing; null for a step without a check.',
  }),
  evidence: z.string().nullable(),
});

const count = z.int().min(0);

const predicate = z.object({
  spec: file,
  record: file,
  claimed: z
    .object({
      agent: z.string().nullable(),
      executed: z.string().nullable(),
      deviations: z.array(z.string()),
    })
    .meta({ description: 'What the record asserts and nobody checked.' }),
  landing: z
    .object({
      commit: gitId,
      kind: z.enum(['root', 'merge', 'squash', 'direct', 'range']),
      date: z.string(),
    })
    .meta({ description: 'The commit that brought the record in, as Git tells it.' }),
  changes: z.array(change).meta({
    description: 'Claimed next to observed. Deletions appear only here: a subject must exist.',
  }),
  validation: z.array(step),
  accepted: z
    .array(z.object({ claim: z.string(), reason: z.string() }))
    .meta({ description: 'Contradicted claims that a person has accepted.' }),
  verdict: z.object({
    result: z.enum(['verified', 'partly-verified', 'contradicted']).meta({
      description:
        'Contradicted where a claim is and was not accepted; verified where every claim is.',
    }),
    verified: count,
    contradicted: count,
    outdated: count,
    unverifiable: count,
  }),
  verifier: z.object({ name: z.literal('docket'), version: z.string() }),
});

/** The statement. */
const statementSchema = z
  .object({
    _type: z.literal(STATEMENT_TYPE),
    subject: z
      .array(
        z.object({
          name: z.string(),
          digest: z.union([z.object({ gitCommit: gitId }), z.object({ gitBlob: gitId, sha256 })]),
        }),
      )
      .min(1)
      .meta({ description: 'The landing, then every file it wrote, with its path in Git.' }),
    predicateType: z
      .string()
      .regex(/^https:\/\/\S+\/schemas\/attestation\/v1\.schema\.json$/)
      .meta({ description: 'The address of this schema on the site that shows the records.' }),
    predicate,
  })
  .meta({
    title: 'Attestation of the execution of a specification',
    description: 'An in-toto Statement v1: https://in-toto.io/Statement/v1',
  });

/** An attestation of one execution of a specification. */
export type ExecutionStatement = z.infer<typeof statementSchema>;

/** Reads a statement, or says in lines of text what is not as the schema has it. */
export function readStatement(
  value: unknown,
): { readonly statement: ExecutionStatement } | { readonly problems: string } {
  const { data, error } = statementSchema.safeParse(value);
  return data ? { statement: data } : { problems: z.prettifyError(error) };
}

/** The statement's JSON Schema; it allows fields that it does not name. */
export function statementJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(statementSchema, { io: 'input' });
}
