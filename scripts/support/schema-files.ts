import { RECORD_KINDS } from '../../src/records/layout.ts';
import { frontmatterJsonSchema } from '../../src/records/schema.ts';

/** A generated file: its path below the root and its text. */
export interface GeneratedFile {
  readonly file: string;
  readonly text: string;
}

/** The JSON Schema of the frontmatter of each kind, as it is committed in `schemas/`. */
export function schemaFiles(): GeneratedFile[] {
  return RECORD_KINDS.map((kind) => ({
    file: `schemas/${kind}.schema.json`,
    text: `${JSON.stringify(frontmatterJsonSchema(kind), null, 2)}\n`,
  }));
}
