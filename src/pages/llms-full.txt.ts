import type { APIRoute } from 'astro';
import { absolute } from '../site/api.ts';
import { llmsFullText } from '../site/llms.ts';
import { currentModel } from '../site/model.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(llmsFullText(currentModel(), (address) => absolute(site, address)));
