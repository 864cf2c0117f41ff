import { expect, test } from 'vitest';
import { mermaidRefusal } from '../../src/records/diagrams/refusal.ts';

const KIND = 'a kind of diagram that Mermaid draws';

test.each([
  ['flow TD\n  A --> B', { line: 1, found: '`flow`', expected: KIND }],
  ['%% a comment\n\n  nothing', { line: 3, found: '`nothing`', expected: KIND }],
  ['---\ntitle: A\n---\nnothing', { line: 4, found: '`nothing`', expected: KIND }],
  ["%%{init: {\n 'theme': 'dark' }}%%\nnothing", { line: 3, found: '`nothing`', expected: KIND }],
  ['', { line: 1, found: 'empty text', expected: KIND }],
  ['%% a comment', { line: 1, found: 'empty text', expected: KIND }],
  ['x'.repeat(60), { line: 1, found: `\`${'x'.repeat(39)}…\``, expected: KIND }],
  [`pie\n${'x'.repeat(50_000)}`, { line: 1, found: '50004 characters', expected: 'at most 50000' }],
])('says what Mermaid is certain to refuse: %#', (source, refusal) => {
  expect(mermaidRefusal(source)).toEqual(refusal);
});

test('says nothing of a kind that Mermaid knows, whatever stands before it', () => {
  for (const source of [
    '---\ntitle: A\n---\n%%{init: {}}%%\n%% a comment\n\n  pie\n',
    '\r\nflowchart TD\r\n  A --> [',
    'Some words about C4Container',
    '---\nwithout an end',
  ])
    expect(mermaidRefusal(source), source).toBeUndefined();
});
