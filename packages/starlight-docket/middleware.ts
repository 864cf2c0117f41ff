import config from 'virtual:starlight/user-config';
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { perObject, ratificationsOf } from 'docket/records';
import { sitePolicy } from './build/delivery/site-policy.ts';
import { currentModel } from './site/model.ts';
import { escapeHtml } from './views/escape-html.ts';
import { headOf } from './views/head.ts';
import { tellsTrace, traceTitle } from './views/held.ts';
import { pageContext } from './views/page-context.ts';
import { translator } from './words/translator.ts';

/** The same for every page. */
const policyFor = perObject(sitePolicy);

/** Gives every page its context, and the sections that are not in a record's Markdown to its table of contents. */
export const onRequest = defineRouteMiddleware((context) => {
  const { starlightRoute } = context.locals;
  const model = currentModel();
  // A page of the site's own may be in another of its languages.
  const { lang } = starlightRoute;
  const t = lang === model.t.lang ? model.t : translator(context.locals.t, lang);
  const isDocketPage = model.routes.has(context.routePattern);
  const page = pageContext({ ...model, t }, context.url.pathname, isDocketPage);
  context.locals.docket = page;
  if (page.preview)
    starlightRoute.head.push({ tag: 'meta', attrs: { name: 'robots', content: 'noindex' } });
  const isDocketLook = model.look === 'docket';
  if (!page.isDocket && !isDocketLook) return;
  // The mark that the styles of Docket ask for (`site/scoped-styles.ts`).
  if (!isDocketLook)
    starlightRoute.head.push({ tag: 'meta', attrs: { name: 'docket', content: 'page' } });
  starlightRoute.head = starlightRoute.head
    .filter((entry) => !isDocketLook || entry.attrs?.['name'] !== 'generator')
    // Starlight writes what an element holds as HTML, and the title is a record's.
    .map((entry) =>
      entry.tag === 'title' ? { ...entry, content: escapeHtml(entry.content ?? '') } : entry,
    );
  for (const { tag, attrs, content } of headOf(page, context.site)) {
    starlightRoute.head.push({ tag, attrs, ...(content !== undefined && { content }) });
  }
  // In the head, so that the layout is known before anything of the page is painted.
  if (page.isWide)
    starlightRoute.head.push({ tag: 'meta', attrs: { name: 'layout', content: 'wide' } });
  // Before any script, since a policy holds for what follows it. The development server has scripts of its own.
  if (import.meta.env.PROD && model.delivers) {
    starlightRoute.head.splice(1, 0, {
      tag: 'meta',
      attrs: { 'http-equiv': 'content-security-policy', content: policyFor(config.head) },
    });
  }
  const items = starlightRoute.toc?.items;
  if (page.view?.kind === 'adr') {
    if (page.view.relations.length > 0)
      items?.push({ depth: 2, slug: 'impact', text: t('docket.impact.title'), children: [] });
    if (tellsTrace(page.held, page.view))
      items?.push({ depth: 2, slug: 'trace', text: traceTitle(t, page.held), children: [] });
  }
  if (page.view?.kind === 'provenance' && page.view.evidence)
    items?.push({ depth: 2, slug: 'evidence', text: t('docket.evidence.title'), children: [] });
  if (page.view?.kind === 'spec') {
    items?.push({
      depth: 2,
      slug: 'validation',
      text: t('docket.validation.title'),
      children: [],
    });
  }
  if (page.record && ratificationsOf(page.record, page.ratifications).length > 0)
    items?.push({ depth: 2, slug: 'ratified', text: t('docket.ratified.title'), children: [] });
  if (page.record)
    items?.push({ depth: 2, slug: 'history', text: t('docket.history.title'), children: [] });
});
