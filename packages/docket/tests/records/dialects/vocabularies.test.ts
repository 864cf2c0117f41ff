import { expect, test } from 'vitest';
import { dateOf, dateOrderOf } from '../../../src/records/dialects/dates.ts';
import { readName } from '../../../src/records/dialects/file-name.ts';
import { readHeading } from '../../../src/records/dialects/heading.ts';
import { isPlaceholder } from '../../../src/records/dialects/placeholder.ts';
import { statusOf } from '../../../src/records/dialects/status-words.ts';

test.each([
  ['Draft', 'Proposed'],
  ['WIP', 'Proposed'],
  ['In consideration', 'Proposed'],
  ['in-progress', 'Proposed'],
  ['🤔 Proposed', 'Proposed'],
  ['Approved', 'Accepted'],
  ['Implemented (2024-01-01)', 'Accepted'],
  ['✅ COMPLETE (measured)', 'Accepted'],
  [':white_check_mark: Accepted', 'Accepted'],
  ['** Approved **', 'Accepted'],
  ['{accepted}', 'Accepted'],
  ['[accepted]', 'Accepted'],
  ['Accepted — with |k| = 1 and proof', 'Accepted'],
  ['This decision has been accepted.', 'Accepted'],
  ['Proposed → Accepted', 'Accepted'],
  ['Proposed (from 25 → 300 samples)', 'Proposed'],
  ['accepted; supersedes ADR-0045', 'Accepted'],
  ['Partly superseded', 'Accepted'],
  ['Accepted, partly superseded by ADR-9', 'Accepted'],
  ['Withdrawn', 'Rejected'],
  ['Not accepted', 'Rejected'],
  ['no longer in force', 'Deprecated'],
  ['Deprecated by ADR 30', 'Deprecated'],
  ['replaced by ADR-9', 'Superseded'],
  ['Superceded', 'Superseded'],
  ['Superseded (never built) by ADR 32', 'Superseded'],
  ['Accepted, superseded by ADR-9', 'Superseded'],
])('status %s is %s', (written, status) => {
  expect(statusOf(written)).toBe(status);
});

test.each([
  'on hold',
  'experimental',
  'Refinement completed',
  'TBD',
  '',
  '{proposed | accepted}',
  'proposed/accepted/rejected',
  'Reverted',
])('status %s is none of the five', (written) => {
  expect(statusOf(written)).toBeUndefined();
});

test.each([
  ['2024-02-01', '2024-02-01'],
  ['2024-02-01T10:00:00Z', '2024-02-01'],
  ['2023-9-5', '2023-09-05'],
  ['20200924', '2020-09-24'],
  ['Oct 29, 2022', '2022-10-29'],
  ['Sep 5th, 2023', '2023-09-05'],
  ['11-April-2023', '2023-04-11'],
  ['8 Jun 2024', '2024-06-08'],
  ['3rd of March 2021', '2021-03-03'],
  ['Friday, 1 March 2024', '2024-03-01'],
  ['22-10-2024', '2024-10-22'],
  ['10/22/2024', '2024-10-22'],
  ['5/5/2024', '2024-05-05'],
  ['2024-02-01 (updated 2025-01-01)', '2024-02-01'],
])('date %s is %s', (written, day) => {
  expect(dateOf(written)).toBe(day);
});

test.each([
  '2024-023-2706',
  '2025-11019',
  '2022-05-??',
  '2023-02-30',
  'January, 2026',
  '2018-11',
  '3/4/2024',
  '10/04/18',
  'soon',
  'Junk 5, 2024',
])('date %s is no day', (written) => {
  expect(dateOf(written)).toBeUndefined();
});

test('the order of day and month is the folder’s, where it has one', () => {
  expect(dateOrderOf(['3/4/2024', '26/03/2018', '2024-01-01'])).toBe('day-first');
  expect(dateOrderOf(['3/26/2018', '1/2/2019'])).toBe('month-first');
  expect(dateOrderOf(['26/03/2018', '3/26/2018'])).toBeUndefined();
  expect(dateOrderOf(['1/2/2019'])).toBeUndefined();
  expect(dateOf('3/4/2024', 'day-first')).toBe('2024-04-03');
  expect(dateOf('3/4/2024', 'month-first')).toBe('2024-03-04');
});

test.each([
  ['0001-x.md', '0001', undefined, 'x'],
  ['adr-018-secret-keys.md', '018', undefined, 'secret-keys'],
  ['ADR-001-Mixed_Case.md', '001', undefined, 'Mixed_Case'],
  ['adr12.md', '12', undefined, ''],
  ['ADR 7 - Two words.md', '7', undefined, 'Two words'],
  ['12a-x.md', '12a', undefined, 'x'],
  ['ODH-ADR-Operator-0001-x.md', '0001', undefined, 'x'],
  ['ODH-ADR-ART-001.md', '001', undefined, ''],
  ['20200924-x.md', undefined, '2020-09-24', 'x'],
  ['2021-06-05_001-x.md', '001', '2021-06-05', 'x'],
  ['2022-01-decision/README.md', undefined, undefined, 'decision'],
  ['2022-02-03-testing/README.md', undefined, '2022-02-03', 'testing'],
  ['0004-queues/index.md', '0004', undefined, 'queues'],
  ['ARCH-001-queues.md', '001', undefined, 'queues'],
  ['oep-0045-queues.rst', '0045', undefined, 'queues'],
  ['HTTP-404-pages.md', undefined, undefined, 'HTTP-404-pages'],
  ['use-log4j2-for-logs.md', undefined, undefined, 'use-log4j2-for-logs'],
  ['adr-iso-8601-dates.md', undefined, undefined, 'adr-iso-8601-dates'],
  ['0024-use-#-und-größe+%.md', '0024', undefined, 'use-#-und-größe+%'],
  ['0003_x y.adoc', '0003', undefined, 'x y'],
])('name %s', (path, number, date, slug) => {
  expect(readName(`docs/adr/${path}`)).toMatchObject({ number, date, slug });
});

test.each([
  ['12. Use queues', '12', 'Use queues'],
  ['0012: Use queues', '0012', 'Use queues'],
  ['ADR-012: Use queues', '012', 'Use queues'],
  ['ADR 12 — Use queues', '12', 'Use queues'],
  ['[ADR-0012] Use queues', '0012', 'Use queues'],
  ['ADR012 Use queues', '012', 'Use queues'],
  ['ADR-002a: Use queues', '002a', 'Use queues'],
  ['ADR: Use queues', undefined, 'Use queues'],
  ['Architecture Decision Record - Use queues', undefined, 'Use queues'],
  ['Decision Record Private Properties', undefined, 'Decision Record Private Properties'],
  ['ADR for the queue', undefined, 'ADR for the queue'],
  ['ADR RHAI-1074 Sign', undefined, 'ADR RHAI-1074 Sign'],
  ['3.5 as the lowest version', undefined, '3.5 as the lowest version'],
  ['2 tiers are enough', undefined, '2 tiers are enough'],
  ['ADR', undefined, ''],
])('heading %s', (heading, number, title) => {
  expect(readHeading(heading)).toEqual({ number, title });
});

test('a heading opens with the number of the file without any mark', () => {
  expect(readHeading('6 Retries', '0006')).toEqual({ number: '6', title: 'Retries' });
  expect(readHeading('ARCH-006: Retries', '006')).toEqual({ number: '006', title: 'Retries' });
  expect(readHeading('HTTP 404: Pages', '006').title).toBe('HTTP 404: Pages');
  expect(readHeading('0006 - Retries', '0006')).toEqual({ number: '0006', title: 'Retries' });
});

test.each([
  '',
  '-',
  'N/A',
  'None',
  '{list everyone involved}',
  '[short title]',
  '<date>',
  'YYYY-MM-DD',
  'insert date',
  'a | b | …',
])('%s is what a template leaves', (text) => {
  expect(isPlaceholder(text)).toBe(true);
});

test.each([
  'accepted',
  '{accepted}',
  'Nothing but queues',
  'May 2024',
  'a sentence with a | in it that goes on and on for a while',
])('%s is a value', (text) => {
  expect(isPlaceholder(text)).toBe(false);
});
