import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Measure, measureBuild, run } from './measure.ts';
import { makeRecords, writeRecords } from './records.ts';

/*
 * Measures cold builds of the same decision records by Docket and by plain Starlight, one after the other:
 *
 *   node bench/site/run.ts [count …] [--no-peer]
 *
 * Counts are 1000 where none is given. The size of a site is that of its files.
 * Starlight makes the sidebar it is made for: all pages of the folder. Figures are only good against each other, on a machine that does nothing else.
 */

const root = path.resolve(import.meta.dirname, '../..');
// Outside of this repository, so that the peer finds its own packages and settings and nothing of ours.
const work = mkdtempSync(path.join(tmpdir(), 'docket-bench-site-'));
process.once('exit', () => rmSync(work, { recursive: true, force: true }));
/** The build as its users run it. */
const build = [process.execPath, '--run', 'build'];
const quiet = { ASTRO_TELEMETRY_DISABLED: '1' };

const args = process.argv.slice(2);
const counts = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
const withPeer = !args.includes('--no-peer');

for (const count of counts.length > 0 ? counts : [1000]) {
  const records = makeRecords(root, count);
  for (const name of ['records', 'docket', 'docket.cache', 'starlight']) {
    rmSync(path.join(work, name), { recursive: true, force: true });
  }
  const docket = await measureDocket(records);
  say(`Docket, ${count} records`, docket, count);
  if (!withPeer) continue;
  const peer = await measureStarlight(records);
  say(`Plain Starlight, ${count} pages`, peer, count);
  process.stdout.write(`Ratio of times: ${(docket.seconds / peer.seconds).toFixed(2)}\n`);
}

async function measureDocket(records: ReturnType<typeof makeRecords>): Promise<Measure> {
  const home = path.join(work, 'records');
  writeRecords(path.join(home, 'docs/adr'), records);
  copyFileSync(path.join(root, 'docs/adr/template.md'), path.join(home, 'docs/adr/template.md'));
  await run(['git', 'init', '--quiet'], home);
  await run(['git', 'add', '--all'], home);
  const person = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org'];
  await run(['git', ...person, 'commit', '--quiet', '-m', 'Add the records'], home);
  const out = path.join(work, 'docket');
  return measureBuild(build, {
    cwd: root,
    out,
    env: { ...quiet, DOCKET_ROOT: home, DOCKET_OUT_DIR: out },
  });
}

async function measureStarlight(records: ReturnType<typeof makeRecords>): Promise<Measure> {
  const home = path.join(work, 'starlight');
  writeRecords(path.join(home, 'src/content/docs/adr'), records);
  mkdirSync(path.join(home, 'src/content/docs'), { recursive: true });
  writeFileSync(
    path.join(home, 'src/content/docs/index.md'),
    '---\ntitle: Decisions\n---\n\nThe log.\n',
  );
  writeFileSync(
    path.join(home, 'src/content.config.ts'),
    `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
  );
  writeFileSync(
    path.join(home, 'astro.config.mjs'),
    `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({
  integrations: [
    starlight({ title: 'Decisions', sidebar: [{ label: 'Decisions', items: [{ autogenerate: { directory: 'adr' } }] }] }),
  ],
});
`,
  );
  // The same versions of the same packages, installed here: Astro finds its parts only below the folder of the site.
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const named = ['astro', '@astrojs/starlight'].map((name) => [name, dependencies[name]]);
  writeFileSync(
    path.join(home, 'package.json'),
    JSON.stringify({ type: 'module', dependencies: Object.fromEntries(named) }),
  );
  await run(['npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund'], home);
  const peer = [process.execPath, path.join(home, 'node_modules/astro/bin/astro.mjs'), 'build'];
  return measureBuild(peer, { cwd: home, out: path.join(home, 'dist'), env: quiet });
}

function say(name: string, { seconds, bytes, megabytes: peak }: Measure, count: number): void {
  const megabytes = (value: number) => (value / 1e6).toFixed(1);
  process.stdout.write(
    `${name}: ${seconds.toFixed(1)} s (${((seconds / count) * 1000).toFixed(1)} ms each), ` +
      `${megabytes(bytes)} MB (${(bytes / count / 1000).toFixed(1)} KB each), at most ${peak} MB of memory\n`,
  );
}
