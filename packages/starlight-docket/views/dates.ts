const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A calendar day in words: `2026-03-05` becomes `5 March 2026`. Other texts come back as they are. */
export function formatDay(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const month = match && MONTHS[Number(match[2]) - 1];
  return match && month ? `${Number(match[3])} ${month} ${match[1]}` : day;
}

/**
 * An ISO 8601 instant in words, in the zone it was written in: `2026-03-05T14:30:00Z` becomes
 * `5 March 2026, 14:30 UTC`. Other texts come back as they are.
 */
export function formatInstant(instant: string): string {
  const match =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.exec(instant);
  if (!match) return instant;
  const [, day = '', time = '', zone = ''] = match;
  return `${formatDay(day)}, ${time} ${/^(?:Z|[+-]00:?00)$/.test(zone) ? 'UTC' : `UTC${zone}`}`;
}
