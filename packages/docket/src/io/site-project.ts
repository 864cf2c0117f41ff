import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a site says of itself, as Starlight and the plugin take it. */
export interface SiteConfig {
  readonly title: string;
  readonly description?: string | undefined;
  /** Options of the plugin. */
  readonly docket: Readonly<Record<string, unknown>>;
}

const ASTRO_CONFIG = `import { fileURLToPath } from 'node:url';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import docket, { astroSettings } from 'starlight-docket';
import site from './site.json' with { type: 'json' };

const { docket: options, ...names } = site;
const settings = astroSettings();

export default defineConfig({
  ...settings,
  // What Vite keeps would else go where the packages are.
  vite: { ...settings.vite, cacheDir: fileURLToPath(new URL('.vite', import.meta.url)) },
  integrations: [starlight({ ...names, plugins: [docket(options)] })],
});
`;

const CONTENT_CONFIG = `import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { docketLoader } from 'starlight-docket/loader';

export const collections = { docs: defineCollection({ loader: docketLoader(), schema: docsSchema() }) };
`;

const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 28"><path fill="#e6b95f" fill-rule="evenodd" d="M7.2 1h9.6L23 7.4V25a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V7.4L7.2 1zM12 5.2a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6z"/><path stroke="#241a05" stroke-width="2.1" d="M5.6 14.2h12.8M5.6 18.4h12.8M5.6 22.6h7.4"/></svg>
`;

/**
 * Writes the Astro project that shows the records of a root. It stands below the packages, where tools keep what they can
 * make anew: Astro compiles the components of a package only if it shares a folder with the project.
 * @param modules absolute path of the folder `node_modules` that has the packages
 * @returns absolute path of the project, which no other root has
 */
export function writeSiteProject(root: string, modules: string, config: SiteConfig): string {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const folder = path.join(modules, '.cache', 'docket', 'site', name);
  const files = {
    // Astro compiles the packages that are named here and have pages.
    'package.json': JSON.stringify({
      ...{ name: 'docket-site', private: true, type: 'module' },
      dependencies: { '@astrojs/starlight': '*', astro: '*', 'starlight-docket': '*' },
    }),
    'site.json': JSON.stringify(config),
    'astro.config.mjs': ASTRO_CONFIG,
    'src/content.config.mjs': CONTENT_CONFIG,
    'public/favicon.svg': FAVICON,
  };
  mkdirSync(path.join(folder, 'src/content/docs'), { recursive: true });
  mkdirSync(path.join(folder, 'public'), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
  return folder;
}
