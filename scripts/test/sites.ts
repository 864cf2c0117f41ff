import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { describeEnd, run, succeeded } from '../support/process.ts';
import { root } from '../support/root.ts';
import { StageError } from './stages.ts';

/** Projects of browser tests with a site of their own, by the script that builds it. */
const BUILDS = new Map(
  globSync('tests/e2e/*/build.ts', { cwd: root })
    .map((file) => [path.basename(path.dirname(file)), file] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);

/**
 * Builds the sites of browser tests, as many at once as there are processors.
 * @param projects whose sites are built; by default all
 * @throws StageError with the output of those that failed
 */
export async function buildSites(
  projects: Iterable<string> = BUILDS.keys(),
  print: (line: string) => void = () => {},
): Promise<undefined> {
  const waiting = [...projects].flatMap((name) => {
    const file = BUILDS.get(name);
    return file === undefined ? [] : [{ name, file }];
  });
  const failed: string[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const outcome = await run({ file: process.execPath, args: [next.file] }, { capture: true });
      print(`${next.name}: ${outcome.seconds.toFixed(0)} s`);
      if (!succeeded(outcome)) {
        failed.push(`${next.name} ${describeEnd(outcome)}\n${outcome.output}`);
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  if (failed.length > 0) throw new StageError(failed.join('\n'));
}
