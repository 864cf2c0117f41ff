import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Lychee } from '../lychee.ts';
import type { Command } from '../support/process.ts';
import { cacheFolder, root } from '../support/root.ts';
import { siteFolder } from './site.ts';

/** The Markdown whose links are checked in the sources. */
export const sourceGlobs: readonly string[] = [
  '*.md',
  'packages/*/*.md',
  'packages/*/docs/**/*.md',
  'docs/**/*.md',
  '.sdd/**/*.md',
  'src/content/docs/**/*.{md,mdx}',
];

const work = `${cacheFolder}/links`;
const noSite = `${work}/no-site`;

/**
 * The call that checks every relative link and anchor in the Markdown sources. Links that start
 * with a slash name pages of the site and are checked there.
 *
 * @throws Error when there is no Markdown to check.
 */
export function sourceLinks(lychee: Lychee): Command {
  const files = sourceGlobs.flatMap((glob) => globSync(glob, { cwd: root }));
  mkdirSync(noSite, { recursive: true });
  return {
    file: lychee.path,
    args: [
      ...['--root-dir', noSite],
      ...['--exclude', `^${escapeRegExp(pathToFileURL(noSite).href)}/`],
      ...listed('sources', files, sourceGlobs.join(', ')),
    ],
  };
}

/**
 * The call that asks every other host the sources link to, and writes what failed to `report` as JSON. Answers are
 * kept for a while in `.lycheecache`, so that a run soon after another asks little.
 */
export function externalLinks(lychee: Lychee, report: string): Command {
  return {
    file: lychee.path,
    args: [
      ...['--no-progress', '--hidden', '--scheme', 'https', '--scheme', 'http'],
      ...['--cache', '--max-cache-age', '2d', '--max-retries', '3', '--max-concurrency', '8'],
      ...['--format', 'json', '--output', report],
      ...sourceGlobs,
    ],
  };
}

/**
 * The call that checks every internal link and anchor in the built pages.
 *
 * @throws Error when there are no pages to check.
 */
export function siteLinks(lychee: Lychee): Command {
  const files = globSync(`${siteFolder}/**/*.html`, { cwd: root });
  const list = listed('site', files, `${siteFolder}/**/*.html`);
  const base = baseOf(readFileSync(`${root}/${siteFolder}/index.html`, 'utf8'));
  mkdirSync(noSite, { recursive: true });
  return {
    file: lychee.path,
    args: [
      ...rootArguments(base, `${root}/${siteFolder}`, noSite),
      ...['--index-files', 'index.html', '--fallback-extensions', 'html'],
      ...list,
    ],
  };
}

/**
 * The base path a page was built with, from the address of its own assets: `/docket` where they
 * are at `/docket/_astro/…`, empty at the root of a host.
 */
export function baseOf(html: string): string {
  return /(?:href|src)="((?:\/[^"/]+)*)\/_astro\//.exec(html)?.[1] ?? '';
}

/**
 * The arguments that tell lychee where the links of a page lead, by rules of which the first that
 * fits holds: links below the base path go to the site, links within the site stay, and all others
 * go to a folder where nothing is. So a link that forgot the base is found missing, and one that
 * climbs out of the site does not pass because it meets a file of the repository by chance.
 */
export function rootArguments(base: string, site: string, empty: string): readonly string[] {
  const [inSite, nowhere] = [pathToFileURL(site).href, pathToFileURL(empty).href];
  const rest = '([/#?].*)?';
  const below = ['--remap', `^${escapeRegExp(`${nowhere}${base}`)}${rest}$ ${inSite}$1`];
  return [
    ...['--root-dir', base === '' ? site : empty],
    ...(base === '' ? [] : below),
    ...['--remap', `^(${escapeRegExp(inSite)}${rest})$ $1`],
    ...['--remap', `^file:///(.*)$ ${nowhere}/outside-the-site/$1`],
  ];
}

function listed(name: string, files: readonly string[], expected: string): readonly string[] {
  if (files.length === 0) {
    throw new Error(`No files to check match \`${expected}\``);
  }
  mkdirSync(work, { recursive: true });
  const list = `${work}/${name}.txt`;
  writeFileSync(list, `${[...files].sort().join('\n')}\n`);
  // Ignored and hidden files are meant: the site is ignored by Git, and `.sdd` is hidden.
  return ['--offline', '--no-progress', '--no-ignore', '--hidden', '--files-from', list];
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
