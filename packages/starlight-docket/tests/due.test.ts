import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import type { Patch } from '../../docket/src/engine/define.ts';
import { NEW_ADR, OLD_ADR } from '../../docket/src/rules/support/example-base.ts';
import { calendarText } from '../views/calendar.ts';
import { dueOf } from '../views/due.ts';
import { heldBy } from '../views/held.ts';
import { viewOf } from '../views/record-view.ts';
import { exampleModel, only } from './site-context.ts';

const keys = (lines: string): Patch => ({
  change: NEW_ADR,
  from: 'spec: SPEC-0001\n',
  to: `spec: SPEC-0001\n${lines}\n`,
});
const DATED = keys(
  'review-by: 2026-03-01\nrevisit-when: ADR-001 comes back.\nprovisional-until: 2026-06-30\nadopted: partial\nadopted-on: 2026-02-20',
);

function eventsOf(text: string): ICAL.Component[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
}

const calendarOf = (site: URL | undefined, ...patches: Patch[]) =>
  calendarText({ ...exampleModel(...patches), site });

test('the page tells what is overdue, what comes, what waits, and what is not carried out', () => {
  const due = dueOf(exampleModel(DATED));
  expect(only(due.overdue)).toMatchObject({ day: '2026-03-01', words: 'Does it still hold?' });
  expect(only(due.coming)).toMatchObject({ day: '2026-06-30' });
  expect(only(due.conditions).when).toMatchObject([
    { kind: 'record', text: 'ADR-001' },
    { kind: 'text', text: ' comes back.' },
  ]);
  expect(only(due.adoptions)).toMatchObject({ label: 'In part', day: '2026-02-20' });
});

test('a site has the page and the calendar only where there is something on them', () => {
  const partsOf = (...patches: Patch[]) => {
    const held = heldBy(exampleModel(...patches));
    return [held.has('due'), held.has('calendar')];
  };
  expect(partsOf()).toEqual([false, false]);
  expect(partsOf(keys('revisit-when: Costs double.'))).toEqual([true, false]);
  expect(partsOf(keys('review-by: 2026-03-01'))).toEqual([true, true]);
  const superseded = { change: OLD_ADR, from: 'tags: [', to: 'review-by: 2026-03-01\ntags: [' };
  expect(partsOf(superseded)).toEqual([false, false]);
});

test('the page of a decision tells adoption and status as two facts', () => {
  const { corpus, ...model } = exampleModel(DATED);
  const adr = corpus.adrs[1];
  if (!adr) throw new Error('The example has two decisions');
  const view = viewOf({ ...model, corpus }, adr);
  expect(view).toMatchObject({
    status: 'Accepted',
    plans: {
      reviewBy: '2026-03-01',
      provisionalUntil: '2026-06-30',
      adoption: { state: 'partial', label: 'In part', day: '2026-02-20', passed: 2, failed: [] },
    },
  });
});

test('a calendar holds whole days, stamped by the record', () => {
  const site = new URL('https://docs.example.org');
  const [review, end] = eventsOf(calendarOf(site, DATED));
  const of = (event: ICAL.Component | undefined, name: string) =>
    event?.getFirstPropertyValue(name)?.toString();
  expect(of(review, 'dtstart')).toBe('2026-03-01');
  expect(of(review, 'dtstamp')).toBe('2026-02-03T00:00:00Z');
  expect(of(review, 'summary')).toBe('Review: ADR-002, Keep Sessions in Redis');
  expect(of(review, 'url')).toBe(
    'https://docs.example.org/base/adr/adr-002-keep-sessions-in-redis/',
  );
  expect(of(end, 'dtstart')).toBe('2026-06-30');
  expect(of(end, 'uid')).not.toBe(of(review, 'uid'));
});

test('an event keeps its identity when its day or the site moves', () => {
  const uids = (text: string) =>
    eventsOf(text).map((one) => String(one.getFirstPropertyValue('uid')));
  const moved = keys('review-by: 2031-01-01\nprovisional-until: 2031-06-30');
  expect(uids(calendarOf(new URL('https://other.example.org'), moved))).toEqual(
    uids(calendarOf(undefined, DATED)),
  );
});

test('lines are folded at 75 octets, and no text of a record ends a line or a value', () => {
  const title = 'Ünï,cödé; \\\\ 🙂 BEGIN:VEVENT'.repeat(4);
  const text = calendarOf(
    undefined,
    keys(`review-by: 2026-03-01\nrevisit-when: "a\\r\\nEND:VCALENDAR\\u0007\\nb, c; d"`),
    { change: NEW_ADR, from: 'Keep Sessions in Redis', to: title },
  );
  for (const line of text.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
    expect(line).not.toMatch(/[\u0000-\u001f\u007f]/);
  }
  const event = only(eventsOf(text));
  expect(String(event.getFirstPropertyValue('description'))).toContain('END:VCALENDAR');
  expect(String(event.getFirstPropertyValue('summary'))).toContain('Ünï,cödé;');
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
});

test('the zone of the machine moves no day', () => {
  const zone = process.env['TZ'];
  const text = calendarOf(undefined, DATED);
  for (const other of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
    process.env['TZ'] = other;
    expect(calendarOf(undefined, DATED)).toBe(text);
  }
  process.env['TZ'] = zone ?? 'UTC';
});
