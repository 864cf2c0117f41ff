import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../../src/records/authoring/migrate/migrate.ts';
import type { Target } from '../../../src/records/authoring/migrate/target.ts';
import type { Corpus } from '../../../src/records/corpus.ts';
import { type AdrRecord, shortTitle } from '../../../src/records/record.ts';
import { PLAN_KEYS } from '../../../src/records/schema.ts';
import { corpusOfLogs } from '../../support/log-corpus.ts';
import { RECORD_FORMS } from '../../support/record-forms.ts';
import { TEXTS } from '../../support/record-soup.ts';

type Files = Readonly<Record<string, string>>;

function given(files: Files, target: Target = 'docket') {
  const corpus = corpusOfLogs(files);
  const { changes, refused } = migrate(corpus, corpus.adrs, target);
  const after = { ...files, ...Object.fromEntries(changes.map((one) => [one.path, one.after])) };
  return { after, refused: refused.map(({ error }) => error.message), before: corpus };
}

const PATH = 'docs/adr/0002-one.md';
const one = (text: string, target?: Target) => given({ [PATH]: text }, target).after[PATH];
const why = (text: string, target?: Target) => given({ [PATH]: text }, target).refused[0];
const body = '## Context\n\ntext\n\n## Decision\n\ntext\n';
const nygard = (number: number, title: string, status: string) =>
  `# ${number}. ${title}\n\nDate: 2024-02-01\n\n## Status\n\n${status}\n\n${body}`;

/** What a log says, record by record. */
function factsOf(corpus: Corpus): unknown {
  return corpus.adrs.map((adr: AdrRecord) => ({
    path: adr.path,
    number: adr.number,
    title: shortTitle(adr),
    status: adr.fields.status.value,
    date: adr.fields.date.value,
    plans: PLAN_KEYS.map((key) => adr.fields[key].value),
    makers: adr.fields['decision-makers'].value,
    tags: adr.fields.tags.value,
    relations: [
      ...new Set(
        corpus
          .relationsFrom(adr)
          .map(({ type, to, toId, isPartly }) => `${type} ${to?.path ?? toId} ${isPartly}`),
      ),
    ].sort(),
  }));
}

describe('to the keys of Docket', () => {
  test('review dates and the adoption, as labels and in a section', () => {
    const labels = 'Review by: 1 March 2027\n\nAdopted: partially (2026-05-01)';
    const text = nygard(2, 'One', 'Accepted').replace('\n## Status', `\n${labels}\n\n## Status`);
    expect(one(`${text}\n## Revisit when\n\nA third: team joins\n`)).toBe(
      `---\ntitle: "ADR-0002: One"\nstatus: Accepted\ndate: 2024-02-01\nreview-by: 2027-03-01\nrevisit-when: "A third: team joins"\nadopted: partial\nadopted-on: 2026-05-01\n---\n\n${body}\n`,
    );
    const more = nygard(2, 'One', 'Accepted').replace(
      '\n## S',
      '\nAdopted: done, but for EU\n\n## S',
    );
    expect(why(more)).toContain('is more than a day');
  });

  test('a record of adr-tools, with both sides of a supersession', () => {
    const { after, refused } = given({
      'docs/adr/0001-a.md': nygard(1, 'A', 'Accepted\n\nSuperseded by [2. B](0002-b.md)'),
      'docs/adr/0002-b.md': nygard(2, 'B', 'Accepted\n\nSupersedes [1. A](0001-a.md)'),
    });
    expect(refused).toEqual([]);
    expect(after['docs/adr/0001-a.md']).toBe(
      `---\ntitle: "ADR-0001: A"\nstatus: Superseded\ndate: 2024-02-01\nsuperseded-by: [ADR-0002]\n---\n\n${body}`,
    );
    expect(after['docs/adr/0002-b.md']).toBe(
      `---\ntitle: "ADR-0002: B"\nstatus: Accepted\ndate: 2024-02-01\nsupersedes: [ADR-0001]\n---\n\n${body}`,
    );
  });

  test('bullets, of which those without a key stay', () => {
    const list =
      '* Status: accepted\n* Deciders: Ada, Grace\n* Owner: Team 1\n* Date: 3 March 2024';
    expect(one(`# One\n\n${list}\n\nTechnical Story: none\n\n${body}`)).toBe(
      `---\ntitle: "ADR-0002: One"\nstatus: Accepted\ndate: 2024-03-03\ndecision-makers: [Ada, Grace]\n---\n\n* Owner: Team 1\n\nTechnical Story: none\n\n${body}`,
    );
  });

  test('rows of a table, and a table that says nothing else', () => {
    const table = (row: string) =>
      `# One\n\n| | |\n|---|---|\n| Status | Approved |\n| Supersedes | N/A |\n${row}\n${body}`;
    expect(one(table(''))).toBe(`---\ntitle: "ADR-0002: One"\nstatus: Accepted\n---\n\n${body}`);
    expect(one(table('| Owner | Ada |\n'))).toContain(
      '---\n\n| | |\n|---|---|\n| Owner | Ada |\n\n##',
    );
  });

  test('keys of MADR, with comments and keys of the log’s own', () => {
    const text = `---\n# kept\nstatus: accepted\ndeciders: Ada, Grace\nparent: Decisions # kept\n---\n\n# One\n\n${body}`;
    expect(one(text)).toBe(
      `---\ntitle: "ADR-0002: One"\n# kept\nstatus: Accepted\ndecision-makers: [Ada, Grace]\nparent: Decisions # kept\n---\n\n${body}`,
    );
  });

  test('a status beside which a relation without a key stands, which stays among the links', () => {
    const { after } = given({
      'docs/adr/0001-a.md': nygard(1, 'A', 'Accepted\n\nAmended by [2. B](0002-b.md)'),
      'docs/adr/0002-b.md': nygard(2, 'B', 'Accepted'),
    });
    expect(after['docs/adr/0001-a.md']).toBe(
      `---\ntitle: "ADR-0001: A"\nstatus: Accepted\ndate: 2024-02-01\n---\n\n${body}\n## More Information\n\nAmended by [2. B](0002-b.md)\n`,
    );
  });

  test('a changelog, which stays', () => {
    const text = `# One\n\n${body}\n## Changelog\n\n- 2024-02-01: accepted\n`;
    expect(one(text)).toBe(
      `---\ntitle: "ADR-0002: One"\nstatus: Accepted\ndate: 2024-02-01\n---\n\n${body}\n## Changelog\n\n- 2024-02-01: accepted\n`,
    );
  });

  test.each([
    [nygard(2, 'One', 'Accepted by the board'), '`Accepted by the board` says `board`, too'],
    [nygard(2, 'One', 'Implemented'), '`--to madr` keeps the word'],
    [nygard(2, 'One', 'Accepted\n\nSee the minutes.'), 'stands beside the status'],
    [nygard(2, 'One', 'Accepted\n\n```\nx\n```'), 'stands in a section that goes'],
    [nygard(2, 'One', '- 2023-01-01 Draft\n- 2024-01-01 Accepted'), 'is a list of statuses'],
    [
      nygard(2, 'One', 'Accepted').replace('2024-02-01', '2024-02-01, later again'),
      'is more than a day',
    ],
    [nygard(2, '[One](x.md)', 'Accepted'), 'has a link, which a title cannot hold'],
    [`# One\n\n* Deciders: [Ada](https://example.org/ada)\n\n${body}`, 'has a link'],
    [`# One\n\n**Status:** Accepted | **Owner:** Ada\n\n${body}`, 'stands on a line that goes'],
    [`# One\n\n* Status: Accepted <!-- since May -->\n\n${body}`, 'has a comment'],
    [
      `# One\n\n| Status | Date | Owner |\n|---|---|---|\n| Draft | 2024-02-01 | Ada |\n\n${body}`,
      'stands in a table that goes',
    ],
  ])('what would be lost is named, and the record stays: %s', (text, reason) => {
    expect(why(text)).toContain(reason);
    expect(why(text)).toMatch(/^docs\/adr\/0002-one\.md:\d+:\d+: /);
    expect(one(text)).toBe(text);
  });
});

describe('to the keys of MADR', () => {
  test('the status keeps its words, and the title stays', () => {
    const text = `# One\n\n- Status: superseded by [ADR-0001](0001-a.md)\n- Date: 2024-02-01\n- Consulted: Ada\n- Tags: a, b\n\n${body}`;
    const { after, refused } = given(
      { [PATH]: text, 'docs/adr/0001-a.md': nygard(1, 'A', 'Implemented') },
      'madr',
    );
    expect(refused).toEqual([]);
    expect(after[PATH]).toBe(
      `---\nstatus: superseded by [ADR-0001](0001-a.md)\ndate: 2024-02-01\nconsulted: [Ada]\n---\n\n# One\n\n- Tags: a, b\n\n${body}`,
    );
    expect(after['docs/adr/0001-a.md']).toBe(
      `---\nstatus: Implemented\ndate: 2024-02-01\n---\n\n# 1. A\n\n${body}`,
    );
  });

  test('a record that has them already is the same', () => {
    const text = `---\nstatus: "superseded by [ADR-1](0001-a.md)"\ndate: 2024-02-01\ndecision-makers: Ada\n---\n\n# One\n\n${body}`;
    expect(one(text, 'madr')).toBe(text);
  });
});

const said = fc.record({
  number: fc.constant('0002'),
  title: fc.constantFrom('Queue orders', 'Über: “Größe”', "Don't # this", 'Take 2 of [3]'),
  status: fc.constantFrom('accepted', 'Proposed', 'REJECTED', 'deprecated', 'Approved', 'draft'),
  date: fc.constantFrom('2024-02-01', '2 March 2024', '2024/2/1'),
});

test('nothing that a key cannot hold goes in silence: each is named with its line', () => {
  const list = (lines: string) => `# 2. One\n\n${lines}\n\n${body}`;
  expect(why(list('Status: ~~Proposed~~ Accepted'))).toBe(
    `${PATH}:3:1: \`Status: ~~Proposed~~ Accepted\` has words that are struck out, which no key can hold`,
  );
  expect(why(list('* Status: accepted <!-- since May -->'))).toContain(
    ':3:1: `* Status: accepted <!-- since May -->` has a comment, which no key can hold',
  );
  expect(one(nygard(2, 'One ~~Two~~', 'Accepted'))).toContain('# 2. One ~~Two~~');
  expect(why(nygard(2, 'One', 'Accepted, ~~Proposed~~'))).toContain(
    'has words that are struck out',
  );
  expect(why(list('* Status: accepted\n* Superseded-by: ADR-7 (proposed only)'))).toBe(
    `${PATH}:4:18: \`ADR-7 (proposed only)\` says more than which record is meant, which a key cannot hold`,
  );
});

test('a relation that is said not to be is none', () => {
  const text = `# 2. One\n\n* Status: accepted\n* Supersedes: N/A (was ADR-1)\n\n${body}`;
  const { after, before } = given({
    [PATH]: text,
    'docs/adr/0001-a.md': nygard(1, 'A', 'Accepted'),
  });
  expect(before.adrs.flatMap(({ relations }) => relations)).toEqual([]);
  expect(after[PATH]).not.toMatch(/^supersedes:/m);
});

test('an empty line stays below a frontmatter from which the title went', () => {
  expect(one(`---\nlayout: page\nstatus: accepted\n---\n# 2. One\n\n${body}`)).toContain(
    `\n---\n\n${body}`,
  );
});

test('a relation that a number shared by two records would lose is named', () => {
  const files = {
    'docs/adr/0001-a.md': nygard(1, 'A', 'Accepted\n\nAmends [2. Two](0002-two.md)'),
    [PATH]: nygard(2, 'One', 'Accepted'),
    'docs/adr/0002-two.md': nygard(2, 'Two', 'Accepted'),
  };
  const { after, refused } = given(files);
  expect(refused).toEqual([
    'docs/adr/0001-a.md:9:9: `ADR-0001 amends ADR-0002` would be lost, as docs/adr/0002-one.md has the number 0002, too',
  ]);
  expect(after['docs/adr/0001-a.md']).toBe(files['docs/adr/0001-a.md']);
});

test('whatever a record holds, it says the same after it is migrated, or stays', () => {
  let written = 0;
  fc.assert(
    fc.property(
      TEXTS,
      fc.constantFrom(
        '',
        '# 2. One\n\n',
        '# One\n\n## Status\n\nAccepted\n\n',
        '---\nstatus: draft\n---\n',
      ),
      fc.constantFrom<Target>('docket', 'madr'),
      (text, head, target) => {
        const files = {
          [PATH]: `${head}${text}`,
          'docs/adr/0003-x.md': nygard(3, 'X', 'Superseded by [2](0002-one.md)'),
        };
        const { after, before } = given(files, target);
        expect(factsOf(corpusOfLogs(after))).toEqual(factsOf(before));
        if (after[PATH] !== files[PATH]) written += 1;
      },
    ),
    { numRuns: 300 },
  );
  expect(written).toBeGreaterThan(30);
});

test.each(RECORD_FORMS)('$name: a record says the same after it is migrated', (form) => {
  let written = 0;
  fc.assert(
    fc.property(
      said,
      fc.constantFrom<Target>('docket', 'madr'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (values, target, eol, isOpen) => {
        const plain = form.text(values).replaceAll('\n', eol);
        const files = {
          [PATH]: isOpen ? plain.trimEnd() : plain,
          'docs/adr/0001-a.md': nygard(1, 'A', 'Superseded by [2](0002-one.md)'),
        };
        const { after, before, refused } = given(files, target);
        expect(factsOf(corpusOfLogs(after))).toEqual(factsOf(before));
        if (refused.length > 0) return;
        written += 1;
        // A second time there is nothing left to do.
        expect(given(after, target).after).toEqual(after);
        expect(after[PATH]).toContain('The status of orders is accepted by hand');
        expect(after[PATH]?.replaceAll('\r\n', '').includes('\r')).toBe(false);
      },
    ),
    { numRuns: 40 },
  );
  // A comment beside the status would be lost.
  const isKept = form.name === 'bold bullets';
  expect(written > 0).toBe(!isKept);
});
