import { existsSync } from 'node:fs';
import { describeEnd, run, succeeded } from './process.ts';
import { lastLines } from './text.ts';
import { which } from './which.ts';

const environment = { DEBIAN_FRONTEND: 'noninteractive' };

/** Why `apt-get` cannot be used here, or nothing when it can. */
export function aptObstacle(): string | undefined {
  const apt = which('apt-get');
  if (!apt || !existsSync('/etc/debian_version')) return 'this is not a Debian-like system';
  if (process.getuid?.() !== 0) return 'only root may install packages';
  return undefined;
}

/**
 * Installs Debian packages with fresh package lists.
 *
 * @throws Error when `apt-get` cannot be used here or fails, with the reason.
 */
export async function aptInstall(packages: readonly string[]): Promise<void> {
  const obstacle = aptObstacle();
  if (obstacle) throw new Error(`\`apt-get\` cannot be used: ${obstacle}`);

  // A failed update is not final: lists from before may still name the packages.
  await run(
    { file: 'apt-get', args: ['update', '-qq'], env: environment, limit: 180 },
    { capture: true },
  );
  const install = await run(
    {
      file: 'apt-get',
      args: ['install', '-y', '-qq', '--no-install-recommends', ...packages],
      env: environment,
      limit: 600,
    },
    { capture: true },
  );
  if (!succeeded(install)) {
    throw new Error(
      `\`apt-get install ${packages.join(' ')}\` ${describeEnd(install)}\n${lastLines(install.output, 3)}`,
    );
  }
}
