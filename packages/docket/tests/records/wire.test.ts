import { expect, test } from 'vitest';
import { corpusOfFiles, patchedFiles } from '../../src/engine/examples.ts';
import type { DocketRecord } from '../../src/records/record.ts';
import { wireGraph, wireRecordFile, wireRecords } from '../../src/records/wire.ts';
import { WIRE_SCHEMAS } from '../../src/records/wire-schema.ts';
import { NEW_ADR, PROVENANCE, SPEC } from '../../src/rules/support/example-base.ts';

const corpus = corpusOfFiles(patchedFiles([]));
const at = (path: string): DocketRecord => {
  const record = corpus.byPath(path);
  if (!record) throw new Error(`the example repository has no ${path}`);
  return record;
};

test('every published document meets its schema, with and without addresses', () => {
  expect(corpus.records.length).toBeGreaterThan(3);
  for (const address of [undefined, (record: DocketRecord) => ({ url: `/x/${record.name}/` })]) {
    WIRE_SCHEMAS.records.parse(wireRecords(corpus.records, address));
    WIRE_SCHEMAS.graph.parse(wireGraph(corpus, address));
    for (const record of corpus.records) {
      WIRE_SCHEMAS.record.parse(wireRecordFile(corpus, record, address));
    }
  }
});

test('a decision carries its metadata, its relations both ways and its source', () => {
  const { record } = wireRecordFile(corpus, at(NEW_ADR), () => ({ url: '/adr/x/' }));
  expect(record).toMatchObject({
    id: 'ADR-002',
    kind: 'adr',
    number: '002',
    status: 'Accepted',
    url: '/adr/x/',
    relations: [
      { type: 'supersedes', direction: 'out', label: 'Supersedes', id: 'ADR-001', exists: true },
      { type: 'superseded-by', direction: 'in', label: 'Supersedes', id: 'ADR-001', exists: true },
    ],
    chain: ['ADR-001', 'ADR-002'],
    spec: 'SPEC-0001',
    provenance: ['PROVENANCE-0001'],
    refersTo: ['ADR-001', 'SPEC-0001'],
  });
  expect(record.options.filter(({ chosen }) => chosen)).toHaveLength(1);
});

test('specification and provenance carry steps and results; what is not stated is null', () => {
  const spec = wireRecordFile(corpus, at(SPEC)).record;
  expect(spec.decisions).toEqual(['ADR-002']);
  expect(spec.steps.length).toBeGreaterThan(0);
  expect(spec).not.toHaveProperty('url');
  const provenance = wireRecordFile(corpus, at(PROVENANCE)).record;
  expect(provenance).toMatchObject({ status: null, date: null, spec: 'SPEC-0001' });
  expect(provenance.results.map(({ number }) => number)).toEqual(
    spec.steps.map(({ number }) => number),
  );
  expect(provenance.artifacts.map(({ path }) => path)).toContain(NEW_ADR);
});

test('a decision carries what it governs, in order', () => {
  const governing = corpusOfFiles(
    patchedFiles([
      {
        change: NEW_ADR,
        from: 'spec: SPEC-0001',
        to: 'spec: SPEC-0001\ngoverns: [src, "!src/old", { files: infra, require: acknowledgement }]',
      },
    ]),
  );
  const adr = governing.byPath(NEW_ADR);
  if (!adr) throw new Error('No decision');
  const file = WIRE_SCHEMAS.record.parse(wireRecordFile(governing, adr));
  expect(file.record.governs).toEqual([
    { files: 'src', isException: false, asksForAcknowledgement: false },
    { files: 'src/old', isException: true, asksForAcknowledgement: false },
    { files: 'infra', isException: false, asksForAcknowledgement: true },
  ]);
});

test('the graph holds each supersession once, from the later to the earlier', () => {
  expect(wireGraph(corpus).edges).toEqual([{ from: 'ADR-002', to: 'ADR-001', type: 'supersedes' }]);
});
