import { unified } from 'unified';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { corpusOfFiles, judgeExample, patchedFiles } from '../../src/engine/examples.ts';
import { judgeRecord } from '../../src/engine/judge.ts';
import { docketPlugins, lintRecord } from '../../src/engine/remark.ts';
import { kindOfPath } from '../../src/records/layout.ts';
import { RULES } from '../../src/rules/index.ts';
import { NEW_ADR } from '../../src/rules/support/example-base.ts';

const broken = RULES.flatMap((rule) => {
  const example = rule.examples.bad.find(({ finds }) => kindOfPath(finds[0]?.file ?? ''));
  return example ? [{ id: rule.id, rule, example }] : [];
});

test.each(broken)(
  '$id says the same through remark-lint as when asked directly',
  async ({ id, rule, example }) => {
    const { corpus, options } = judgeExample(rule, example);
    const direct = corpus.records.flatMap((record) => judgeRecord(record, corpus, options));
    const through: string[] = [];
    for (const record of corpus.records) {
      const processor = unified().use(docketPlugins(() => ({ record, corpus, options }), []));
      const file = new VFile({ path: record.path, value: record.document.text });
      await processor.run(processor.parse(file), file);
      for (const { ruleId, reason, place, note } of file.messages) {
        const span = place && 'start' in place ? place : undefined;
        through.push(JSON.stringify([record.path, ruleId, reason, note, span]));
      }
    }
    const key = ({ file, rule, message, help, span }: (typeof direct)[number]) =>
      JSON.stringify([file, rule, message, help, span]);
    expect(through.sort()).toEqual(direct.map(key).sort());
    expect(direct.map((finding) => finding.rule)).toContain(id);
  },
);

test('an editor gets the findings on the text it holds', async () => {
  const patches = [{ change: NEW_ADR, from: 'status: Accepted', to: 'status: Acepted' }];
  const corpus = corpusOfFiles(patchedFiles(patches));
  const record = corpus.byPath(NEW_ADR);
  if (!record) throw new Error('the example repository has this record');
  const processor = unified().use(docketPlugins(() => ({ record, corpus })));
  const file = new VFile({ path: NEW_ADR, value: record.document.text });
  await processor.run(processor.parse(file), file);
  expect(
    file.messages.map(({ source, ruleId, reason, line, column, fatal, note }) => ({
      source,
      ruleId,
      reason,
      line,
      column,
      fatal,
      note,
    })),
  ).toMatchInlineSnapshot(`
    [
      {
        "column": 9,
        "fatal": true,
        "line": 4,
        "note": "write \`Accepted\`",
        "reason": "Unexpected status \`Acepted\`, expected \`Proposed\`, \`Accepted\`, \`Rejected\`, \`Deprecated\` or \`Superseded\`",
        "ruleId": "status-known",
        "source": "docket",
      },
    ]
  `);
});

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
