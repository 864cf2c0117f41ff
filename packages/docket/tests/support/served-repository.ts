import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { onTestFinished, vi } from 'vitest';

/**
 * Makes Git read what stands for an address, until the test ends: the explicit means by which a test may use a folder,
 * which the configuration of a log does not accept and Git is else forbidden.
 * @param target absolute path of a repository, or another address
 */
export function servedAs(address: string, target: string): void {
  for (const [name, value] of Object.entries(servedEnvironment({ [address]: target })))
    vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
}

/** The environment in which Git reads folders in the place of addresses. */
export function servedEnvironment(
  places: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const entries = Object.entries(places).map(([address, target]) => {
    const isFolder = existsSync(target);
    if (isFolder) execFileSync('git', ['-C', target, 'config', 'uploadpack.allowFilter', 'true']);
    if (isFolder)
      execFileSync('git', ['-C', target, 'config', 'uploadpack.allowAnySHA1InWant', 'true']);
    return [`url.${isFolder ? `file://${target}` : target}.insteadOf`, address] as const;
  });
  return {
    GIT_ALLOW_PROTOCOL: 'https:ssh:file',
    GIT_CONFIG_COUNT: String(entries.length),
    ...Object.fromEntries(
      entries.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
  };
}
