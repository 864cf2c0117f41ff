import { expect, test } from 'vitest';
import { WHOLE_LOG } from '../../../docket/src/records/log-query.ts';
import { isFiltered, readAddress, writeAddress } from '../../client/log-address.ts';

const FULL = {
  words: 'key vault',
  status: ['Accepted', 'Superseded'],
  tag: 'secrets',
  maker: 'Platform & Co',
  year: '2026',
  log: 'Payments',
  group: 'tag',
  sort: 'title',
  descending: false,
} as const;

test('the whole log has no query in its address', () => {
  expect(writeAddress(WHOLE_LOG)).toBe('');
  expect(readAddress('')).toEqual(WHOLE_LOG);
});

test('an address reads back as what wrote it', () => {
  const address =
    '?q=key+vault&status=Accepted&status=Superseded&tag=secrets&maker=Platform+%26+Co&year=2026&log=Payments&group=tag&sort=title-asc';
  expect(writeAddress(FULL)).toBe(address);
  expect(readAddress(address)).toEqual(FULL);
});

test('what an address says wrongly counts as not said', () => {
  expect(readAddress('?sort=size-desc&group=author&colour=red')).toEqual(WHOLE_LOG);
  expect(readAddress('?sort=date')).toEqual({ ...WHOLE_LOG, sort: 'date', descending: false });
});

test('order and groups leave nothing out', () => {
  expect(isFiltered({ ...WHOLE_LOG, group: 'tag', sort: 'title' })).toBe(false);
  expect(isFiltered({ ...WHOLE_LOG, status: ['Accepted'] })).toBe(true);
  expect(isFiltered({ ...WHOLE_LOG, words: 'x' })).toBe(true);
});
