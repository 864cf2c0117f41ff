import type { APIRoute, GetStaticPaths } from 'astro';
import { currentModel } from '../../site/model.ts';
import { logOf } from '../../views/log.ts';
import { pagesOf, wireRow } from '../../views/log-pages.ts';
import { qualifiedStatuses } from '../../views/qualified.ts';

/** `log/rows.json`, only where the log has several pages: a single page holds every row itself. */
export const getStaticPaths = (() => {
  const { corpus, base, settings } = currentModel();
  const pages = pagesOf(logOf(corpus, base), settings.rowsPerPage);
  return pages.length > 1 ? [{ params: { rows: 'rows' } }] : [];
}) satisfies GetStaticPaths;

export const GET: APIRoute = () => {
  const model = currentModel();
  const qualified = qualifiedStatuses(model);
  const { rows } = logOf(model.corpus, model.base);
  return Response.json(rows.map((row) => wireRow(row, qualified)));
};
