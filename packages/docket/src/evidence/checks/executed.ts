import type { KnownLanding } from '../landing.ts';
import type { ExecutedClaim } from '../sources/ours.ts';
import { contradicted, shortId, unverifiable, type Verdict, verified } from '../verdict.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
// Clocks of two machines differ; the zones of the world span 26 hours.
const CLOCK = 15 * MINUTE;
const EARLIEST_ZONE = 14 * HOUR;

const LATEST_ZONE = 12 * HOUR;
const DAY = 24 * HOUR;

const STAMP =
  /\b(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?\s*(Z\b|UTC\b|GMT\b|[+-]\d{2}:?\d{2}\b)?/;
// Nobody works at the first instant of a day: a tool that knew the day alone has filled it up.
const MIDNIGHT = /^00:00(?::00(?:\.0+)?)?$/;

/**
 * Work cannot be done after it was committed. Nothing is said about how long before: a branch may wait for weeks.
 * A time without zone is read in the zone that makes it earliest. A date is no instant: it holds where the whole day
 * was over, and where the commit is of that day nobody can tell which came first.
 */
export function checkExecuted(landing: KnownLanding, claim: ExecutedClaim): Verdict {
  const executed = momentOf(claim.value);
  if (executed === undefined) {
    return unverifiable(
      'not-checkable',
      `\`${claim.value}\` is not a time such as \`2026-03-05T14:30:00Z\``,
    );
  }
  const { committed, id } = landing.commit;
  const seen = `${shortId(id)} committed ${committed}`;
  const limit = Date.parse(committed) + CLOCK;
  if (executed.earliest > limit) {
    return contradicted(seen, 'the work is dated after its own commit');
  }
  if (!executed.isDate) return verified(seen);
  const date = `\`${claim.value}\` is a date without a time`;
  return executed.latest <= limit
    ? verified(`${date}: the day was over, ${seen}`)
    : unverifiable('not-checkable', `${date}, on the day of the commit: ${seen}`);
}

/** The first time in a text, as far as it is determined. Milliseconds since 1970. */
interface Moment {
  readonly earliest: number;
  readonly latest: number;
  /** Whether only the day is told. */
  readonly isDate: boolean;
}

function momentOf(text: string): Moment | undefined {
  const match = STAMP.exec(text);
  if (!match) return undefined;
  const [, day = '', time, zone] = match;
  const offset = zone === undefined || /^[A-Z]/.test(zone) ? 'Z' : zone;
  const instant = Date.parse(
    `${day}T${time ?? '00:00'}${offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`,
  );
  if (Number.isNaN(instant)) return undefined;
  const isDate = time === undefined || MIDNIGHT.test(time);
  const isPlaced = time !== undefined && zone !== undefined;
  // `05:30-06:45` is from then to then, and `-06:00` may be either.
  const isSpan = isPlaced && /^-\d{2}:\d{2}$/.test(zone) && /^\d{2}:\d{2}$/.test(time);
  return {
    earliest: isPlaced && !isSpan ? instant : instant - EARLIEST_ZONE,
    latest: instant + (isDate ? DAY : 0) + (isPlaced ? 0 : LATEST_ZONE),
    isDate,
  };
}
