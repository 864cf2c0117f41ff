import type { APIRoute } from 'astro';
import { recordsDocument } from '../../site/api.ts';
import { currentModel } from '../../site/model.ts';

export const GET: APIRoute = ({ site }) => Response.json(recordsDocument(currentModel(), site));
