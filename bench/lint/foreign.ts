import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { buildJavaScript } from '../../packages/docket/build/javascript.ts';
import { cacheFolder, root } from '../../scripts/support/root.ts';
import { type MadeRecord, makeRecords, writeRecords } from '../site/records.ts';

/*
 * Times `docket lint` on records in MADR's and in Nygard's form beside as many of the same length in ours, in turn, so
 * that a busy machine is busy for each of them. Quote the ratio, which is of each round. By hand:
 * `node bench/lint/foreign.ts [records] [rounds]`.
 */

const [records = 1000, rounds = 5] = process.argv.slice(2).map(Number);
const folder = path.join(cacheFolder, 'bench-foreign');
const docket = path.join(cacheFolder, 'bench-docket');

const ours = makeRecords(root, records);

/** A record under another head: what its frontmatter says, in another form. */
function under(head: (title: string, number: number) => string): MadeRecord[] {
  return ours.map(({ text }, index) => {
    const number = index + 1;
    const body = text.replace(/^---\n.*?\n---\n/s, '').replace(/ADR-\d+/g, 'the first decision');
    const name = `${String(number).padStart(4, '0')}-decision-number-${number}.md`;
    return { name, text: `${head(`Decision number ${number}`, number)}\n${body}` };
  });
}

const madr = under(
  (title, number) =>
    `# ${title}\n\n* Status: accepted\n* Deciders: Mia, Noor\n* Date: ${day(number)}\n`,
);
const nygard = under(
  (title, number) => `# ${number}. ${title}\n\nDate: ${day(number)}\n\n## Status\n\nAccepted\n`,
);

function day(number: number): string {
  return new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
}

await rm(folder, { recursive: true, force: true });
await buildJavaScript(docket);
const logs = Object.entries({ ours, MADR: madr, Nygard: nygard }).map(([name, made]) => {
  const home = path.join(folder, name);
  writeRecords(path.join(home, 'docs/adr'), made);
  return { name, home, seconds: [] as number[] };
});
copyFileSync(
  path.join(root, 'docs/adr/template.md'),
  path.join(folder, 'ours/docs/adr/template.md'),
);

for (let round = 0; round <= rounds; round += 1) {
  for (const { home, seconds } of logs) {
    const start = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      [path.join(docket, 'docket.js'), 'lint', '--format', 'json'],
      { cwd: home, encoding: 'utf8', maxBuffer: 2 ** 30 },
    );
    if (status === null || status > 1) throw new Error(stderr);
    // The first round fills the caches of the system.
    if (round > 0) seconds.push((performance.now() - start) / 1000);
  }
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const [own = []] = logs.map(({ seconds }) => seconds);
for (const { name, seconds } of logs) {
  const ratio = median(seconds.map((value, round) => value / (own[round] ?? Number.NaN)));
  process.stdout.write(`${name}: ${median(seconds).toFixed(2)} s, ${ratio.toFixed(2)} of ours\n`);
}
