import { placeInRepository } from '../../io/own-repository.ts';
import { type AddCommand, addCommand, runAdd } from '../../io/package-manager.ts';
import { findSitePackages, type PackageSource, SITE_PACKAGES } from '../../io/site-packages.ts';
import { SiteError } from './site-error.ts';

/**
 * How the packages of a site could be added to a repository: `undefined` where they are there, where code of the
 * repository may not run, as what was added to it would, and where it has no `package.json`.
 * @param root absolute path
 */
export function addableSitePackages(root: string, source: PackageSource): AddCommand | undefined {
  if (!source.runsCode || findSitePackages(root, source) !== undefined) return undefined;
  return addCommand(root, placeInRepository(root)?.top ?? root, SITE_PACKAGES);
}

/**
 * Adds them, which somebody has agreed to.
 * @throws {SiteError} where the manager of packages is missing or fails
 */
export async function addSitePackages(
  command: AddCommand,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const { program, args, folder } = command;
  const code = await runAdd(command, env);
  if (code === 'missing') {
    throw new SiteError(
      `\`${program}\`, which this repository installs its packages with, cannot be run`,
      `install it, then run \`${program} ${args.join(' ')}\` in ${folder}`,
    );
  }
  if (code !== 0) {
    throw new SiteError(
      `\`${program} ${args.join(' ')}\` failed in ${folder}`,
      'do what it says above, then run the command again',
    );
  }
}
