import { z } from 'zod';
import { ADOPTIONS } from './adoption.ts';
import { RECORD_KINDS } from './layout.ts';
import { RELATION_TYPES } from './relation.ts';
import { STATUSES } from './status.ts';

/*
 * The published shape of records: what the site's API and the command line's JSON hold. A value that a record does not
 * state is `null`, never guessed. Keys may be added within a version; none changes its meaning or goes away.
 */

/** Version of the published shape. */
export const WIRE_VERSION = 1;

/** Version of the shape that holds every record whole. */
export const FULL_WIRE_VERSION = 2;

const id = z.string().meta({
  description:
    'Id of a record, with its log before it where there are several; its path where the file name has no number.',
  examples: ['ADR-018', 'SPEC-0000', 'PROVENANCE-0000', 'payments/ADR-012'],
});
const day = z.string().nullable().meta({ description: 'Calendar day, YYYY-MM-DD.' });
const text = z.string();

const log = text.optional().meta({
  description: 'Log it belongs to, where there are several; absent for the main one.',
  examples: ['payments'],
});

const summaryShape = {
  id,
  log,
  kind: z.enum(RECORD_KINDS),
  number: text.nullable().meta({ description: 'As the file name writes it.', examples: ['018'] }),
  title: text.meta({ description: 'Without the id.' }),
  description: text.nullable().meta({ description: 'The outcome in one sentence.' }),
  status: z.enum(STATUSES).nullable(),
  ratification: z.enum(['ratified', 'unratified', 'unknown']).optional().meta({
    description:
      'Whether a person has signed the text of an accepted decision; absent where nobody asks for that and nobody has. `unratified` does not count as accepted.',
  }),
  date: day,
  decisionMakers: z.array(text),
  tags: z.array(text),
  review: z
    .strictObject({ by: day, when: text.nullable(), provisionalUntil: day })
    .nullable()
    .meta({
      description:
        'When the decision is to be looked at again: a day, a condition, the last day of a provisional one. null where it says none of them.',
    }),
  adoption: z
    .strictObject({ state: z.enum(ADOPTIONS), on: day })
    .nullable()
    .meta({
      description:
        'How far it is carried out, beside its status: since `on`, or by then where it is planned.',
    }),
  path: text.meta({ description: 'File, relative to the root of the repository.' }),
  url: text.optional().meta({
    description: 'Address of the page: absolute where the site knows its own, else from its root.',
  }),
  markdownUrl: text.optional().meta({ description: 'Address of the text as Markdown.' }),
};

const relation = z.strictObject({
  type: z.enum(RELATION_TYPES),
  direction: z.enum(['out', 'in']).meta({ description: 'Whether this record states it.' }),
  label: text.meta({ description: 'As this record reads it.', examples: ['Required by'] }),
  id,
  exists: z.boolean().meta({ description: 'Whether the repository holds the other record.' }),
  sections: z.array(text).optional().meta({
    description: 'Sections of the older record that are superseded, where only those are.',
  }),
});

const outcome = z.enum(['pass', 'fail', 'not-run', 'not-applicable', 'manual', 'unknown']);

/** A record as lists give it. */
export const wireSummarySchema = z.strictObject(summaryShape).meta({ title: 'Record, in short' });

/** A record in full. */
export const wireRecordSchema = z
  .strictObject({
    ...summaryShape,
    promptedBy: text.nullable(),
    relations: z.array(relation),
    dependents: z.array(z.strictObject({ id, distance: z.int().min(1) })).meta({
      description: 'The nearest decisions that rest on this one, at most 100; 1 is direct.',
    }),
    chain: z.array(id).meta({
      description: 'Chain of supersession it belongs to, from the first to the current.',
    }),
    spec: id.nullable().meta({ description: 'Specification it was ordered by or is about.' }),
    decisions: z.array(id).meta({ description: 'Decisions that a specification ordered.' }),
    provenance: z.array(id),
    refersTo: z.array(id),
    referredToBy: z.array(id),
    options: z.array(
      z.strictObject({
        letter: text,
        name: text,
        chosen: z.boolean(),
        summary: text,
        pros: z.array(text),
        cons: z.array(text),
      }),
    ),
    risks: z.array(z.strictObject({ name: text, text, mitigation: text.nullable() })),
    agentDecisions: z.array(z.strictObject({ decision: text, rationale: text, acceptable: text })),
    governs: z
      .array(
        z.strictObject({
          files: text.meta({ description: 'A pattern, counted from the root of the repository.' }),
          isException: z.boolean().meta({
            description: 'Whether it takes files out that the patterns before it took in.',
          }),
          asksForAcknowledgement: z.boolean().meta({
            description: 'Whether a change of these files has to name the decision.',
          }),
        }),
      )
      .meta({ description: 'The files that a decision says it governs, in order.' }),
    steps: z
      .array(z.strictObject({ number: z.int(), text }))
      .meta({ description: 'Validation steps of a specification.' }),
    results: z
      .array(z.strictObject({ number: z.int(), step: text, outcome, details: text }))
      .meta({ description: 'Validation results of a provenance record.' }),
    artifacts: z.array(z.strictObject({ path: text, status: text })),
  })
  .meta({ title: 'Record' });

const version = z.literal(WIRE_VERSION);

/** The list of all records. */
export const wireRecordsSchema = z
  .strictObject({ version, records: z.array(wireSummarySchema) })
  .meta({ title: 'Records' });

/** One record by itself. */
export const wireRecordFileSchema = z
  .strictObject({ version, record: wireRecordSchema })
  .meta({ title: 'A record' });

/** The graph of decisions. */
export const wireGraphSchema = z
  .strictObject({
    version,
    nodes: z.array(
      z.strictObject({
        id,
        log,
        title: text,
        status: summaryShape.status,
        date: day,
        tags: z.array(text),
        url: summaryShape.url,
      }),
    ),
    edges: z.array(
      z.strictObject({
        from: id,
        to: id,
        type: z.enum(['supersedes', 'amends', 'refines', 'depends-on', 'related']).meta({
          description: 'Supersession is one edge, from the later decision to the earlier.',
        }),
        partly: z.literal(true).optional().meta({
          description: 'Where the later decision supersedes a part of the earlier.',
        }),
      }),
    ),
  })
  .meta({ title: 'Graph of decisions' });

/** What a field says in the record's own words, and where; `null` where the record does not state it. */
const statedField = z
  .strictObject({
    written: text.meta({ description: 'As the reader sees it, without markup.' }),
    source: z.enum([
      'yaml',
      'table',
      'bullet',
      'label',
      'heading',
      'section',
      'changelog',
      'attribute',
      'file-name',
    ]),
  })
  .nullable();

/** Every record whole, whatever its dialect. */
export const wireFullSchema = z
  .strictObject({
    version: z.literal(FULL_WIRE_VERSION),
    records: z.array(
      wireRecordSchema.extend({
        relations: z.array(
          z.strictObject({
            type: z.enum(RELATION_TYPES),
            direction: z.enum(['out', 'in']).meta({
              description: 'Whether the relation leads from this record or to it.',
            }),
            id,
            path: text.nullable().meta({
              description: 'The other record; null where the repository does not hold it.',
            }),
            partly: z.boolean().meta({ description: 'Whether only a part is superseded.' }),
          }),
        ),
        fields: z
          .strictObject({
            title: statedField,
            status: statedField,
            date: statedField,
            decisionMakers: statedField,
            tags: statedField,
            reviewBy: statedField,
            revisitWhen: statedField,
            provisionalUntil: statedField,
            adopted: statedField,
            adoptedOn: statedField,
          })
          .meta({ description: 'How and where the record writes its fields.' }),
      }),
    ),
    logs: z
      .array(
        z.strictObject({
          folder: text,
          foundBy: z.enum(['configuration', 'other tool', 'well-known folder', 'content']),
          records: z.int().min(0),
          leftOut: z.array(
            z.strictObject({
              path: text,
              reason: z.enum(['index', 'template', 'annex', 'no decision']),
            }),
          ),
        }),
      )
      .meta({ description: 'The folders of decisions that were found, and the files left out.' }),
  })
  .meta({ title: 'Records, in full' });

/** Every record whole, as published. */
export type WireFull = z.infer<typeof wireFullSchema>;
/** A record in short, as published. */
export type WireSummary = z.infer<typeof wireSummarySchema>;
/** A record in full, as published. */
export type WireRecord = z.infer<typeof wireRecordSchema>;
/** The document with every record in short. */
export type WireRecords = z.infer<typeof wireRecordsSchema>;
/** The document of one record in full. */
export type WireRecordFile = z.infer<typeof wireRecordFileSchema>;
/** The document of decisions and the relations between them. */
export type WireGraph = z.infer<typeof wireGraphSchema>;

/** The published documents, by the name of their schema. */
export const WIRE_SCHEMAS = {
  records: wireRecordsSchema,
  record: wireRecordFileSchema,
  graph: wireGraphSchema,
  'records-full': wireFullSchema,
} as const;

/** JSON Schema (draft 2020-12) of a published document. */
export function wireJsonSchema(name: keyof typeof WIRE_SCHEMAS): Record<string, unknown> {
  return z.toJSONSchema(WIRE_SCHEMAS[name], { target: 'draft-2020-12' }) as Record<string, unknown>;
}
