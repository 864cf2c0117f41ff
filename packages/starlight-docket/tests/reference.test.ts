import { expect, test } from 'vitest';
import { RELATION_TABLE } from '../../docket/src/records/relation.ts';
import { STATUS_TABLE } from '../../docket/src/records/status.ts';
import { RULES } from '../../docket/src/rules/index.ts';
import { keysOf } from '../views/reference.ts';
import { RELATION_MEANINGS, relationKey } from '../views/relation-words.ts';
import { ruleGroups } from '../views/rule-groups.ts';
import { STATUS_MEANINGS } from '../views/status-words.ts';
import { inEnglish } from '../words/english.ts';
import type { WordKey } from '../words/say.ts';

test('keys are told from the schema, with a type in words and an example in YAML', () => {
  const keys = new Map(keysOf('adr').map((key) => [key.key, key]));
  expect(keys.get('status')).toEqual({
    key: 'status',
    required: true,
    type: 'one of Proposed, Accepted, Rejected, Deprecated, Superseded',
    description: 'Where the decision is in its life cycle.',
    example: 'Accepted',
  });
  expect(keys.get('date')?.type).toBe('date');
  expect(keys.get('supersedes')).toMatchObject({
    required: false,
    type: 'list of ids or { adr, sections }',
    example: '[ADR-007]',
  });
  expect(keys.get('decision-makers')?.example).toBe('[Human, Agent]');
  expect(keys.get('title')?.example).toBe(
    '"ADR-018: Secret Management with Azure Key Vault and External Secrets Operator"',
  );
});

test.each(['adr', 'spec', 'provenance'] as const)('every key of %s is explained', (kind) => {
  const keys = keysOf(kind);
  expect(keys.length).toBeGreaterThan(1);
  for (const { key, description, example } of keys) {
    expect(description, key).not.toBe('');
    expect(example, key).toBeDefined();
  }
});

test('every rule has a place on the page, and one only', () => {
  const groups = ruleGroups(inEnglish, RULES);
  const listed = groups.flatMap(({ rules }) => rules.map(({ id }) => id)).sort();
  expect(listed).toEqual(RULES.map(({ id }) => id).sort());
  expect(groups.map(({ title }) => title)).not.toContain('Other');
});

test('a rule of an unknown matter is listed last', () => {
  const rule = {
    id: 'weather-fine',
    summary: 's',
    why: 'w',
    severity: 'info',
    kinds: ['adr'],
  } as const;
  expect(ruleGroups(inEnglish, [rule])).toEqual([{ title: 'Other', slug: 'other', rules: [rule] }]);
});

test('what statuses and relations mean is said as the tables of the life cycle say it', () => {
  const meanings = (table: Readonly<Record<string, { readonly meaning: string }>>) =>
    Object.entries(table).map(([name, { meaning }]) => [name, meaning]);
  const said = (words: Readonly<Record<string, WordKey>>) =>
    Object.entries(words).map(([name, key]) => [name, inEnglish(key)]);
  expect(said(STATUS_MEANINGS)).toEqual(meanings(STATUS_TABLE));
  expect(said(RELATION_MEANINGS)).toEqual(meanings(RELATION_TABLE));
  for (const { forward, backward } of Object.values(RELATION_TABLE)) {
    expect([forward, backward].map((label) => inEnglish(relationKey(label)))).toEqual([
      forward,
      backward,
    ]);
  }
});
