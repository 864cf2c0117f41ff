import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import type { HastPluginEntry, MdastPluginEntry } from 'satteri';
import { nodesOf } from '../../records/nodes.ts';
import type { DocketRecord } from '../../records/record.ts';
import { currentModel } from '../model.ts';
import { combineHast, combineMdast } from './combine.ts';
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
    const plugins = [
      diagramsPlugin(),
      record?.kind === 'provenance' && provenanceLeadPlugin(),
      record?.kind === 'adr' && optionsPlugin(),
      linksPlugin(model, page),
      record && namesPlugin(model, record),
    ];
    return [
      combineMdast(
        'docket',
        plugins.filter((plugin) => plugin !== false && plugin !== undefined),
      ),
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
      satteriHeadingIdsPlugin(),
      combineHast('docket', [
        tableScrollPlugin(),
        headingLinksPlugin(!record || headingHoldsLink(record)),
      ]),
    ];
  },
];

function relativeTo(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}

/** Whether a heading of a record holds a link: a rare thing, which the model knows. */
function headingHoldsLink({ document, outline }: DocketRecord): boolean {
  const links = nodesOf(document).links.map(({ node }) => node.position?.start.offset ?? 0);
  return outline.all.some(({ span }) =>
    links.some((offset) => offset >= span.start.offset && offset < span.end.offset),
  );
}
