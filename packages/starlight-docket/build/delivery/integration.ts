import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { currentModel } from '../../site/model.ts';
import { normaliseBase, recordSlug } from '../../views/urls.ts';
import { headersFile, staticWebAppConfig } from './headers.ts';
import { checkPages, readDelivery } from './read-delivery.ts';

/**
 * Astro integration: makes a built site ready for its server, with its headers in the files of two static hosts, and
 * refuses one whose pages hold scripts that are not its own. It comes after whoever else writes pages to the folder.
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
        const { corpus, ...model } = currentModel();
        const prefix = model.base.slice(base.length);
        const sources = new Map(
          corpus.records.map((record) => [
            `${prefix}${recordSlug(record)}/index.html`,
            record.path,
          ]),
        );
        await checkPages(folder, (page) => sources.get(page));
        const wanted = await readDelivery(folder, base);
        await Promise.all([
          writeFile(path.join(folder, '_headers'), headersFile(wanted)),
          writeFile(path.join(folder, 'staticwebapp.config.json'), staticWebAppConfig(wanted)),
        ]);
      },
    },
  };
}
