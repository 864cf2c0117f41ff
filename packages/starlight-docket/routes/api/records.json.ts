import type { APIRoute } from 'astro';
import { currentModel } from '../../site/model.ts';
import { recordsDocument } from '../../views/api.ts';

export const GET: APIRoute = ({ site }) => Response.json(recordsDocument(currentModel(), site));
