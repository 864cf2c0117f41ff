// How long `pnpm lint` takes as a whole against its slowest check alone, and after one changed file against a cold
// start. By hand: `node bench/lint-all.ts`. Only the ratios mean something on another machine.
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

const alone: [string, number][] = [];
for (const { name } of tasks) {
  forget();
  alone.push([name, await lint('--only', name)]);
  print(`${name.padEnd(12)} alone, cold      ${seconds(alone.at(-1)?.[1] ?? 0)}`);
}
const [slowest, most] = alone.sort((a, b) => b[1] - a[1])[0] ?? ['', 0];

forget();
const cold = await lint();
const warm = await lint();
const afterRecord = await afterChange(record, '\nOne more sentence.\n');
const afterCode = await afterChange(code, '\n// One more line.\n');
const afterInterface = await afterChange(code, '\nexport const ONE_MORE = 1;\n');
const afterComponent = await afterChange(component, '\n<!-- One more line. -->\n');

print(`the whole, cold              ${seconds(cold)}, ${(cold / most).toFixed(2)} of ${slowest}`);
print(`nothing changed              ${seconds(warm)}, ${(warm / cold).toFixed(2)} of cold`);
print(`one record changed           ${seconds(afterRecord)}, ${(afterRecord / cold).toFixed(2)}`);
print(`one source file changed      ${seconds(afterCode)}, ${(afterCode / cold).toFixed(2)}`);
print(
  `one more export of it        ${seconds(afterInterface)}, ${(afterInterface / cold).toFixed(2)}`,
);
print(
  `one component changed        ${seconds(afterComponent)}, ${(afterComponent / cold).toFixed(2)}`,
);
