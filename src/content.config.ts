import { defineCollection } from 'astro:content';
import { i18nLoader } from '@astrojs/starlight/loaders';
import { i18nSchema } from '@astrojs/starlight/schema';
import { docketLoader } from './site/loader.ts';
import { docketSchema } from './site/schema.ts';

export const collections = {
  docs: defineCollection({ loader: docketLoader(), schema: docketSchema() }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
