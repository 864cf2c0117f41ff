import { defineConfig, devices } from 'playwright/test';
import { chromiumLaunchOptions } from './scripts/chromium.ts';

/** A built site under test: one server and one project each. `pnpm test:e2e` builds what is not the site itself. */
interface Site {
  readonly name: string;
  readonly port: number;
  /** The path of the site on its host, with a slash at both ends. */
  readonly base: string;
  /** The tests that are meant for this site. */
  readonly testMatch: RegExp;
  /** Serves the site on `port` in the foreground, until it is ended. */
  readonly command: string;
  readonly env: Readonly<Record<string, string>>;
}

const host = '127.0.0.1';
/** Ports from here on are used; another first one lets two checkouts test side by side. */
const firstPort = Number(process.env.DOCKET_TEST_PORT ?? 4398);
const astro = `"${process.execPath}" node_modules/astro/bin/astro.mjs`;
const preview = (port: number) => `${astro} preview --host ${host} --port ${port} --ignore-lock`;

/** Those with the longest tests come first, so that none of those runs alone at the end. */
const sites: readonly Site[] = [
  {
    // Records that try to run scripts, and whose findings somebody has waived.
    name: 'hostile',
    port: firstPort + 9,
    base: '/',
    testMatch: /e2e\/hostile\/[^/]+\.spec\.ts$/,
    command: preview(firstPort + 9),
    env: { DOCKET_OUT_DIR: '.cache/hostile-site' },
  },
  {
    // Records with titles, tags and names that no layout was made for, and words in many scripts.
    name: 'strange',
    port: firstPort + 8,
    base: '/',
    testMatch: /e2e\/strange\/[^/]+\.spec\.ts$/,
    command: preview(firstPort + 8),
    env: { DOCKET_OUT_DIR: '.cache/strange-site' },
  },
  {
    name: 'site',
    port: firstPort + 1,
    base: '/',
    testMatch: /e2e\/[^/]+\.spec\.ts$/,
    command: preview(firstPort + 1),
    env: {},
  },
  {
    name: 'base',
    port: firstPort,
    base: '/team/decisions/',
    testMatch: /e2e\/base\/[^/]+\.spec\.ts$/,
    command: preview(firstPort),
    env: { DOCKET_BASE: '/team/decisions', DOCKET_OUT_DIR: '.cache/site-under-base' },
  },
  {
    // As it is in production: with its headers, its compressed files and its policy.
    name: 'nginx',
    port: firstPort + 5,
    base: '/',
    testMatch: /e2e\/nginx\/[^/]+\.spec\.ts$/,
    command: `"${process.execPath}" scripts/serve.ts --port ${firstPort + 5}`,
    env: {},
  },
  {
    // A pull request, as it is built and served under its own path.
    name: 'preview',
    port: firstPort + 6,
    base: '/previews/pr-42/',
    testMatch: /e2e\/preview\/[^/]+\.spec\.ts$/,
    command: `"${process.execPath}" scripts/serve.ts --port ${firstPort + 6} --folder .cache/preview-site --base /previews/pr-42`,
    env: {},
  },
  {
    // Somebody else's site, with both packages as npm installs them.
    name: 'guest',
    port: firstPort + 2,
    base: '/docs/',
    testMatch: /e2e\/guest\/[^/]+\.spec\.ts$/,
    command: `cd .cache/guest-site && ${preview(firstPort + 2)}`,
    env: {},
  },
  {
    // What a folder of decisions becomes by one command, without any configuration.
    name: 'plain',
    port: firstPort + 3,
    base: '/',
    testMatch: /e2e\/plain\/[^/]+\.spec\.ts$/,
    command: `"${process.execPath}" scripts/serve.ts --port ${firstPort + 3} --folder .cache/plain-site`,
    env: {},
  },
  {
    // Every word of the site in a made-up language, over records in letters that no word is written in.
    name: 'words',
    port: firstPort + 4,
    base: '/',
    testMatch: /e2e\/words\/[^/]+\.spec\.ts$/,
    command: preview(firstPort + 4),
    env: { DOCKET_OUT_DIR: '.cache/words-site' },
  },
  {
    // A repository with pages of its own, the log of another one, and a decision that a person has signed.
    name: 'joined',
    port: firstPort + 10,
    base: '/',
    testMatch: /e2e\/joined\/[^/]+\.spec\.ts$/,
    command: `"${process.execPath}" scripts/serve.ts --port ${firstPort + 10} --folder .cache/joined-site`,
    env: {},
  },
  {
    // Records that never change, for pictures of every type of page.
    name: 'looks',
    port: firstPort + 7,
    base: '/',
    testMatch: /e2e\/looks\/[^/]+\.spec\.ts$/,
    command: preview(firstPort + 7),
    env: { DOCKET_OUT_DIR: '.cache/looks-site' },
  },
];

/** The sites of the projects that are asked for; others need not have been built. */
const asked = process.argv.flatMap((arg) => /^--project=(.+)$/.exec(arg)?.[1] ?? []);
const served = sites.filter(({ name }) => asked.length === 0 || asked.includes(name));

const url = ({ port, base }: Site) => `http://${host}:${port}${base}`;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  // Half of what a test does is wait, for a page or a process.
  workers: '150%',
  // A second try in CI is reported as flaky, so that a busy machine does not hide the rest.
  retries: process.env.CI ? 1 : 0,
  snapshotPathTemplate: '{testDir}/{testFileDir}/pictures/{arg}{ext}',
  forbidOnly: Boolean(process.env.CI),
  // A missing snapshot fails and none is written unless it is asked for.
  updateSnapshots: 'none',
  reporter: [['list']],
  use: {
    // A trace of every test would take a third of the time; a failure is tried again with one in CI.
    trace: 'on-first-retry',
    launchOptions: chromiumLaunchOptions(),
  },
  projects: sites.map((site) => ({
    name: site.name,
    testMatch: site.testMatch,
    use: { ...devices['Desktop Chrome'], baseURL: url(site) },
  })),
  webServer: served.map((site) => ({
    name: site.name,
    command: site.command,
    url: url(site),
    reuseExistingServer: !process.env.CI,
    env: { ASTRO_TELEMETRY_DISABLED: '1', ...site.env },
    stdout: 'ignore',
    stderr: 'pipe',
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2_000 },
  })),
});
