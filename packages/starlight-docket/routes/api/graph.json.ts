import type { APIRoute } from 'astro';
import { currentModel } from '../../site/model.ts';
import { graphDocument } from '../../views/api.ts';

export const GET: APIRoute = ({ site }) => Response.json(graphDocument(currentModel(), site));
