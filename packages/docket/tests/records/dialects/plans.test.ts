import { expect, test } from 'vitest';
import { shortOf } from './read.ts';

test.each([
  ['label', '**Review by:** 2027-03-01\n\n**Revisit when:** a third team joins\n'],
  ['bullet', '* Next review: 1 March 2027\n* Revisit if: a third team joins\n'],
  [
    'table',
    '| Status | Accepted |\n|---|---|\n| Review by | 2027-03-01 |\n| Revisit when | a third team joins |\n',
  ],
])('a review in the form of a %s', (source, lines) => {
  expect(shortOf(`# A\n\n${lines}\n## Context\n`)).toMatchObject({
    reviewBy: expect.stringMatching(new RegExp(`^2027-03-01 <.*> ${source}$`)),
    revisitWhen: `a third team joins <a third team joins> ${source}`,
  });
});

test('a review as YAML of another form, as a section, and as attributes of AsciiDoc', () => {
  expect(shortOf('---\nreviewBy: 2027-03-01\nvalid_until: 2027-06-30\n---\n# A\n')).toMatchObject({
    reviewBy: '2027-03-01 <2027-03-01> yaml',
    provisionalUntil: '2027-06-30 <2027-06-30> yaml',
  });
  expect(
    shortOf('# A\n\n## Revisit when\n\n- costs double\n- a third team joins\n')['revisitWhen'],
  ).toBe('costs double; a third team joins <costs double; a third team joins> section');
  expect(shortOf('= A\n:review-by: 2027-03-01\n:adopted: partial\n', 'adr/1-a.adoc')).toMatchObject(
    {
      reviewBy: '2027-03-01 <2027-03-01> attribute',
      adopted: 'partial <partial> attribute',
    },
  );
});

test.each([
  'Provisional: until 30 June 2027',
  '**Valid until:** 2027-06-30',
  '- Expires on: 2027-06-30 (end of the contract)',
])('%s', (line) => {
  expect(String(shortOf(`# A\n\n${line}\n\n## Context\n`)['provisionalUntil'])).toMatch(
    /^2027-06-30 /,
  );
});

test.each([
  ['Adopted: done', 'done', undefined],
  ['Adopted: partially, since 2026-05-01', 'partial', '2026-05-01'],
  ['**Adoption:** Implemented (2026-05-01)', 'done', '2026-05-01'],
  ['Implementation status: not yet started', 'planned', undefined],
  ['- Adoption status: rolled back on 1 May 2026', 'abandoned', '2026-05-01'],
  ['Adopted: planned by 2026-09-01\nAdopted on: 2026-10-01', 'planned', '2026-10-01'],
])('%s', (line, state, day) => {
  const { adopted, adoptedOn } = shortOf(`# A\n\n${line}\n\n## Context\n`);
  expect(String(adopted).split(' ')[0]).toBe(state);
  expect(String(adoptedOn).split(' ')[0]).toBe(String(day));
});

test.each([
  'Review by: Ada',
  'Expires: never',
  'Adopted: 2024-03-01',
  'Adopted: planned | partial | done | abandoned',
  'Review by: YYYY-MM-DD',
  'Review date: 2024-03-01',
])('%s says nothing of that kind', (line) => {
  const fields = shortOf(`# A\n\n${line}\n\n## Context\n`);
  expect(Object.keys(fields)).toEqual(['title', 'number']);
});

test('a status that has a day of its own stays a status', () => {
  expect(shortOf('# A\n\n## Status\n\nAdopted on 2024-03-05\n')).toMatchObject({
    status: 'Accepted <Adopted on 2024-03-05> section',
    date: '2024-03-05 <2024-03-05> section',
  });
});

test('a day that reads two ways is unknown, and said', () => {
  expect(shortOf('# A\n\nReview by: 03/04/2027\n')['reviewBy']).toBe(
    'undefined <03/04/2027> label',
  );
});
