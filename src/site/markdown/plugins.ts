import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import type { HastPluginEntry, MdastPluginEntry } from 'satteri';
import { currentModel } from '../model.ts';
import { diagramsPlugin } from './diagrams.ts';
import { headingLinksPlugin } from './heading-links.ts';
import { linksPlugin, namesPlugin } from './links.ts';
import { optionsPlugin } from './options.ts';
import { provenanceLeadPlugin } from './provenance-lead.ts';
import { tableScrollPlugin } from './tables.ts';
import { verdictsPlugin } from './verdicts.ts';

/** What happens to the Markdown of records and hand-written pages on its way to the site. */
export const mdastPlugins: MdastPluginEntry[] = [
  ({ fileURL }) => {
    const model = currentModel();
    const file = fileURL && fileURLToPath(fileURL);
    const record =
      file === undefined ? undefined : model.corpus.byPath(relativeTo(model.root, file));
    const page = record?.path ?? (file === undefined ? '' : relativeTo(model.projectRoot, file));
    return [
      diagramsPlugin(),
      record?.kind === 'provenance' && provenanceLeadPlugin(),
      record?.kind === 'adr' && optionsPlugin(),
      linksPlugin(model, page),
      record && namesPlugin(model, record),
    ];
  },
];

/** The same for the HTML that is made from it. */
export const hastPlugins: HastPluginEntry[] = [
  ({ fileURL }) => {
    const model = currentModel();
    const record = fileURL && model.corpus.byPath(relativeTo(model.root, fileURLToPath(fileURL)));
    return [
      record?.kind === 'provenance' && verdictsPlugin(model, record),
      tableScrollPlugin(),
      satteriHeadingIdsPlugin(),
      headingLinksPlugin(),
    ];
  },
];

function relativeTo(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}
