import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromiumLaunchOptions } from '../scripts/chromium.ts';
import { configureNginx, ensureNginx } from '../scripts/nginx.ts';
import { cacheFolder, root } from '../scripts/support/root.ts';
import { messageOf } from '../scripts/support/text.ts';

/*
 * Lighthouse with its mobile preset on the built site, served by nginx as in production. Run by hand after a build:
 * `node bench/lighthouse.ts [PATH…]`, or with `--site FOLDER` on what `docket build` made of another repository, of
 * which it takes the home, the log and the longest record. It is fetched by npx and no dependency: its tree is larger
 * than Docket's own.
 */

const LIGHTHOUSE = 'lighthouse@13.5.0';
const PORT = 5590;
const PAGES = ['', 'log/', 'adr/adr-018-secret-management-keyvault-eso/', 'trace/', 'graph/'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** Work on the main thread beyond this many milliseconds at a time is felt. */
const LONG_TASK = 50;
/** Lighthouse tells tasks as its simulated phone would take them, by this factor longer than they ran. */
const PHONE = 4;

interface Audit {
  readonly score: number | null;
  readonly title: string;
  readonly numericValue?: number;
  readonly details?: { readonly items?: readonly { readonly duration?: number }[] };
}

interface LighthouseReport {
  readonly categories: Readonly<
    Record<
      (typeof CATEGORIES)[number],
      {
        readonly score: number | null;
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
      }
    >
  >;
  readonly audits: Readonly<Record<string, Audit>>;
}

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  const work = mkdtempSync(path.join(tmpdir(), 'docket-lighthouse-'));
  const nginx = await ensureNginx((line) => process.stderr.write(`${line}\n`));
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { site: { type: 'string' } },
  });
  const folder = values.site === undefined ? path.join(root, 'dist') : path.resolve(values.site);
  const pages = values.site === undefined ? PAGES : ['', 'log/', longestRecord(folder)];
  const file = await configureNginx({ folder, base: '', port: PORT, work });
  const server = spawn(nginx, ['-p', work, '-c', file], { stdio: 'ignore' });
  const reports = path.join(cacheFolder, 'lighthouse');
  mkdirSync(reports, { recursive: true });
  let perfect = true;
  try {
    await ready(`http://127.0.0.1:${PORT}/`);
    for (const page of positionals.length > 0 ? positionals : pages) {
      const report = await measure(page, path.join(reports, `${page.replaceAll('/', '-')}.json`));
      perfect = print(page, report) && perfect;
    }
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    return 2;
  } finally {
    server.kill();
    rmSync(work, { recursive: true, force: true });
  }
  return perfect ? 0 : 1;
}

/** The path of the largest page of a record. @throws Error where the site has none. */
function longestRecord(folder: string): string {
  const pages = readdirSync(path.join(folder, 'adr')).flatMap((name) => {
    if (name.includes('.')) return [];
    const { length } = readFileSync(path.join(folder, 'adr', name, 'index.html'));
    return [{ path: `adr/${name}/`, length }];
  });
  const [longest] = pages.sort((a, b) => b.length - a.length);
  if (!longest) throw new Error(`Unexpected site without records in ${folder}`);
  return longest.path;
}

/** Runs Lighthouse on a page. @throws Error when it ends without a report. */
async function measure(page: string, out: string): Promise<LighthouseReport> {
  const { executablePath, args, chromiumSandbox } = chromiumLaunchOptions();
  const flags = ['--headless=new', ...args, ...(chromiumSandbox ? [] : ['--no-sandbox'])];
  rmSync(out, { force: true });
  const child = spawn(
    'npx',
    [
      ...['--yes', LIGHTHOUSE, `http://127.0.0.1:${PORT}/${page}`, '--quiet'],
      ...['--output=json', `--output-path=${out}`, `--chrome-flags=${flags.join(' ')}`],
    ],
    { env: { ...process.env, CHROME_PATH: executablePath }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`Lighthouse ended with ${code} on /${page}\n${complaint}`);
  return JSON.parse(readFileSync(out, 'utf8')) as LighthouseReport;
}

/** Prints one line for a page, and one for each audit that cost points; returns whether it has all of them. */
function print(page: string, { categories, audits }: LighthouseReport): boolean {
  const scores = CATEGORIES.map((name) => Math.round((categories[name].score ?? 0) * 100));
  const tasks = (audits['long-tasks']?.details?.items ?? []).map(({ duration = 0 }) => duration);
  const longest = Math.round(Math.max(0, ...tasks));
  const long = tasks.filter((duration) => duration / PHONE > LONG_TASK);
  const figures = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time']
    .map((id) => `${Math.round(audits[id]?.numericValue ?? Number.NaN)}`)
    .join(' / ');
  const shift = audits['cumulative-layout-shift']?.numericValue ?? Number.NaN;
  process.stdout.write(
    `/${page}: ${CATEGORIES.map((name, index) => `${name} ${scores[index]}`).join(', ')}; FCP / LCP / TBT ${figures} ms; CLS ${shift}; long tasks ${long.length}, the longest ${longest / PHONE} ms, ${longest} ms on the phone\n`,
  );
  for (const name of CATEGORIES) {
    for (const { id, weight } of categories[name].auditRefs) {
      const audit = audits[id];
      if (weight > 0 && audit?.score !== null && (audit?.score ?? 1) < 0.9) {
        process.stdout.write(`  ${name}: ${audit?.title} (${audit?.score})\n`);
      }
    }
  }
  return scores.every((score) => score === 100) && long.length === 0;
}

/** Waits until the server answers. @throws Error where it does not within ten seconds. */
async function ready(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Unexpected silence of ${address}, expected the site; is port ${PORT} free?`);
}
