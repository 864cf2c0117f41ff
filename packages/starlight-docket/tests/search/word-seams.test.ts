import { expect, test } from 'vitest';
import { searchedTerm, withoutSeams, withSeams } from '../../build/search/word-seams.ts';

test.each([
  '<p>新幹線の予約 and words</p>',
  '<p>Redisサーバーを使う。</p>',
  'ฐานข้อมูล 데이터 베이스',
  '<p>plain می\u200cخواهم</p>',
])('what is shown is what was written: %s', (html) => {
  expect(withoutSeams(withSeams(html))).toBe(html);
});

test('markup stays as it is', () => {
  const html = `<!-- it's 測 試 "--><a title="測試 > 試" href='#測試' hidden>測試</a><img alt=測試>`;
  expect(withSeams(html)).toBe(html.replace('>測試<', '>測 \u200c試<'));
});

test('marks stay with their letters', () => {
  expect(withSeams('ข้อ')).toBe('ข้ \u200cอ');
});

test('an excerpt that begins in the middle of a run', () => {
  expect(withoutSeams('\u200c線 <mark>\u200cの</mark> <mark>\u200c予</mark>')).toBe(
    '線<mark>の</mark><mark>予</mark>',
  );
});

test.each([
  ['sessions in redis', 'sessions in redis'],
  ['幹線', '"幹 線"'],
  ['測試API', '"測 試 API"'],
  ['Redis サーバー', 'Redis サ ー バ ー'],
  ['"測試"', '"測 試"'],
  ['데', '"데"'],
])('%s is asked for as %s', (typed, asked) => {
  expect(searchedTerm(typed)).toBe(asked);
});
