import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { measureBuild, run } from './measure.ts';
import { makeRecords, writeRecords } from './records.ts';

/*
 * Measures a site of the logs of many repositories, which Git fetches from this machine as it would from a server:
 *
 *   node bench/site/logs.ts [repositories] [records] [--read]
 *
 * 200 repositories with 50 records each where nothing is given. Each holds 1 MB besides its records. It is built three
 * times: with an empty cache, with nothing changed, and after one log changed. Of each it is told how long it took, the
 * peak of memory, how many repositories gave something new, and by how much the cache grew. With `--read` the logs are
 * only opened. It fails where anything but the log that changed is fetched again.
 */

const root = path.resolve(import.meta.dirname, '../..');
const work = mkdtempSync(path.join(tmpdir(), 'docket-bench-logs-'));
process.once('exit', () => rmSync(work, { recursive: true, force: true }));

const args = process.argv.slice(2);
const [repositories = 200, records = 50] = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
const onlyReads = args.includes('--read');
const PERSON = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org'];

const hub = path.join(work, 'hub');
const cache = path.join(work, 'cache');
const base = 'https://git.example.org/';
const names = Array.from({ length: repositories }, (_, at) => `team-${at + 1}`);
for (const name of names) await makeRepository(path.join(work, 'served', name));
mkdirSync(hub, { recursive: true });
const logs = names.map((id) => ({ id, repository: `${base}${id}` }));
writeFileSync(path.join(hub, 'docket.config.json'), JSON.stringify({ logs }));

const env = {
  GIT_ALLOW_PROTOCOL: 'file',
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: `url.file://${path.join(work, 'served')}/.insteadOf`,
  GIT_CONFIG_VALUE_0: base,
  XDG_CACHE_HOME: cache,
  ASTRO_TELEMETRY_DISABLED: '1',
};

await measure('Empty cache', repositories);
await measure('Nothing changed', 0);
const changed = path.join(work, 'served', names[0] ?? '');
writeFileSync(
  path.join(changed, 'docs/adr/0999-change.md'),
  '# 999. Change\n\n## Status\n\nAccepted\n',
);
await commit(changed, 'Add a decision');
await measure('One log changed', 1);

async function makeRepository(home: string): Promise<void> {
  writeRecords(path.join(home, 'docs/adr'), makeRecords(root, records));
  mkdirSync(path.join(home, 'src'), { recursive: true });
  writeFileSync(path.join(home, 'src/data.bin'), randomBytes(1024 * 1024));
  await run(['git', 'init', '--quiet', '--initial-branch=main'], home);
  await run(['git', 'config', 'uploadpack.allowFilter', 'true'], home);
  await run(['git', 'config', 'uploadpack.allowAnySHA1InWant', 'true'], home);
  await commit(home, 'Add the records');
}

async function commit(home: string, subject: string): Promise<void> {
  await run(['git', 'add', '--all'], home);
  await run(['git', ...PERSON, 'commit', '--quiet', '-m', subject], home);
}

async function measure(what: string, expected: number): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const before = sizeOf(cache);
  const out = path.join(work, 'site');
  const reader = path.join(import.meta.dirname, 'read-logs.ts');
  const command = onlyReads
    ? [process.execPath, reader, hub, out]
    : [process.execPath, '--run', 'build'];
  const { seconds, megabytes, said } = await measureBuild(command, {
    cwd: root,
    out,
    env: { ...env, DOCKET_ROOT: hub, DOCKET_OUT_DIR: out },
  });
  const fetched = said.match(/, fetched\s*$/gm)?.length ?? 0;
  const grown = (sizeOf(cache) - before) / 1024 / 1024;
  process.stdout.write(
    `${what}: ${seconds.toFixed(1)} s, ${megabytes} MB of memory, ${fetched} of ${repositories} logs fetched, cache +${grown.toFixed(1)} MB\n`,
  );
  if (fetched !== expected) throw new Error(`Expected ${expected} logs to be fetched:\n${said}`);
}

function sizeOf(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.reduce(
    (sum, entry) =>
      sum + (entry.isFile() ? statSync(path.join(entry.parentPath, entry.name)).size : 0),
    0,
  );
}
