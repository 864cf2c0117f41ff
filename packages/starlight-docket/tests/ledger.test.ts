import { expect, test } from 'vitest';
import { specFoldersOf } from '../../docket/src/evidence/specs/spec-folder.ts';
import { buildCorpus } from '../../docket/src/records/corpus.ts';
import { readRecord } from '../../docket/src/records/record.ts';
import { type Ledger, ledgerOf } from '../views/ledger.ts';
import { siteSpecs } from '../views/specs/site-specs.ts';
import { inEnglish } from '../words/english.ts';

const adr = (number: string, rows: string, date = '2026-03-05') =>
  readRecord('adr', {
    path: `docs/adr/adr-${number}-x.md`,
    text: `---\ntitle: "ADR-${number}: X"\ndate: ${date}\n---\n\n## Agent Decisions\n\n| Decision | Rationale | Acceptable |\n|---|---|---|\n${rows}`,
  });

const provenance = (made: string, deviations: string) =>
  readRecord('provenance', {
    path: '.sdd/provenance/spec-0001-x.provenance.md',
    text: `# Provenance: X\n\n**Executed:** 2026-04-01T10:00:00Z\n\n## Decisions Made\n\n${made}\n\n## Deviations from Spec\n\n${deviations}\n`,
  });

function ledger(...records: ReturnType<typeof readRecord>[]): Ledger {
  return ledgerWith({}, records);
}

/** With texts of other tools by their paths. */
function ledgerWith(
  texts: Readonly<Record<string, string>>,
  records: readonly ReturnType<typeof readRecord>[],
): Ledger {
  const surroundings = { existing: new Set<string>(), fragments: new Map() };
  const corpus = buildCorpus({ records, templates: {}, surroundings });
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const specs = siteSpecs(specFoldersOf(files));
  return ledgerOf({ corpus, base: '/base/', repository: undefined, t: inEnglish, specs });
}

const words = (segments: readonly { readonly text: string }[]) =>
  segments.map(({ text }) => text).join('');

test('open reviews come first, then what was refused, then what nobody judged; the latest before the earlier', () => {
  const { rows, counts, records, none } = ledger(
    adr('001', '| Pin it | Safe | Yes |\n| Cache it | Fast | Review (later) |\n'),
    adr('002', '| Drop it | Old | No |\n| Name it | Short | review |\n', '2026-05-01'),
    adr('003', '| No agent implementation decisions recorded | – | – |\n'),
    adr('004', '| Guess | None | perhaps |\n'),
    provenance(
      '| Decision | Options Considered | Chosen | Rationale |\n|---|---|---|---|\n| Key | a; b | b | ADR-001 says so |',
      '- Later than asked.',
    ),
  );
  expect(
    rows.map((row) => [row.acceptable, row.source, words(row.decision), row.date, row.remark]),
  ).toEqual([
    ['Review', 'Agent decision', 'Name it', '2026-05-01', ''],
    ['Review', 'Agent decision', 'Cache it', '2026-03-05', 'later'],
    ['No', 'Agent decision', 'Drop it', '2026-05-01', ''],
    ['Not stated', 'Decision made', 'Key', '2026-04-01', ''],
    ['Not stated', 'Deviation', 'Later than asked.', '2026-04-01', ''],
    ['Not stated', 'Agent decision', 'Guess', '2026-03-05', 'perhaps'],
    ['Yes', 'Agent decision', 'Pin it', '2026-03-05', ''],
  ]);
  expect(counts).toEqual([
    { acceptable: 'Review', count: 2 },
    { acceptable: 'No', count: 1 },
    { acceptable: 'Not stated', count: 3 },
    { acceptable: 'Yes', count: 1 },
  ]);
  expect(records.map(({ ref, count }) => [ref.label, count])).toEqual([
    ['ADR-001', 2],
    ['ADR-002', 2],
    ['ADR-004', 1],
    ['Provenance 0001', 2],
  ]);
  expect(none).toBe(1);
  expect(words(rows[3]?.chosen ?? [])).toBe('b, of: a; b');
  expect(rows[3]?.rationale[0]).toMatchObject({ kind: 'record', text: 'ADR-001' });
  expect(rows[0]?.url).toBe('/base/adr/adr-002-x/#agent-decisions');
  expect(rows[4]?.url).toBe('/base/provenance/spec-0001-x/#deviations-from-spec');
});

test('a repository in which nothing was decided alone has an empty ledger', () => {
  const { rows, none } = ledger(
    adr('001', '| No agent implementation decisions recorded | – | – |\n'),
    provenance('No autonomous decisions were required.', 'No deviations from spec.'),
  );
  expect(rows).toEqual([]);
  expect(none).toBe(2);
});

test('what another tool says was decided is told apart: nobody says who did', () => {
  const { rows, others, counts, records } = ledgerWith(
    {
      'specs/001-a/spec.md': '# A\n',
      'specs/001-a/research.md': '# Research\n\n**Decision**: Use files\n',
    },
    [adr('001', '| Pin it | Safe | Yes |\n')],
  );
  expect(rows.map(({ decision }) => words(decision))).toEqual(['Pin it']);
  expect(others.map(({ decision, record }) => [words(decision), record.label])).toEqual([
    ['Use files', '001-a'],
  ]);
  expect(counts).toContainEqual({ acceptable: 'Not stated', count: 1 });
  expect(records.map(({ ref }) => ref.label)).toEqual(['ADR-001', '001-a']);
});
