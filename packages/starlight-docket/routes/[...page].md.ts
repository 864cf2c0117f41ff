import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { currentModel } from '../site/model.ts';
import { absolute } from '../views/api.ts';
import { pageMarkdown } from '../views/markdown-text.ts';

/** Every hand-written page as Markdown, at its address with `.md` in place of the last slash. */
export const getStaticPaths = (async () => {
  return (await getCollection('docs')).map(({ id, body = '', data, filePath = '' }) => ({
    params: { page: id },
    props: { page: { ...data, body }, filePath },
  }));
}) satisfies GetStaticPaths;

type Props = { page: Parameters<typeof pageMarkdown>[1]; filePath: string };

export const GET: APIRoute<Props> = ({ props: { page, filePath }, site }) =>
  new Response(
    pageMarkdown(currentModel(), page, filePath, (address) => absolute(site, address)),
    { headers: { 'content-type': 'text/markdown; charset=utf-8' } },
  );
