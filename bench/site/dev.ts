import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateRecords } from '../support/generate-records.ts';

/*
 * Measures the development server on decision records made from this repository's own:
 *
 *   node bench/site/dev.ts [count] [--cold]
 *
 * The count is 1000 where none is given. Seconds until the server says that it is ready; until the page of a record is
 * there, asked for at once; and from saving that record until its page shows the change, each time as a browser does it:
 * wait for the server to call for a reload, then ask for the page. With `--cold` Astro's content store is deleted
 * before, as in a new clone. Figures are only good on a machine that does nothing else.
 */

const root = path.resolve(import.meta.dirname, '../..');
const SAVES = 9;
const args = process.argv.slice(2);
const count = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 1000);

const records = mkdtempSync(path.join(tmpdir(), 'docket-bench-dev-'));
process.once('exit', () => rmSync(records, { recursive: true, force: true }));
await generateRecords(records, count);
const person = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org'];
const git = (...given: string[]) => execFileSync('git', given, { cwd: records });
git('init', '--quiet');
git('add', '--all');
git(...person, 'commit', '--quiet', '-m', 'Add the records');
if (args.includes('--cold')) rmSync(path.join(root, '.astro'), { recursive: true, force: true });

const start = performance.now();
const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(2);
const server = spawn(process.execPath, ['--run', 'dev', '--', '--ignore-lock'], {
  cwd: root,
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', DOCKET_ROOT: records },
  // It starts another process, which has to end with it.
  detached: true,
});
try {
  const address = await addressOf();
  process.stdout.write(`Ready: ${seconds(start)} s\n`);
  await measure(address);
} finally {
  if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid);
}

/** The address that the server prints when it is ready. */
function addressOf(): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (data: Buffer): void => {
      said += data.toString();
      const address = /Local\s+(http:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.once('exit', () => reject(new Error(`The server ended:\n${said}`)));
  });
}

async function measure(address: string): Promise<void> {
  const names = readdirSync(path.join(records, 'docs/adr')).filter((name) => /^adr-/.test(name));
  const name = names[Math.floor(names.length / 2)] ?? '';
  const file = path.join(records, 'docs/adr', name);
  const page = new URL(`/adr/${name.replace('.md', '/')}`, address);
  const read = async (): Promise<string> => {
    const answer = await fetch(page);
    if (answer.status !== 200) throw new Error(`${page} answered with ${answer.status}`);
    return answer.text();
  };
  await read();
  process.stdout.write(`First page: ${seconds(start)} s\n`);

  const client = await (await fetch(new URL('/@vite/client', address))).text();
  const token = /wsToken = "([^"]+)"/.exec(client)?.[1] ?? '';
  const socket = new WebSocket(
    `${address.replace('http', 'ws')}?token=${encodeURIComponent(token)}`,
    'vite-hmr',
  );
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const text = readFileSync(file, 'utf8');
  const times: number[] = [];
  for (let save = 1; save <= SAVES; save += 1) {
    const called = new Promise<void>((resolve) => {
      socket.onmessage = ({ data }) => {
        if (String(data).includes('full-reload')) resolve();
      };
    });
    const saved = performance.now();
    writeFileSync(file, text.replace('## Context\n', `## Context\n\nThis is save ${save}.\n`));
    await called;
    // A reload may also be asked for by Vite itself, which finds new dependencies on the first pages.
    while (!(await read()).includes(`This is save ${save}.`)) {
      if (performance.now() - saved > 10_000) throw new Error('The page is stale');
    }
    times.push((performance.now() - saved) / 1000);
  }
  socket.close();
  times.sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)] ?? 0;
  process.stdout.write(
    `Saving to seeing: ${median.toFixed(2)} s (the median of ${SAVES}; longest ${times.at(-1)?.toFixed(2)} s)\n`,
  );
}
