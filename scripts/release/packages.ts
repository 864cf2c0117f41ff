import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { root } from '../support/root.ts';
import { notesOf } from './notes.ts';

const manifest = z.looseObject({ name: z.string(), version: z.string() });

/** A package of the workspace that goes to the registry. */
export interface ReleasedPackage {
  readonly name: string;
  readonly version: string;
  /** Absolute path. */
  readonly folder: string;
}

/** The packages that are released, in the order of their names: who is depended on comes first. */
export function releasedPackages(): ReleasedPackage[] {
  return globSync('packages/*/package.json', { cwd: root })
    .map((file) => path.join(root, path.dirname(file)))
    .map((folder) => ({ ...readManifest(folder), folder }))
    .map(({ name, version, folder }) => ({ name, version, folder }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The version that all packages have.
 * @throws {Error} where they differ, or a change waits for its place in a changelog
 */
export function releasedVersion(packages: readonly ReleasedPackage[]): string {
  const versions = [...new Set(packages.map(({ version }) => version))];
  const [version] = versions;
  if (version === undefined || versions.length > 1) {
    throw new Error(
      `The packages have the versions ${versions.join(' and ')}, and should have one`,
    );
  }
  const waiting = globSync('.changeset/*.md', { cwd: root }).filter(
    (file) => path.basename(file) !== 'README.md',
  );
  if (waiting.length > 0) {
    throw new Error(
      `${waiting.join(', ')} would not be part of the release; run \`pnpm changeset version\` and commit first`,
    );
  }
  return version;
}

/**
 * What the changelogs say of a version, each under the name of its package.
 * @throws {Error} where none says anything
 */
export function releaseNotes(packages: readonly ReleasedPackage[], version: string): string {
  const parts = packages.flatMap(({ name, folder }) => {
    const notes = notesOf(readFileSync(path.join(folder, 'CHANGELOG.md'), 'utf8'), version);
    return notes === '' ? [] : [`## ${name}\n\n${notes}\n`];
  });
  if (parts.length > 0) return parts.join('\n');
  throw new Error(`No changelog has notes for ${version}; run \`pnpm changeset version\``);
}

/**
 * Writes into a manifest which repository it is built from, which the registry holds against the provenance.
 * @param repository such as `https://github.com/acme/docket`
 */
export function nameRepository({ folder }: ReleasedPackage, repository: string): void {
  const url = `git+${repository}.git`;
  const directory = path.relative(root, folder).replaceAll(path.sep, '/');
  const named = { ...readManifest(folder), repository: { type: 'git', url, directory } };
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(named, null, 2)}\n`);
}

function readManifest(folder: string) {
  return manifest.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));
}
