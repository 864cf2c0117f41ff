import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildCliPackage } from '../../scripts/support/cli-package.ts';
import { cacheFolder, root } from '../../scripts/support/root.ts';
import { generateRecords } from '../support/generate-records.ts';

/*
 * Times the linters on records made from the real ones, all in one run, turn by turn, so that a busy machine is
 * busy for each of them. By hand: `node bench/lint/run.ts [records] [rounds]`.
 */

const PEERS = {
  'markdownlint-cli2': '0.24.1',
  'remark-cli': '12.0.1',
  'remark-frontmatter': '5.0.0',
  'remark-gfm': '4.0.1',
  'remark-preset-lint-consistent': '6.0.1',
  'remark-preset-lint-recommended': '7.0.1',
};

const [records = 1000, rounds = 3] = process.argv.slice(2).map(Number);
const folder = path.join(cacheFolder, 'bench-lint');
const peers = path.join(folder, 'peers');
const log = path.join(folder, `records-${records}`);
// Below this project's own node_modules, so that the bundle finds its one dependency.
const docket = path.join(cacheFolder, 'bench-docket');

await mkdir(peers, { recursive: true });
await writeFile(
  path.join(peers, 'package.json'),
  JSON.stringify({ private: true, dependencies: PEERS }),
);
await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], peers);
await buildCliPackage(docket);
await generateRecords(log, records);

const bin = (name: string): string => path.join(peers, 'node_modules', name);
const using = (name: string): string[] => ['--use', bin(name)];
const commands: readonly (readonly [name: string, args: readonly string[], cwd: string])[] = [
  ['node -e 0', ['-e', '0'], log],
  ['docket lint, the real records', [path.join(docket, 'docket.js'), 'lint'], root],
  [`docket lint, ${records} records`, [path.join(docket, 'docket.js'), 'lint'], log],
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
];

const times = new Map<string, number[]>(commands.map(([name]) => [name, []]));
for (let round = 0; round < rounds; round += 1) {
  for (const [name, args, cwd] of commands) {
    times.get(name)?.push(await run(process.execPath, args, cwd));
  }
}

process.stdout.write('| Command | Best of the rounds |\n| --- | ---: |\n');
for (const [name, all] of times) {
  process.stdout.write(`| ${name} | ${(Math.min(...all) / 1000).toFixed(2)} s |\n`);
}

/** Milliseconds a program takes. Linters end with 1 where they find something. */
function run(program: string, args: readonly string[], cwd: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, [...args], { cwd, stdio: 'ignore' });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0 || code === 1) resolve(performance.now() - start);
      else reject(new Error(`${program} ${args.join(' ')} ended with ${code}`));
    });
  });
}
