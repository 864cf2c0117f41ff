import { defineCollection } from 'astro:content';
import { i18nLoader } from '@astrojs/starlight/loaders';
import { i18nSchema } from '@astrojs/starlight/schema';
import { docketLoader } from 'starlight-docket/loader';
import { docketSchema } from 'starlight-docket/schema';

export const collections = {
  docs: defineCollection({ loader: docketLoader(), schema: docketSchema() }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
