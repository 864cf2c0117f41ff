import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { configureNginx, ensureNginx } from '../../scripts/nginx.ts';
import { run } from '../../scripts/support/process.ts';
import { cacheFolder, root } from '../../scripts/support/root.ts';
import { checkSite, type ListedRecord, type SiteFaults } from './check-site.ts';

/*
 * Lints and builds repositories of other people as they are, without a configuration, and looks for what their sites
 * lose of what the repositories show:
 *
 *   node bench/strangers/run.ts FOLDER [NAME …]
 *
 * FOLDER holds a checkout for each repository; with names, only these are taken. Nothing is written there. One called
 * `owner__name` is taken for a clone of that repository of GitHub, where links to its files lead.
 * A line for each fault follows each row of the table, and the findings of its rules.
 */

const PORT = 5591;
const bin = path.join(root, 'packages/docket/src/cli/bin.ts');

process.exitCode = await main(process.argv.slice(2));

async function main([folder, ...names]: readonly string[]): Promise<number> {
  if (folder === undefined) {
    process.stderr.write('No folder given; name one that holds a checkout for each repository\n');
    return 2;
  }
  const nginx = await ensureNginx((line) => process.stderr.write(`${line}\n`));
  const checkouts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && (names.length === 0 || names.includes(entry.name)))
    .map(({ name }) => name);
  let perfect = true;
  row('folder', ['records', 'findings', 'seconds', 'pages', 'addresses', 'links', 'images']);
  for (const name of checkouts) {
    perfect = (await tryOne(name, path.resolve(folder, name), nginx)) && perfect;
  }
  return perfect ? 0 : 1;
}

/** Lints, builds and checks one checkout; returns whether nothing is lost. */
async function tryOne(name: string, checkout: string, nginx: string): Promise<boolean> {
  const out = path.join(cacheFolder, 'bench-strangers', name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(path.dirname(out), { recursive: true });
  const lint = await docket(['lint', '--root', checkout, '--format', 'json']);
  const { rules, fragments } = readReport(lint.output);
  const [, owner, repository] = /^(.+?)__(.+)$/.exec(name) ?? [];
  const build = await docket(['build', '--root', checkout, '--out', out], {
    ...(repository && {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'remote.origin.url',
      GIT_CONFIG_VALUE_0: `https://github.com/${owner}/${repository}`,
    }),
  });
  const findings = [...rules.values()].reduce((sum, count) => sum + count, 0);
  if (build.kind !== 'exited' || build.code !== 0) {
    row(name, ['-', findings, build.seconds.toFixed(0), 'refused']);
    process.stdout.write(`${build.output}\n`);
    return false;
  }
  const { records } = JSON.parse(readFileSync(path.join(out, 'api/records.json'), 'utf8')) as {
    readonly records: readonly ListedRecord[];
  };
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(out, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
    );
  const pages = files.filter((file) => file.endsWith('.html')).length;
  const faults = await served(out, nginx, (origin) =>
    checkSite(origin, checkout, { records, files, broken: fragments }),
  );
  const lost = [faults.addresses, faults.links, faults.images];
  row(name, [
    ...[records.length, findings, build.seconds.toFixed(0), pages],
    ...lost.map(({ length }) => length),
  ]);
  for (const [rule, count] of rules) process.stdout.write(`  ${rule}: ${count}\n`);
  for (const [kind, lines] of Object.entries(faults)) {
    for (const line of lines) process.stdout.write(`  ${kind}: ${line}\n`);
  }
  return lost.every(({ length }) => length === 0);
}

function docket(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ReturnType<typeof run> {
  return run({ file: process.execPath, args: [bin, ...args], env }, { capture: true });
}

/** The number of findings of each rule in a report, the most first, and the fragments that lead nowhere. */
function readReport(report: string): { rules: Map<string, number>; fragments: string[] } {
  const start = report.indexOf('{');
  const { diagnostics } = JSON.parse(start < 0 ? '{"diagnostics":[]}' : report.slice(start)) as {
    readonly diagnostics: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly found: string;
    }[];
  };
  const grouped = Map.groupBy(diagnostics, ({ rule, severity }) => `${rule} (${severity})`);
  const counts = [...grouped].map(([rule, those]) => [rule, those.length] as const);
  return {
    rules: new Map(counts.sort((a, b) => b[1] - a[1])),
    fragments: diagnostics
      .filter(({ rule }) => rule === 'link-fragment')
      .flatMap(({ found }) => /#([^`]+)`/.exec(found)?.[1] ?? []),
  };
}

/** Serves a site with nginx, as in production, while something asks it. */
async function served(
  folder: string,
  nginx: string,
  ask: (origin: string) => Promise<SiteFaults>,
): Promise<SiteFaults> {
  const work = mkdtempSync(path.join(tmpdir(), 'docket-strangers-'));
  const file = await configureNginx({ folder, base: '', port: PORT, work });
  const server = spawn(nginx, ['-p', work, '-c', file], { stdio: 'ignore' });
  const origin = `http://127.0.0.1:${PORT}`;
  try {
    for (let tries = 0; tries < 100; tries += 1) {
      if (await fetch(origin).catch(() => undefined)) return await ask(origin);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`Unexpected silence of ${origin}, expected the site; is port ${PORT} free?`);
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill();
    await ended;
    rmSync(work, { recursive: true, force: true });
  }
}

function row(name: string, cells: readonly (string | number)[]): void {
  process.stdout.write(
    `${name.padEnd(46)}${cells.map((cell) => String(cell).padStart(10)).join('')}\n`,
  );
}
