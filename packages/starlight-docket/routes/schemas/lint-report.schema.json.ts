import type { APIRoute } from 'astro';
import { publishedLintSchema } from '../../views/lint-schema.ts';

export const GET: APIRoute = () => Response.json(publishedLintSchema());
