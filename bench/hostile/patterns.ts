import { parseArgs } from 'node:util';
import { LintChild } from './child.ts';
import { PATTERNS } from './grown.ts';

/*
 * Grows every construct of a record and looks at what linting it takes: `node bench/hostile/patterns.ts`. Ends with 1
 * where a pattern takes more than the limits below or grows faster than n log n.
 *   --seed      order of the patterns, so that a run cut short has seen others than the one before; printed
 *   --minutes   time after which no further pattern is begun
 *   --sizes     kilobytes, in rising order
 *   --only      a word that the name of a pattern must hold
 */

const MOST_MS = 2000;
const MOST_MB = 500;
/** Below this a time says more about the machine than about the growth. */
const NOISE_MS = 150;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    minutes: { type: 'string', default: '60' },
    sizes: { type: 'string', default: '16,64,256,1024' },
    only: { type: 'string', default: '' },
  },
});
const sizes = values.sizes.split(',').map((size) => Number(size) * 1024);
const until = Date.now() + Number(values.minutes) * 60_000;
const chosen = shuffled(
  PATTERNS.filter(({ name }) => name.includes(values.only)),
  Number(values.seed),
);

let seen = 0;
const failures: string[] = [];
let slowest = { name: '', ms: 0 };
let largest = { name: '', memory: 0 };
using child = new LintChild(60_000);
for (const { name, grow } of chosen) {
  if (Date.now() > until) break;
  seen += 1;
  let before: { readonly ms: number; readonly size: number } | undefined;
  for (const size of sizes) {
    const at = `${name}, ${size / 1024} KB`;
    const outcome = await child.lint(grow(size));
    if ('ended' in outcome) {
      fail(`${at}: ended ${outcome.ended}`);
      break;
    }
    const { lint, fix, memory, printed, failure } = outcome;
    const ms = Math.max(lint, fix);
    if (ms > slowest.ms) slowest = { name: at, ms };
    if (memory > largest.memory) largest = { name: at, memory };
    const told = `lint ${lint} ms, fix ${fix} ms, ${memory} MB, ${printed} printed`;
    if (failure) fail(`${at}: ${failure.slice(0, 300)}`);
    else if (ms > MOST_MS || memory > MOST_MB) fail(`${at}: ${told}`);
    else if (before && ms > NOISE_MS && ms > mostAfter(before, size)) {
      fail(`${at}: grew from ${before.ms} ms; ${told}`);
    }
    if (ms > 3 * MOST_MS) break;
    before = { ms, size };
  }
}
process.stdout.write(
  `${seen} of ${chosen.length} patterns, seed ${values.seed}: ${failures.length} failures; ` +
    `slowest ${slowest.ms} ms (${slowest.name}), most memory ${largest.memory} MB (${largest.name})\n`,
);
process.exitCode = failures.length > 0 ? 1 : 0;

function fail(line: string): void {
  failures.push(line);
  process.stdout.write(`${line}\n`);
}

/** Milliseconds that n log n allows from one size to the next; half as much again for a machine with other work. */
function mostAfter(before: { readonly ms: number; readonly size: number }, size: number): number {
  const nLogN = (n: number) => n * Math.log2(n);
  return 1.5 * Math.max(before.ms, NOISE_MS / 4) * (nLogN(size) / nLogN(before.size));
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed >>> 0;
  const next = (below: number): number => {
    // A linear congruence; the order only has to differ from seed to seed.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = next(last + 1);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}
