import { globSync } from 'node:fs';
import type { InjectedRoute } from 'astro';
import { LINT_PATH } from '../views/lint-findings.ts';
import type { Part } from '../views/parts.ts';
import { CHANGES_PATH } from '../views/preview/preview.ts';
import type { SiteSetup } from './options.ts';
import { ownFile } from './own-file.ts';

/** Routes that not every site has. */
const CHANGES = 'preview/changes.astro';
const LINT = 'development/lint.astro';
const NOT_FOUND = '404.astro';
/** Hand-written pages as Markdown, which stand beside those pages. */
const PAGES_AS_MARKDOWN = '[...page].md.ts';

/** What decides which routes a site gets. */
type RoutesSetup = Pick<SiteSetup, 'prefix' | 'look' | 'preview' | 'reference'> & {
  /** Whether people work on the records, for whom there is a page of what the linter finds. */
  readonly isDevelopment?: boolean;
};

/** A route, and what it is about where a site need not have that. */
export interface PageRoute extends InjectedRoute {
  readonly needs?: Part | undefined;
}

/** Folders and files of `routes/` that are about what a site need not have. */
const NEEDS: readonly (readonly [RegExp, Part])[] = [
  [/^specs\//, 'spec-folders'],
  [/^trace\/files\//, 'files'],
  [/^trace[./]/, 'trace'],
  [/^findings\//, 'claims'],
  [/^agent-decisions\./, 'agent-decisions'],
  [/^tags\//, 'tags'],
  [/^\[log\]\//, 'logs'],
  [/^timeline\//, 'dates'],
  [/^due\./, 'due'],
  [/^feeds\/due\./, 'calendar'],
];

/** The routes that Docket gives a site, and the pages of the site that take the place of some. */
export interface PageRoutes {
  readonly routes: readonly PageRoute[];
  /** Paths without slashes at their ends; the home's is empty. */
  readonly replaced: readonly string[];
}

/**
 * The files of `routes/`, each under the path that it has there, below the prefix. A page that the site has of its own
 * wins.
 * @param host paths of those pages, as `hostPages` gives them
 */
export function pageRoutes(
  { prefix, look, preview, reference, isDevelopment = false }: RoutesSetup,
  host: ReadonlySet<string>,
): PageRoutes {
  const folder = ownFile('routes');
  const routes: PageRoute[] = [];
  const replaced: string[] = [];
  for (const file of globSync('**/*.{astro,ts}', { cwd: folder }).sort()) {
    const name = file.replaceAll('\\', '/');
    if ((name === CHANGES && !preview) || (name === LINT && !isDevelopment)) continue;
    if (name.startsWith('reference/') && !reference) continue;
    // Starlight has a page of its own for addresses that lead nowhere.
    if ((name === NOT_FOUND || name === PAGES_AS_MARKDOWN) && look !== 'docket') continue;
    const path = pathOf(name, prefix);
    if (host.has(path)) replaced.push(path);
    else {
      const needs = NEEDS.find(([files]) => files.test(name))?.[1];
      routes.push({ pattern: `/${path}`, entrypoint: `${folder}/${name}`, needs });
    }
  }
  return { routes, replaced };
}

/** `log/[page].astro` is the route `log/[page]`, and `log/index.astro` is `log`. */
function pathOf(file: string, prefix: string): string {
  if (file === CHANGES) return below(prefix, CHANGES_PATH.replaceAll('/', ''));
  if (file === LINT) return below(prefix, LINT_PATH.replaceAll('/', ''));
  const path = file.replace(/\.(?:astro|ts)$/, '').replace(/(?:^|\/)index$/, '');
  return file === NOT_FOUND || file === PAGES_AS_MARKDOWN ? path : below(prefix, path);
}

function below(prefix: string, path: string): string {
  return [prefix, path].filter(Boolean).join('/');
}
