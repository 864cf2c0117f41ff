import type { APIRoute } from 'astro';
import { currentModel } from '../site/model.ts';
import { absolute } from '../views/api.ts';
import { llmsFullText } from '../views/llms.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(llmsFullText(currentModel(), (address) => absolute(site, address)));
