import { z } from 'zod';

// What may be shipped: licences that ask for no more than their text and a notice, and two that protect only their own
// files. The weak copyleft of libvips reaches the build alone: nothing of it is part of a site. Of the font, only what is
// drawn with it is, which its licence leaves free.
const ALLOWED: ReadonlySet<string> = new Set([
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC'],
  ...['MIT', 'MIT-0', 'Python-2.0', 'Unlicense', 'EPL-2.0', 'MPL-2.0'],
]);
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['LGPL-3.0-or-later', '@img/sharp-libvips-'],
  ['OFL-1.1', '@fontsource/'],
]);

const listing = z.record(
  z.string(),
  z.array(
    z.object({ name: z.string(), versions: z.array(z.string()), homepage: z.string().optional() }),
  ),
);

/** A package that is shipped or installed with Docket, and its licence as its manifest gives it. */
export interface Licensed {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly homepage?: string | undefined;
}

/**
 * Reads what `pnpm licenses list --json` prints, sorted by name.
 *
 * @throws Error when it is no such list, or an empty one.
 */
export function readLicences(text: string): Licensed[] {
  const found = Object.entries(listing.parse(JSON.parse(text))).flatMap(([licence, packages]) =>
    packages.flatMap(({ name, versions, homepage }) =>
      versions.map((version) => ({ name, version, licence, homepage })),
    ),
  );
  if (found.length === 0) throw new Error('The list of licences is empty');
  return found.sort(byName);
}

/** The packages of several lists, each version once, sorted by name. */
export function allLicences(...lists: readonly (readonly Licensed[])[]): Licensed[] {
  const found = lists.flat().map((one) => [`${one.name}@${one.version}`, one] as const);
  return [...new Map(found).values()].sort(byName);
}

function byName(a: Licensed, b: Licensed): number {
  return `${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1;
}

/** The packages whose licence nobody has allowed. `A OR B` is allowed where one of them is, `A AND B` where both are. */
export function unfitLicences(packages: readonly Licensed[]): Licensed[] {
  return packages.filter(({ name, licence }) => {
    const exception = EXCEPTIONS.get(licence);
    if (exception !== undefined) return !name.startsWith(exception);
    const any = licence.replace(/[()]/g, '').split(' OR ');
    return !any.some((all) => all.split(' AND ').every((one) => ALLOWED.has(one.trim())));
  });
}

/** The list as a document that is shipped with a release. */
export function licencesDocument(packages: readonly Licensed[]): string {
  const rows = packages.map(
    ({ name, version, licence, homepage }) =>
      `| ${homepage ? `[${name}](${homepage})` : name} | ${version} | ${licence} |`,
  );
  return [
    '# Licences of what is shipped',
    '',
    '| Package | Version | Licence |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
