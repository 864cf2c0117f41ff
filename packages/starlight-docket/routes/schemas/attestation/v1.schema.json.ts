import type { APIRoute } from 'astro';
import { publishedStatementSchema } from '../../../views/statement-schema.ts';

export const GET: APIRoute = () => Response.json(publishedStatementSchema());
