import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { absolute } from '../site/api.ts';
import { pageMarkdown, recordMarkdown } from '../site/markdown-text.ts';
import { currentModel } from '../site/model.ts';
import { recordSlug } from '../site/urls.ts';

type Make = (absolute: (address: string) => string) => string;

/** Every record and every hand-written page as Markdown, at its address with `.md` in place of the last slash. */
export const getStaticPaths = (async () => {
  const model = currentModel();
  const records = new Map(model.corpus.records.map((record) => [recordSlug(record), record]));
  const pages = (await getCollection('docs')).filter(({ id }) => !records.has(id));
  const makers: [string, Make][] = [
    ...[...records].map(([slug, record]): [string, Make] => [
      slug,
      (far) => recordMarkdown(model, record, far),
    ]),
    ...pages.map(({ id, body = '', data, filePath = '' }): [string, Make] => [
      id,
      (far) => pageMarkdown(model, { ...data, body }, filePath, far),
    ]),
  ];
  return makers.map(([page, make]) => ({ params: { page }, props: { make } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ make: Make }> = ({ props, site }) =>
  new Response(
    props.make((address) => absolute(site, address)),
    {
      headers: { 'content-type': 'text/markdown; charset=utf-8' },
    },
  );
