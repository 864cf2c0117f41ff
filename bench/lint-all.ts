// How long `pnpm lint` takes as a whole against its slowest check alone, and after one changed file against a cold
// start. By hand: `node bench/lint-all.ts [rounds]`, with a built site, on a machine that does nothing else: the best
// of the rounds counts, turn by turn. Only the ratios mean something on another machine.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tasks } from '../scripts/lint/tasks.ts';
import { run } from '../scripts/support/process.ts';
import { cacheFolder, root } from '../scripts/support/root.ts';

const component = path.join(root, 'src/site/components/PageTitle.astro');
const record = path.join(root, 'docs/adr/adr-001-containerize-with-nginx-alpine.md');
const code = path.join(root, 'src/records/status.ts');
const print = (text: string) => process.stdout.write(`${text}\n`);
const seconds = (value: number) => `${value.toFixed(1)} s`;

async function lint(...args: readonly string[]): Promise<number> {
  const command = { file: process.execPath, args: ['scripts/lint.ts', ...args] };
  return (await run(command, { capture: true })).seconds;
}

function forget(): void {
  for (const name of ['lint', 'types', 'compiled']) {
    rmSync(path.join(cacheFolder, name), { recursive: true, force: true });
  }
}

/** Times the whole after a line was added to a file, which is then as it was. */
async function afterChange(file: string, line: string): Promise<number> {
  const before = readFileSync(file);
  try {
    writeFileSync(file, `${before}${line}`);
    return await lint();
  } finally {
    writeFileSync(file, before);
  }
}

const best = new Map<string, number>();
async function time(name: string, measure: () => Promise<number>): Promise<void> {
  best.set(name, Math.min(await measure(), best.get(name) ?? Number.POSITIVE_INFINITY));
}
const cold =
  (...args: readonly string[]) =>
  () => {
    forget();
    return lint(...args);
  };

const CHANGES: readonly (readonly [name: string, file: string, line: string])[] = [
  ['one record changed', record, '\nOne more sentence.\n'],
  ['one source file changed', code, '\n// One more line.\n'],
  ['one more export of it', code, '\nexport const ONE_MORE = 1;\n'],
  ['one component changed', component, '\n<!-- One more line. -->\n'],
];
const rounds = Number(process.argv[2] ?? 3);
for (let round = 0; round < rounds; round += 1) {
  for (const { name } of tasks) await time(name, cold('--only', name));
  await time('the whole, cold', cold());
  await time('nothing changed', () => lint());
  for (const [name, file, line] of CHANGES) {
    await time(name, () => afterChange(file, line));
    // What was changed is clean again, and remembered as such.
    await lint();
  }
}

const alone = tasks.map(({ name }) => ({ name, took: best.get(name) ?? 0 }));
for (const { name, took } of alone) print(`${name.padEnd(12)} alone, cold      ${seconds(took)}`);
const [slowest] = alone.sort((a, b) => b.took - a.took);
const whole = best.get('the whole, cold') ?? 0;
print(
  `the whole, cold              ${seconds(whole)}, ${(whole / (slowest?.took ?? 0)).toFixed(2)} of ${slowest?.name}`,
);
for (const name of ['nothing changed', ...CHANGES.map(([change]) => change)]) {
  const took = best.get(name) ?? 0;
  print(`${name.padEnd(28)} ${seconds(took)}, ${(took / whole).toFixed(2)} of cold`);
}
