import type { APIRoute } from 'astro';
import { publishedStatementSchema } from '../../../site/statement-schema.ts';

export const GET: APIRoute = () => Response.json(publishedStatementSchema());
