import { copyFileSync, cpSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { digestText } from './digest.ts';
import { OutputError } from './output-folder.ts';
import { pathBelow } from './path-below.ts';

/** What a site says of itself, as Starlight and the plugin take it. */
export interface SiteConfig {
  readonly title: string;
  readonly description?: string | undefined;
  /** The one language of the site. */
  readonly locales?: { readonly root: { readonly label: string; readonly lang: string } };
  /** Options of the plugin. */
  readonly docket: Readonly<Record<string, unknown>>;
  readonly favicon?: string | undefined;
  readonly logo?: { readonly src: string; readonly alt: string } | undefined;
  readonly customCss?: readonly string[] | undefined;
}

/** A file of a site's own that is put into its project. */
export interface BrandFile {
  /** Relative to the project. */
  readonly to: string;
  /** Its text, or the absolute path of the file that is copied. */
  readonly content: { readonly text: string } | { readonly file: string };
}

/**
 * Writes the Astro project that shows the records of a root, as the plugin brings it along. It stands below the packages,
 * where tools keep what they can make anew: Astro compiles the components of a package only if it shares a folder with
 * the project.
 * @param modules absolute path of the folder `node_modules` that has the packages
 * @returns absolute path of the project, which no other root has
 * @throws {OutputError} where the cache leads out of that folder
 */
export function writeSiteProject(
  root: string,
  modules: string,
  config: SiteConfig,
  files: readonly BrandFile[] = [],
): string {
  const name = digestText(root).slice(0, 16);
  const folder = path.join(modules, '.cache', 'docket', 'site', name);
  mkdirSync(folder, { recursive: true });
  if (pathBelow(realpathSync.native(modules), realpathSync.native(folder)) === undefined) {
    throw new OutputError(
      `\`${path.join(modules, '.cache')}\` leads out of the folder of packages`,
      'delete the link: what Docket keeps of a site goes there',
    );
  }
  mkdirSync(path.join(folder, 'src/content/docs'), { recursive: true });
  cpSync(path.join(modules, 'starlight-docket', 'project'), folder, { recursive: true });
  const manifest = {
    ...{ name: 'docket-site', private: true, type: 'module' },
    // Astro compiles the packages that are named here and have pages.
    dependencies: { '@astrojs/starlight': '*', astro: '*', 'starlight-docket': '*' },
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'site.json'), JSON.stringify(config));
  for (const { to, content } of files) {
    const target = path.join(folder, to);
    mkdirSync(path.dirname(target), { recursive: true });
    if ('text' in content) writeFileSync(target, content.text);
    else copyFileSync(content.file, target);
  }
  return folder;
}
