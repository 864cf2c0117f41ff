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

/** A day in the place of another. */
export interface WrittenDay {
  /** Offsets of the day that is replaced. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Writes a day as another one is written: `12 March 2024`, `2024/3/1`, `3/4/2024`.
 * @param day as YYYY-MM-DD
 * @param written a text that opens with a day, as `dateOf` takes it
 * @returns `undefined` where the text opens with none, or nothing says whether its day or its month comes first
 */
export function dayInFormOf(
  day: string,
  written: string,
  order?: DateOrder,
): WrittenDay | undefined {
  const [year = '', month = '', ofMonth = ''] = day.split('-');
  const plain = written.replace(/^[\s*_`"'({[<]+/, '').replace(/^on\s+/i, '');
  const text = plain.replace(WEEKDAY, '');
  // The day of the week would be that of the day before.
  if (text !== plain || dateOf(written, order) === undefined) return undefined;
  const start = written.length - text.length;
  const at = (length: number, made: string) => ({ start, end: start + length, text: made });
  const like = (digits: string, isPadded: boolean) => (isPadded ? digits : String(Number(digits)));
  const word = (model = '') => {
    const name = MONTHS[Number(month) - 1] ?? '';
    const cut = model.length === 3 && model.toLowerCase() !== 'may' ? name.slice(0, 3) : name;
    if (model === model.toUpperCase()) return cut.toUpperCase();
    return model === model.toLowerCase() ? cut : cut.charAt(0).toUpperCase() + cut.slice(1);
  };
  const ordinal = (matched: string) =>
    /(?:st|nd|rd|th)$/i.test(matched) ? ordinalOf(Number(ofMonth)) : undefined;
  const iso = ISO.exec(text);
  if (iso) {
    const [matched, , sign = '-', oldMonth, oldDay] = iso;
    const isPadded = oldMonth?.length === 2 && oldDay?.length === 2;
    return at(matched.length, [year, like(month, isPadded), like(ofMonth, isPadded)].join(sign));
  }
  if (COMPACT.test(text)) return at(8, `${year}${month}${ofMonth}`);
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const [matched, first = '', sign = '/', second = ''] = numeric;
    const found = orderIn(text) ?? order;
    if (found === undefined) return undefined;
    const isDayFirst = found === 'day-first';
    const isPadded = first.length === 2 && second.length === 2;
    const parts = (isDayFirst ? [ofMonth, month] : [month, ofMonth]).map((part) =>
      like(part, isPadded),
    );
    return at(matched.length, [...parts, year].join(sign));
  }
  for (const [form, name] of [
    [DAY_MONTH, 2],
    [MONTH_DAY, 1],
    [YEAR_MONTH_DAY, 2],
  ] as const) {
    const match = form.exec(text);
    if (!match || monthOf(match[name]) === undefined) continue;
    const [matched] = match;
    const made = matched.replace(/\d+(?:st|nd|rd|th)?|\p{L}{3,}/giu, (part) => {
      if (part === match[name]) return word(part);
      if (!/^\d/.test(part)) return part;
      return /^\d{4}$/.test(part) ? year : (ordinal(part) ?? like(ofMonth, part.startsWith('0')));
    });
    return at(matched.length, made);
  }
  return undefined;
}

function ordinalOf(day: number): string {
  const isTeen = day > 10 && day < 14;
  return `${day}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')}`;
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
