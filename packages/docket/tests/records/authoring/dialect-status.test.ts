import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AuthoringError } from '../../../src/records/authoring/problem.ts';
import { changeStatus, type Verdict } from '../../../src/records/authoring/status-change.ts';
import { type AdrRecord, readRecord } from '../../../src/records/record.ts';
import { corpusOfLogs, recordOf } from '../../support/log-corpus.ts';
import { RECORD_FORMS } from '../../support/record-forms.ts';

const DAY = '2026-03-09';
const OTHER = { number: '0002', title: 'Other', status: 'accepted', date: '2024-02-01' };

/** The text of a record after a verdict, in a log with some other records. */
function given(
  text: string,
  verdict: Verdict = 'Accepted',
  others: readonly string[] = [],
  path = 'docs/adr/0001-one.md',
): string {
  const files = Object.fromEntries(
    others.map((other, index) => [`docs/adr/000${index + 2}-other.md`, other]),
  );
  const corpus = corpusOfLogs({ ...files, [path]: text });
  const change = changeStatus(recordOf(corpus, path), verdict, DAY, corpus);
  return change.after;
}

const record = (status: string, more = '') =>
  `# 1. One\n\nDate: 2024-02-01\n\n## Status\n\n${status}\n${more}\n## Context\n\ntext\n\n## Decision\n\ntext\n`;

describe('a status', () => {
  test.each([
    ['proposed', 'accepted'],
    ['Proposed', 'Accepted'],
    ['PROPOSED', 'ACCEPTED'],
    ['**Proposed**', '**Accepted**'],
    ['Proposed.', 'Accepted.'],
    ['{proposed}', '{accepted}'],
    ['~~draft~~ Proposed', '~~draft~~ Accepted'],
    ['draft -> proposed', 'draft -> proposed -> accepted'],
    ['This decision is proposed', 'This decision is accepted'],
    ['Proposed on 1 March 2024', 'Accepted on 9 March 2026'],
    ['Proposed since 2024-03-01', 'Accepted since 2026-03-09'],
  ])('`%s` becomes `%s`', (before, after) => {
    expect(given(record(before))).toBe(record(after).replace('Date: 2024-02-01', `Date: ${DAY}`));
  });

  test('is written in the vocabulary of its log', () => {
    const others = [record('Approved'), record('Approved'), record('accepted')];
    expect(given(record('draft'), 'Accepted', others)).toContain('\nApproved\n');
    expect(given(record('draft'), 'Rejected', others)).toContain('\nrejected\n');
    // Carried out is more than decided.
    const built = [record('Implemented'), record('Implemented')];
    expect(given(record('Proposed'), 'Accepted', built)).toContain('\nAccepted\n');
  });

  test('takes the mark that goes with it in the log', () => {
    const others = [record('✅ Accepted'), record('✅ Accepted')];
    expect(given(record('🤔 Proposed'), 'Accepted', others)).toContain('\n✅ Accepted\n');
    expect(given(record(':thinking: Proposed'), 'Accepted', [record(':ok: Accepted')])).toContain(
      '\n:ok: Accepted\n',
    );
  });

  test('takes the check from another box', () => {
    const boxes = '- [x] Proposed\n- [ ] Accepted\n- [ ] Rejected';
    expect(given(record(boxes))).toContain('- [ ] Proposed\n- [x] Accepted\n- [ ] Rejected\n');
  });

  test.each([
    ['Proposed by the board, see the minutes', 'says more than the status'],
    ['Proposed (March 1st, 2024)', 'says more than the status'],
    ['🤔 Proposed', 'has the mark `🤔`, and no other record shows which one goes with `Accepted`'],
    ['![proposed](https://example.org/proposed.svg)', 'in a picture or an address'],
    ['- [x] Proposed', 'has no single box to check for `Accepted`'],
  ])('that says more, `%s`, is left to a person', (status, why) => {
    expect(() => given(record(status))).toThrow(AuthoringError);
    expect(() => given(record(status))).toThrow(why);
    expect(() => given(record(status))).toThrow(/docs\/adr\/0001-one\.md:7:\d+: /);
  });

  test('is said in two places, and changed in both', () => {
    const twice = `---\nstatus: Proposed\n---\n${record('Proposed')}`;
    expect(given(twice)).toBe(twice.replaceAll('Proposed', 'Accepted').replace('2024-02-01', DAY));
  });

  test.each([
    ['- 2024-01-01: proposed', '- 2024-01-01: proposed\n- 2026-03-09: accepted'],
    [
      '- 2024-02-01: proposed again by Ada\n- 2024-01-01: proposed',
      '- 2026-03-09: accepted\n- 2024-02-01: proposed again by Ada\n- 2024-01-01: proposed',
    ],
    ['- Proposed (1 March 2024)', '- Proposed (1 March 2024)\n- Accepted (9 March 2026)'],
  ])('in a changelog gets a new entry: %s', (before, after) => {
    const text = (log: string) =>
      `# One\n\n## Context\n\ntext\n\n## Decision\n\ntext\n\n## Changelog\n\n${log}\n`;
    expect(given(text(before))).toBe(text(after));
    const history = '- 2023-01-01 Draft\n- 2024-01-01 Proposed';
    expect(given(record(history))).toBe(
      record(`${history}\n- 2026-03-09 Accepted`).replace('Date: 2024-02-01', `Date: ${DAY}`),
    );
  });

  test('that is missing stands where the log has its own', () => {
    const bare = '# 1. One\n\nDate: 2024-02-01\n\n## Context\n\ntext\n\n## Decision\n\ntext\n';
    expect(given(bare, 'Accepted', [record('Proposed')])).toBe(
      bare.replace('## Context', '## Status\n\nAccepted\n\n## Context').replace('2024-02-01', DAY),
    );
    const listed = (lines: string) =>
      `# One\n\n${lines}\n\n## Context\n\ntext\n\n## Decision\n\ntext\n`;
    expect(
      given(listed('* Date: 2024-02-01'), 'Accepted', [
        listed('* Status: proposed\n* Date: 2024-02-01'),
      ]),
    ).toContain(`\n* Status: accepted\n* Date: ${DAY}\n`);
    const yaml = (lines: string) => `---\n${lines}---\n${listed('text')}`;
    expect(
      given(yaml('layout: page\n'), 'Rejected', [yaml('status: accepted\nlayout: page\n')]),
    ).toBe(yaml('status: rejected\nlayout: page\n'));
    expect(given(listed('text'), 'Rejected', [yaml('status: accepted\n')])).toBe(
      `---\nstatus: rejected\n---\n\n${listed('text')}`,
    );
    expect(given(listed('- **Status:**'), 'Accepted', [listed('- **Status:** draft')])).toContain(
      '\n- **Status:** accepted\n',
    );
    expect(given(bare)).toBe(bare.replace('Date: 2024-02-01', `Status: Accepted\nDate: ${DAY}`));
  });

  test('that the template left open is filled in', () => {
    const open =
      '# One\n\n* Status: [proposed | accepted | superseded by [ADR-0005](0005-x.md)]\n* Date: YYYY-MM-DD\n\n## Context\n\ntext\n\n## Decision\n\ntext\n';
    expect(given(open, 'Accepted', [record('accepted')])).toContain(
      `\n* Status: accepted\n* Date: ${DAY}\n`,
    );
  });

  test('that is unknown is no step of the life cycle', () => {
    expect(() => given(record('On hold'))).toThrow('The status of `ADR-0001` is `On hold`');
    expect(() => given(record('Rejected'))).toThrow('cannot go from `Rejected` to `Accepted`');
  });
});

test.each([
  ['17/08/2020', '09/03/2026'],
  ['2020/8/17', '2026/3/9'],
  ['20200817', '20260309'],
  ['17 Aug 2020', '9 Mar 2026'],
  ['August 17, 2020', 'March 9, 2026'],
  ['17TH AUGUST 2020', '9th MARCH 2026'],
])('a date in the form %s stays in that form', (before, after) => {
  const text = (date: string) => record('Proposed').replace('2024-02-01', date);
  expect(given(text(before))).toContain(`\nDate: ${after}\n`);
});

test('a date that may be read in two ways stays', () => {
  const text = record('Proposed').replace('2024-02-01', '3/4/2020');
  expect(given(text)).toBe(text.replace('Proposed', 'Accepted'));
});

const said = fc.record({
  number: fc.constant('0001'),
  title: fc.constantFrom('Queue orders', 'Über Größe', 'Take 2 of 3'),
  status: fc.constantFrom('proposed', 'Proposed', 'draft', 'Draft'),
  date: fc.constantFrom('2024-02-01', '2 March 2024', '2024/2/1'),
});

test.each(RECORD_FORMS)(
  '$name: a verdict changes the status and the date, and no other byte',
  (form) => {
    fc.assert(
      fc.property(
        said,
        fc.constantFrom<Verdict>('Accepted', 'Rejected'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (values, verdict, eol, isOpen) => {
          const plain = form.text(values).replaceAll('\n', eol);
          const before = isOpen ? plain.trimEnd() : plain;
          const after = given(before, verdict, [form.text(OTHER)]);
          const read = (text: string) => {
            const path = 'docs/adr/0001-one.md';
            const { layout } = corpusOfLogs({ [path]: before });
            return readRecord('adr', { path, text }, { layout, templates: {} }) as AdrRecord;
          };
          const [was, is] = [read(before), read(after)];
          expect(is.fields.status.value).toBe(verdict);
          expect(is.fields.date.value).toBe(form.isDated ? DAY : undefined);
          expect(is.title).toBe(was.title);
          expect(is.fields['decision-makers'].value).toEqual(was.fields['decision-makers'].value);
          expect(is.restated).toEqual([]);
          const [old, made] = [before.split('\n'), after.split('\n')];
          expect(made.length).toBe(old.length);
          const changed = made.filter((line, index) => line !== old[index]);
          expect(changed.length).toBeLessThan(3);
          const words = /accepted|rejected|2026-03-09|9 March 2026|2026\/3\/9/gi;
          const olds = new RegExp(`${values.status}|${values.date}`, 'g');
          for (const [index, line] of made.entries()) {
            if (line === old[index]) continue;
            expect(line.replace(words, '')).toBe(old[index]?.replace(olds, ''));
          }
        },
      ),
      { numRuns: 40 },
    );
  },
);
