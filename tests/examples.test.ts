import { globSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { run } from '../packages/docket/tests/support/installed-docket.ts';
import { ROOT } from '../packages/docket/tests/support/repository.ts';

const EXAMPLES = path.join(ROOT, 'examples');
const DOCKET = path.join(ROOT, 'packages/docket/src/cli/bin.ts');
// Not the variables of the runner, some of which Vite would take for its own.
const ENV = { NODE_ENV: undefined, BASE_URL: undefined, ASTRO_TELEMETRY_DISABLED: '1' };

/** Builds the site of an example outside it, as its page says; returns the folder of the site. */
async function build(name: string): Promise<string> {
  const temporary = await mkdtemp(path.join(tmpdir(), 'docket-example-'));
  onTestFinished(() => rm(temporary, { recursive: true, force: true }));
  const out = path.join(temporary, 'site');
  const folder = path.join(EXAMPLES, name);
  const isAstro = globSync('astro.config.*', { cwd: folder }).length > 0;
  const args = isAstro
    ? [path.join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', out]
    : [DOCKET, 'build', '--root', folder, '--out', out];
  const { code, stdout, stderr } = await run(process.execPath, args, { cwd: folder, env: ENV });
  expect(code, stdout + stderr).toBe(0);
  return out;
}

const EXPECTED = {
  nygard: ['adr/0001-record-decisions', 'adr/0003-order-flour-through-the-interface', 'log'],
  madr: ['adr/0002-keep-loans-as-events', 'graph', 'log', 'pages/counter/disputed-fee'],
  monorepo: ['shop/adr/0001-sell-by-the-crate', 'storage/adr/0001-store-by-harvest-day', 'log'],
  'spec-driven': ['adr/adr-001-light-by-the-sun', 'specs/spec-0001-light-by-the-sun', 'trace'],
  starlight: ['decisions/adr/0001-leave-on-the-hour', 'decisions/log', 'timetable'],
  'starlight-theme': ['decisions/adr/0001-leave-on-the-hour', 'decisions/log', 'timetable'],
} as const;
const NAMES = Object.keys(EXPECTED) as (keyof typeof EXPECTED)[];

test('every example is tried, and its page tells of it', async () => {
  const folders = readdirSync(EXAMPLES, { withFileTypes: true }).filter((one) => one.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...NAMES].sort());
  const page = await readFile(path.join(EXAMPLES, 'README.md'), 'utf8');
  for (const name of NAMES) expect(page).toContain(`[${name}](${name})`);
});

test.each(NAMES)('the example %s has no findings and becomes a site', async (name) => {
  const lint = await run(process.execPath, [DOCKET, 'lint', '--root', path.join(EXAMPLES, name)]);
  expect(lint.stdout).toMatch(/^No problems in \d+ files?$/m);
  const site = await build(name);
  for (const page of EXPECTED[name]) {
    const html = await readFile(path.join(site, page, 'index.html'), 'utf8');
    expect(html).toContain('<h1');
    if (page !== 'timetable') continue;
    for (const address of ['/decisions/', '/decisions/log/'])
      expect(html).toContain(`href="${address}"`);
  }
});

test('a page of the repository stands in the menu and shows what it shows there', async () => {
  const site = await build('madr');
  const read = (file: string) => readFile(path.join(site, file), 'utf8');
  const page = await read('pages/counter/disputed-fee/index.html');
  expect(page.match(/<h1[^>]*>[^<]*<\/h1>/g)).toEqual([
    expect.stringContaining('>When a reader disputes a fee<'),
  ]);
  expect(page).toContain('href="/adr/0002-keep-loans-as-events/"');
  expect(page).toContain('src="/files/docs/counter/loan.svg"');
  expect(await read('files/docs/counter/loan.svg')).toContain('brought back');
  expect(await read('log/index.html')).toContain('href="/pages/counter/disputed-fee/"');
  expect(await read('llms.txt')).toContain('/pages/counter/disputed-fee.md');
});
