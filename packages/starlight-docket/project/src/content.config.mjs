import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { docketLoader } from 'starlight-docket/loader';

export const collections = {
  docs: defineCollection({ loader: docketLoader(), schema: docsSchema() }),
};
