import { type DocketRecord, outcomeSentence, shownName } from 'docket/records';
import { readBeginning } from 'docket/session';
import type { RecordHtml } from '../markdown/record-html.ts';
import type { SiteModel } from '../site/model.ts';
import { type DiskContext, rootOf } from './on-disk.ts';
import { unreadHtml } from './source-text.ts';
import { recordSlug } from './urls.ts';

/** The page of a record, or of a file that is one by its place and could not be read. */
export interface RecordPage {
  readonly title: string;
  /** For who sees no more than its address: what it says of itself, else what was decided, else whose it is. */
  readonly description: string | undefined;
  content(): Promise<RecordHtml>;
}

/** The pages of all records, each with the last parts of its address. */
export function recordPages(
  model: Pick<SiteModel, 'unread' | 'render' | 'name' | 't'> & DiskContext,
): { readonly slug: string; readonly page: RecordPage }[] {
  const { corpus, unread } = model;
  return [
    ...corpus.records.map((record) => ({
      slug: recordSlug(record),
      page: {
        title: record.title,
        description: describe(model, record),
        content: () => model.render(record),
      },
    })),
    ...unread.map(({ slug, path }) => ({
      slug,
      page: {
        title: path.slice(path.lastIndexOf('/') + 1),
        description: undefined,
        content: async () => {
          const at = rootOf(model, path);
          return { html: unreadHtml(model.t, readBeginning(at.root, at.path)), headings: [] };
        },
      },
    })),
  ];
}

function describe({ name, t }: Pick<SiteModel, 'name' | 't'>, record: DocketRecord): string {
  const said =
    record.kind === 'adr' ? outcomeSentence(record)?.text : record.fields.description.value;
  return said ?? t('docket.record.of', { record: shownName(record), name });
}
