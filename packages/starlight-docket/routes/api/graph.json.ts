import type { APIRoute } from 'astro';
import { graphDocument } from '../../views/api.ts';
import { currentModel } from '../../site/model.ts';

export const GET: APIRoute = ({ site }) => Response.json(graphDocument(currentModel(), site));
