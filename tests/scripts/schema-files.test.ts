import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { predicateType, SCHEMA_PATH } from '../../packages/docket/src/evidence/statement-schema.ts';
import { ROOT } from '../../packages/docket/tests/support/repository.ts';
import { schemaFiles } from '../../scripts/support/schema-files.ts';

test('the committed schemas are those of the model; `pnpm generate` writes them', () => {
  const files = schemaFiles();
  expect(files.map(({ file }) => file)).toEqual([
    'packages/docket/schemas/adr.schema.json',
    'packages/docket/schemas/spec.schema.json',
    'packages/docket/schemas/provenance.schema.json',
    'packages/docket/schemas/config.schema.json',
    'packages/docket/schemas/lint-report.schema.json',
    'packages/docket/schemas/check-report.schema.json',
    'packages/docket/schemas/verify-report.schema.json',
    'packages/docket/schemas/attestation/v1.schema.json',
    'packages/docket/schemas/api/records.schema.json',
    'packages/docket/schemas/api/record.schema.json',
    'packages/docket/schemas/api/graph.schema.json',
    'packages/docket/schemas/api/records-full.schema.json',
  ]);
  for (const { file, text } of files) {
    expect(readFileSync(path.join(ROOT, file), 'utf8'), file).toBe(text);
  }
});

test('the type of an attestation is the address at which a site publishes its schema', () => {
  expect(predicateType('https://docs.example.org/team/')).toBe(
    `https://docs.example.org/team/${SCHEMA_PATH}`,
  );
  // A site without TLS, or none, has no address that may be a type.
  for (const site of [undefined, 'http://docs.example.org']) {
    expect(predicateType(site)).toBe(`https://docket.example/${SCHEMA_PATH}`);
  }
  expect(existsSync(path.join(ROOT, 'packages/starlight-docket/routes', `${SCHEMA_PATH}.ts`))).toBe(
    true,
  );
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
