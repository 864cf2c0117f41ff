import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { currentModel } from '../site/model.ts';
import { absolute } from '../views/api.ts';
import { llmsText } from '../views/llms.ts';

export const GET: APIRoute = async ({ site }) => {
  const model = currentModel();
  // The hand-written pages of a site with a look of its own are no part of Docket.
  const pages = (model.look === 'docket' ? await getCollection('docs') : [])
    .map(({ id, data }) => ({ slug: id, title: data.title, description: data.description }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
  return new Response(llmsText(model, pages, (address) => absolute(site, address)));
};
