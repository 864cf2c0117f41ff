import type { APIRoute } from 'astro';
import { publishedLintSchema } from '../../site/lint-schema.ts';

export const GET: APIRoute = () => Response.json(publishedLintSchema());
