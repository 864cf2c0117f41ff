import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type OutputOptions, type RolldownOptions, rolldown } from 'rolldown';
import { BROWSER_ENTRY, ENTRIES, packageFolder } from './entries.ts';
import { type BundledPackage, licenceNotice, packagesOf } from './licences.ts';

/** What stays outside the bundle: Sätteri brings a binary of its own for each platform. */
const OUTSIDE = ['satteri'];

/**
 * Builds the package into a folder: JavaScript that any Node from 22.18 runs, and the licences of what is bundled. What
 * several entries use stands in one file, so that `docket/records` and `docket/session` hand out the same objects, and
 * commands load when they are called.
 * @param folder absolute path; what it held is deleted
 * @returns the packages whose code is in it
 */
export async function buildJavaScript(folder: string): Promise<readonly BundledPackage[]> {
  await rm(folder, { recursive: true, force: true });
  // Each file that is loaded costs as much as judging a record, so what is shared is one.
  const node = { input: { docket: 'src/cli/bin.ts', ...ENTRIES }, platform: 'node' } as const;
  const modules = await bundle(node, folder, {
    codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] },
  });
  // On its own: what browsers load may share no file with what reads the disk.
  const browser = await bundle({ input: BROWSER_ENTRY, platform: 'browser' }, folder);
  const packages = packagesOf([...modules, ...browser]);
  await writeFile(path.join(folder, 'licences.txt'), licenceNotice(packages));
  return packages;
}

/** Writes a bundle; gives the modules that are in it. */
async function bundle(
  options: RolldownOptions,
  folder: string,
  output: OutputOptions = {},
): Promise<string[]> {
  const build = await rolldown({
    ...options,
    cwd: packageFolder,
    // A package that has both forms gives the one that can be taken into a bundle.
    resolve: { mainFields: ['module', 'main'] },
    external: OUTSIDE,
    logLevel: 'warn',
  });
  const { output: files } = await build.write({
    dir: folder,
    format: 'esm',
    // Readable names make a stack trace in a report worth something.
    minify: false,
    entryFileNames: '[name].js',
    chunkFileNames: 'lib/[name]-[hash].js',
    ...output,
  });
  await build.close();
  return files.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
}
