import { expect, test } from 'vitest';
import { corpusOfFiles, patchedFiles } from '../../src/engine/examples.ts';
import { lintRecord } from '../../src/engine/remark.ts';
import { NEW_ADR } from '../../src/rules/support/example-base.ts';

test('a disable comment of remark-lint silences no Docket rule', () => {
  const corpus = corpusOfFiles(
    patchedFiles([
      { change: NEW_ADR, from: 'status: Accepted', to: 'status: Acepted' },
      { change: NEW_ADR, from: '## Context\n', to: '## Context\n\n<!--lint disable-->\n' },
    ]),
  );
  const record = corpus.byPath(NEW_ADR);
  expect(record && lintRecord(record, corpus).map((finding) => finding.rule)).toContain(
    'status-known',
  );
});
