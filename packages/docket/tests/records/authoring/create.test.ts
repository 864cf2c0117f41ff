import { describe, expect, test } from 'vitest';
import { newRecordText, nextNumber, slugOf } from '../../../src/records/authoring/create.ts';

describe('the next number', () => {
  test.each([
    ['adr', [], '001'],
    ['adr', ['001', '007', '003'], '008'],
    ['adr', ['999'], '1000'],
    ['spec', [], '0000'],
    ['spec', ['0000', '0003a'], '0004'],
  ] as const)('%s after %j is %s', (kind, used, expected) => {
    expect(nextNumber(kind, used)).toBe(expected);
  });
});

describe('the words of a title as a file name', () => {
  test.each([
    ['Secret Management with Key Vault', 'secret-management-with-key-vault'],
    ['Über-Café: “Größe” & Co.', 'uber-cafe-grosse-co'],
    ["Don't repeat it", 'dont-repeat-it'],
    ['C++ / C# 2.0', 'c-c-2-0'],
    [`${'word '.repeat(30)}`, 'word-word-word-word-word-word-word-word-word-word-word-word'],
  ])('%s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
    expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  test('a title without any is refused', () => {
    expect(() => slugOf('決定 !')).toThrow('has no letters or digits');
  });
});

describe('a new record', () => {
  const make = (template: string) =>
    newRecordText({
      kind: 'adr',
      template,
      templatePath: 'docs/adr/template.md',
      number: '025',
      title: 'Say "yes" \\ no',
      date: '2026-03-05',
    });

  test('is its template but for title and date', () => {
    const template =
      '---\r\ntitle: "ADR-NNN: {T}"\r\ndate: YYYY-MM-DD # today\r\ntags: []\r\n---\r\n\r\n## Own\r\n';
    expect(make(template)).toBe(
      '---\r\ntitle: "ADR-025: Say \\"yes\\" \\\\ no"\r\ndate: 2026-03-05 # today\r\ntags: []\r\n---\r\n\r\n## Own\r\n',
    );
  });

  test('takes its title as a heading where the template has one', () => {
    expect(make('# ADR-NNN: {T}\n\n## Own\n')).toBe('# ADR-025: Say "yes" \\ no\n\n## Own\n');
  });

  test('needs a place for the title', () => {
    expect(() => make('## Own\n')).toThrow('The template `docs/adr/template.md` has no `title`');
  });
});
