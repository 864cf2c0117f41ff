import {
  SCHEMA_PATH,
  statementJsonSchema,
} from '../../packages/docket/src/evidence/statement-schema.ts';
import { configJsonSchema } from '../../packages/docket/src/records/config.ts';
import { RECORD_KINDS } from '../../packages/docket/src/records/layout.ts';
import { frontmatterJsonSchema } from '../../packages/docket/src/records/schema.ts';
import { WIRE_SCHEMAS, wireJsonSchema } from '../../packages/docket/src/records/wire-schema.ts';
import { governedJsonSchema } from '../../packages/docket/src/report/governed-schema.ts';
import { lintJsonSchema } from '../../packages/docket/src/report/json-schema.ts';
import { verifyJsonSchema } from '../../packages/docket/src/report/verification-schema.ts';

/** A generated file: its path below the root and its text. */
export interface GeneratedFile {
  readonly file: string;
  readonly text: string;
}

/**
 * The JSON Schemas as they are committed in `packages/docket/schemas/`: of the frontmatter of each kind, of the configuration,
 * of the reports of `docket lint`, `docket check` and `docket verify`, and of the documents that the site publishes.
 */
export function schemaFiles(): GeneratedFile[] {
  return [
    ...RECORD_KINDS.map((kind) => file(`${kind}.schema.json`, frontmatterJsonSchema(kind))),
    file('config.schema.json', configJsonSchema()),
    file('lint-report.schema.json', lintJsonSchema()),
    file('check-report.schema.json', governedJsonSchema()),
    file('verify-report.schema.json', verifyJsonSchema()),
    file(SCHEMA_PATH.replace('schemas/', ''), statementJsonSchema()),
    ...(Object.keys(WIRE_SCHEMAS) as (keyof typeof WIRE_SCHEMAS)[]).map((name) =>
      file(`api/${name}.schema.json`, wireJsonSchema(name)),
    ),
  ];
}

function file(name: string, schema: Record<string, unknown>): GeneratedFile {
  return { file: `packages/docket/schemas/${name}`, text: `${JSON.stringify(schema, null, 2)}\n` };
}
