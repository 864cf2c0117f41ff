import { z } from 'zod';
import { ADOPTIONS } from './adoption.ts';
import { checksSchema } from './checks.ts';
import { LOG_ID, type RecordKind } from './layout.ts';
import { isWithin, lengthOf } from './lengths.ts';
import { perObject } from './memo.ts';
import { STATUSES } from './status.ts';

/*
 * The schemas are the reference: the `description` of every key is what the reference page, the JSON Schemas
 * for editors and the linter's help all print. Key names follow MADR 4 where it has one.
 */

const specId = z
  .string()
  .regex(/^SPEC-\d{4,}[a-z]?$/)
  .meta({ description: 'The id of a specification', examples: ['SPEC-0000'] });

const text = z.string().regex(/\S/);
const date = z.iso.date();
const tag = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

const adrInLog = z
  .string()
  .regex(new RegExp(`^(?:${LOG_ID.source}/)?ADR-\\d{3,}$`))
  .meta({
    description: 'The id of a decision record, with its log before it where that is another',
    examples: ['ADR-017', 'payments/ADR-012'],
  });

/** A decision of which only some sections are meant, each as its headings name it from the top: `Decision/Retention`. */
const adrInPart = z.strictObject({ adr: adrInLog, sections: z.array(text).min(1) }).meta({
  description: 'Only some sections of a decision, by their headings: `Decision/Retention`',
});

const supersession = (description: string) =>
  z
    .array(z.union([adrInLog, adrInPart]))
    .optional()
    .meta({ description, examples: [['ADR-007']] });

const relation = (description: string) =>
  z
    .array(adrInLog)
    .optional()
    .meta({ description, examples: [['ADR-007']] });

const status = z.enum(STATUSES).meta({
  description: 'Where the decision is in its life cycle.',
  examples: ['Accepted'],
});

const decisionMakers = z
  .array(text)
  .min(1)
  .meta({ description: 'Who decided, by role or name.', examples: [['Human', 'Agent']] });

/** Files a decision governs, and what it asks of those who change them. */
const governedFiles = z.strictObject({ files: text, require: z.literal('acknowledgement') });

/** Characters of a description. */
export const DESCRIPTION_LENGTH = { minimum: 50, maximum: 200 } as const;

const description = z
  .string()
  .regex(/\S/)
  .refine((words) => isWithin(lengthOf(words), DESCRIPTION_LENGTH))
  .meta({
    minLength: DESCRIPTION_LENGTH.minimum,
    maxLength: DESCRIPTION_LENGTH.maximum,
    description:
      'One sentence of 50 to 200 characters: the outcome, not the topic. Shown in the log, in search results and in link previews.',
    examples: [
      'Secrets live in Azure Key Vault and reach pods through the External Secrets Operator.',
    ],
  });

/** Frontmatter of a decision record. */
export const adrSchema = z
  .strictObject({
    title: z
      .string()
      .regex(/^ADR-\d{3,}: \S.*$/)
      .meta({
        description: 'The id of the record, a colon, and a short title that names the decision.',
        examples: ['ADR-018: Secret Management with Azure Key Vault and External Secrets Operator'],
      }),
    description,
    status,
    date: date.meta({
      description: 'The day the decision took its present status, as YYYY-MM-DD.',
      examples: ['2026-03-05'],
    }),
    'decision-makers': decisionMakers,
    'prompted-by': text.meta({
      description: 'What made the decision necessary, in one sentence.',
      examples: ['ADR-017 creates credentials that application pods need.'],
    }),
    tags: z
      .array(tag)
      .min(1)
      .meta({
        description: 'Topics in lower case, joined by hyphens; each has its own page.',
        examples: [['secrets', 'kubernetes']],
      }),
    supersedes: supersession(
      'Decisions this one replaces; with `{ adr: ADR-007, sections: [Decision/Retention] }` only parts of one. The other record says `superseded-by`.',
    ),
    'superseded-by': supersession(
      'Decisions that replace this one, or with `sections` parts of it. The other record says `supersedes`.',
    ),
    amends: relation('Decisions that this one changes in part.'),
    refines: relation('Decisions in which this one settles or corrects one aspect.'),
    'depends-on': relation('Decisions this one builds on.'),
    related: relation('Other decisions a reader should know; stated once, in the later record.'),
    spec: specId.optional().meta({
      description: 'The specification that ordered this record.',
      examples: ['SPEC-0000'],
    }),
    governs: z
      .array(z.union([text, governedFiles]))
      .optional()
      .meta({
        description:
          'Files and folders the decision is about, as patterns from the root; `!` opens an exception from those before it. With `require: acknowledgement`, a change of them has to name the decision.',
        examples: [['infra/**/*.tf', '!infra/legacy']],
      }),
    'review-by': date.optional().meta({
      description: 'The day by which somebody looks whether the decision still holds.',
      examples: ['2027-03-05'],
    }),
    'revisit-when': text.optional().meta({
      description: 'What would make the decision worth another look, in one sentence.',
      examples: ['A third service needs a queue.'],
    }),
    'provisional-until': date.optional().meta({
      description: 'The last day of a decision that was made for a time only.',
      examples: ['2026-09-30'],
    }),
    adopted: z
      .enum(ADOPTIONS)
      .optional()
      .meta({
        description:
          'How far the decision is carried out: a fact of its own, whatever the status says.',
        examples: ['partial'],
      }),
    'adopted-on': date.optional().meta({
      description:
        'The day since when `adopted` holds; of what is planned, the day by which it will be done.',
      examples: ['2026-04-01'],
    }),
  })
  .meta({ title: 'Decision record frontmatter' });

/** Frontmatter of a specification. */
export const specSchema = z
  .strictObject({
    title: z
      .string()
      .regex(/^Spec \d{4,}[a-z]?: \S.*$/)
      .meta({
        description: 'The word Spec, its number, a colon, and what it orders.',
        examples: ['Spec 0000: Write ADR-018'],
      }),
    description: description.optional(),
    status: status.optional(),
    date: date.optional().meta({
      description: 'The day the specification was written, as YYYY-MM-DD.',
      examples: ['2026-03-05'],
    }),
    'decision-makers': decisionMakers.optional(),
    'prompted-by': text.optional().meta({
      description: 'What made the work necessary, in one sentence.',
      examples: ['Credentials must reach application pods.'],
    }),
    tags: z
      .array(tag)
      .optional()
      .meta({ description: 'Topics in lower case, joined by hyphens.', examples: [['secrets']] }),
    checks: checksSchema.optional().meta({
      description:
        'Which validation steps a tool checks, by step number: one check, or a list of checks that must all hold.',
      examples: [{ 1: { 'file-exists': 'docs/adr/adr-018-secret-management-keyvault-eso.md' } }],
    }),
  })
  .meta({ title: 'Specification frontmatter' });

/** Frontmatter of a provenance record. Its facts stand in the bold-label lines below the title. */
export const provenanceSchema = z
  .strictObject({
    title: text.optional().meta({
      description: 'Title of the page (default: the first heading).',
      examples: ['Provenance: Spec 0000'],
    }),
    description: description.optional(),
  })
  .meta({ title: 'Provenance record frontmatter' });

/** The frontmatter schema of each kind. */
export const SCHEMAS = {
  adr: adrSchema,
  spec: specSchema,
  provenance: provenanceSchema,
} as const satisfies Record<RecordKind, z.ZodObject>;

/** Keys of a decision about when it is looked at again, and how far it is carried out. */
export const PLAN_KEYS = [
  'review-by',
  'revisit-when',
  'provisional-until',
  'adopted',
  'adopted-on',
] as const satisfies readonly (keyof AdrMetadata)[];

/** Keys of a decision that hold a day. */
export const DAY_KEYS = ['date', 'review-by', 'provisional-until', 'adopted-on'] as const;

export function isDayKey(key: string): boolean {
  return (DAY_KEYS as readonly string[]).includes(key);
}

export type AdrMetadata = z.infer<typeof adrSchema>;
/** A decision of which only some sections are meant. */
export type AdrInPart = z.infer<typeof adrInPart>;
export type SpecMetadata = z.infer<typeof specSchema>;
export type ProvenanceMetadata = z.infer<typeof provenanceSchema>;

/** One key that does not meet its schema. */
export interface MetadataIssue {
  readonly key: string;
  readonly kind: 'missing' | 'unknown' | 'invalid';
  /** Index of the offending item where the value is a list. */
  readonly index: number | undefined;
  readonly value: unknown;
  /** The schema's own issue, for `invalid`. */
  readonly issue: z.core.$ZodIssue | undefined;
}

/** What could be read of a record's frontmatter: every valid key, and an issue for each of the others. */
export interface MetadataReading<T> {
  /** Only keys that meet the schema; an absent key is unknown, never guessed. */
  readonly metadata: Partial<T>;
  readonly issues: readonly MetadataIssue[];
}

/** The keys of a schema, each with what is said of a record that lacks it: most lack half of them. */
const fieldsOf = perObject((schema: z.ZodObject) =>
  Object.entries(schema.shape).map(([key, shape]) => {
    const field = shape as z.ZodType;
    return { key, field, absent: field.safeParse(undefined) };
  }),
);

/** Reads each key on its own, so that one bad value hides no other. Never throws. */
export function readMetadata<T>(
  schema: z.ZodObject,
  data: Readonly<Record<string, unknown>>,
): MetadataReading<T> {
  const metadata: Record<string, unknown> = {};
  const issues: MetadataIssue[] = [];
  for (const { key, field, absent } of fieldsOf(schema)) {
    const value = data[key];
    const isAbsent = value === undefined || value === null;
    const parsed = isAbsent ? absent : field.safeParse(value);
    if (parsed.success) {
      if (parsed.data !== undefined) metadata[key] = parsed.data;
      continue;
    }
    for (const issue of parsed.error.issues) {
      const index = typeof issue.path[0] === 'number' ? issue.path[0] : undefined;
      const offending = index === undefined || !Array.isArray(value) ? value : value[index];
      issues.push({ key, kind: isAbsent ? 'missing' : 'invalid', index, value: offending, issue });
    }
  }
  for (const key of Object.keys(data)) {
    if (!Object.hasOwn(schema.shape, key)) {
      issues.push({ key, kind: 'unknown', index: undefined, value: data[key], issue: undefined });
    }
  }
  return { metadata: metadata as Partial<T>, issues };
}

/** JSON Schema (draft 2020-12) of a kind's frontmatter, for editors. */
export function frontmatterJsonSchema(kind: RecordKind): Record<string, unknown> {
  return z.toJSONSchema(SCHEMAS[kind], { target: 'draft-2020-12' }) as Record<string, unknown>;
}
