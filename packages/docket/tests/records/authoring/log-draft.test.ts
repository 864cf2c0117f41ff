import { describe, expect, test } from 'vitest';
import { draftInLog } from '../../../src/records/authoring/log-draft.ts';
import {
  folderForNew,
  foldersOf,
  hasNumber,
  newPath,
} from '../../../src/records/authoring/record-name.ts';
import { corpusOfLogs } from '../../support/log-corpus.ts';

const DAY = '2026-03-09';

describe('a new record is named as those beside it', () => {
  test.each([
    [['0001-a-b.md', '0002-c.md'], '0003-queue-orders.md'],
    [['0098-a.md', '0099-b.md'], '0100-queue-orders.md'],
    [['ADR-001-First_Thing.md', 'ADR-002-Second_Thing.md'], 'ADR-003-Queue_Orders.md'],
    [['adr9.md', 'adr10.md', 'adr11.md'], 'adr12.md'],
    [['ADR 0001 First thing.md', 'ADR 0002 Other thing.md'], 'ADR 0003 Queue Orders.md'],
    [['ODH-ADR-Operator-0001-x-y.md'], 'ODH-ADR-Operator-0002-queue-orders.md'],
    [['20240102-a-b.md', '20240203-c.md'], '20260309-queue-orders.md'],
    [['2024-01-02_007-a-b.md', '2024-02-03_008-c.md'], '2026-03-09_009-queue-orders.md'],
    [['2024-01-02-a/README.md', '2024-02-03-b/README.md'], '2026-03-09-queue-orders/README.md'],
    [['0001-a/index.md', '0002-b/index.md'], '0003-queue-orders/index.md'],
    [['use-redis.md', 'use-kafka.md'], 'queue-orders.md'],
    [['0001_a_b.markdown', '0002_c_d.markdown'], '0003_queue_orders.markdown'],
    [['12a-x.md', '12b-y.md'], '13-queue-orders.md'],
    [[], '0001-queue-orders.md'],
  ])('%j: %s', (names, expected) => {
    const records = names.map((name) => `docs/adr/${name}`);
    const numbers = names.flatMap(
      (name) =>
        /(\d+)[a-z]?(?=[-_ ./])(?!-\d\d)/.exec(name.replace(/^\d{4}-\d\d-\d\d_?/, ''))?.[1] ?? [],
    );
    const input = { folder: 'docs/adr', records };
    const number = hasNumber(input) ? String(Math.max(0, ...numbers.map(Number)) + 1) : undefined;
    expect(newPath({ ...input, number, words: 'Queue Orders', day: DAY })).toBe(
      `docs/adr/${expected}`,
    );
  });

  test('in the folder that has most of them, or in one that is chosen', () => {
    const log = (...records: string[]) =>
      ({ folder: 'adr', foundBy: 'configuration', leftOut: [], records }) as const;
    expect(folderForNew(log('adr/0001-a.md', 'adr/0002-b.md', 'adr/old/0003-c.md'))).toBe('adr');
    expect(folderForNew(log('adr/one/0001-a.md', 'adr/one/0002-b.md'))).toBe('adr/one');
    const split = log('adr/one/0001-a.md', 'adr/two/0001-b.md', 'adr/two/0002-c.md');
    expect(folderForNew(split)).toBeUndefined();
    expect(foldersOf(split)).toEqual(['adr/two', 'adr/one']);
    expect(folderForNew(log('adr/2024-01-01-a/README.md'))).toBe('adr');
  });
});

/** The text of a new record of a log with some files. */
function drafted(
  others: readonly string[],
  template?: string,
  {
    title = 'Queue orders',
    path = 'docs/adr/0009-queue-orders.md',
    number = '9' as string | undefined,
  } = {},
): string {
  const files = Object.fromEntries(others.map((text, at) => [`docs/adr/000${at + 1}-a.md`, text]));
  const records = corpusOfLogs({
    'docs/adr/0000-x.md': '# 0. X\n\n## Context\n\n## Decision\n',
    ...files,
  });
  const own = { ...records, adrs: records.adrs.filter((adr) => !adr.path.includes('0000-x')) };
  return draftInLog({
    path,
    number,
    title,
    day: DAY,
    records: own,
    template: template === undefined ? undefined : { path: 'docs/adr/template.md', text: template },
  }).record.document.text;
}

const decision = '## Context\n\ntext\n\n## Decision\n\ntext\n';

describe('a new record has the text of the template', () => {
  test('of MADR 4, and every other byte as it is', () => {
    const template = [
      '---',
      '# These are optional.',
      'status: "{proposed | rejected | accepted | … | superseded by ADR-0123}"',
      'date: {YYYY-MM-DD when the decision was last updated}',
      'decision-makers: {list everyone involved in the decision}',
      '---',
      '',
      '# {short title, representative of solved problem and found solution}',
      '',
      '## Context and Problem Statement',
      '',
      '{Describe the context.}',
    ].join('\r\n');
    expect(drafted([], template, { title: 'Say "no": never' })).toBe(
      template
        .replace(/status: .*(?=\r)/, 'status: proposed')
        .replace(/date: .*(?=\r)/, `date: ${DAY}`)
        .replace(/# \{short.*(?=\r)/, '# Say "no": never'),
    );
  });

  test.each([
    ['# ADR-NNN: {Title}', '# ADR-9: Queue orders'],
    ['# ADR-0000: Title', '# ADR-0009: Queue orders'],
    ['# NUMBER. TITLE', '# 9. Queue orders'],
    ['# [short title]', '# Queue orders'],
    ['# 000. Title', '# 009. Queue orders'],
  ])('with its heading filled in: %s', (before, after) => {
    const number = before.includes('NNN') ? after.replace('ADR-9', 'ADR-009') : after;
    expect(drafted([], `${before}\n\nDate: DATE\n\n## Status\n\nSTATUS\n\n${decision}`)).toBe(
      `${number}\n\nDate: ${DAY}\n\n## Status\n\nProposed\n\n${decision}`,
    );
  });

  test('in the words of the log', () => {
    const other = `# ADR 3 — Other\n\n- Status: Draft\n- Date: 3 March 2024\n\n${decision}`;
    const template = `# Title\n\n- Status: Draft | Agreed | Dropped\n- Date:  dd.mm.yyyy\n\n${decision}`;
    expect(drafted([other], template)).toContain('- Status: Draft\n- Date:  9 March 2026\n');
  });

  test('with a status that it decides, and without a date that it does not ask for', () => {
    const template = `# Title\n\nStatus: Accepted\n\n${decision}`;
    expect(drafted([], template)).toBe(`# Queue orders\n\nStatus: Accepted\n\n${decision}`);
  });

  test('with a title and a number in its frontmatter and in rows', () => {
    const template = `---\ntitle: ADR-NNNN Title\nadr: NNNN\nstatus:\n---\n\n# Title\n\n${decision}`;
    expect(drafted([], template)).toContain(
      '---\ntitle: Queue orders\nadr: 0009\nstatus: Proposed\n---\n',
    );
    const rows = `# Title\n\n| ADR | 0000 |\n|---|---|\n| Status | Proposed |\n| Date | |\n\n${decision}`;
    expect(drafted([], rows)).toContain('| ADR | 0009 |\n');
  });

  test('which needs a place for the title', () => {
    expect(() => drafted([], decision)).toThrow(
      '`docs/adr/template.md` has no place for the title',
    );
  });
});

describe('what a template says in the place of a value is replaced as a whole', () => {
  test.each([
    ['* **Last Updated:** YYYY-MM-DD', '* **Last Updated:** 2026-03-09'],
    [
      '| Date | `dd/mm/YYYY` _when it was decided_ |\n| --- | --- |',
      '| Date | 2026-03-09 |\n| --- | --- |',
    ],
    ['* Date: _YYYY-MM-DD_ <!-- optional -->', '* Date: _2026-03-09_ <!-- optional -->'],
    ['* Accepted on: YYYY-MM-DD', '* Accepted on: YYYY-MM-DD'],
    [
      '## Status\n\n> It may be "proposed", "accepted" once agreed, or "rejected"\n\n\\{Proposed|Accepted\\}',
      '## Status\n\n> It may be "proposed", "accepted" once agreed, or "rejected"\n\nProposed',
    ],
  ])('%s', (given, made) => {
    const rest = '## Context\n\ntext\n\n## Decision\n\ntext\n';
    expect(drafted([], `# Title\n\n${given}\n\n${rest}`)).toBe(
      `# Queue orders\n\n${made}\n\n${rest}`,
    );
  });
});

describe('without a template a new record has what the latest records share', () => {
  test('headings, labels and a title of their form', () => {
    const one = (number: number, more: string) =>
      `# ${number}. Title ${number}\n\nDate: 2024-01-0${number}\n\nReviewed by Ada.\n\n## Status\n\nAccepted\n\nAmends [1. Title](0001-a.md)\n\n${decision}\n${more}`;
    expect(drafted([one(1, ''), one(2, ''), one(3, '## Only here\n\ntext\n')])).toBe(
      `# 9. Queue orders\n\nDate: ${DAY}\n\n## Status\n\nProposed\n\n## Context\n\n## Decision\n`,
    );
  });

  test('keys of the frontmatter, with values only where all share them', () => {
    const one = (title: string, owner: string) =>
      `---\r\nstatus: accepted\r\nparent: Decisions\r\nowner: ${owner}\r\ndate: 2024-01-01\r\ndecision-makers: [Ada]\r\nsupersedes: [x]\r\n---\r\n\r\n# ${title}\r\n\r\n${decision}`;
    expect(drafted([one('A', 'Ada'), one('B', 'Bo'), one('C', 'Cy')])).toBe(
      `---\r\nstatus: proposed\r\nparent: Decisions\r\nowner:\r\ndate: ${DAY}\r\ndecision-makers:\r\n---\r\n\r\n# Queue orders\r\n\r\n## Context\r\n\r\n## Decision\r\n`,
    );
  });

  test('bullets and rows without what they say', () => {
    const one = (title: string) =>
      `# ${title}\n\n* Status: 🟢 accepted\n* Deciders: Ada, Grace\n* Supersedes: ADR-1\n* Date: 2024-01-01 <!-- kept -->\n\n${decision}`;
    expect(drafted([one('A'), one('B').replace('🟢 accepted', 'draft')])).toContain(
      `# Queue orders\n\n* Status: draft\n* Deciders:\n* Date: ${DAY} <!-- kept -->\n\n## Context\n`,
    );
    const table = (title: string) =>
      `# ${title}\n\n| | |\n|---|---|\n| Status | Approved |\n| Owner | Ada |\n| Date | 2024-01-01 |\n\n${decision}`;
    expect(drafted([table('A'), table('B')])).toContain(
      `| | |\n|---|---|\n| Status | Proposed |\n| Date | ${DAY} |\n`,
    );
  });

  test('which needs a record', () => {
    expect(() => drafted([])).toThrow('no record and no template');
  });
});
