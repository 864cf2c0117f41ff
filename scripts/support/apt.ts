import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describeEnd, run, succeeded } from './process.ts';
import { lastLines } from './text.ts';
import { which } from './which.ts';

const environment = { DEBIAN_FRONTEND: 'noninteractive' };

/** Why `apt-get` cannot be used here, or nothing when it can. */
export function aptObstacle(): string | undefined {
  const apt = which('apt-get');
  if (!apt || !existsSync('/etc/debian_version')) return 'this is not a Debian-like system';
  if (superuser() === undefined) return 'only root may install packages';
  return undefined;
}

/** What stands before a command for root; `undefined` where there is no way to become root. */
function superuser(): readonly string[] | undefined {
  if (process.getuid?.() === 0) return [];
  // On a machine of one's own nobody becomes root unasked; in CI the machine is thrown away.
  const sudo = process.env.CI ? which('sudo') : undefined;
  if (!sudo || spawnSync(sudo, ['-n', 'true']).status !== 0) return undefined;
  return [sudo, '-n', '--preserve-env=DEBIAN_FRONTEND'];
}

/**
 * Installs Debian packages with fresh package lists.
 *
 * @throws Error when `apt-get` cannot be used here or fails, with the reason.
 */
export async function aptInstall(packages: readonly string[]): Promise<void> {
  const obstacle = aptObstacle();
  if (obstacle) throw new Error(`\`apt-get\` cannot be used: ${obstacle}`);

  const aptGet = (args: readonly string[], limit: number) => {
    const [file = 'apt-get', ...rest] = [...(superuser() ?? []), 'apt-get', ...args];
    return run({ file, args: rest, env: environment, limit }, { capture: true });
  };
  // A failed update is not final: lists from before may still name the packages.
  await aptGet(['update', '-qq'], 180);
  const install = await aptGet(
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    600,
  );
  if (!succeeded(install)) {
    throw new Error(
      `\`apt-get install ${packages.join(' ')}\` ${describeEnd(install)}\n${lastLines(install.output, 3)}`,
    );
  }
}
