import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftInLog } from '../../../src/records/authoring/log-draft.ts';
import { supersede, supersedeSections } from '../../../src/records/authoring/status-change.ts';
import type { Corpus } from '../../../src/records/corpus.ts';
import { standsInPart } from '../../../src/records/partial.ts';
import { corpusOfLogs, recordOf } from '../../support/log-corpus.ts';
import { RECORD_FORMS } from '../../support/record-forms.ts';

const DAY = '2026-03-09';
const OLD = 'docs/adr/0003-old-way.md';
const NEW = 'docs/adr/0004-new-way.md';

type Files = Readonly<Record<string, string>>;

/** Supersedes a record of a log: both texts, and all files afterwards. */
function given(text: string, others: Files = {}, path = OLD) {
  const files: Files = { ...others, [path]: text };
  const corpus = corpusOfLogs(files);
  const { record } = draftInLog({
    path: NEW,
    number: '4',
    title: 'New way',
    day: DAY,
    records: corpus,
    template: undefined,
  });
  const [edit, create] = supersede(recordOf(corpus, path), record, DAY, corpus);
  return {
    old: edit?.after ?? '',
    fresh: create?.after ?? '',
    draft: record.document.text,
    files: { ...files, [path]: edit?.after ?? '', [NEW]: create?.after ?? '' },
  };
}

/** The supersessions of a log, such as `0003 superseded-by 0004`. */
function supersessionsIn(corpus: Corpus): string[] {
  return corpus.adrs
    .flatMap((adr) =>
      corpus
        .relationsFrom(adr)
        .filter(({ type }) => type.startsWith('supersede'))
        .map(
          ({ type, to, isPartly }) =>
            `${adr.number} ${type} ${to?.number}${isPartly ? ' partly' : ''}`,
        ),
    )
    .sort();
}

const nygard = (number: string, title: string, status: string) =>
  `# ${number}. ${title}\n\nDate: 2024-02-01\n\n## Status\n\n${status}\n\n## Context\n\ntext\n\n## Decision\n\ntext\n`;
const listed = (title: string, lines: string, end = '') =>
  `# ${title}\n\n${lines}\n\n## Context\n\ntext\n\n## Decision\n\ntext\n${end}`;
const yaml = (title: string, lines: string, end = '') =>
  `---\n${lines}---\n# ${title}\n\n## Context\n\ntext\n\n## Decision\n\ntext\n${end}`;

describe('where no record shows how, a supersession is written', () => {
  test('as adr-tools does, in a section', () => {
    const { old, fresh, draft } = given(nygard('3', 'Old [way]', 'Accepted'));
    expect(old).toBe(nygard('3', 'Old [way]', 'Superseded by [4. New way](0004-new-way.md)'));
    expect(fresh).toBe(
      draft.replace('Proposed\n', 'Proposed\n\nSupersedes [3. Old \\[way\\]](0003-old-way.md)\n'),
    );
  });

  test('as MADR does, in the frontmatter and among the links', () => {
    const { old, fresh } = given(
      yaml('Old way', 'status: accepted\n', '\n## More Information\n\ntext\n'),
    );
    expect(old).toContain('\nstatus: superseded by [ADR-0004](0004-new-way.md)\n---');
    expect(fresh).toContain('\n## More Information\n\nSupersedes [ADR-0003](0003-old-way.md)');
  });

  test.each([
    [
      '* Status: accepted',
      '* Status: superseded by [ADR-0004](0004-new-way.md)',
      '* Status: proposed\n* Supersedes: [ADR-0003](0003-old-way.md)\n',
    ],
    [
      '- **Status**: Accepted',
      '- **Status**: Superseded by [ADR-0004](0004-new-way.md)',
      '- **Status**: Proposed\n- **Supersedes**: [ADR-0003](0003-old-way.md)\n',
    ],
    [
      '**Status:** Accepted\n**Date:** 2024-02-01',
      '**Status:** Superseded by [ADR-0004](0004-new-way.md)\n',
      '**Status:** Proposed\n**Supersedes:** [ADR-0003](0003-old-way.md)\n**Date:** 2026-03-09\n',
    ],
    [
      'Status: Accepted\n\nDate: 2024-02-01',
      'Status: Superseded by [ADR-0004](0004-new-way.md)\n',
      'Status: Proposed\n\nSupersedes: [ADR-0003](0003-old-way.md)\n\nDate: 2026-03-09\n',
    ],
    [
      '| Status | Accepted |\n|---|---|\n| Date | 2024-02-01 |',
      '| Status | Superseded by [ADR-0004](0004-new-way.md) |\n',
      '| Date | 2026-03-09 |',
    ],
  ])('beside the status: %s', (lines, old, fresh) => {
    const made = given(listed('Old way', lines));
    expect(made.old).toContain(old);
    expect(made.fresh).toContain(fresh);
    expect(supersessionsIn(corpusOfLogs(made.files))).toEqual([
      '0003 superseded-by 0004',
      '0004 supersedes 0003',
    ]);
  });
});

describe('a supersession is written as the log writes its own', () => {
  test('in keys of the frontmatter, with the values they have', () => {
    const others = {
      'docs/adr/0001-a.md': yaml('A', 'status: Replaced\nsuperseded_by: ["0002"]\nlayout: x\n'),
      'docs/adr/0002-b.md': yaml('B', 'status: Accepted\nsupersedes: ["0001"]\nlayout: x\n'),
    };
    const { old, fresh } = given(yaml('Old way', 'status: Accepted\nlayout: x\n'), others);
    expect(old).toContain('---\nstatus: Replaced\nsuperseded_by: ["0004"]\nlayout: x\n---');
    expect(fresh).toContain('\nsupersedes: ["0003"]\n');
  });

  test('in rows that say there is none yet', () => {
    const table = (status: string, by: string, of: string) =>
      `| Status | ${status} |\n|---|---|\n| Supersedes | ${of} |\n| Superseded by | ${by} |`;
    const { old, files } = given(listed('Old way', table('Approved', 'N/A', 'N/A')), {
      'docs/adr/0001-a.md': listed('A', table('Superseded', '[2](0002-b.md)', 'N/A')),
      'docs/adr/0002-b.md': listed('B', table('Approved', 'N/A', '[1](0001-a.md)')),
    });
    expect(old).toContain(table('Superseded', '[4](0004-new-way.md)', 'N/A'));
    expect(supersessionsIn(corpusOfLogs(files))).toContain('0004 supersedes 0003');
  });

  test('in a line, a section or a list of their own', () => {
    const { old, fresh } = given(listed('ADR-3: Old way', '- Status: Accepted'), {
      'docs/adr/0001-a.md': listed('ADR-1: A', '- Status: Superseded\n- Replaced by: ADR-2'),
      'docs/adr/0002-b.md': listed(
        'ADR-2: B',
        '- Status: Accepted',
        '\n## Links\n\n- Replaces ADR-1\n',
      ),
    });
    expect(old).toContain('\n- Status: Superseded\n- Replaced by: ADR-4\n');
    expect(fresh).toContain('## Links\n\n- Replaces ADR-3\n');
    const sections = given(nygard('3', 'Old way', 'Accepted'), {
      'docs/adr/0001-a.md': nygard(
        '1',
        'A',
        'Superseded\n\n## Superseded by\n\n* [B](./0002-b.md)',
      ),
      'docs/adr/0002-b.md': nygard('2', 'B', 'Accepted'),
    });
    expect(sections.old).toBe(
      nygard('3', 'Old way', 'Superseded\n\n## Superseded by\n\n* [New way](./0004-new-way.md)'),
    );
  });

  test('behind the status, with its words', () => {
    const { old } = given(listed('Old way', '* Status: accepted'), {
      'docs/adr/0001-a.md': listed('A', '* Status: replaced by [MADR 2](0002-b.md)'),
      'docs/adr/0002-b.md': listed('B', '* Status: accepted'),
    });
    expect(old).toContain('\n* Status: replaced by [MADR 4](0004-new-way.md)\n');
  });
});

test('what the status says besides is not lost', () => {
  expect(() => given(nygard('3', 'Old way', 'Accepted by the board in 2023'))).toThrow(
    'docs/adr/0003-old-way.md:7:1: `Accepted by the board in 2023` says more than the status',
  );
  expect(() => given(nygard('3', 'Old way', 'Rejected'))).toThrow('cannot go from `Rejected`');
});

test.each(RECORD_FORMS)(
  '$name: both records state the supersession, and all else is as it was',
  (form) => {
    const said = (number: string, title: string) => ({
      number,
      title,
      status: 'Accepted',
      date: '2024-02-01',
    });
    fc.assert(
      fc.property(
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('Old way', 'Größe: 2 [of] 3'),
        (eol, title) => {
          const before = form.text(said('0003', title)).replaceAll('\n', eol);
          const others = { 'docs/adr/0001-a.md': form.text(said('0001', 'A')) };
          const dated = form.name === 'a status with its day';
          if (dated) {
            // The day would be lost with the status it belongs to.
            expect(() => given(before, others)).not.toThrow(TypeError);
            return;
          }
          const { files, fresh } = given(before, others);
          const corpus = corpusOfLogs(files);
          expect(supersessionsIn(corpus)).toEqual([
            '0003 superseded-by 0004',
            '0004 supersedes 0003',
          ]);
          const [was, is] = [
            recordOf(corpusOfLogs({ ...others, [OLD]: before }), OLD),
            recordOf(corpus, OLD),
          ];
          expect(is.fields.status.value).toBe('Superseded');
          expect(is.fields.date.value).toBe(was.fields.date.value);
          expect(is.title).toBe(was.title);
          expect(is.fields['decision-makers'].value).toEqual(was.fields['decision-makers'].value);
          const [old, made] = [before.split('\n'), is.document.text.split('\n')];
          expect(made.filter((line, at) => line !== old[at]).length).toBe(1);
          expect(fresh).toContain('New way');
        },
      ),
      { numRuns: 8 },
    );
  },
);

/** Replaces sections of a record of a log, and reads the log again. */
function givenInPart(text: string, names: readonly string[], path = OLD) {
  const corpus = corpusOfLogs({ [path]: text });
  const extension = path.slice(path.lastIndexOf('.'));
  const { record } = draftInLog({
    path: NEW.replace('.md', extension),
    number: '4',
    title: 'New way',
    day: DAY,
    records: corpus,
    template: undefined,
  });
  const changes = supersedeSections(recordOf(corpus, path), record, names, corpus);
  const files = Object.fromEntries(changes.map((change) => [change.path, change.after]));
  return { old: files[path] ?? '', fresh: files[record.path] ?? '', corpus: corpusOfLogs(files) };
}

/** What replaces which sections of which record, as each side says. */
function partsIn(corpus: Corpus): string[] {
  return corpus.adrs.flatMap((adr) =>
    corpus
      .relationsFrom(adr)
      .map(
        ({ from, to, by, isPartly, sections }) =>
          `${by.number}: ${from.number} replaces ${isPartly ? sections.join(' + ') : 'all'} of ${to?.number}`,
      ),
  );
}

describe('a supersession of sections', () => {
  test.each(RECORD_FORMS)('reads back as it was meant: $name', ({ text }) => {
    const before = text({
      number: '0003',
      title: 'Old way',
      status: 'Accepted',
      date: '2024-02-01',
    });
    const { corpus } = givenInPart(before, ['decision', 'Context']);
    expect(partsIn(corpus).sort()).toEqual([
      '0003: 0004 replaces Decision + Context of 0003',
      '0004: 0004 replaces Decision + Context of 0003',
    ]);
    expect(recordOf(corpus, OLD).fields.status.value).toBe('Accepted');
    expect(recordOf(corpus, '0004').fields.status.value).toBe('Proposed');
    expect(standsInPart(corpus, recordOf(corpus, OLD))).toBe(false);
  });

  test.each([
    [
      'asciidoc',
      'docs/adr/0003-old-way.adoc',
      '= Old way\n:status: Accepted\n\n== Context\n\ntext\n\n== Decision\n\ntext\n',
    ],
    [
      'reStructuredText',
      'docs/adr/0003-old-way.rst',
      'Old way\n=======\n\n:Status: Accepted\n\nContext\n-------\n\ntext\n\nDecision\n--------\n\ntext\n',
    ],
  ])('reads back as it was meant in %s', (_, path, text) => {
    const { corpus } = givenInPart(text, ['Decision'], path);
    expect(partsIn(corpus).sort()).toEqual([
      '0003: 0004 replaces Decision of 0003',
      '0004: 0004 replaces Decision of 0003',
    ]);
  });

  test('is written in the words of the log', () => {
    const { old, fresh } = givenInPart(nygard('3', 'Old way', 'Accepted'), ['Decision']);
    expect(old).toContain('Superseded by [4. New way](0004-new-way.md) (only section Decision)\n');
    expect(fresh).toContain('Supersedes [3. Old way](0003-old-way.md) (only section Decision)\n');
  });

  test('keeps a name together that reads like two, and refuses one that cannot be read back', () => {
    const text = nygard('3', 'Old way', 'Accepted');
    const both = `${text}\n## Backup and restore, daily\n\ntext\n\n## Costs (yearly)\n\ntext\n`;
    expect(partsIn(givenInPart(both, ['Backup and restore, daily']).corpus)).toContain(
      '0003: 0004 replaces Backup and restore, daily of 0003',
    );
    expect(() => givenInPart(both, ['Decision', 'Costs (yearly)'])).toThrow(
      '`docs/adr/0003-old-way.md`: `Costs (yearly)` cannot be named beside a record in words that would be read again',
    );
    const quoting = `${text}\n## The "new" way\n\ntext\n`;
    expect(() => givenInPart(quoting, ['The "new" way'])).toThrow(
      expect.objectContaining({
        help: expect.stringContaining('a title without brackets and quotation marks'),
      }),
    );
    expect(() => givenInPart(text, ['Costs'])).toThrow('`ADR-0003` has no section `Costs`');
    expect(() => givenInPart(nygard('3', 'Old way', 'Superseded'), ['Decision'])).toThrow(
      'only parts of what stands can be superseded',
    );
  });
});
