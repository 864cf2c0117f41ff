import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A package whose code stands in the bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As its manifest says it. */
  readonly licence: string;
  /** The text of its licence file; `undefined` where it has none. */
  readonly text: string | undefined;
}

/**
 * The packages that modules were taken from, sorted by name.
 * @param modules absolute paths of the modules of a bundle
 */
export function packagesOf(modules: Iterable<string>): BundledPackage[] {
  const folders = new Set<string>();
  for (const module of modules) {
    const [folder] = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(module) ?? [];
    if (folder !== undefined) folders.add(folder);
  }
  return [...folders].map(readPackage).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readPackage(folder: string): BundledPackage {
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  ) as { name: string; version: string; license: string };
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.|$)/i.test(entry));
  const text = file === undefined ? undefined : readFileSync(path.join(folder, file), 'utf8');
  return { name, version, licence: license, text };
}

/** The notice that licences ask for where code is passed on. */
export function licenceNotice(packages: readonly BundledPackage[]): string {
  const notes = packages.map(
    ({ name, version, licence, text }) =>
      `${name}@${version} (${licence})\n\n${text?.trim() ?? 'The package brings no text of its licence.'}\n`,
  );
  return ['The code of these packages stands in this one.\n', ...notes].join(
    `\n${'-'.repeat(80)}\n\n`,
  );
}
