import { expect, test } from 'vitest';
import { LAYOUT, layoutWith, type RecordKind } from '../../src/records/layout.ts';
import { type AdrRecord, readRecord } from '../../src/records/record.ts';
import { readTemplate, type SectionContract } from '../../src/records/template.ts';

/** `Heading: role` for every heading of a template, in order. */
function rolesIn(kind: RecordKind, text: string, layout = LAYOUT): string[] {
  const list = (sections: readonly SectionContract[]): string[] =>
    sections.flatMap(({ title, role, children }) => [
      `${title}: ${role ?? '-'}`,
      ...list(children),
    ]);
  return list(readTemplate(kind, text, layout).sections);
}

const headings = (...titles: string[]) => titles.map((title) => `## ${title}\n`).join('\n');

test('words of MADR and of Nygard name roles, wherever they stand', () => {
  expect(
    rolesIn(
      'adr',
      '# Title\n\n## Context and Problem Statement\n\n## Considered Options\n\n## Decision Outcome\n\n### Consequences\n\n### Confirmation\n\n## More Information\n',
    ),
  ).toEqual([
    'Context and Problem Statement: context',
    'Considered Options: options',
    'Decision Outcome: decision',
    'Consequences: consequences',
    'Confirmation: confirmation',
    'More Information: references',
  ]);
  expect(rolesIn('adr', headings('Status', 'Context', 'Decision', 'Consequences'))).toEqual([
    'Status: -',
    'Context: context',
    'Decision: decision',
    'Consequences: consequences',
  ]);
});

test('a template in another language is read by its places, once lettered options show what it is', () => {
  const german =
    '## Lage\n\n## Kriterien\n\n## Wege\n\n### Weg A: {Name}\n\n## Beschluss\n\n## Folgen\n\n### Gut\n\n### Schlecht\n\n### Gefahren\n\n## Vom Agenten\n\n## Quellen\n';
  expect(rolesIn('adr', german)).toEqual([
    'Lage: context',
    'Kriterien: drivers',
    'Wege: options',
    'Beschluss: decision',
    'Folgen: consequences',
    'Gut: positive',
    'Schlecht: negative',
    'Gefahren: risks',
    'Vom Agenten: agent-decisions',
    'Quellen: references',
  ]);
  expect(rolesIn('adr', german.replace('### Weg A: {Name}\n\n', ''))).toEqual([
    'Lage: -',
    'Kriterien: -',
    'Wege: -',
    'Beschluss: -',
    'Folgen: -',
    'Gut: -',
    'Schlecht: -',
    'Gefahren: -',
    'Vom Agenten: -',
    'Quellen: -',
  ]);
});

test('a heading more or less, or one out of its place, makes places mean nothing', () => {
  const asked = ['Context', 'Forces at Work', 'Options', 'Decision', 'Consequences', 'Links'];
  expect(rolesIn('adr', headings(...asked))[1]).toBe('Forces at Work: -');
  expect(rolesIn('adr', headings(...asked, 'Agent Decisions'))[1]).toBe('Forces at Work: -');
  expect(rolesIn('adr', headings(...asked.toSpliced(5, 0, 'Agent Decisions')))[1]).toBe(
    'Forces at Work: drivers',
  );
});

test('of two headings that mean the same, the one in its place has the role', () => {
  expect(
    rolesIn(
      'adr',
      headings(
        'Alternatives',
        'Decision Drivers',
        'Options Considered',
        'Decision',
        'Consequences',
        'Options',
        'References',
      ),
    ),
  ).toEqual([
    'Alternatives: context',
    'Decision Drivers: drivers',
    'Options Considered: options',
    'Decision: decision',
    'Consequences: consequences',
    'Options: agent-decisions',
    'References: references',
  ]);
});

test('a mark outweighs the configuration, and the configuration the words', () => {
  const layout = layoutWith({}, {}, { decision: ['Verdict', 'Ruling'] });
  const text =
    '## Verdict\n\n## Ruling\n\n<!-- docket: role decision -->\n\n## Decision\n\n## Plan\n\n<!-- docket: role nonsense -->\n';
  expect(rolesIn('adr', text, layout)).toEqual([
    'Verdict: -',
    'Ruling: decision',
    'Decision: -',
    'Plan: -',
  ]);
  expect(rolesIn('adr', headings('Verdict', 'Decision'), layout)).toEqual([
    'Verdict: decision',
    'Decision: -',
  ]);
});

const read = (text: string, template?: string): AdrRecord =>
  readRecord(
    'adr',
    { path: 'docs/adr/adr-001-a.md', text },
    {
      layout: layoutWith({}, {}, { risks: ['Dangers'] }),
      templates: template === undefined ? {} : { adr: readTemplate('adr', template) },
    },
  ) as AdrRecord;

test('a record goes by its template, then by the configuration and the usual words', () => {
  const text =
    '## Choices\n\n### Choice A: One (chosen)\n\n### Option B: Two\n\n## Alternatives\n\n## Dangers\n\n- **Fire:** it burns.\n';
  const template = '## Context\n\n## Choices\n\n### Choice A: {name}\n\n## Decision\n';
  const asked = read(text, template);
  expect(asked.sections.get('options')?.title).toBe('Choices');
  expect(asked.body.options.map(({ label, chosen }) => [label, chosen])).toEqual([
    ['Choice A', true],
    ['Option B', false],
  ]);
  expect(asked.body.risks).toHaveLength(1);
  const alone = read(text);
  expect(alone.sections.get('options')?.title).toBe('Alternatives');
  expect(alone.body.options).toEqual([]);
});

test('a misspelt heading plays the role of the one that is meant', () => {
  const record = read(
    '## Optoins Considered\n\n### Option A: One\n',
    '## Options Considered\n\n### Option A: {name}\n',
  );
  expect(record.body.options).toHaveLength(1);
});

test('the highest section of a role has it, and none below an option', () => {
  const record = read(
    '## Options\n\n### Option A: One\n\n#### Consequences\n\n## Decision\n\n### Context\n\n## Context\n',
  );
  expect(record.sections.get('consequences')).toBeUndefined();
  expect(record.sections.get('context')?.depth).toBe(2);
});
