import { type Corpus, duesOf, type Log } from 'docket/records';
import type { SiteModel } from '../site/model.ts';
import { absolute, recordsDocument } from './api.ts';
import { calendarPath, calendarText } from './calendar.ts';
import { FEED_FORMATS, FEEDS, type FeedFormat, type FeedName, feedPath, feedXml } from './feeds.ts';
import { llmsText } from './llms.ts';
import { logTitles } from './log.ts';
import type { ReferenceContext } from './references.ts';
import { wireLives } from './timeline.ts';
import { logSlug } from './urls.ts';

/** What the files are made from. */
export type LogFilesContext = ReferenceContext &
  Pick<SiteModel, 'name' | 'history' | 't'> &
  Partial<Pick<SiteModel, 'ratifications'>>;

/** The feeds, the list for language models, the lives and the records as JSON of each log; none where there is only one. */
export function logFiles(
  { history, ...context }: LogFilesContext,
  site: URL | undefined,
): { readonly path: string; content(): string }[] {
  return logTitles(context.corpus).flatMap((log) => {
    const folder = `${logSlug(log.id)}/`;
    const corpus = partOf(context.corpus, log);
    const own = { ...context, corpus, name: `${context.name}: ${log.title}` };
    const lives = history.lives.filter(({ record }) => record.key.log === log.name);
    const feeds = (Object.keys(FEEDS) as FeedName[]).flatMap((feed) =>
      (Object.keys(FEED_FORMATS) as FeedFormat[]).map((format) => ({
        path: feedPath(feed, format, folder),
        content: () => feedXml({ ...own, site, lives, folder }, feed, format),
      })),
    );
    const calendar = {
      path: calendarPath(folder),
      content: () => calendarText({ ...own, site }),
    };
    return [
      ...feeds,
      ...(duesOf(corpus.adrs).length > 0 ? [calendar] : []),
      {
        path: `${folder}llms.txt`,
        content: () => llmsText(own, [], (address) => absolute(site, address), folder),
      },
      {
        path: `${folder}timeline/lives.json`,
        content: () => JSON.stringify(wireLives(own.base, lives)),
      },
      {
        path: `${folder}api/records.json`,
        content: () => JSON.stringify(recordsDocument(own, site)),
      },
    ];
  });
}

/** The corpus with the decisions of one log alone; relations still lead to those of the others. */
function partOf(corpus: Corpus, { name }: Log): Corpus {
  const adrs = corpus.adrs.filter(({ key }) => key.log === name);
  return { ...corpus, records: adrs, adrs, specs: [], provenances: [] };
}
