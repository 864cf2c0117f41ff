import type { APIRoute } from 'astro';
import { currentModel } from '../site/model.ts';
import { toCsv } from '../views/trace/csv.ts';
import { traceRows } from '../views/trace/export.ts';

/** The trace as a table for spreadsheets. */
export const GET: APIRoute = () =>
  new Response(toCsv(traceRows(currentModel())), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
