import type { APIRoute } from 'astro';
import { currentModel } from '../../site/model.ts';
import { CALENDAR_TYPE, calendarText } from '../../views/calendar.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(calendarText({ ...currentModel(), site }), {
    headers: { 'content-type': `${CALENDAR_TYPE}; charset=utf-8` },
  });
