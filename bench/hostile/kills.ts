/**
 * Kills a writer at each of its steps, and then commands at random moments, and looks at what the next one finds. By
 * hand: `node bench/hostile/kills.ts [seed] [seconds]`; prints what came of it and ends with 1 where a tree was a
 * mixture of before and after, or something was left behind. The seconds are for the commands.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { patchedFiles } from '../../packages/docket/src/engine/examples.ts';
import { stateFolder } from '../../packages/docket/src/io/state-folder.ts';
import type { FileChange } from '../../packages/docket/src/records/authoring/change.ts';
import { NEW_ADR } from '../../packages/docket/src/rules/support/example-base.ts';
import { killEverywhere } from '../../packages/docket/tests/support/kills.ts';
import { treeOf } from '../../packages/docket/tests/support/tree.ts';
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

const CHANGES: readonly FileChange[] = [
  { kind: 'edit', path: 'a.md', before: 'a\n', after: 'new a\n' },
  { kind: 'edit', path: 'link.md', before: 'l\n', after: 'new l\n' },
  { kind: 'move', from: 'b.md', path: 'sub/deep/c.md', before: 'b\n', after: 'new b\n' },
  { kind: 'create', path: 'sub/d.md', after: 'd\n' },
];

/** A folder that the changes can be made to. */
async function startFolder(): Promise<string> {
  const root = await mkdtemp(path.join(work, 'steps-'));
  for (const name of ['a', 'b', 'l']) await writeFile(path.join(root, `${name}.md`), `${name}\n`);
  await symlink('l.md', path.join(root, 'link.md'));
  return root;
}

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
  const script = path.join(project, 'packages/docket/src/cli/bin.ts');
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
  const steps = await killEverywhere(startFolder, CHANGES, 1);
  process.stdout.write(
    `Killed at each of ${steps.before + steps.after - 1} steps: ${steps.before} as before, ${steps.after} as after\n\n`,
  );
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
