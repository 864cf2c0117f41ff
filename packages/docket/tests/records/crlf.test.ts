import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { corpusOfFiles, type FileMap, patchedFiles } from '../../src/engine/examples.ts';
import { judge } from '../../src/engine/judge.ts';
import { readConfigText } from '../../src/records/config-text.ts';
import type { Corpus } from '../../src/records/corpus.ts';
import type { DocketRecord } from '../../src/records/record.ts';
import { RULES } from '../../src/rules/index.ts';
import { EXAMPLE_BASE } from '../../src/rules/support/example-base.ts';
import { ownSession, ROOT } from '../support/repository.ts';

const withCrlf = (text: string): string => text.replaceAll('\n', '\r\n');

/** Files of the example repository, those with Windows line ends that an example changes. */
const changedWithCrlf = (files: FileMap): FileMap =>
  new Map(
    [...files].map(([file, text]) => [
      file,
      EXAMPLE_BASE.get(file) === text ? text : withCrlf(text),
    ]),
  );

/** What is found, by line; what is about line ends themselves is left out. */
const told = (corpus: Corpus): string[] =>
  judge(corpus)
    .filter(({ rule }) => rule !== 'line-ends')
    .map(({ rule, file, span, message }) =>
      [file, span.start.line, span.end.line, rule, message.replaceAll('\r', '')].join(' '),
    );

test('every bad example of every rule is found with Windows line ends, on the same lines', {
  timeout: 60_000,
}, () => {
  const examples = RULES.flatMap(({ id, examples: { bad } }) =>
    bad.map((example) => ({ id, files: patchedFiles(example.patches) })),
  ).filter(({ files }) => [...files.values()].every((text) => !text.includes('\r')));
  expect(examples.length).toBeGreaterThan(100);
  const found = examples.map(({ id, files }) => [id, told(corpusOfFiles(files))]);
  const windows = examples.map(({ id, files }) => [
    id,
    told(corpusOfFiles(changedWithCrlf(files))),
  ]);
  expect(windows).toEqual(found);
});

/** What a record says of itself. */
const facts = ({ id, title, fields }: DocketRecord) => ({
  id,
  title,
  fields: Object.entries(fields).map(([name, field]) => [name, field.value, field.written]),
});

test('the records of this repository say the same with Windows line ends', async () => {
  const { corpus } = await ownSession();
  const files = new Map(corpus.records.map(({ path: file, document }) => [file, document.text]));
  const windows = corpusOfFiles(new Map([...files].map(([file, text]) => [file, withCrlf(text)])));
  const unix = corpusOfFiles(files);
  expect(windows.records.map(facts)).toEqual(unix.records.map(facts));
  expect(told(windows)).toEqual(told(unix));
});

test('a configuration with Windows line ends says the same', () => {
  const text = readFileSync(path.join(ROOT, 'docket.config.json'), 'utf8');
  expect(readConfigText(withCrlf(text))).toEqual(readConfigText(text));
});
