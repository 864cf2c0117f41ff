import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { callDocket } from '../../packages/docket/tests/support/call-docket.ts';
import { HOSTILE_CALLS } from '../../packages/docket/tests/support/hostile-calls.ts';
import { HostileRepo } from '../../packages/docket/tests/support/hostile-repo.ts';
import { numbersFrom } from './random.ts';

/*
 * Calls commands in random order, with random revisions, in repositories whose every setting starts a program:
 * `node bench/hostile/git.ts`. Prints how many were called, and ends with 1 where one started a program, wrote where a
 * revision told it to, or failed by a defect.
 *   --seed      of the calls; printed
 *   --seconds   time after which no further repository is made
 */

const CALLS_A_REPOSITORY = 40;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    seconds: { type: 'string', default: '60' },
  },
});

const next = numbersFrom(Number(values.seed));
const anyOf = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
const until = Date.now() + Number(values.seconds) * 1000;
const work = await mkdtemp(path.join(tmpdir(), 'docket-hostile-git-'));
const written = path.join(work, 'written');
const REVISIONS = [
  ...['main', 'topic', 'topic~1', 'HEAD', '@{-1}', ':/Start', 'main..topic', 'HEAD^{tree}', 'a b'],
  ...['--all', '--help', `--output=${written}`, '-c core.pager=false', '--upload-pack=false', '-'],
  ...['ext::sh -c false', 'refs/heads/main', '0'.repeat(40), '$(false)', '`false`', '\0', ''],
];
const calls = Object.values(HOSTILE_CALLS).flat();
const failures: string[] = [];
let called = 0;
for (let made = 0; Date.now() < until && failures.length < 20; made += 1) {
  const [root, traces] = [path.join(work, `${made}`), path.join(work, `${made}-traces`)];
  await Promise.all([mkdir(root), mkdir(traces)]);
  const hostile = await HostileRepo.at(root, traces);
  for (let left = CALLS_A_REPOSITORY; left > 0; left -= 1) {
    // What follows `main` or `topic` in a call is asked of other revisions, too.
    const args = anyOf(calls).map((word) =>
      /^(?:main|topic)$/.test(word) ? anyOf(REVISIONS) : word,
    );
    const below = anyOf(['', '', 'docs/adr', 'nested']);
    const { stderr } = await callDocket(args, { cwd: path.join(root, below) });
    const started = await hostile.started();
    called += 1;
    if (started.length > 0) fail(args, below, `started ${started.join(', ')}`);
    if (existsSync(written)) fail(args, below, 'wrote where a revision says');
    if (stderr.includes('defect')) fail(args, below, stderr.slice(0, 300));
    await rm(written, { force: true });
  }
}
await rm(work, { recursive: true, force: true });
process.stdout.write(
  `seed ${values.seed}: ${called} commands in hostile repositories, ${failures.length} failures\n`,
);
process.exitCode = failures.length > 0 ? 1 : 0;

function fail(args: readonly string[], below: string, said: string): void {
  failures.push(said);
  process.stdout.write(`${JSON.stringify(args)} in ${below || '.'}: ${said}\n`);
}
