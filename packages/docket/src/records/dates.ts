/** A moment as a record writes it. */
export interface Instant {
  /** The day in its own zone, as YYYY-MM-DD. */
  readonly day: string;
}

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)? ?(?:Z|UTC|[+-](?:0\d|1[0-4]):?[0-5]\d)$/;

/** Reads an instant with its zone (RFC 3339; seconds may be left out); `undefined` for anything else. */
export function executedInstant(text: string): Instant | undefined {
  const day = INSTANT.exec(text.trim())?.[1];
  return day !== undefined && isRealDay(day) ? { day } : undefined;
}

/** Whether a text is a day of the calendar, as YYYY-MM-DD. */
export function isRealDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
