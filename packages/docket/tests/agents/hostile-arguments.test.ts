import { expect, test } from 'vitest';
import { numbersFrom } from '../../../../bench/hostile/random.ts';
import { TOOLS } from '../../src/agents/tools.ts';
import { ask, clientInProcess } from '../support/agent-client.ts';
import { exampleRepo } from '../support/example-repo.ts';

/** Values that a client may send for any argument, right or wrong. */
const VALUES: readonly unknown[] = [
  ...['', 'ADR-001', 'SPEC-0001', 'HEAD', '--output=x', 'a\0b', '../..', '/', '\u202e', '😀'],
  ...['docs/adr/adr-003-x.md', '$(id)', '`x`', 'a'.repeat(5000), '[', '(((', '**/*', '__proto__'],
  ...[0, -1, 1e9, 0.5, Number.MAX_SAFE_INTEGER, true, null],
  ...[[], [''], ['..'], ['src/a.ts', 'src/a.ts'], ['decision'], ['verified'], ['Accepted'], {}],
  ...['all', 'current', '2026-01-01', '5.abc', 'main'],
];

const ROUNDS = 120;

test.each(TOOLS.map(({ name, input }) => [name, Object.keys(input.shape)] as const))(
  '%s answers whatever it is asked',
  async (name, keys) => {
    const seed = 20260305;
    const numbers = numbersFrom(seed);
    const below = (limit: number) => Math.floor(numbers() * limit);
    const client = await clientInProcess((await exampleRepo()).root);
    let refused = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const args: Record<string, unknown> = {};
      for (const key of keys) {
        if (below(2) === 0) args[key] = VALUES[below(VALUES.length)];
      }
      if (below(20) === 0) args['surprise'] = VALUES[below(VALUES.length)];
      const answer = await ask(client, name, args);
      const told = `${JSON.stringify(args).slice(0, 300)}: ${answer.text.slice(0, 300)}`;
      expect(answer.text, told).not.toMatch(/bug in Docket|\bat .*\.ts:\d+|is not a function/);
      if (answer.isError) refused += 1;
      else expect(answer.data, told).toBeDefined();
    }
    // Both happen, or the values test nothing.
    expect(refused).toBeGreaterThan(0);
    expect((await ask(client, 'search_decisions', { query: 'sessions' })).data.total).toBe(1);
  },
  120_000,
);
