/**
 * How long it takes to hold the ticked tasks of many files against a long history. By hand:
 * `node bench/evidence/tasks.ts [claims] [files] [commits]`; prints a table, writes nothing but a temporary folder. The
 * peer is `git log --raw` of the same history; the limit is 1.5 times that and 4 s, and 1 GB.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { summarise } from '../../packages/docket/src/evidence/verification.ts';
import { openSession } from '../../packages/docket/src/session/session.ts';

const claims = Number(process.argv[2] ?? 2000);
const files = Number(process.argv[3] ?? 40);
const commits = Number(process.argv[4] ?? 50_000);

const root = await mkdtemp(path.join(tmpdir(), 'docket-bench-'));
try {
  await git(['init', '--quiet', '--initial-branch=main']);
  await git(['fast-import', '--quiet'], Readable.from(stream()));
  await git(['reset', '--quiet', '--hard']);
  const peer = await timed(() => git(['log', '-z', '--raw', '-M50%', '--no-abbrev', 'main']));
  const own = await timed(async () => {
    const session = await openSession({ root, mayLackRecords: true });
    return (await session.evidence()).files();
  });
  const { verified, contradicted, unverifiable } = summarise(own.value);
  if (verified < claims * 0.98 || contradicted === 0) {
    throw new Error(`${verified} verified, ${contradicted} contradicted, ${unverifiable} open`);
  }
  const limit = 1.5 * peer.ms + 4000;
  const memory = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(
    `| Commits | Files | Claims | Peer \`git log --raw\` | Verified | Limit | Memory |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n| ${commits} | ${own.value.length} | ${verified + contradicted + unverifiable} | ${peer.ms.toFixed(0)} ms | ${own.ms.toFixed(0)} ms | ${limit.toFixed(0)} ms | ${memory.toFixed(0)} MB |\n`,
  );
  if (own.ms > limit || memory > 1024) process.exitCode = 1;
} finally {
  await rm(root, { recursive: true, force: true });
}

/** Commands for git-fast-import(1): work on five hundred files, and among it tasks that are ticked one by one. */
function* stream(): Generator<string> {
  const each = claims / files;
  const every = Math.floor(commits / claims);
  const ticked = new Map<number, number>();
  let done = 0;
  for (let index = 0; index < commits; index += 1) {
    const seconds = 1_700_000_000 + index * 60;
    let body = file(`src/part-${index % 25}/file-${index % 500}.ts`, `${index}\n`);
    if (index > 0 && index % every === 0 && done < claims) {
      const feature = done % files;
      const count = (ticked.get(feature) ?? 0) + 1;
      ticked.set(feature, count);
      done += 1;
      // One in two hundred is ticked without its file.
      if (done % 200 !== 0)
        body += file(`src/f${feature}/task-${feature}-${count}.ts`, `${count}\n`);
      body += file(`specs/${String(feature + 100)}-feature/tasks.md`, tasks(feature, count, each));
    }
    yield `commit refs/heads/main\ncommitter A. Author <a@example.org> ${seconds} +0000\n${data(`work ${index}`)}${body}\n`;
  }
}

function tasks(feature: number, done: number, all: number): string {
  const lines = Array.from({ length: all }, (_, at) => {
    const box = at < done ? '[x]' : '[ ]';
    return `- ${box} T${String(at + 1).padStart(3, '0')} [P] [US1] Create the model of the feature in src/f${feature}/task-${feature}-${at + 1}.ts\n`;
  });
  return `# Tasks\n\n${lines.join('')}`;
}

function file(name: string, text: string): string {
  return `M 100644 inline ${name}\n${data(text)}`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

async function git(args: readonly string[], input?: Readable): Promise<void> {
  const child = spawn('git', args, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  child.stdout.resume();
  if (input) input.pipe(child.stdin);
  else child.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`git ${args[0]} ended with ${code}`);
}
