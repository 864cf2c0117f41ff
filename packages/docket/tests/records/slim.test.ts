import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { patchedFiles } from '../../src/engine/examples.ts';
import { NO_CONVENTIONS } from '../../src/records/conventions.ts';
import { readRecord } from '../../src/records/record.ts';
import { slimRecord } from '../../src/records/slim.ts';
import { ownSession, ROOT } from '../support/repository.ts';

const { corpus } = await ownSession();
const torture = readFileSync(path.join(ROOT, 'packages/docket/tests/fixtures/torture.md'), 'utf8');
const strange = [
  { path: 'docs/adr/adr-001-torture.md', text: torture },
  { path: 'docs/adr/adr-002-empty.md', text: '' },
  { path: 'docs/adr/adr-003-open.md', text: '---\ntitle: "ADR-003: Open"\n' },
  { path: 'docs/adr/adr-004-bad.md', text: '---\ntitle: [\n---\n\n## Context\n' },
  { path: 'docs/adr/adr-005-keys.md', text: '---\nstatus: Done\nwho: me\n---\n\n## Context\n' },
  { path: 'docs/adr/adr-006-deep.md', text: `${'> '.repeat(150)}x\n` },
];
const whole = [
  ...corpus.records,
  ...[...patchedFiles([])].flatMap(([file, text]) => {
    const kind = file.includes('/adr-') ? 'adr' : file.includes('/spec-') ? 'spec' : undefined;
    return kind ? [readRecord(kind, { path: file, text })] : [];
  }),
  ...strange.map((file) => readRecord('adr', file)),
];

test('there are records of every kind to compare', () => {
  expect(new Set(whole.map(({ kind }) => kind))).toEqual(new Set(['adr', 'spec', 'provenance']));
  expect(whole.length).toBeGreaterThan(40);
});

test.each(whole.map((record) => [record.path, record] as const))(
  '%s says the same without its tree',
  (_path, record) => {
    const slim = slimRecord(record, NO_CONVENTIONS);
    expect(slim).toEqual(record);
    expect(slim.document).not.toBe(record.document);
  },
);

test('what is read again is read once', () => {
  const slim = slimRecord(whole[0] as (typeof whole)[number], NO_CONVENTIONS);
  expect(slim.document.tree).toBe(slim.document.tree);
  expect(slim.outline.all).toBe(slim.outline.all);
  expect(slim.body).toBe(slim.body);
});
