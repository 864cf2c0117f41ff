import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type DocketRecord,
  gatePlugin,
  headingIdsPlugin,
  mayHoldHtml,
  nodesOf,
} from 'docket/records';
import type { HastPluginEntry, MdastPluginEntry, PluginFactoryContext } from 'satteri';
import { currentFrame, currentModel, type SiteFrame } from '../site/model.ts';
import { alertsPlugin } from './alerts.ts';
import { asciidocLookPlugin } from './asciidoc-look.ts';
import { combineHast, combineMdast } from './combine.ts';
import { diagramsPlugin } from './diagrams.ts';
import { emojiPlugin, mayHoldEmoji } from './emoji.ts';
import { headLinesPlugin } from './head-lines.ts';
import { headingLinksPlugin } from './heading-links.ts';
import { linksPlugin } from './links.ts';
import { mediaPlugin } from './media.ts';
import { namesPlugin } from './names.ts';
import { chosenPlugin, prosAndConsPlugin } from './options.ts';
import { provenanceLeadPlugin } from './provenance-lead.ts';
import { replacedPartsPlugin } from './replaced-parts.ts';
import { tableScrollPlugin } from './tables.ts';
import { opensWithTitle, titlePlugin } from './title.ts';
import { orderPlugin, verdictsPlugin } from './verdicts.ts';

/** What happens to the Markdown of records and hand-written pages on its way to the site. */
export const mdastPlugins: MdastPluginEntry[] = [
  (page) => {
    const { frame, record } = pageOf(page);
    const plugins = [
      alertsPlugin(frame.t),
      record?.kind === 'provenance' && orderPlugin(),
      record?.kind === 'adr' && chosenPlugin(),
    ];
    return [
      combineMdast(
        'docket',
        plugins.filter((plugin) => plugin !== false),
      ),
    ];
  },
];

/**
 * The same for the page that is made from it, of which HTML in the Markdown is a part. First comes the gate, then what
 * is read from the text alone, then its addresses, then what the site adds.
 */
export const hastPlugins: HastPluginEntry[] = [
  (page) => {
    const { frame, record, spec, own, file } = pageOf(page);
    return [
      gatePlugin(record ? mayRecordHoldHtml(record.document) : mayHoldHtml(page.source)),
      record?.document.format === 'asciidoc' && asciidocLookPlugin(frame.t),
      combineHast('docket-text', [
        headingIdsPlugin(),
        // Astro takes care of the images of pages that stand in the project.
        ...(record || own ? [mediaPlugin(frame, file)] : []),
      ]),
      linksPlugin(frame, file),
      mayHoldEmoji(page.source) && record?.document.format !== 'asciidoc' && emojiPlugin(),
      record && namesPlugin(frame, record),
      record?.kind === 'adr' && record.document.format === 'markdown' && headLinesPlugin(record),
      (record ? opensWithTitle(record) : own?.opensWithTitle) && titlePlugin(),
      record?.kind === 'adr' && prosAndConsPlugin(),
      record?.kind === 'adr' && replacedPartsPlugin(frame, record),
      record?.kind === 'provenance' && provenanceLeadPlugin(),
      record?.kind === 'provenance' && verdictsPlugin(currentModel(), record),
      combineHast('docket', [
        diagramsPlugin(frame.t, drawsInBrowser(frame, record ?? spec) ? 'browser' : 'source'),
        tableScrollPlugin(frame.t),
        headingLinksPlugin(),
      ]),
    ];
  },
];

/** Whether the page carries what draws diagrams in the browser: pages of a site with components of its own do not. */
function drawsInBrowser({ look, keptOverrides }: SiteFrame, own: object | undefined) {
  return own !== undefined || (look === 'docket' && !keptOverrides.has('MarkdownContent'));
}

/** Whether there is HTML to gate; a converter gives nothing else. */
function mayRecordHoldHtml(document: DocketRecord['document']): boolean {
  return document.format !== 'markdown' || nodesOf(document).html.length > 0;
}

/**
 * The page that is rendered: the path of its file below the root of its repository, and the record or the page of the
 * repository it is.
 */
function pageOf({ fileURL }: PluginFactoryContext) {
  const frame = currentFrame();
  const absolute = fileURL && fileURLToPath(fileURL);
  if (absolute === undefined) {
    return { frame, record: undefined, spec: undefined, own: undefined, file: '' };
  }
  const inRoot = relativeTo(frame.root, absolute);
  const record = frame.corpus.byPath(inRoot);
  const spec = frame.specs.byPath.get(inRoot);
  const own = spec ?? frame.pages.byPath.get(inRoot);
  const file = record?.path ?? own?.path ?? relativeTo(frame.projectRoot, absolute);
  return { frame, record, spec, own, file };
}

function relativeTo(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}
