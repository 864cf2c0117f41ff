type Env = Readonly<Record<string, string | undefined>>;

/** The day it is, as YYYY-MM-DD in UTC; `SOURCE_DATE_EPOCH` fixes it for builds that must repeat. */
export function today(env: Env): string {
  return clock(env).slice(0, 10);
}

/** The second it is, as ISO 8601 in UTC; fixed in the same way. */
export function now(env: Env): string {
  return `${clock(env).slice(0, 19)}Z`;
}

function clock(env: Env): string {
  const fixed = Number(env['SOURCE_DATE_EPOCH'] ?? Number.NaN);
  const time = Number.isFinite(fixed) ? new Date(fixed * 1000) : new Date();
  return time.toISOString();
}
