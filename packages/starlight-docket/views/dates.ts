import { localeOf } from './locale.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A calendar day as a language writes it: `2026-03-05` becomes `5 March 2026`. Other texts come back as they are. */
export function formatDay(day: string, lang: string): string {
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T00:00:00Z` : Number.NaN);
  // JavaScript counts a 31 February on into March.
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day)) return day;
  // Making a format takes longer than all that a page does with it.
  const format = formats.get(lang) ?? dayFormat(lang);
  formats.set(lang, format);
  return format.format(date);
}

function dayFormat(lang: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(localeOf(lang), {
    ...{ day: 'numeric', month: 'long', year: 'numeric' },
    timeZone: 'UTC',
  });
}

/**
 * An ISO 8601 instant in words, in the zone it was written in: `2026-03-05T14:30:00Z` becomes
 * `5 March 2026, 14:30 UTC`. Other texts come back as they are.
 */
export function formatInstant(instant: string, lang: string): string {
  const match =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.exec(instant);
  if (!match) return instant;
  const [, day = '', time = '', zone = ''] = match;
  return `${formatDay(day, lang)}, ${time} ${/^(?:Z|[+-]00:?00)$/.test(zone) ? 'UTC' : `UTC${zone}`}`;
}
