import { rm } from 'node:fs/promises';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { declarationGenerator } from './declaration-generator.ts';
import { BROWSER_ENTRY, ENTRIES, packageFolder } from './entries.ts';

/** Packages whose types a user of Docket gets with it; types of any other package are taken into the declarations. */
const OUTSIDE = ['mdast', 'satteri'];

/** Types inferred by these are written out, so that no declaration may name them. */
const WRITTEN_OUT = ['zod'];

/**
 * Writes the declarations of the package: one file for each entry, and `lib/shared.d.ts` for what several of them name.
 * @param folder absolute path; other files in it stay
 * @throws {Error} where a declaration needs a package that users of Docket do not have
 */
export async function buildDeclarations(folder: string): Promise<void> {
  const entries = { ...ENTRIES, ...BROWSER_ENTRY };
  const files = Object.values(entries).map((entry) => path.join(packageFolder, entry));
  const build = await rolldown({
    cwd: packageFolder,
    input: entries,
    external: [...OUTSIDE, ...WRITTEN_OUT],
    checks: { bundlerTimings: false },
    logLevel: 'warn',
    plugins: [dts({ dtsOnly: true, tsconfig: false, generator: declarationGenerator(files) })],
  });
  await rm(path.join(folder, 'lib/shared.d.ts'), { force: true });
  const { output } = await build.write({
    dir: folder,
    format: 'esm',
    minifyInternalExports: false,
    entryFileNames: '[name].ts',
    chunkFileNames: 'lib/[name].ts',
    codeSplitting: { groups: [{ name: 'shared.d', minShareCount: 2 }] },
  });
  await build.close();
  const texts = output.map((file) => (file.type === 'chunk' ? file.code : ''));
  const missing = WRITTEN_OUT.filter((name) =>
    texts.some((text) => text.includes(`from "${name}"`)),
  );
  if (missing.length > 0) {
    throw new Error(
      `The declarations name ${missing.join()}, which the package does not depend on`,
    );
  }
}
