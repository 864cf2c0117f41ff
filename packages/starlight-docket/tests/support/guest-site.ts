import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Patch } from '../../../docket/src/engine/define.ts';
import { patchedFiles } from '../../../docket/src/engine/examples.ts';
import { packPackage, run } from '../../../docket/tests/support/installed-docket.ts';
import { ROOT } from '../../../docket/tests/support/repository.ts';

const execute = promisify(execFile);

/** Packages that such a site has besides the two of this workspace, in the versions that the workspace has. */
const PACKAGES = [
  '@asciidoctor/core',
  '@astrojs/check',
  '@astrojs/markdown-satteri',
  '@astrojs/starlight',
  'astro',
  'sharp',
  'typescript',
];

const FIXTURE = path.join(ROOT, 'packages/starlight-docket/tests/fixtures/guest');

/** A process as somebody at a terminal starts it, without the variables of the runner of the tests. */
const ENV = {
  PATH: [path.dirname(process.execPath), process.env['PATH']].join(path.delimiter),
  HOME: process.env['HOME'],
  NO_COLOR: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
};

/**
 * Makes a Starlight site that is not of this workspace: the files that Starlight's template has, pages and a component
 * of its own, records, and both packages as npm installs their tarballs.
 * @param folder absolute path; what it held is deleted
 */
export async function makeGuestSite(folder: string, patches: readonly Patch[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await cp(FIXTURE, folder, { recursive: true });
  for (const [name, text] of patchedFiles(patches)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  const tarballs = [
    await packPackage('docket', folder),
    await packPackage('starlight-docket', folder),
  ];
  const versions = {
    ...(await dependenciesOf('packages/starlight-docket')),
    ...(await dependenciesOf('.')),
  };
  const dependencies = {
    ...Object.fromEntries(PACKAGES.map((name) => [name, versions[name]])),
    docket: `file:${tarballs[0]?.file}`,
    'starlight-docket': `file:${tarballs[1]?.file}`,
  };
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'shop-docs', type: 'module', private: true, dependencies }, null, 2),
  );
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
  // What a machine needs to reach the registry stands in its variables.
  await execute('npm', ['install', ...quiet], { cwd: folder, env: { ...process.env, ...ENV } });
}

/** The packages that one of this workspace names, with their versions. */
async function dependenciesOf(folder: string): Promise<Record<string, string>> {
  const manifest = await readFile(path.join(ROOT, folder, 'package.json'), 'utf8');
  const { dependencies, devDependencies } = JSON.parse(manifest) as {
    readonly [group in 'dependencies' | 'devDependencies']: Readonly<Record<string, string>>;
  };
  return { ...dependencies, ...devDependencies };
}

/** Runs Astro in such a site, to its end. */
export function astro(folder: string, ...args: readonly string[]): ReturnType<typeof run> {
  const bin = path.join(folder, 'node_modules/astro/bin/astro.mjs');
  return run(process.execPath, [bin, ...args], { cwd: folder, env: ENV });
}
