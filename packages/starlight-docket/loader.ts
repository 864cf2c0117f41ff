import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DataStore, glob, type Loader, type LoaderContext } from 'astro/loaders';
import type { DocketRecord } from 'docket/records';
import { renderRecord } from './markdown/render.ts';
import { currentModel } from './site/model.ts';
import { errorsOf, RefusedBuildError } from './site/refusal.ts';
import { errorScreen, reportText } from './site/report-text.ts';
import { keepHtml } from './views/record-html.ts';
import { recordSlug } from './views/urls.ts';

/** Name by which the integration asks for a reload. */
export const LOADER_NAME = 'docket-records';

/** Where the hand-written pages stand, and their names. */
const PAGES = 'src/content/docs';
const PAGE = '**/[^_]*.md';
/** Pages that tell of the project's own records have no place beside others. */
const OWN_PAGES = 'platform/';

/**
 * Loads the records from where they stand, and the hand-written pages of `src/content/docs`, into Starlight's `docs`
 * collection. Each of the two prunes only its own entries.
 */
export function docketLoader(): Loader {
  return {
    name: LOADER_NAME,
    async load(context) {
      const model = currentModel();
      const { corpus, isOwn } = model;
      if (model.refuses && errorsOf(model.findings).length > 0) {
        throw new RefusedBuildError(reportText(model, errorScreen()));
      }
      const { records } = corpus;
      const wanted = new Set(records.map(recordSlug));
      // A reload that the integration asked for is about records only: the pages watch themselves.
      if (context.refreshContextData?.['records'] !== true) {
        const pages = glob({ base: PAGES, pattern: isOwn ? PAGE : [PAGE, `!${OWN_PAGES}**`] });
        await pages.load({ ...context, store: storeWithout(context.store, isRecordSlug) });
      }
      for (const id of context.store.keys()) {
        const isStale = isRecordSlug(id) && !wanted.has(id);
        if (isStale || (!isOwn && id.startsWith(OWN_PAGES))) context.store.delete(id);
      }
      // A record gives its page a title and a description; all else is the same for each, and read by the schema once.
      const common = await context.parseData({ id: 'adr', data: { title: '', editUrl: false } });
      for (const record of records) await setRecord(context, record, common);
    },
  };
}

async function setRecord(
  { config, store }: LoaderContext,
  record: DocketRecord,
  common: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { root } = currentModel();
  const filePath = path.join(root, record.path);
  // The whole text, frontmatter included, so that the engine sees what the model saw. It is always rendered anew: a
  // page depends on every record it names, not on its own text alone.
  const { text, excess, cutAt } = record.document;
  // What the model read no further is not given to the engine either; a page for it is only made where errors do not
  // refuse it.
  const isRead = excess === undefined && cutAt === undefined;
  const { html, headings } = await renderRecord(config, isRead ? text : '', filePath);
  keepHtml(record, html);
  const description = record.fields.description.value;
  store.set({
    id: recordSlug(record),
    data: { ...common, title: record.title, ...(description !== undefined && { description }) },
    filePath: path.relative(fileURLToPath(config.root), filePath).split(path.sep).join('/'),
    rendered: { html: '', metadata: { headings, frontmatter: {} } },
  });
}

function isRecordSlug(id: string): boolean {
  return /^(?:adr|specs|provenance)\//.test(id);
}

/** A store that hides some of its keys, so that a loader which prunes what it did not touch spares them. */
function storeWithout(store: DataStore, isHidden: (id: string) => boolean): DataStore {
  return { ...store, keys: () => store.keys().filter((id) => !isHidden(id)) };
}
