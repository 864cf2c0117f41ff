import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './root.ts';

/** What stays outside the bundle: Sätteri brings a binary of its own for each platform. */
const OUTSIDE = ['satteri'];

const packageFolder = path.join(root, 'packages/docket');

/** Each file that is loaded costs as much as judging a record, so what several commands share is one. */
const CHUNKS = [{ name: 'shared', minShareCount: 2 }];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/**
 * Builds the package of the command line into `folder`: JavaScript that any Node from 22.18 runs, its commands in
 * chunks that load when they are called, and a manifest whose only dependency is the parser.
 * @param folder absolute path; what it held is deleted
 */
export async function buildCliPackage(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const build = await rolldown({
    cwd: packageFolder,
    input: { docket: 'src/cli/bin.ts', remark: 'src/cli/remark-preset.ts' },
    platform: 'node',
    // A package that has both forms gives the one that can be taken into a bundle.
    resolve: { mainFields: ['module', 'main'] },
    external: OUTSIDE,
    logLevel: 'warn',
  });
  await build.write({
    dir: folder,
    format: 'esm',
    // Readable names make a stack trace in a report worth something.
    minify: false,
    entryFileNames: '[name].js',
    chunkFileNames: 'lib/[name]-[hash].js',
    codeSplitting: { groups: CHUNKS },
  });
  await build.close();

  const own = JSON.parse(
    await readFile(path.join(packageFolder, 'package.json'), 'utf8'),
  ) as Manifest;
  await writeFile(path.join(folder, 'package.json'), `${JSON.stringify(manifest(own), null, 2)}\n`);
  await cp(path.join(root, 'LICENSE'), path.join(folder, 'LICENSE'));
  await cp(path.join(root, 'README.md'), path.join(folder, 'README.md'));
}

function manifest({ name, version, description, license, dependencies }: Manifest) {
  return {
    name,
    version,
    description,
    license,
    type: 'module',
    // The configuration is TypeScript, which Node runs by itself from this version on.
    engines: { node: '>=22.18' },
    bin: { docket: 'docket.js' },
    exports: { './remark': './remark.js', './package.json': './package.json' },
    files: ['docket.js', 'remark.js', 'lib'],
    dependencies: Object.fromEntries(OUTSIDE.map((outside) => [outside, dependencies[outside]])),
  };
}
