import { expect, test } from 'vitest';
import questions from '../../../../bench/agents/questions.json' with { type: 'json' };
import { DecisionIndex } from '../../src/agents/search/decision-index.ts';
import { termOf, wordsOf } from '../../src/agents/search/words.ts';
import { openSession } from '../../src/session/session.ts';
import { ROOT } from '../support/repository.ts';

test('the right decision is among the first three for seventeen questions of twenty', async () => {
  const { corpus } = await openSession({ root: ROOT, env: {} });
  const index = new DecisionIndex().of(corpus);
  const missed = questions.own.filter(({ question, records }) => {
    const found = index.find(question).slice(0, 3);
    return !found.some(({ adr }) => records.includes(adr.id));
  });
  expect(missed.map(({ question }) => question).length).toBeLessThanOrEqual(
    (questions.own.length * 3) / 20,
  );
  const [hit] = index.find('may I put a password in Git for Flux?');
  expect(hit?.section?.title).not.toBe('References');
});

test.each([
  ['Secrets', 'secret'],
  ['secret’s', 'secret'],
  ['Größe', 'große'],
  ['SHA256', 'sha256'],
  ['the', undefined],
  ['a', undefined],
])('the word %s counts as %s', (word, term) => {
  expect(termOf(word)).toBe(term);
});

test('names count by their parts', () => {
  expect(wordsOf('nginx:alpine, lint-staged, docs/adr')).toEqual([
    ...['nginx', 'alpine', 'lint', 'staged', 'docs', 'adr'],
  ]);
});
