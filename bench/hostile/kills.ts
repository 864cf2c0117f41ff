/**
 * Kills commands that write, at random moments, and looks at what the next command finds. By hand:
 * `node bench/hostile/kills.ts [seed] [seconds]`; prints a table and ends with 1 where a tree was a mixture of before
 * and after, or something was left behind.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { stateFolder } from '../../src/io/state-folder.ts';
import { NEW_ADR } from '../../src/rules/example-base.ts';
import { patchedFiles } from '../../src/rules/examples.ts';
import { treeOf } from '../../tests/support/tree.ts';
import { numbersFrom } from './random.ts';

const seed = Number(process.argv[2] ?? 1);
const seconds = Number(process.argv[3] ?? 120);
const project = path.resolve(import.meta.dirname, '../..');
const CITING = 40;
/** Milliseconds after a command has taken the lock, or has begun to write. */
const LONGEST_DELAY = 200;

const COMMANDS: readonly (readonly string[])[] = [
  ['renumber', 'ADR-001', '90'],
  ['supersede', 'ADR-002', 'Keep sessions in cookies'],
  ['lint', '--fix', '--quiet'],
];

/** The example repository with many files that cite and want mending, one of them behind a link. */
async function makeRepository(root: string): Promise<void> {
  const files = new Map(patchedFiles([]));
  const text = files.get(NEW_ADR) ?? '';
  for (let number = 3; number < 3 + CITING; number += 1) {
    const padded = String(number).padStart(3, '0');
    const own = text.replaceAll('ADR-002', `ADR-${padded}`).replace('[sessions,', '[Sessions,');
    files.set(`docs/adr/adr-${padded}-more.md`, own.replace('supersedes: [ADR-001]\n', ''));
  }
  files.set('docs/adr/template.md', await readFile(`${project}/docs/adr/template.md`, 'utf8'));
  for (const [file, content] of files) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), content);
  }
  await mkdir(path.join(root, 'shared'));
  await writeFile(path.join(root, 'shared/notes.md'), 'See ADR-001 and ADR-002.\n');
  await symlink('shared/notes.md', path.join(root, 'notes.md'));
  for (const args of [
    ['init', '--quiet'],
    ['add', '--all'],
    ['-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '--quiet', '-m', 'Start'],
  ]) {
    await finished(spawn('git', ['-C', root, ...args], { stdio: 'inherit' }));
  }
}

function finished(child: ReturnType<typeof spawn>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_, signal) => resolve(signal === 'SIGKILL'));
  });
}

/**
 * Runs a command; with `kill` it is killed so many milliseconds after it has put something in a place.
 * @returns whether it was killed
 */
async function run(
  root: string,
  args: readonly string[],
  kill?: { readonly place: string; readonly delay: number },
): Promise<boolean> {
  const env = { ...process.env, SOURCE_DATE_EPOCH: '1772971200', DOCKET_CACHE: 'off' };
  const script = path.join(project, 'src/cli/bin.ts');
  const child = spawn(process.execPath, [script, ...args], { cwd: root, env, stdio: 'ignore' });
  const watch = setInterval(() => {
    if (!kill || !existsSync(kill.place)) return;
    clearInterval(watch);
    setTimeout(() => child.kill('SIGKILL'), kill.delay);
  }, 1);
  const wasKilled = await finished(child);
  clearInterval(watch);
  return wasKilled;
}

const random = numbersFrom(seed);
const work = await mkdtemp(path.join(tmpdir(), 'docket-kills-'));
let failures = 0;
try {
  const origin = path.join(work, 'origin');
  await makeRepository(origin);
  const copy = path.join(work, 'copy');
  const fresh = async () => {
    await rm(copy, { recursive: true, force: true });
    await cp(origin, copy, { recursive: true, verbatimSymlinks: true });
  };
  process.stdout.write(
    `Seed ${seed}, ${seconds} s\n\n| Command | Runs | Killed | As before | As after | Mixtures |\n| --- | ---: | ---: | ---: | ---: | ---: |\n`,
  );
  for (const command of COMMANDS) {
    const before = treeOf(origin);
    await fresh();
    await run(copy, command);
    const after = treeOf(copy);
    const counts = { runs: 0, killed: 0, before: 0, after: 0, mixtures: 0 };
    const end = performance.now() + (seconds * 1000) / COMMANDS.length;
    while (performance.now() < end) {
      await fresh();
      const lock = stateFolder(copy);
      const place = random() < 0.25 ? lock : path.join(lock, 'journal.json');
      const wasKilled = await run(copy, command, { place, delay: LONGEST_DELAY * random() ** 2 });
      await run(copy, ['list']);
      const tree = treeOf(copy);
      counts.runs += 1;
      if (wasKilled) counts.killed += 1;
      if (isDeepStrictEqual(tree, before)) counts.before += 1;
      else if (isDeepStrictEqual(tree, after)) counts.after += 1;
      else counts.mixtures += 1;
    }
    failures += counts.mixtures;
    process.stdout.write(`| \`${command.join(' ')}\` | ${Object.values(counts).join(' | ')} |\n`);
  }
} finally {
  await rm(work, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;
