import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { schemaFiles } from '../../scripts/support/schema-files.ts';
import { ROOT } from '../support/repository.ts';

test('the committed schemas are those of the model; `pnpm generate` writes them', () => {
  const files = schemaFiles();
  expect(files.map(({ file }) => file)).toEqual([
    'schemas/adr.schema.json',
    'schemas/spec.schema.json',
    'schemas/provenance.schema.json',
    'schemas/config.schema.json',
    'schemas/lint-report.schema.json',
    'schemas/attestation.schema.json',
    'schemas/api/records.schema.json',
    'schemas/api/record.schema.json',
    'schemas/api/graph.schema.json',
  ]);
  for (const { file, text } of files) {
    expect(readFileSync(path.join(ROOT, file), 'utf8'), file).toBe(text);
  }
});

test('an editor learns every key with its meaning, and which are required', () => {
  const [adr] = schemaFiles().map(({ text }) => JSON.parse(text));
  expect(adr.required).toEqual([
    'title',
    'description',
    'status',
    'date',
    'decision-makers',
    'prompted-by',
    'tags',
  ]);
  expect(adr.additionalProperties).toBe(false);
  expect(adr.properties.status.enum).toEqual([
    'Proposed',
    'Accepted',
    'Rejected',
    'Deprecated',
    'Superseded',
  ]);
  for (const [key, property] of Object.entries(adr.properties)) {
    expect((property as { description?: string }).description, key).toMatch(/\.$/);
  }
});
