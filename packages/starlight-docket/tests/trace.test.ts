import { expect, test } from 'vitest';
import { NEW_ADR, PROVENANCE, SPEC } from '../../docket/src/rules/support/example-base.ts';
import { traceOf } from '../views/trace.ts';
import { tallyOf, tallyWords, validationsOf } from '../views/validation.ts';
import { inEnglish } from '../words/english.ts';
import { exampleContext, only } from './site-context.ts';

test('a specification that was carried out and answered has no gap', () => {
  const context = exampleContext();
  const trace = traceOf(context);
  const row = only(trace.rows);
  expect(row.spec.label).toBe('Spec 0001');
  expect(row.decisions.map(({ label }) => label)).toEqual(['ADR-002']);
  expect(row.executions.map(({ label }) => label)).toEqual(['Provenance 0001']);
  expect(row.gaps).toEqual([]);
  expect(trace.complete).toBe(1);
  expect(trace.unordered.map(({ label }) => label)).toEqual(['ADR-001']);
  expect(trace.orphans).toEqual([]);
});

test('what was never executed is a gap', () => {
  const context = exampleContext({ remove: PROVENANCE });
  expect(only(traceOf(context).rows).gaps).toEqual(['Never executed: no provenance record']);
});

test('steps that failed, were not run, are unclear or unanswered are gaps, each counted', () => {
  const context = exampleContext(
    {
      change: PROVENANCE,
      from: '| 1 | The record exists | pass |',
      to: '| 1 | The record exists | fail |',
    },
    {
      change: PROVENANCE,
      from: '| 2 | Both options have pros and cons | pass | Read both |\n',
      to: '| 2 | x | not run | x |\n| 3 | x | perhaps | x |\n',
    },
    {
      change: SPEC,
      from: '2. Both options have pros and cons.',
      to: '2. Both options have pros and cons.\n3. Three.\n4. Four.\n5. Five.',
    },
  );
  expect(only(traceOf(context).rows).gaps).toEqual([
    '2 steps without a recorded result',
    '1 step failed',
    '1 step not run',
    '1 step with an unclear result',
  ]);
});

test('a specification that no decision names is a gap, and so is provenance without one', () => {
  const context = exampleContext({ change: NEW_ADR, from: 'spec: SPEC-0001\n', to: '' });
  expect(only(traceOf(context).rows).gaps).toEqual(['No decision names this specification']);
  const orphaned = exampleContext({ remove: SPEC });
  expect(only(traceOf(orphaned).orphans).label).toBe('Provenance 0001');
});

test('steps and results stand side by side', () => {
  const context = exampleContext();
  const spec = only(context.corpus.specs);
  const { rows, provenance } = only(validationsOf(context, spec));
  expect(provenance?.label).toBe('Provenance 0001');
  expect(
    rows.map(({ number, text, outcome, details }) => [
      number,
      text.map((segment) => segment.text).join(''),
      outcome,
      details.map((segment) => segment.text).join(''),
    ]),
  ).toEqual([
    [1, 'The record exists.', 'pass', 'Listed the folder'],
    [2, 'Both options have pros and cons.', 'pass', 'Read both'],
  ]);
});

test('steps without an execution have no result', () => {
  const context = exampleContext({ remove: PROVENANCE });
  const { rows, provenance } = only(validationsOf(context, only(context.corpus.specs)));
  expect(provenance).toBeUndefined();
  expect(rows.map(({ outcome }) => outcome)).toEqual(['missing', 'missing']);
});

test('tallies read as words', () => {
  expect(tallyWords(inEnglish, tallyOf([]))).toBe('no validation steps');
  expect(tallyWords(inEnglish, tallyOf(['pass', 'pass']))).toBe('2 of 2 pass');
  expect(
    tallyWords(
      inEnglish,
      tallyOf(['pass', 'fail', 'manual', 'not-run', 'not-applicable', 'unknown', 'missing']),
    ),
  ).toBe(
    '1 of 7 pass, 1 fails, 1 checked by hand, 1 not run, 1 not applicable, 1 unclear, 1 without result',
  );
});
