import { describe, expect, test } from 'vitest';
import { allRules, explainRule } from '../../docket/src/engine/explanation.ts';
import { READING_RULES } from '../../docket/src/engine/reading.ts';
import { STOCK_RULES } from '../../docket/src/engine/stock.ts';
import { ruleSlug } from '../../docket/src/records/rule-slug.ts';
import { RULES } from '../../docket/src/rules/index.ts';
import { rulePageOf } from '../views/rule-page.ts';
import { terminalParts } from '../views/terminal.ts';

test('every rule that can be reported has one page', () => {
  const rules = allRules();
  expect(rules).toHaveLength(RULES.length + READING_RULES.length + STOCK_RULES.length);
  expect(rules.length).toBeGreaterThan(100);
  expect(new Set(rules.map(({ id }) => ruleSlug(id))).size).toBe(rules.length);
});

test.each([...RULES.map(({ id }) => id), ...STOCK_RULES.map(({ id }) => id)])(
  'the page of %s shows what the linter prints about its examples',
  (id) => {
    const rule = allRules().find((candidate) => candidate.id === id);
    if (!rule) throw new Error('the rule is in the list');
    const page = rulePageOf(rule);
    expect(page.bad.length).toBeGreaterThan(0);
    for (const { output } of page.bad) {
      const text = output.map((part) => part.text).join('');
      expect(text).toContain(`${rule.id}]`);
      expect(text).not.toContain('\u001b');
    }
    for (const { output } of page.good) expect(output).toEqual([]);
  },
);

describe('an example', () => {
  test('shows the lines that change and no others', () => {
    expect(explainRule('status-known')?.bad[0]?.changes).toEqual([
      {
        file: 'docs/adr/adr-002-keep-sessions-in-redis.md',
        note: '',
        before: ['status: Accepted'],
        after: ['status: Acepted'],
      },
    ]);
  });

  test('of a line that goes takes nothing of its neighbours', () => {
    expect(explainRule('supersession-reciprocal')?.bad[0]?.changes).toEqual([
      {
        file: 'docs/adr/adr-002-keep-sessions-in-redis.md',
        note: '',
        before: ['supersedes: [ADR-001]'],
        after: [],
      },
    ]);
  });

  test('tells of files that are added or renamed', () => {
    const notes = RULES.flatMap(({ id }) => explainRule(id)?.bad ?? [])
      .flatMap(({ changes }) => changes)
      .map(({ note }) => note.split(' ')[0]);
    expect(new Set(notes)).toEqual(new Set(['', 'added', 'renamed']));
  });
});

test('options come with their meaning and default', () => {
  expect(explainRule('tags-vocabulary')?.options).toEqual([
    {
      name: 'vocabulary',
      description: 'The allowed tags. Empty allows any that is not a variant of another.',
      fallback: '[]',
    },
  ]);
  expect(explainRule('no-such-rule')).toBeUndefined();
});

test('terminal colours become class names, and nothing of them is left in the text', () => {
  expect(terminalParts('a \u001b[31;1merror\u001b[0m b\u001b[2mc\u001b[0m')).toEqual([
    { text: 'a ', styles: [] },
    { text: 'error', styles: ['red', 'bold'] },
    { text: ' b', styles: [] },
    { text: 'c', styles: ['dim'] },
  ]);
});
