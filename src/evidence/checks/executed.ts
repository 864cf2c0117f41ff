import type { ExecutedClaim } from '../claims.ts';
import type { KnownLanding } from '../landing.ts';
import { contradicted, shortId, unverifiable, type Verdict, verified } from '../verdict.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
// Clocks of two machines differ; the zones of the world span 26 hours.
const CLOCK = 15 * MINUTE;
const EARLIEST_ZONE = 14 * HOUR;

const STAMP =
  /\b(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?\s*(Z\b|UTC\b|GMT\b|[+-]\d{2}:?\d{2}\b)?/;

/**
 * Work cannot be done after it was committed. Nothing is said about how long before: a branch may wait for weeks.
 * A time without zone is read in the zone that makes it earliest, a day as its first moment.
 */
export function checkExecuted(landing: KnownLanding, claim: ExecutedClaim): Verdict {
  const executed = instantOf(claim.value);
  if (executed === undefined) {
    return unverifiable(
      'not-checkable',
      `\`${claim.value}\` is no time such as \`2026-03-05T14:30:00Z\``,
    );
  }
  const { committed, id } = landing.commit;
  const seen = `${shortId(id)} committed ${committed}`;
  return executed <= Date.parse(committed) + CLOCK
    ? verified(seen)
    : contradicted(seen, 'the work is said to be done after it was committed');
}

/** Milliseconds since 1970 of the first time in a text, at its earliest reading. */
function instantOf(text: string): number | undefined {
  const match = STAMP.exec(text);
  if (!match) return undefined;
  const [, day = '', time, zone] = match;
  const offset = zone === undefined || /^[A-Z]/.test(zone) ? 'Z' : zone;
  const instant = Date.parse(
    `${day}T${time ?? '00:00'}${offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`,
  );
  if (Number.isNaN(instant)) return undefined;
  return time === undefined || zone === undefined ? instant - EARLIEST_ZONE : instant;
}
