import { expect, test } from 'vitest';
import { absolute } from '../views/api.ts';
import { llmsFullText, llmsText } from '../views/llms.ts';
import { exampleContext } from './site-context.ts';

const context = { ...exampleContext(), name: 'Shop', description: 'What we decided.' };
const far = (address: string) => absolute(new URL('https://docs.example.org'), address);

test('llms.txt lists every record with its address, what no longer stands apart', () => {
  const pages = [{ slug: 'guides/a', title: 'A [guide]', description: 'How.' }];
  const text = llmsText(context, pages, far);
  expect(text.startsWith('# Shop\n\n> What we decided.\n\n')).toBe(true);
  const sections = Object.fromEntries(
    text
      .split('\n## ')
      .slice(1)
      .map((section) => [section.split('\n')[0], section]),
  );
  expect(sections['Decisions in force']).toMatch(
    /- \[ADR-002: .*\]\(https:\/\/docs\.example\.org\/base\/adr\/adr-002-[a-z-]+\.md\): Sessions live/,
  );
  expect(sections['Decisions in force']).not.toContain('ADR-001:');
  expect(sections['Optional']).toMatch(/- \[ADR-001: .*\.md\): Superseded\. /);
  expect(sections['Specifications']).toContain('[Spec 0001: ');
  expect(sections['Guides and reference']).toContain(
    '- [A \\[guide\\]](https://docs.example.org/base/guides/a.md): How.',
  );
});

test('llms-full.txt holds the decisions in force, with links that work', () => {
  const text = llmsFullText(context, far);
  expect(text).toContain('The decision in force');
  expect(text).toContain('title: "ADR-002: ');
  expect(text).not.toContain('title: "ADR-001: ');
  expect(text).toContain('](https://docs.example.org/base/adr/adr-001-');
});
