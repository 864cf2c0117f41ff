import path from 'node:path';
import { loadConfig } from '../../io/config.ts';
import {
  assertOwnOutput,
  isOwnOutput,
  replaceOutput,
  type SiteSize,
} from '../../io/output-folder.ts';
import { runAstro } from '../../io/run-astro.ts';
import { findSitePackages } from '../../io/site-packages.ts';
import { writeSiteProject } from '../../io/site-project.ts';
import { addressVariables, brandFiles, siteConfigOf } from './site-config.ts';
import { SiteError } from './site-error.ts';

/** Where a site goes if nothing else is said, relative to the root. */
export const SITE_FOLDER = 'docket-site';

/** What a command on a site may do. */
interface Allowed {
  /** Whether code that the repository brings along may run: `docket.config.ts`, and packages of its own. */
  readonly runsCode: boolean;
}

/**
 * Builds the site of a repository that is no Astro project into a folder, which is replaced as a whole when the build is
 * done. All else that is written stands beside the packages, in `node_modules/.cache`.
 * @param root absolute path of the folder that holds the records
 * @param out absolute path
 * @param tell hears how far it is, and what its owner should know
 * @throws {SiteError} where the packages are missing or the build fails
 * @throws {OutputError} where the folder holds anything but a site made here
 */
export async function buildSite(
  root: string,
  out: string,
  allowed: Allowed,
  tell: (progress: string) => void = () => {},
): Promise<SiteSize> {
  assertOwnOutput(out);
  const place = await prepare(root, allowed);
  const built = path.join(place.project, 'dist');
  const { code, output } = await runAstro({
    ...place,
    args: ['build'],
    env: { DOCKET_ROOT: root, DOCKET_OUT_DIR: built, ...codeVariable(allowed) },
    isShown: false,
    // Astro sets the name of who speaks before what is said.
    hear: (line) => {
      const said = /\[docket\] (.+)$/.exec(line)?.[1];
      if (said !== undefined) tell(said);
    },
  });
  if (code !== 0) {
    throw new SiteError(
      `The site was not built\n${output.trimEnd()}`,
      'fix what is named above; if it is no record, this is a bug in Docket',
    );
  }
  return replaceOutput(built, out);
}

/**
 * Serves the records of a repository while people work on them, until the server is ended.
 * @param options of Astro's server, such as `--port 4000`
 * @returns the exit code of the server
 * @throws {SiteError} where the packages are missing
 */
export async function serveRecords(
  root: string,
  options: readonly string[],
  allowed: Allowed,
): Promise<number> {
  const place = await prepare(root, allowed);
  const { code } = await runAstro({
    ...place,
    args: ['dev', ...options],
    env: {
      ...{ DOCKET_ROOT: root, DOCKET_OUT_DIR: path.join(place.project, 'dist') },
      ...codeVariable(allowed),
    },
    isShown: true,
  });
  return code ?? 0;
}

/**
 * Serves a site that was built, until the server is ended.
 * @param out absolute path
 * @param options of Astro's server
 * @returns the exit code of the server
 * @throws {SiteError} where the packages are missing, or no site was built
 */
export async function previewSite(
  root: string,
  out: string,
  options: readonly string[],
  allowed: Allowed,
): Promise<number> {
  if (!isOwnOutput(out)) {
    throw new SiteError(`There is no site in \`${out}\``, 'build it first with `docket build`');
  }
  const { code } = await runAstro({
    ...(await prepare(root, allowed)),
    args: ['preview', ...options],
    env: { DOCKET_ROOT: root, DOCKET_OUT_DIR: out, ...codeVariable(allowed) },
    isShown: true,
  });
  return code ?? 0;
}

/** Tells the plugin, which opens the repository for itself, that the code of its configuration is not to be run. */
function codeVariable({ runsCode }: Allowed): Record<string, string> {
  return runsCode ? {} : { DOCKET_CONFIG_CODE: 'off' };
}

async function prepare(
  root: string,
  allowed: Allowed,
): Promise<{ modules: string; project: string; defaults: Record<string, string> }> {
  const modules = findSitePackages(root, allowed);
  if (modules === undefined) throw missingPackages(root, allowed);
  const config = await loadConfig(root, allowed);
  const names = await siteConfigOf(root, config);
  const project = writeSiteProject(root, modules, names, brandFiles(root, config));
  return { modules, project, defaults: addressVariables(config) };
}

function missingPackages(root: string, { runsCode }: Allowed): SiteError {
  const npx = '`npx --package docket --package starlight-docket docket build`';
  return !runsCode && findSitePackages(root, { runsCode: true }) !== undefined
    ? new SiteError(
        'The package `starlight-docket` is not installed beside the command, and that of the repository is not run here',
        `bring it along with ${npx}, or run what the repository has with --config-code`,
      )
    : new SiteError(
        'The site needs the package `starlight-docket`, which is not installed here',
        `run \`npm install --save-dev starlight-docket astro @astrojs/starlight\`, or add nothing to the repository: ${npx}`,
      );
}
