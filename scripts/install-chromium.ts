import { type Chromium, describeMissing, findChromium } from './chromium.ts';
import { aptInstall } from './support/apt.ts';
import { nodeTool } from './support/node-tool.ts';
import { describeEnd, run, succeeded } from './support/process.ts';
import { lastLines, messageOf } from './support/text.ts';

/** One way to install a Chromium; `install` throws with the reason when it cannot. */
interface Way {
  readonly name: string;
  install(): Promise<void>;
}

const ways: readonly Way[] = [
  { name: '`playwright install chromium`', install: installWithPlaywright },
  {
    name: '`apt-get install chromium`',
    install: () => aptInstall(['chromium', 'fonts-liberation']),
  },
];

/**
 * Finds a Chromium or installs one: with Playwright, else with `apt-get` for root on a Debian-like
 * system. Each step is announced through `log`.
 *
 * @throws Error when none is there and none can be had, with every place and way that was tried.
 */
export async function ensureChromium(log: (line: string) => void): Promise<Chromium> {
  let search = findChromium();
  const failures: string[] = [];
  for (const way of ways) {
    if (search.kind === 'found') break;
    log(`No Chromium here yet, trying ${way.name} …`);
    try {
      await way.install();
      search = findChromium();
      if (search.kind === 'missing')
        failures.push(`${way.name}: done, but there is still no Chromium that starts`);
    } catch (error) {
      failures.push(`${way.name}: ${messageOf(error)}`);
      log(`  ${messageOf(error).split('\n')[0]}`);
    }
  }
  if (search.kind === 'found') return search.chromium;
  throw new Error(describeMissing([...search.tried, ...failures]));
}

async function installWithPlaywright(): Promise<void> {
  const command = nodeTool('playwright', 'playwright', ['install', '--no-shell', 'chromium']);
  const outcome = await run(
    {
      ...command,
      // Five attempts are made: 10 seconds each keep a blocked network to a minute, and the limit
      // on the whole leaves a slow one enough time for its 170 MB.
      env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
      limit: 600,
    },
    { capture: true },
  );
  if (!succeeded(outcome))
    throw new Error(`it ${describeEnd(outcome)}: ${reasonIn(outcome.output)}`);
}

/** What stopped the download, from a log in which every attempt repeats it. */
function reasonIn(log: string): string {
  const errors = [...log.matchAll(/^Error: (?!Failed to download|Download failure)(.+)$/gm)];
  const reasons = [...new Set(errors.map(([, reason]) => reason))];
  return reasons.length > 0 ? reasons.join('; ') : lastLines(log, 2);
}
