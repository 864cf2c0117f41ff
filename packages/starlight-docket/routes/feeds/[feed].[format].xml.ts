import type { APIRoute, GetStaticPaths } from 'astro';
import { currentModel } from '../../site/model.ts';
import { FEED_FORMATS, FEEDS, type FeedFormat, type FeedName, feedXml } from '../../views/feeds.ts';

interface Props {
  readonly feed: FeedName;
  readonly format: FeedFormat;
}

export const getStaticPaths = (() =>
  (Object.keys(FEEDS) as FeedName[]).flatMap((feed) =>
    (Object.keys(FEED_FORMATS) as FeedFormat[]).map((format) => ({
      params: { feed, format },
      props: { feed, format },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props: { feed, format }, site }) => {
  const { corpus, base, name, history, t } = currentModel();
  const xml = feedXml({ corpus, base, site, name, t, lives: history.lives }, feed, format);
  return new Response(xml, {
    headers: { 'content-type': `${FEED_FORMATS[format]}; charset=utf-8` },
  });
};
