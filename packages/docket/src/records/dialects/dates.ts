import { isRealDay } from '../dates.ts';

/** Which part of a date like `3/4/2024` comes first. */
export type DateOrder = 'day-first' | 'month-first';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const END = '(?![\\d-])';
const ISO = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:${END}|(?=T\\d))`);
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const NUMERIC = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${END}`);
const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?([a-z]{3,9})\.?,?[\s-]+(\d{4})(?!\d)/i;
const MONTH_DAY = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})(?!\d)/i;
const YEAR_MONTH_DAY = /^(\d{4})[\s-]+([a-z]{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?(?!\d)/i;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/i;

/**
 * The day that opens a text, as YYYY-MM-DD. `undefined` where none does, where it is no day of the calendar, and where
 * it reads two ways and `order` does not say which.
 */
export function dateOf(written: string, order?: DateOrder): string | undefined {
  const text = written
    .replace(/^[\s*_`"'({[<]+/, '')
    .replace(/^on\s+/i, '')
    .replace(WEEKDAY, '');
  const iso = ISO.exec(text);
  if (iso) return day(iso[1], iso[3], iso[4]);
  const compact = COMPACT.exec(text);
  if (compact) return day(compact[1], compact[2], compact[3]);
  const dayMonth = DAY_MONTH.exec(text);
  if (dayMonth) return day(dayMonth[3], monthOf(dayMonth[2]), dayMonth[1]);
  const monthDay = MONTH_DAY.exec(text);
  if (monthDay) return day(monthDay[3], monthOf(monthDay[1]), monthDay[2]);
  const yearMonth = YEAR_MONTH_DAY.exec(text);
  if (yearMonth) return day(yearMonth[1], monthOf(yearMonth[2]), yearMonth[3]);
  const numeric = NUMERIC.exec(text);
  if (!numeric) return undefined;
  const [, first = '', , second = '', year = ''] = numeric;
  switch (orderIn(text) ?? order) {
    case 'day-first':
      return day(year, second, first);
    case 'month-first':
      return day(year, first, second);
    case undefined:
      return first === second ? day(year, first, second) : undefined;
  }
}

/** The order that a folder keeps, as those of its dates show that read one way only; `undefined` where they disagree. */
export function dateOrderOf(written: Iterable<string>): DateOrder | undefined {
  const seen = new Set<DateOrder>();
  for (const text of written) {
    const order = orderIn(text.trim());
    if (order) seen.add(order);
  }
  return seen.size === 1 ? [...seen][0] : undefined;
}

/** The dates of a record in numbers, where the year is last, as its labelled lines near the top give them. */
export function numericDates(text: string): string[] {
  const lines = text
    .slice(0, 4000)
    .matchAll(/\bdate\b[^\n]{0,24}?(\d{1,2}([-/.])\d{1,2}\2\d{4})(?!\d)/gi);
  return [...lines].flatMap((match) => match[1] ?? []);
}

/** Whether a text opens with a date that reads two ways. */
export function isTwoWay(written: string): boolean {
  return NUMERIC.test(written.trim()) && dateOf(written) === undefined;
}

function orderIn(text: string): DateOrder | undefined {
  const [, first = '', , second = ''] = NUMERIC.exec(text) ?? [];
  if (Number(first) > 12 && Number(second) <= 12) return 'day-first';
  if (Number(second) > 12 && Number(first) <= 12) return 'month-first';
  return undefined;
}

function monthOf(word = ''): string | undefined {
  const name = word.toLowerCase();
  const index = MONTHS.findIndex(
    (month) =>
      month === name ||
      (month.startsWith(name) && name.length === 3) ||
      (name === 'sept' && month === 'september'),
  );
  return index < 0 ? undefined : String(index + 1);
}

/** A day of the calendar; `undefined` where there is no such day. */
function day(year = '', month = '', ofMonth = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${ofMonth.padStart(2, '0')}`;
  return isRealDay(text) ? text : undefined;
}
