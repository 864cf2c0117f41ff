import { expect, test } from 'vitest';
import { corpusOfFiles, patchedFiles } from '../../src/engine/examples.ts';
import { applyFixes } from '../../src/engine/fix.ts';
import { lintCorpus } from '../../src/engine/lint.ts';
import { NEW_ADR } from '../../src/rules/support/example-base.ts';

/** What `mention-form` finds in a sentence of a record, and the sentence with the fix made. */
function judged(sentence: string): { found: number; fixed: string } {
  const files = patchedFiles([
    { change: NEW_ADR, from: 'Sticky routing', to: `${sentence}\n\nSticky` },
  ]);
  const findings = lintCorpus(corpusOfFiles(files), { facts: { today: '2026-06-01' } }).filter(
    ({ file, rule }) => file === NEW_ADR && rule === 'mention-form',
  );
  const { text } = applyFixes(files.get(NEW_ADR) ?? '', findings);
  const start = (files.get(NEW_ADR) ?? '').indexOf(sentence);
  const length = text.length - (files.get(NEW_ADR) ?? '').length + sentence.length;
  return { found: findings.length, fixed: text.slice(start, start + length) };
}

test.each([
  'ADR 2 of 2024 is gone',
  'ADR 2 of the 2024 log',
  'ADR 1 of 3',
  'One ADR 2 months later',
  'an ADR 1 working day late',
  'ADR 1 % more',
  'ADR 1.2 of the format',
  'ADR 1,5 times',
  'ADR 1/2',
  'ADR 2 out of ten',
  'ADR 2 × 3',
  'ADR 1\nmonth later',
  '`ADR 1` in code',
  '[ADR 1](https://example.org/their-log/1)',
  '<!-- ADR 1 -->',
])('no citation, nothing to mend: %s', (sentence) => {
  expect(judged(sentence)).toEqual({ found: 0, fixed: sentence });
});

test.each([
  'ADR 1 of the other team',
  'ADR 1 and 2',
  'ADR 1, 2 and 3',
  'ADR 1–2',
  'ADR-1 to 2',
  'ADR 1 in 2024',
  'ADR 1 reviews',
  'ADR 1 zufolge',
  '> As ADR 1 says',
  'They wrote "as ADR 1 says" and left',
  'Sie schrieben „wie ADR 1 sagt“',
  'Ils ont écrit « ADR 1 is » là',
  '## ADR 1 is old',
  '[ADR 1](adr-002-keep-sessions-in-redis.md)',
  'ADR 77 says so',
])('told, but left to its author: %s', (sentence) => {
  const { found, fixed } = judged(sentence);
  expect(found).toBeGreaterThan(0);
  expect(fixed).toBe(sentence);
});

test.each([
  ['As ADR 1 says', 'As ADR-001 says'],
  ['See ADR 1.', 'See ADR-001.'],
  ['(ADR-1)', '(ADR-001)'],
  ["ADR 01's aim", "ADR-001's aim"],
  ['**ADR 1**: yes', '**ADR-001**: yes'],
  ['ADR_1 reviews', 'ADR-001 reviews'],
  ['“Said.” Now ADR 1 is', '“Said.” Now ADR-001 is'],
  [
    '[ADR 1 reviews](adr-001-keep-sessions-in-memory.md)',
    '[ADR-001 reviews](adr-001-keep-sessions-in-memory.md)',
  ],
])('surely a citation: %s', (sentence, fixed) => {
  expect(judged(sentence)).toEqual({ found: 1, fixed });
});
