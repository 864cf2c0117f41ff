import { type DueKind, duesOf, shortTitle, shownName } from 'docket/records';
import ical from 'ical-generator';
import type { SiteModel } from '../site/model.ts';
import type { WordKey } from '../words/say.ts';
import { absolute } from './api.ts';
import { DUE_WORDS } from './due.ts';
import { nameBasedId } from './name-based-id.ts';
import { recordUrl, withBase } from './urls.ts';

/** What a calendar is made from. */
export interface CalendarContext extends Pick<SiteModel, 'corpus' | 'base' | 'name' | 't'> {
  /** Public address of the site. Without it links start at the root of the host. */
  readonly site: URL | undefined;
}

/** Media type of a calendar. */
export const CALENDAR_TYPE = 'text/calendar';

/** Where the calendar stands below the base. */
export function calendarPath(folder = ''): string {
  return `${folder}feeds/due.ics`;
}

/** The address of the calendar. */
export function calendarUrl(base: string): string {
  return withBase(base, calendarPath());
}

const SUMMARIES: Readonly<Record<DueKind, WordKey>> = {
  review: 'docket.calendar.review',
  end: 'docket.calendar.end',
  adoption: 'docket.calendar.adoption',
};

/**
 * What is due as a calendar of whole days (RFC 5545). The same records give the same bytes: an event is stamped with the
 * day of its record, and known by path and kind, so that a reader's calendar moves it when its day changes.
 */
export function calendarText({ corpus, base, name, site, t }: CalendarContext): string {
  const calendar = ical({
    name: plain(t('docket.calendar.name', { site: name })),
    prodId: { company: 'docket', product: 'due', language: t.lang.toUpperCase() },
  });
  for (const { adr, kind, day } of duesOf(corpus.adrs)) {
    const when = adr.fields['revisit-when'].value;
    const url = absolute(site, recordUrl(base, adr));
    calendar.createEvent({
      id: nameBasedId(`due ${adr.path} ${kind}`),
      stamp: midnight(adr.fields.date.value ?? day),
      start: midnight(day),
      allDay: true,
      summary: plain(t(SUMMARIES[kind], { record: shownName(adr), title: shortTitle(adr) })),
      description: plain(
        [
          adr.fields.description.value,
          t(DUE_WORDS[kind]),
          when && t('docket.calendar.when', { when }),
          // An address is one only with its host.
          site && url,
        ]
          .filter(Boolean)
          .join('\n'),
      ),
      categories: (adr.fields.tags.value ?? []).map((tag) => ({ name: plain(tag) })),
      ...(site && { url }),
    });
  }
  return `${calendar.toString()}\r\n`;
}

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Without the control characters that no calendar may hold. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ').toWellFormed();
}
