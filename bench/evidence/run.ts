/**
 * How long it takes to hold every claim of many records against a long history, and how that grows with the number of
 * commits. By hand: `node bench/evidence/run.ts [records] [commits]`; prints a table, writes nothing but temporary
 * folders. The peer is `git log` alone with the same arguments: what no reader can be faster than.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { judgeAll } from '../../packages/docket/src/evidence/judge-all.ts';
import { summarise } from '../../packages/docket/src/evidence/verification.ts';
import { readHistory } from '../../packages/docket/src/io/git.ts';
import { readBlobs } from '../../packages/docket/src/io/git-blobs.ts';
import { openSession } from '../../packages/docket/src/session/session.ts';
import { historyStream } from './history.ts';

const records = Number(process.argv[2] ?? 1000);
const most = Number(process.argv[3] ?? 10_000);

process.stdout.write(
  '| Commits | Records | Claims | Peer `git log` | History read | Again | Judged | Total per commit |\n',
);
process.stdout.write('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n');
for (const commits of [most / 4, most / 2, most]) await measure(commits);

async function measure(commits: number): Promise<void> {
  const root = await mkdtemp(path.join(tmpdir(), 'docket-bench-'));
  try {
    await git(root, ['init', '--quiet', '--initial-branch=main']);
    await git(root, ['fast-import', '--quiet'], Readable.from(historyStream({ commits, records })));
    await git(root, ['reset', '--quiet', '--hard']);
    const peer = await timed(() =>
      git(root, ['log', '-z', '--raw', '--first-parent', '-M50%', '--no-abbrev', 'main']),
    );
    const workspace = await openSession({ root });
    const read = await timed(() => readHistory(root));
    const again = await timed(() => readHistory(root));
    const { corpus } = workspace;
    const judged = await timed(() =>
      judgeAll(corpus, {
        history: read.value,
        readTexts: (ids) => readBlobs(root, { ids, partial: false }),
      }),
    );
    const { verified, contradicted, outdated, unverifiable } = summarise(judged.value);
    const claims = verified + contradicted + outdated + unverifiable;
    // Figures of a judge that decides nothing would mean nothing.
    if (verified !== claims)
      throw new Error(`${claims - verified} of ${claims} true claims not verified`);
    const total = ((read.ms + judged.ms) / commits).toFixed(3);
    const cells = [
      commits,
      judged.value.length,
      claims,
      ...[peer, read, again, judged].map(({ ms }) => `${ms.toFixed(0)} ms`),
      `${total} ms`,
    ];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const started = performance.now();
  const value = await work();
  return { value, ms: performance.now() - started };
}

async function git(root: string, args: readonly string[], input?: Readable): Promise<void> {
  const child = spawn('git', ['-C', root, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdout.resume();
  if (input) input.pipe(child.stdin);
  else child.stdin.end();
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`git ${args[0]} ended with ${code}`);
}
