import { defineMiddleware } from 'astro/middleware';
import { belowBase, normaliseBase } from '../urls.ts';
import { currentSearchIndex } from './current-index.ts';

/** Hands each page that is built to the search index, so that it is read while others are rendered. */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  const index = currentSearchIndex();
  if (!index || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = await response.text();
  await index.add(`/${belowBase(normaliseBase(import.meta.env.BASE_URL), url.pathname)}`, html);
  return new Response(html, response);
});
