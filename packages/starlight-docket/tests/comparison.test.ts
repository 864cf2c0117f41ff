import { expect, test } from 'vitest';
import { NEW_ADR } from '../../docket/src/rules/support/example-base.ts';
import { comparisonOf } from '../views/comparison.ts';
import { exampleContext } from './site-context.ts';

function compared(...patches: Parameters<typeof exampleContext>) {
  const context = exampleContext(...patches);
  const adr = context.corpus.adr('ADR-002');
  if (!adr) throw new Error('Expected ADR-002');
  return { options: comparisonOf(context, adr), adr };
}

test('options stand side by side as the record gives them, with links to records they name', () => {
  const { options, adr } = compared();
  expect(options.map(({ letter, chosen, slug }) => [letter, chosen, slug])).toEqual(
    adr.body.options.map(({ letter, chosen, section }) => [letter, chosen, section.slug]),
  );
  expect(options.length).toBeGreaterThan(1);
  expect(options.filter(({ chosen }) => chosen)).toHaveLength(1);
  const text = (points: (typeof options)[number]['pros']) =>
    points.map((point) => point.map((segment) => segment.text).join(''));
  expect(options.map(({ pros }) => text(pros))).toEqual(adr.body.options.map(({ pros }) => pros));
  expect(options.map(({ cons }) => text(cons))).toEqual(adr.body.options.map(({ cons }) => cons));
});

test('a record without options has no comparison', () => {
  const { options } = compared({
    change: NEW_ADR,
    from: '## Options Considered',
    to: '## Choices',
  });
  expect(options).toEqual([]);
});
