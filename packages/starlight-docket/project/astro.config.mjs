import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import docket, { astroSettings } from 'starlight-docket';

// The project that `docket build` and `docket dev` copy for a repository that is no Astro project; `site.json`, which
// they write beside it, says what the site is called.
const { docket: options, ...names } = JSON.parse(
  readFileSync(new URL('site.json', import.meta.url), 'utf8'),
);
const settings = astroSettings();

export default defineConfig({
  ...settings,
  vite: {
    ...settings.vite,
    // What Vite keeps would else go where the packages are.
    cacheDir: fileURLToPath(new URL('.vite', import.meta.url)),
    // Settings of PostCSS are code, and would be looked for in every folder above the packages.
    css: { postcss: {} },
  },
  integrations: [starlight({ ...names, plugins: [docket(options)] })],
});
