import type { APIRoute } from 'astro';
import { currentModel } from '../site/model.ts';
import { traceJson } from '../views/trace/export.ts';

/** The trace as data. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(traceJson(currentModel()), null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
