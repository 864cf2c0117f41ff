import { expect, test } from 'vitest';
import type { RecordKind } from '../../src/records/layout.ts';
import { readRecord } from '../../src/records/record.ts';
import { readTemplate } from '../../src/records/template.ts';

const PATHS: Record<RecordKind, string> = {
  adr: 'docs/adr/adr-007-a.md',
  spec: '.sdd/specification/spec-0003a-b.md',
  provenance: '.sdd/provenance/spec-0003a-b.provenance.md',
};

function bodyOf<K extends RecordKind>(kind: K, text: string) {
  const record = readRecord(kind, { path: PATHS[kind], text });
  if (record.kind !== kind) throw new Error('readRecord keeps the kind');
  return record as Extract<typeof record, { kind: K }>;
}

test('options of a decision: letter, name, choice, summary, pros and cons', () => {
  const { body } = bodyOf(
    'adr',
    '## Options Considered\n\nIntro.\n\n### Option A: One\n\nHow it *works*.\n\n**Pros:**\n\n- `fast`\n- cheap\n\n**Cons:**\n\n1. old\n\n### Option B: Two (chosen)\n\n**Pros**\n\n- new\n\n### Notes\n',
  );
  expect(
    body.options.map(({ letter, name, chosen, summary, pros, cons }) => ({
      letter,
      name,
      chosen,
      summary,
      pros,
      cons,
    })),
  ).toEqual([
    {
      letter: 'A',
      name: 'One',
      chosen: false,
      summary: 'How it works.',
      pros: ['fast', 'cheap'],
      cons: ['old'],
    },
    { letter: 'B', name: 'Two', chosen: true, summary: 'Pros', pros: ['new'], cons: [] },
  ]);
});

test('risks with and without a mitigation, and agent decisions without the row that says none', () => {
  const { body } = bodyOf(
    'adr',
    '## Consequences\n\n### Risks\n\n- **Fire:** it burns. Mitigation: water.\n- nameless\n\n## Agent Decisions\n\n| Decision | Rationale | Acceptable |\n|---|---|---|\n| No agent implementation decisions recorded | - | Yes |\n| Pin it | Safe | Review (later) |\n',
  );
  expect(body.risks.map(({ name, text, mitigation }) => ({ name, text, mitigation }))).toEqual([
    { name: 'Fire', text: 'Fire: it burns.', mitigation: 'water.' },
    { name: '', text: 'nameless', mitigation: undefined },
  ]);
  expect(body.agentDecisions).toHaveLength(1);
  expect(body.agentDecisions[0]).toMatchObject({
    decision: 'Pin it',
    rationale: 'Safe',
    acceptable: 'Review (later)',
  });
});

test('validation steps keep the numbers a reader sees, metadata lines their values', () => {
  const { body, fields, id } = bodyOf(
    'spec',
    '## Metadata\n\n- **Status:** Accepted\n- **Prompted By:** A `thing` with: colons.\n\n## Validation steps\n\nText.\n\n3. Third\n4. Fourth with `code`\n',
  );
  expect(id).toBe('SPEC-0003a');
  expect(body.steps.map(({ number, text }) => [number, text])).toEqual([
    [3, 'Third'],
    [4, 'Fourth with code'],
  ]);
  expect([fields.status.value, fields['prompted-by'].value]).toEqual([
    'Accepted',
    'A thing with: colons.',
  ]);
});

const HEAD =
  '# Provenance: Spec 0003a\n\n**Spec:** `a.md`\n**Executed:** 2026-01-01T00:00:00Z\n**Agent:** Me\n\n';

test('the label lines of a provenance record', () => {
  const { fields, title } = bodyOf('provenance', HEAD);
  expect(title).toBe('Provenance: Spec 0003a');
  expect([fields.spec.value, fields.executed.value, fields.agent.value]).toEqual([
    'a.md',
    '2026-01-01T00:00:00Z',
    'Me',
  ]);
  expect(fields.executed.span.start).toMatchObject({ line: 4, column: 1 });
});

test.each([
  [
    'a table with numbers',
    '| # | Step | Result | Details |\n|---|---|---|---|\n| 1 | First | ✅ Pass | seen |\n| 2 | Second | Not run | no cluster |\n',
  ],
  [
    'a table without numbers',
    '| Step | Result | Details |\n|---|---|---|\n| First | PASS | seen |\n| Second | not run | no cluster |\n',
  ],
  ['a numbered list', '1. First: **PASS** - seen\n2. Second: NOT RUN (no cluster)\n'],
])('validation results as %s', (_name, text) => {
  const { body } = bodyOf('provenance', `${HEAD}## Validation Results\n\n${text}`);
  expect(body.results.map(({ number, step, outcome }) => [number, step, outcome])).toEqual([
    [1, 'First', 'pass'],
    [2, 'Second', 'not-run'],
  ]);
  expect(body.results.map(({ details }) => details.replace(/[()]/g, ''))).toEqual([
    'seen',
    'no cluster',
  ]);
});

test('a word outside the vocabulary is unknown, never a pass', () => {
  const { body } = bodyOf(
    'provenance',
    `${HEAD}## Validation Results\n\n| # | Step | Result |\n|---|---|---|\n| 1 | A | passing soon |\n`,
  );
  expect(body.results.map(({ outcome, word }) => [outcome, word])).toEqual([
    ['unknown', 'passing soon'],
  ]);
});

test('a template asks for its sections, series, columns and labels', () => {
  const contract = readTemplate(
    'provenance',
    '# T\n\n**Spec:** `x`\n**Agent:** {who}\n\n## One\n\n<!-- docket: optional -->\n<!-- Say why. -->\n\n## Two\n\n<!-- docket: free sections -->\n\n### Choice A: {a}\n\n**Pros:**\n\n- {p}\n\n### Choice B: {b}\n\n### Rest\n\n## Three\n\n| a | b |\n|---|---|\n| {x} | y |\n',
  );
  expect(contract.labels).toEqual(['Spec', 'Agent']);
  expect(contract.sections.map(({ title, optional }) => [title, optional])).toEqual([
    ['One', true],
    ['Two', false],
    ['Three', false],
  ]);
  expect(contract.sections[1]).toMatchObject({
    series: { word: 'Choice', minimum: 2, labels: ['Pros'] },
    children: [{ title: 'Rest' }],
  });
  expect(contract.sections[2]?.columns).toEqual(['a', 'b']);
  expect([...contract.guidance]).toEqual(['<!-- Say why. -->']);
  expect([...contract.placeholders].sort()).toEqual(['{a}', '{b}', '{p}', '{who}', '{x}']);
});

test('deviations: list items, paragraphs and rows, without the sentence that says none', () => {
  const deviationsOf = (section: string) =>
    bodyOf('provenance', `# P\n\n## Deviations from Spec\n\n${section}\n`).body.deviations.map(
      ({ text, span }) => [span.start.line, text],
    );
  expect(deviationsOf('No deviations from spec.')).toEqual([]);
  expect(deviationsOf('None.')).toEqual([]);
  expect(deviationsOf('As follows:\n\n- The date is *later*.\n- Two\n\nAnd one in prose.')).toEqual(
    [
      [7, 'The date is later.'],
      [8, 'Two'],
      [10, 'And one in prose.'],
    ],
  );
  expect(deviationsOf('| Point | Why |\n|---|---|\n| No cache | It was down |')).toEqual([
    [7, 'No cache: It was down'],
  ]);
});

test('a row that says that no decision was taken is none', () => {
  const { body } = bodyOf(
    'provenance',
    '# P\n\n## Decisions Made\n\n| Decision | Chosen |\n|---|---|\n| No autonomous decisions were required | – |\n| Node or Nodes | Node |\n',
  );
  expect(body.decisions.map(({ decision }) => decision)).toEqual(['Node or Nodes']);
});
