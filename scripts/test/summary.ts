import { duration } from '../support/text.ts';
import { add, type Counts, line, none } from './counts.ts';

/** What came of a stage. */
export interface StageResult {
  readonly name: string;
  readonly verdict: 'passed' | 'failed' | 'not run';
  readonly seconds: number;
  /** Why it failed or did not run; empty when it passed. */
  readonly why: string;
  readonly counts: Counts | undefined;
}

/** One line for each stage, what failed in it below, and as the last line of all the sum of the tests, alone. */
export function summary(results: readonly StageResult[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  const lines = results.map(({ name, verdict, seconds, why, counts }) => {
    const mark = verdict === 'passed' ? '✓' : '✗';
    const facts = [
      verdict === 'not run' ? [] : [duration(seconds)],
      counts ? [line(counts)] : [],
      why === '' ? [] : [why.split('\n')[0]],
    ].flat();
    const head = `${mark} ${name.padEnd(width)}  ${verdict}  (${facts.join('; ')})`;
    return [head, ...(counts?.failures ?? []).map((failure) => `    ${failure}`)].join('\n');
  });
  const sum = results.reduce((total, { counts }) => add(total, counts ?? none), none);
  return [...lines, '', line(sum)].join('\n');
}
