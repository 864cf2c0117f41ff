import type { Outcome } from '../support/process.ts';
import { describeEnd } from '../support/process.ts';
import { count, duration } from '../support/text.ts';

/** The result of one check. `output` is what its tool printed, or why it could not run. */
export interface Result {
  readonly name: string;
  readonly verdict: 'clean' | 'problems' | 'broken';
  readonly seconds: number;
  readonly output: string;
}

/**
 * Makes one result of the commands of a check, which ran side by side: the worst verdict, the
 * longest time, and what those printed that were not clean; of a clean one the lines that open with `Note:`.
 */
export function judge(
  name: string,
  problemCodes: readonly number[],
  outcomes: readonly Outcome[],
): Result {
  const judged = outcomes.map((outcome) => ({
    outcome,
    verdict: verdictOf(outcome, problemCodes),
  }));
  const verdicts = judged.map(({ verdict }) => verdict);
  const output = judged.flatMap(({ outcome, verdict }) => {
    if (verdict === 'clean') return notesOf(outcome.output);
    const text = outcome.output.trim();
    return verdict === 'broken' ? [text, `It ${describeEnd(outcome)}`] : [text];
  });
  return {
    name,
    verdict: worst(verdicts),
    seconds: Math.max(0, ...outcomes.map(({ seconds }) => seconds)),
    output: output.filter((text) => text !== '').join('\n\n'),
  };
}

/** One line for a clean check, and its notes; for any other, its whole output below a heading. */
export function block(result: Result, width: number): string {
  const name = result.name.padEnd(width);
  const time = duration(result.seconds);
  switch (result.verdict) {
    case 'clean':
      return [
        `✓ ${name}  clean  (${time})`,
        ...result.output.split('\n').flatMap((line) => (line === '' ? [] : [`  ${line}`])),
      ].join('\n');
    case 'problems':
      return `✗ ${name}  problems found  (${time})\n\n${result.output}\n`;
    case 'broken':
      return `✗ ${name}  could not run  (${time})\n\n${result.output}\n`;
  }
}

/** The last line: how many checks ran and what came of them. */
export function summary(results: readonly Result[], seconds: number): string {
  const named = (verdict: Result['verdict'], words: string) => {
    const names = results.filter((result) => result.verdict === verdict).map(({ name }) => name);
    return names.length === 0 ? [] : [`${words}: ${names.join(', ')}`];
  };
  const bad = [...named('problems', 'problems in'), ...named('broken', 'could not run')];
  const verdict = bad.length === 0 ? 'all clean' : bad.join('; ');
  return `Lint: ${count(results.length, 'check')} in ${duration(seconds)}, ${verdict}`;
}

/** 0 when all is clean, 1 when problems were found, 2 when a check could not run. */
export function exitCode(results: readonly Result[]): 0 | 1 | 2 {
  const verdict = worst(results.map((result) => result.verdict));
  return verdict === 'clean' ? 0 : verdict === 'problems' ? 1 : 2;
}

function notesOf(output: string): string[] {
  return output.split('\n').filter((line) => line.startsWith('Note: '));
}

function verdictOf(outcome: Outcome, problemCodes: readonly number[]): Result['verdict'] {
  if (outcome.kind !== 'exited') return 'broken';
  if (outcome.code === 0) return 'clean';
  return problemCodes.includes(outcome.code) ? 'problems' : 'broken';
}

function worst(verdicts: readonly Result['verdict'][]): Result['verdict'] {
  if (verdicts.includes('broken')) return 'broken';
  return verdicts.includes('problems') ? 'problems' : 'clean';
}
