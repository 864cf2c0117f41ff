import type { APIRoute } from 'astro';
import { recordsDocument } from '../../views/api.ts';
import { currentModel } from '../../site/model.ts';

export const GET: APIRoute = ({ site }) => Response.json(recordsDocument(currentModel(), site));
