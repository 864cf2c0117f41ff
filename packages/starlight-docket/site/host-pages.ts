import { globSync } from 'node:fs';

/** Pages as Starlight's loader and Astro find them; names that start with `_` are no pages. */
const CONTENT = 'content/docs/**/[^_]*.{markdown,mdown,mkdn,mkd,mdwn,md,mdx,mdoc}';
const ROUTES = 'pages/**/[^_]*.{astro,html,js,ts,md,mdx}';

/**
 * The paths of the pages that a site has of its own, below its base and without slashes at their ends; the home's is
 * empty. Routes with parameters are left out.
 * @param srcDir absolute path of the site's sources
 */
export function hostPages(srcDir: string): ReadonlySet<string> {
  return new Set(
    globSync([CONTENT, ROUTES], { cwd: srcDir })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !/\[|^pages\/(?:.*\/)?_/.test(file))
      .map((file) =>
        file
          .replace(/^(?:content\/docs|pages)\//, '')
          .replace(/\.\w+$/, '')
          .replace(/(?:^|\/)index$/, '')
          .toLowerCase(),
      ),
  );
}
