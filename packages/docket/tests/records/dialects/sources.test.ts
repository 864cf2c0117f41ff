import { expect, test } from 'vitest';
import { ownLabel } from '../../../src/records/dialects/file-name.ts';
import { fieldsOf, shortOf } from './read.ts';

test.each([
  ['docs/adr/0001-users.md', undefined],
  ['docs/adr/ADR-001-Users.md', undefined],
  ['docs/adr/adr12.md', undefined],
  ['docs/adr/users.md', undefined],
  ['adr/operator/ODH-ADR-Operator-0001-users.md', 'ODH-ADR-Operator-0001'],
  ['docs/rfcs/RFC-7_users.md', 'RFC-7'],
  ['docs/madr/decisions/103-users.md', 'MADR-103'],
  ['docs/rfcs/0007-users/README.md', 'RFC-0007'],
  ['docs/decisions/0007-users.md', undefined],
  ['.archgate/adrs/ARCH-001-users.md', 'ARCH-001'],
])('the folder calls %s by the name %s of its own', (path, label) => {
  expect(ownLabel(path)).toBe(label);
});

test('YAML: MADR, Jekyll and values in the braces of a template', () => {
  const text = [
    '---',
    '# These are optional elements. Feel free to remove any of them.',
    'parent: Decisions',
    'status: {accepted}',
    'date: { 2024-05-02 }',
    'decision-makers: "@ada, @grace"',
    'informed: {list everyone who hears of it, in one way}',
    '---',
    '',
    '# Keep queues in Redis',
  ].join('\n');
  expect(shortOf(text)).toEqual({
    title: 'Keep queues in Redis <Keep queues in Redis> heading',
    number: '0001 <0001> file-name',
    status: 'Accepted <accepted> yaml',
    date: '2024-05-02 <2024-05-02> yaml',
    decisionMakers: '@ada,@grace <@ada, @grace> yaml',
  });
});

test('what looks like a tag is none in YAML', () => {
  expect(shortOf('---\ntitle: "Use Span<T> at last"\n---\n')['title']).toBe(
    'Use Span<T> at last <Use Span<T> at last> yaml',
  );
});

test.each([
  [
    '> A decision may be "proposed", or "accepted"; later "deprecated".\n\n{Proposed|Accepted}',
    undefined,
  ],
  ['Supercedes [13. Proxy](0013-proxy.md)', undefined],
  [
    'Supercedes [13. Proxy](0013-proxy.md)\n\nSuperceded by [15. Kong](0015-kong.md)',
    'Superseded <Superceded by 15. Kong> section',
  ],
  ['Depends on funding', 'undefined <Depends on funding> section'],
])('a status section that tells of other things: %s', (text, status) => {
  expect(shortOf(`# A\n\n## Status\n\n${text}\n`)['status']).toBe(status);
});

test('YAML that is none is read line by line', () => {
  const text = '---\nstatus: accepted\ndeciders: @ada, @grace\n---\n# Title\n';
  expect(shortOf(text)).toMatchObject({
    status: 'Accepted <accepted> yaml',
    decisionMakers: '@ada,@grace <@ada, @grace> yaml',
  });
});

test('a title that became a comment of the frontmatter', () => {
  const text =
    '---\n# Split the samples\n\nstatus: accepted\n---\n\n## Context\n\ntext\n\n# Later\n';
  expect(shortOf(text)['title']).toBe('Split the samples <Split the samples> heading');
  expect(
    shortOf('---\n# Metadata of the record:\nstatus: accepted\n---\n\n## Context\n')['title'],
  ).toBeUndefined();
});

test.each([
  [
    'an empty header',
    '|   |   |\n|---|---|\n| Date | 2024-02-01 |\n| Status | Approved |\n| Supersedes | N/A |',
  ],
  [
    'a header of names',
    '| Field | Value |\n|---|---|\n| **Date** | 2024-02-01 |\n| **Status:** | Approved |',
  ],
  ['a row as header', '| Date | 2024-02-01 |\n|---|---|\n| Status | Approved |'],
  ['two rows', '| Status | Approved |\n|---|---|\n| Date | 2024-02-01 |'],
  ['a status that could be a label', '| Status | Accepted |\n|---|---|\n| Date | 2024-02-01 |'],
  ['labels across', '| Status | Date | Owner |\n|---|---|---|\n| Approved | 2024-02-01 | Ada |'],
])('a table at the top with %s', (_, table) => {
  expect(shortOf(`# Title\n\n${table}\n\n## What\n`)).toMatchObject({
    status: expect.stringMatching(/^Accepted <(?:Approved|Accepted)> table$/),
    date: '2024-02-01 <2024-02-01> table',
  });
});

test.each([
  '* Status: accepted\n* Date: 2024-02-01\n* Deciders: Ada, Grace',
  '- **Status**: accepted\n- **Date:** 2024-02-01\n- **Decider(s)**: Ada, Grace',
  '- status: accepted\n- Date 2024-02-01\n- Decision Makers:\n  - Ada\n  - Grace',
])('bullets: %s', (list) => {
  expect(shortOf(`# Title\n\n${list}\n\n## Context\n`)).toMatchObject({
    status: 'Accepted <accepted> bullet',
    date: '2024-02-01 <2024-02-01> bullet',
    decisionMakers: 'Ada,Grace <Ada, Grace> bullet',
  });
});

test.each([
  '**Status:** Accepted\n**Date**: 2024-02-01',
  'Status: Accepted\n\nDate: 2024-02-01',
  '**Status:** Accepted | **Date:** 2024-02-01',
  'Status - Accepted\\\nDate 2024-02-01',
  '> **Status:** Accepted\n>\n> **Date:** 2024-02-01',
])('labelled lines: %s', (lines) => {
  expect(shortOf(`# Title\n\n${lines}\n\n## Context\n`)).toMatchObject({
    status: 'Accepted <Accepted> label',
    date: '2024-02-01 <2024-02-01> label',
  });
});

test('sections, after a contents list and at the end of the file', () => {
  const text = [
    '# 7. Title',
    '',
    '- [Context](#context)',
    '- [Status](#status)',
    '',
    '## Context',
    '',
    'Status: this line belongs to the text.',
    '',
    '## Status',
    '',
    '** Approved **',
    '',
    '## Date',
    '',
    '12 March 2024',
    '',
    '## Deciders',
    '',
    '- Ada',
    '- Grace',
  ].join('\n');
  expect(shortOf(text)).toMatchObject({
    status: 'Accepted <** Approved **> section',
    date: '2024-03-12 <12 March 2024> section',
    decisionMakers: 'Ada,Grace <Ada, Grace> section',
  });
});

test('the several lines that adr-tools writes below Status', () => {
  const text =
    '# 3. A\n\nDate: 2020-01-02\n\n## Status\n\nAccepted\n\nSuperseded by [9. B](0009-b.md)\n';
  expect(shortOf(text, 'adr/0003-a.md')['status']).toBe('Superseded <Superseded by 9. B> section');
});

test('other fields below Status', () => {
  const text = '# A\n\n## Status\n\nDate: 2024-01-02\n\nDeciders: Ada\n\nAccepted: see below\n';
  expect(shortOf(text)).toMatchObject({
    status: 'Accepted <Accepted: see below> section',
    date: '2024-01-02 <2024-01-02> section',
    decisionMakers: 'Ada <Ada> section',
  });
});

test('a checked box among the choices', () => {
  expect(
    shortOf('# A\n\n## Status\n\n- [ ] Proposed\n- [x] Rejected\n- [ ] Accepted\n')['status'],
  ).toBe('Rejected <Rejected> section');
});

test('a changelog counts where nothing else does', () => {
  const log = '## Changelog\n\n- 2023-01-01: proposed\n- 2023-02-03: accepted by the team\n';
  expect(shortOf(`# A\n\n${log}`)).toMatchObject({
    status: 'Accepted <accepted by the team> changelog',
    date: '2023-02-03 <2023-02-03> changelog',
  });
  expect(shortOf(`# A\n\nStatus: Rejected\n\n${log}`)['status']).toBe('Rejected <Rejected> label');
});

test('CRLF, a second H1 and a heading in place of a title', () => {
  expect(shortOf('# A\r\n\r\n* Status: accepted\r\n\r\n# Context\r\n')).toMatchObject({
    title: 'A <A> heading',
    status: 'Accepted <accepted> bullet',
  });
  expect(shortOf('## Context\n\ntext\n\n# Appendix\n')['title']).toBeUndefined();
  expect(shortOf('## ADR-12: Use queues\n\ntext\n', 'adr/x.md')).toMatchObject({
    title: 'Use queues <ADR-12: Use queues> heading',
    number: '12 <ADR-12: Use queues> heading',
  });
});

test('what a template leaves is no value', () => {
  const text = [
    '# {short title of solved problem and solution}',
    '',
    '* Status: {proposed | rejected | accepted}',
    '* Deciders: [list everyone involved in the decision]',
    '* Date: [YYYY-MM-DD when the decision was last updated] <!-- such as 2020-01-01 -->',
  ].join('\n');
  expect(shortOf(text, 'adr/x.md')).toEqual({});
  expect(
    shortOf('# A\n\n## Status\n\nProposed / Accepted / Deprecated / Superseded\n')['status'],
  ).toBe('undefined <Proposed / Accepted / Deprecated / Superseded> section');
});

test('an unknown word is shown and means nothing; what is not written is absent', () => {
  expect(shortOf('# A\n\nStatus: on hold\n')['status']).toBe('undefined <on hold> label');
  expect(Object.keys(shortOf('# A\n\ntext about status: accepted words\n'))).toEqual([
    'title',
    'number',
  ]);
});

test('what is struck out no longer holds', () => {
  expect(shortOf('# A\n\n* Status: ~~proposed~~ accepted\n')['status']).toBe(
    'Accepted <accepted> bullet',
  );
});

test('two places that contradict each other are told, and the first source counts', () => {
  const text = '---\nstatus: accepted\ntitle: One\n---\n# 4. Two\n\n## Status\n\nRejected\n';
  const { status, disagreements } = fieldsOf(text, 'adr/0003-x.md');
  expect(status?.value).toBe('Accepted');
  expect(
    disagreements.map(
      ({ name, counts, other }) =>
        `${name}: ${counts.written} (${counts.source}), ${other.written} (${other.source})`,
    ),
  ).toEqual([
    'title: One (yaml), 4. Two (heading)',
    'number: 0003 (file-name), 4. Two (heading)',
    'status: accepted (yaml), Rejected (section)',
  ]);
});

test('a field stands where it is written', () => {
  const text =
    '# A\n\nLine.\n**Status**: _Accepted_ as of today\n\n| Date | 2024-02-01 |\n|---|---|\n';
  const { status, date } = fieldsOf(text);
  const at = (span: { start: { offset: number }; end: { offset: number } } | undefined) =>
    text.slice(span?.start.offset, span?.end.offset);
  expect(at(status?.span)).toBe('Accepted_ as of today');
  expect(at(date?.span)).toBe('2024-02-01');
});

test('of several dates the one of the decision counts', () => {
  const date = (lines: string) => fieldsOf(`# A\n\n${lines}\n`).date?.written;
  expect(date('Created: 2020-01-01\nLast Updated: 2022-01-01')).toBe('2020-01-01');
  expect(date('* Date started: 2020-01-01\n* Date accepted: 2021-01-01')).toBe('2021-01-01');
  expect(date('* Date decided: 2022-05-??\n* Date documented: 2023-01-31')).toBe('2023-01-31');
  expect(date('Accepted: yes')).toBeUndefined();
  expect(date('## Status\n\nAccepted on 2024-03-01')).toBe('2024-03-01');
});
