import { readFileSync } from 'node:fs';
import { type Corpus, RECORD_KINDS } from 'docket/records';
import type { SiteModel } from '../../site/model.ts';
import { absolute, apiRecords, recordDocument } from '../../views/api.ts';
import { logTitles } from '../../views/log.ts';
import { logFiles } from '../../views/log-files.ts';
import { recordMarkdown } from '../../views/markdown-text.ts';
import { heldFiles, mediaPath } from '../../views/media.ts';
import { type DiskContext, onDisk } from '../../views/on-disk.ts';
import { type PublishedContext, publishedFiles } from '../../views/published.ts';
import { redirectsOf } from '../../views/redirects.ts';
import type { ReferenceContext } from '../../views/references.ts';
import { KIND_FOLDER, kindSlug, logSlug, textSlug, withBase } from '../../views/urls.ts';
import { redirectHtml } from './redirect-html.ts';

/** A file of the site that no route makes. */
export interface SiteFile {
  /** Below the base, such as `adr/adr-018-secret-management.md`. */
  readonly path: string;
  content(): string | Uint8Array;
}

/** Where the folders of records lead, whose address a reader gets by cutting one off. */
const FOLDER_PAGES = {
  adr: { path: 'log/', name: 'docket.log.title' },
  spec: { path: 'trace/', name: 'docket.trace.matrix' },
  provenance: { path: 'trace/', name: 'docket.trace.matrix' },
} as const;

/** The folders of logs but the main one, which lead to their decisions in the log of all. */
function logPages(corpus: Corpus): { readonly path: string; readonly title: string }[] {
  return logTitles(corpus).flatMap(({ name, title }) => {
    if (name === '') return [];
    const folders = [logSlug(name), kindSlug({ kind: 'adr', log: name })];
    return folders.map((folder) => ({ path: `${folder}/index.html`, title }));
  });
}

/** Whether a model knows what a site states of its decisions. */
function isWhole<M extends Partial<PublishedContext>>(model: M): model is M & PublishedContext {
  return (
    model.history !== undefined && model.evidence !== undefined && model.findings !== undefined
  );
}

/**
 * The files that stand beside the pages of records: their text, their JSON in the API, a page for each short
 * address and each folder of them, and the files they show or lead to. There are three or more of them for each record, and
 * none needs a component; as routes they would take a seventh of the time of a build.
 * @param site public address of the site, where it knows its own
 */
export function siteFiles(
  model: ReferenceContext &
    DiskContext &
    Pick<SiteModel, 't'> &
    Partial<Pick<SiteModel, 'history' | 'name' | 'ratifications' | 'evidence' | 'findings'>>,
  site: URL | undefined,
): SiteFile[] {
  const { corpus, base, siteBase = base, history, name: siteName, t } = model;
  return [
    ...corpus.records.map((record) => ({
      path: textSlug(record),
      content: () => recordMarkdown(model, record, (address) => absolute(site, address)),
    })),
    ...[...apiRecords(model)].map(([name, record]) => ({
      path: `api/records/${name}.json`,
      content: () => JSON.stringify(recordDocument(model, record, site)),
    })),
    ...redirectsOf(corpus, base, history?.files).map(({ path, target }) => ({
      path: `${path}/index.html`,
      content: () =>
        redirectHtml(
          t,
          { url: target.url, name: `${target.label}: ${target.title}` },
          siteBase,
          site,
        ),
    })),
    ...RECORD_KINDS.filter((kind) => corpus.records.some((record) => record.kind === kind)).map(
      (kind) => {
        const { path, name } = FOLDER_PAGES[kind];
        const content = () =>
          redirectHtml(t, { url: withBase(base, path), name: t(name) }, siteBase, site);
        return { path: `${KIND_FOLDER[kind]}/index.html`, content };
      },
    ),
    ...(history && siteName !== undefined
      ? logFiles({ ...model, history, name: siteName }, site)
      : []),
    ...(isWhole(model) ? publishedFiles(model, site) : []),
    ...logPages(corpus).map(({ path, title }) => {
      const url = `${withBase(base, 'log/')}?${new URLSearchParams({ log: title })}`;
      const content = () =>
        redirectHtml(t, { url, name: t('docket.log.titleLog', { log: title }) }, siteBase, site);
      return { path, content };
    }),
    ...heldFiles(model).map((held) => ({
      path: mediaPath(corpus, held),
      content: () => readFileSync(onDisk(model, held)),
    })),
  ];
}
