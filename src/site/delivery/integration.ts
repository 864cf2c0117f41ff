import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { normaliseBase } from '../urls.ts';
import { headersFile, staticWebAppConfig } from './headers.ts';
import { readDelivery } from './read-delivery.ts';

/**
 * Astro integration: makes a built site ready for its server, with its headers in the files of two static hosts. It
 * comes after whoever else writes pages to the folder.
 */
export function delivery(): AstroIntegration {
  let base = '/';
  return {
    name: 'docket-delivery',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = normaliseBase(config.base);
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const wanted = await readDelivery(folder, base);
        await Promise.all([
          writeFile(path.join(folder, '_headers'), headersFile(wanted)),
          writeFile(path.join(folder, 'staticwebapp.config.json'), staticWebAppConfig(wanted)),
        ]);
      },
    },
  };
}
