import { readingMinutes } from 'docket/records';
import { fillPattern } from '../site/settings.ts';
import { homeOf } from './home-of.ts';
import type { PageContext } from './page-context.ts';
import { recordUrl } from './urls.ts';

/** What a reader can do with a record besides reading it. */
export interface RecordTools {
  readonly minutes: number;
  /** Where the record is edited. */
  readonly edit: string | undefined;
  /** Where it is discussed. */
  readonly discuss: string | undefined;
}

/**
 * The tools of a record's page; `undefined` for pages that are no record.
 * @param site public address of the site, if it is known
 */
export function toolsOf(page: PageContext, site: URL | undefined): RecordTools | undefined {
  const { record, view, settings, base } = page;
  if (!record || !view) return undefined;
  const url = recordUrl(base, record);
  const minutes = readingMinutes(record.document);
  // The patterns are those of the site's own repository.
  if (homeOf(page, record.path).isOther) return { minutes, edit: undefined, discuss: undefined };
  return {
    minutes,
    edit: fillPattern(settings.edit, { path: record.path }),
    discuss: fillPattern(settings.discuss, {
      id: view.label,
      title: view.title,
      path: record.path,
      url: site ? new URL(url, site).href : url,
    }),
  };
}
