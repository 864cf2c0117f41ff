import { defineCollection } from 'astro:content';
import { docketLoader } from 'starlight-docket/loader';
import { docketSchema } from 'starlight-docket/schema';

export const collections = {
  docs: defineCollection({ loader: docketLoader(), schema: docketSchema() }),
};
