import { expect, test } from 'vitest';
import { corpusOfFiles, patchedFiles } from '../../src/engine/examples.ts';
import { lintRecord } from '../../src/engine/remark.ts';
import { alertOf } from '../../src/records/alert.ts';
import { parseMarkdown } from '../../src/records/markdown.ts';
import { nodesOf } from '../../src/records/nodes.ts';
import { NEW_ADR } from '../../src/rules/support/example-base.ts';

const kindsOf = (text: string) =>
  nodesOf(parseMarkdown(text)).quotes.map((quote) => alertOf(quote, text)?.kind);

test.each([
  ['> [!NOTE]\n> Text.', ['note']],
  ['> [!tip]  \n> Text.', ['tip']],
  ['> [!Important]\n>\n> Text.', ['important']],
  ['> [!WARNING]\n> - A list\n>\n> ```\n> code\n> ```', ['warning']],
  ['> [!CAUTION]\n> **Bold** first.', ['caution']],
  ['- > [!NOTE]\n  > In a list.', ['note']],
  ['> [!NOTE] Text on the line.\n> More.', [undefined]],
  ['> [!NOTE] *Text* on the line.', [undefined]],
  ['> [!NOTE]', [undefined]],
  ['> [!DANGER]\n> Text.', [undefined]],
  ['> Text.\n> [!NOTE]', [undefined]],
  ['> \\[!NOTE]\n> Text.', [undefined]],
])('%j is an alert: %j', (text, kinds) => {
  expect(kindsOf(text)).toEqual(kinds);
});

test('no rule advises a backslash before the mark of an alert', () => {
  const at = { change: NEW_ADR, from: '## Decision\n' } as const;
  const lint = (text: string) => {
    const corpus = corpusOfFiles(patchedFiles([{ ...at, to: `${text}\n\n## Decision\n` }]));
    const record = corpus.byPath(NEW_ADR);
    return record ? lintRecord(record, corpus).map(({ rule }) => rule) : ['no record'];
  };
  expect(lint('> [!NOTE]\n> Text.')).toEqual([]);
  expect(lint('> [!warning]\n> Text.')).toEqual([]);
  expect(lint('> [!nothing]\n> Text.')).toEqual(['remark-lint:no-undefined-references']);
});
