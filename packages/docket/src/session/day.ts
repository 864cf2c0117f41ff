/** The day it is, as YYYY-MM-DD in UTC; `SOURCE_DATE_EPOCH` fixes it for builds that must repeat. */
export function today(env: Readonly<Record<string, string | undefined>>): string {
  const fixed = Number(env['SOURCE_DATE_EPOCH'] ?? Number.NaN);
  const now = Number.isFinite(fixed) ? new Date(fixed * 1000) : new Date();
  return now.toISOString().slice(0, 10);
}
