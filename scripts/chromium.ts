import { spawnSync } from 'node:child_process';
import { chromium } from 'playwright';
import { isExecutable, which } from './support/which.ts';

/** An executable Chromium, and where it came from in words. */
export interface Chromium {
  readonly path: string;
  readonly source: string;
}

/** A Chromium, or one line for each place where none was found. */
export type ChromiumSearch =
  | { readonly kind: 'found'; readonly chromium: Chromium }
  | { readonly kind: 'missing'; readonly tried: readonly string[] };

/** Keeps Chromium from calling home, which on a closed network costs time and noise. */
const closedNetworkFlags: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

const systemNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

const systemPaths = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The ways to give Docket a Chromium, as lines of help. */
const waysToChromium = `Fix it in one of these ways:
  - set CHROMIUM_PATH to the executable of a Chromium or Chrome
  - run \`npx --yes pnpm@12 exec playwright install --with-deps chromium\` where the network allows it
  - install the system's package, on Debian \`apt-get update && apt-get install chromium\` as root`;

/**
 * Looks for a Chromium that starts: `CHROMIUM_PATH`, then the one Playwright installed, then the
 * system's. Changes nothing.
 *
 * @throws Error when `CHROMIUM_PATH` is set and names no Chromium that starts: a wish that cannot
 * be met is not replaced silently.
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): ChromiumSearch {
  const wished = env.CHROMIUM_PATH;
  if (wished) {
    const obstacle = obstacleTo(wished);
    if (obstacle) {
      throw new Error(
        `\`CHROMIUM_PATH\` is \`${wished}\`, which ${obstacle}; point it at the executable of Chromium or Chrome, or unset it`,
      );
    }
    return { kind: 'found', chromium: { path: wished, source: 'CHROMIUM_PATH' } };
  }

  const tried = ['CHROMIUM_PATH: not set'];
  const own = chromium.executablePath();
  const ownObstacle = obstacleTo(own);
  if (!ownObstacle) return { kind: 'found', chromium: { path: own, source: 'Playwright' } };
  tried.push(`Playwright's own: ${own} ${ownObstacle}`);

  const found = systemNames.map((name) => which(name, env)).filter((path) => path !== undefined);
  for (const path of [...found, ...systemPaths.filter(isExecutable)]) {
    const obstacle = obstacleTo(path);
    if (!obstacle) return { kind: 'found', chromium: { path, source: 'the system' } };
    tried.push(`The system's: ${path} ${obstacle}`);
  }
  if (found.length === 0) {
    tried.push(`The system's: none of ${systemNames.join(', ')} is on PATH`);
  }
  return { kind: 'missing', tried };
}

/**
 * What Playwright needs to start the Chromium found here. The sandbox is off for root, under whom
 * Chromium refuses to start with it, and where `CHROMIUM_NO_SANDBOX=1` asks for that.
 *
 * @throws Error when there is no Chromium, with the ways to get one.
 */
export function chromiumLaunchOptions(env: NodeJS.ProcessEnv = process.env) {
  const search = findChromium(env);
  if (search.kind === 'missing') throw new Error(describeMissing(search.tried));
  return {
    executablePath: search.chromium.path,
    args: [...closedNetworkFlags],
    chromiumSandbox: process.getuid?.() !== 0 && env.CHROMIUM_NO_SANDBOX !== '1',
  };
}

/** One message that says where a Chromium was sought and how to supply one. */
export function describeMissing(tried: readonly string[]): string {
  const places = tried.map((line) => `  - ${line.replaceAll('\n', '\n    ')}`).join('\n');
  return `Cannot find Chromium, which the browser tests need\nTried:\n${places}\n${waysToChromium}`;
}

/** Why the path is no Chromium that starts, or nothing when it is one. */
function obstacleTo(path: string): string | undefined {
  if (!isExecutable(path)) return 'is not an executable file';
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return undefined;
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  if (answer.error) return `does not start: ${answer.error.message}`;
  if (answer.status === 0 && /Chrom/.test(answer.stdout)) return undefined;
  const reason = answer.stderr.trim().split('\n')[0] ?? '';
  return `answers \`--version\` with exit code ${answer.status}${reason ? `: ${reason}` : ''}`;
}
