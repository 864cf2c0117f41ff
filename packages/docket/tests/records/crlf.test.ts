import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { corpusOfFiles, patchedFiles } from '../../src/engine/examples.ts';
import { lintCorpus } from '../../src/engine/lint.ts';
import { readConfigText } from '../../src/records/config-text.ts';
import type { Corpus } from '../../src/records/corpus.ts';
import { RULES } from '../../src/rules/index.ts';
import { ownSession, ROOT } from '../support/repository.ts';

const withCrlf = (text: string): string => text.replaceAll('\n', '\r\n');

/** What is found, by line; what is about line ends themselves is left out. */
const told = (corpus: Corpus): string[] =>
  lintCorpus(corpus)
    .filter(({ rule }) => rule !== 'line-ends')
    .map(({ rule, file, span, message }) =>
      [file, span.start.line, span.end.line, rule, message.replaceAll('\r', '')].join(' '),
    );

test('every bad example of every rule is found with Windows line ends, on the same lines', () => {
  const examples = RULES.flatMap(({ id, examples: { bad } }) =>
    bad.map((example) => ({ id, files: patchedFiles(example.patches) })),
  ).filter(({ files }) => [...files.values()].every((text) => !text.includes('\r')));
  expect(examples.length).toBeGreaterThan(100);
  const found = examples.map(({ id, files }) => [id, told(corpusOfFiles(files))]);
  const windows = examples.map(({ id, files }) => [
    id,
    told(corpusOfFiles(new Map([...files].map(([file, text]) => [file, withCrlf(text)])))),
  ]);
  expect(windows).toEqual(found);
});

test('the records of this repository say the same with Windows line ends', async () => {
  const { corpus } = await ownSession();
  const files = new Map(corpus.records.map(({ path: file, document }) => [file, document.text]));
  const windows = corpusOfFiles(new Map([...files].map(([file, text]) => [file, withCrlf(text)])));
  const unix = corpusOfFiles(files);
  const saidIn = ({ records }: Corpus) =>
    records.map(({ id, title, fields }) => ({
      ...{ id, title },
      values: Object.entries(fields).map(([name, { value }]) => [name, value]),
    }));
  expect(saidIn(windows)).toEqual(saidIn(unix));
  expect(told(windows)).toEqual(told(unix));
});

test('a configuration with Windows line ends says the same', () => {
  const text = readFileSync(path.join(ROOT, 'docket.config.json'), 'utf8');
  expect(readConfigText(withCrlf(text))).toEqual(readConfigText(text));
});
