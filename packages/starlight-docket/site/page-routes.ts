import { globSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { ownFile } from './own-file.ts';

/** Routes that not every site has: who needs one injects it. */
const ON_DEMAND = /^(?:preview|development)\//;

/** Astro integration: gives the site the pages of `routes/`, each under the path that its file has there. */
export function pageRoutes(): AstroIntegration {
  return {
    name: 'docket-pages',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command === 'preview') return;
        const folder = ownFile('routes');
        for (const file of globSync('**/*.{astro,ts}', { cwd: folder }).sort()) {
          const name = file.replaceAll('\\', '/');
          if (ON_DEMAND.test(name)) continue;
          injectRoute({ pattern: patternOf(name), entrypoint: `${folder}/${name}` });
        }
      },
    },
  };
}

/** `log/[page].astro` is the route `/log/[page]`, and `log/index.astro` is `/log`. */
function patternOf(file: string): string {
  return `/${file.replace(/\.(?:astro|ts)$/, '').replace(/(?:^|\/)index$/, '')}`;
}
