import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildJavaScript } from '../../packages/docket/build/javascript.ts';
import { cacheFolder, root } from '../../scripts/support/root.ts';
import { generateRecords } from '../support/generate-records.ts';
import { generateProposals } from './eipw.ts';

/*
 * Times the linters on records made from the real ones, all in one run, turn by turn, so that a busy machine is
 * busy for each of them. By hand: `node bench/lint/run.ts [records] [rounds]`.
 *
 * eipw judges Ethereum proposals and nothing else, so it gets each record in that form (`eipw.ts`): the number of files
 * and the prose in them are the same to a few per cent, and so are mentions and links of other records. Not the same
 * are the rules: eipw has some 50, none about history, citations elsewhere in a repository, or the graph beyond what
 * one proposal requires. It runs as a library in WebAssembly, its only build for npm; its own program is not timed.
 *
 * check-peps is a script in the repository of Python's proposals and no package, so it is not here.
 */

const PEERS = {
  'eipw-lint-js': '0.9.0',
  'markdownlint-cli2': '0.24.1',
  'remark-cli': '12.0.1',
  'remark-frontmatter': '5.0.0',
  'remark-gfm': '4.0.1',
  'remark-preset-lint-consistent': '6.0.1',
  'remark-preset-lint-recommended': '7.0.1',
};

const [records = 1000, rounds = 3] = process.argv.slice(2).map(Number);
const many = records * 10;
const folder = path.join(cacheFolder, 'bench-lint');
const peers = path.join(folder, 'peers');
const log = path.join(folder, `records-${records}`);
const manyLog = path.join(folder, `records-${many}`);
// Below this project's own node_modules, so that the bundle finds its one dependency.
const docket = path.join(cacheFolder, 'bench-docket');

await mkdir(peers, { recursive: true });
await writeFile(
  path.join(peers, 'package.json'),
  JSON.stringify({ private: true, dependencies: PEERS }),
);
await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], peers);
await buildJavaScript(docket);
await generateRecords(log, records);
await generateRecords(manyLog, many);
await generateProposals(path.join(log, 'docs/adr'), path.join(folder, `proposals-${records}`));

// On Linux `maxRSS` begins with what the parent held, so the high-water mark of the process itself is read instead.
const USAGE_HOOK = `process.on('exit', () => {
  const fs = require('node:fs');
  const usage = process.resourceUsage();
  if (process.platform === 'linux') {
    const status = fs.readFileSync('/proc/self/status', 'utf8');
    usage.maxRSS = Number(/VmHWM:\\s+(\\d+)/.exec(status)[1]);
  }
  fs.writeFileSync(process.env.DOCKET_BENCH_USAGE, JSON.stringify(usage));
});`;

const bin = (name: string): string => path.join(peers, 'node_modules', name);
const using = (name: string): string[] => ['--use', bin(name)];
// The records lie below this repository, whose root the command would find from there.
const lint = [path.join(docket, 'docket.js'), 'lint', '--root', '.'];
const commands: readonly (readonly [name: string, args: readonly string[], cwd: string])[] = [
  ['node -e 0', ['-e', '0'], log],
  [`docket lint, ${records} records`, lint, log],
  // To see whether time and memory grow with the records, or faster.
  [`docket lint, ${many} records`, lint, manyLog],
  ['markdownlint-cli2', [bin('markdownlint-cli2/markdownlint-cli2-bin.mjs'), 'docs/adr/*.md'], log],
  [
    'remark-cli with remark-lint',
    [
      bin('remark-cli/cli.js'),
      ...['docs/adr', '--quiet', '--no-stdout', '--no-config'],
      ...['frontmatter', 'gfm'].flatMap((name) => using(`remark-${name}/index.js`)),
      ...['consistent', 'recommended'].flatMap((name) =>
        using(`remark-preset-lint-${name}/index.js`),
      ),
    ],
    log,
  ],
  [
    'eipw, the same prose',
    [
      path.join(import.meta.dirname, 'run-eipw.ts'),
      bin('eipw-lint-js'),
      path.join(folder, `proposals-${records}`),
    ],
    log,
  ],
];

// How long somebody waits for the first word about the records of this repository.
const starts: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['node -e 0, until it ends', ['-e', '0']],
  ['First diagnostic of the real records', lint],
];

// So that the compiled code of the command is there, as it is from the second run on.
await run(process.execPath, lint, log);
await run(process.execPath, lint, root);

const times = new Map<string, number[]>();
for (let round = 0; round < rounds; round += 1) {
  for (const [name, args, cwd] of commands) {
    times.set(name, [...(times.get(name) ?? []), await run(process.execPath, args, cwd)]);
  }
}
// Short ones are timed many times, in turn.
for (let round = 0; round < rounds * 10; round += 1) {
  for (const [name, args] of starts) {
    times.set(name, [...(times.get(name) ?? []), await firstByte(process.execPath, args, root)]);
  }
}

process.stdout.write('| Until the first byte | Wall time, best |\n| --- | ---: |\n');
for (const [name] of starts) {
  process.stdout.write(`| ${name} | ${Math.min(...(times.get(name) ?? [])).toFixed(0)} ms |\n`);
}
process.stdout.write('\n');
process.stdout.write('| Command | Wall time, best | Processor time | Peak memory |\n');
process.stdout.write('| --- | ---: | ---: | ---: |\n');
for (const [name, args, cwd] of commands) {
  const wall = Math.min(...(times.get(name) ?? []));
  const { userCPUTime, systemCPUTime, maxRSS } = await usageOf(args, cwd);
  const cells = [
    `${(wall / 1000).toFixed(2)} s`,
    `${((userCPUTime + systemCPUTime) / 1e6).toFixed(2)} s`,
    `${Math.round(maxRSS / 1024)} MB`,
  ];
  process.stdout.write(`| ${name} | ${cells.join(' | ')} |\n`);
}

/** Runs Node once more and asks it at its end what it took, without the programs that it started itself. */
async function usageOf(args: readonly string[], cwd: string): Promise<NodeJS.ResourceUsage> {
  const file = path.join(folder, 'usage.json');
  const hook = path.join(folder, 'usage.cjs');
  await writeFile(hook, USAGE_HOOK);
  await run(process.execPath, ['--require', hook, ...args], cwd, { DOCKET_BENCH_USAGE: file });
  return JSON.parse(await readFile(file, 'utf8')) as NodeJS.ResourceUsage;
}

/** Milliseconds a program takes. Linters end with 1 where they find something. */
function run(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, [...args], {
      cwd,
      stdio: 'ignore',
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0 || code === 1) resolve(performance.now() - start);
      else reject(new Error(`${program} ${args.join(' ')} ended with ${code}`));
    });
  });
}

/** Milliseconds until a program writes its first byte to standard output, or ends without one. */
function firstByte(program: string, args: readonly string[], cwd: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, [...args], { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
    let first: number | undefined;
    child.stdout.on('data', () => {
      first ??= performance.now() - start;
    });
    child.on('error', reject);
    child.on('close', () => resolve(first ?? performance.now() - start));
  });
}
