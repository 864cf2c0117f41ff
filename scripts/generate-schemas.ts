import { mkdirSync, writeFileSync } from 'node:fs';
import { root } from './support/root.ts';
import { schemaFiles } from './support/schema-files.ts';

// The JSON Schemas of the frontmatter, for editors, from the Zod schemas of the model.
mkdirSync(`${root}/packages/docket/schemas/api`, { recursive: true });
for (const { file, text } of schemaFiles()) {
  writeFileSync(`${root}/${file}`, text);
  process.stdout.write(`Wrote ${file}\n`);
}
