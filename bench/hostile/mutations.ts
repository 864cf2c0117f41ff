import { parseArgs } from 'node:util';
import { LintChild } from './child.ts';
import { mutated } from './mutated.ts';

/*
 * Lints records with random mutations, and asks for their fixes: `node bench/hostile/mutations.ts`. Prints how many
 * were tried and what the worst took, and ends with 1 where the linter died, gave no report or took over two seconds.
 *   --seed      of the mutations; printed
 *   --seconds   time after which no further one is made
 */

const MOST_MS = 2000;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    seconds: { type: 'string', default: '60' },
  },
});

const until = Date.now() + Number(values.seconds) * 1000;
let tried = 0;
let failures = 0;
let slowest = 0;
let largest = 0;
using child = new LintChild(60_000);
for (const file of mutated(Number(values.seed))) {
  if (Date.now() > until || failures >= 20) break;
  tried += 1;
  const outcome = await child.lint(file);
  const failure = 'ended' in outcome ? `ended ${outcome.ended}` : outcome.failure;
  const ms = 'ended' in outcome ? 0 : Math.max(outcome.lint, outcome.fix);
  slowest = Math.max(slowest, ms);
  largest = Math.max(largest, 'ended' in outcome ? 0 : outcome.memory);
  if (failure === '' && ms <= MOST_MS) continue;
  failures += 1;
  const said = failure || `took ${ms} ms`;
  process.stdout.write(`${file.path}, mutation ${tried}: ${said}\n${JSON.stringify(file.text)}\n`);
}
process.stdout.write(
  `seed ${values.seed}: ${tried} mutated records, ${failures} failures; slowest ${slowest} ms, most memory ${largest} MB\n`,
);
process.exitCode = failures > 0 ? 1 : 0;
