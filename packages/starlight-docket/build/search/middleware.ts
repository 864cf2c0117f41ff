import { defineMiddleware } from 'astro/middleware';
import { belowBase, normaliseBase } from '../../views/urls.ts';
import { currentSearchIndex } from './current-index.ts';

/** Hands each page that is built to the search index, so that it is read while others are rendered. */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  const index = currentSearchIndex();
  if (!index || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  // Bytes are passed on as they are: to decode and encode each page would take longer than to render some.
  const bytes = Buffer.from(await response.arrayBuffer());
  const pathname = `/${belowBase(normaliseBase(import.meta.env.BASE_URL), url.pathname)}`;
  await index.add(pathname, bytes.toString());
  return new Response(bytes, response);
});
