import { expect, test } from 'vitest';
import { corpusOfFiles, patchedFiles } from '../../src/engine/examples.ts';
import { lintCorpus } from '../../src/engine/lint.ts';
import { messageOf } from '../../src/records/finding.ts';
import { NEW_ADR } from '../../src/rules/support/example-base.ts';

const lint = (comment: string) =>
  lintCorpus(
    corpusOfFiles(
      patchedFiles([
        {
          change: NEW_ADR,
          from: '## Context\n',
          to: `## Context\n\n${comment}\n\nSee [here](https://example.com).\n`,
        },
      ]),
    ),
  ).map((finding) => `${finding.rule}: ${messageOf(finding)}`);

const HEARD = 'link-text: Unexpected link text `here`, expected the name of what it leads to';

test('a comment with a rule and a reason silences the next line', () => {
  expect(lint('<!-- docket-disable-next-line link-text -- as the vendor has it -->')).toEqual([]);
});

test.each(['docket-disable', 'docket-disable-line', 'docket-ignore', 'docket-enable'])(
  'a comment `%s`, which would silence nothing, is an error',
  (word) => {
    expect(lint(`<!-- ${word} link-text -- a reason -->`)).toEqual([
      `disable-reason: Unexpected comment \`${word}\`, expected \`docket-disable-next-line\``,
      HEARD,
    ]);
  },
);

test.each([
  '<!-- docketed: disable nothing -->',
  'Write `docket-disable` for nothing.',
  '```html\n<!-- docket-disable -->\n```',
])('no comment of the linter: %s', (text) => {
  expect(lint(text)).toEqual([HEARD]);
});
