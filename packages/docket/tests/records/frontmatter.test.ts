import { expect, test } from 'vitest';
import { messageOf } from '../../src/records/finding.ts';
import { readFrontmatter } from '../../src/records/frontmatter.ts';
import { parseMarkdown } from '../../src/records/markdown.ts';

const read = (text: string) => readFrontmatter(parseMarkdown(text));
const slice = (text: string, span: { start: { offset: number }; end: { offset: number } }) =>
  text.slice(span.start.offset, span.end.offset);

test('keys, values and list items have their places, with LF and CRLF alike', () => {
  for (const eol of ['\n', '\r\n']) {
    const text = [
      '---',
      'title: "Ümlaut 🎉: x"',
      'tags:',
      '  - one',
      '  - "two"',
      '---',
      '',
      '# H',
    ].join(eol);
    const frontmatter = read(text);
    expect(frontmatter.problems).toEqual([]);
    expect(frontmatter.data).toEqual({ title: 'Ümlaut 🎉: x', tags: ['one', 'two'] });
    expect(slice(text, frontmatter.keySpan('tags'))).toBe('tags');
    expect(slice(text, frontmatter.valueSpan('title'))).toBe('"Ümlaut 🎉: x"');
    expect(slice(text, frontmatter.valueSpan('tags', 1))).toBe('"two"');
    expect(frontmatter.valueSpan('tags', 1).start).toMatchObject({ line: 5, column: 5 });
    expect(slice(text, frontmatter.keySpan('absent'))).toBe('---');
  }
});

test('dates and words that older YAML would turn stay text', () => {
  expect(read('---\ndate: 2026-03-05\nanswer: yes\nnumber: "018"\n---\n').data).toEqual({
    date: '2026-03-05',
    answer: 'yes',
    number: '018',
  });
});

test.each([
  ['---\na: 1\na: 2\n---\n', '3:1 Unexpected second key `a`, expected each key once'],
  ['---\n- a\n---\n', '2:1 Unexpected list in the frontmatter, expected a mapping of keys'],
  [
    '---\njust words\n---\n',
    '2:1 Unexpected single value in the frontmatter, expected a mapping of keys',
  ],
  ['---\n---\n', '1:1 Unexpected empty block in the frontmatter, expected a mapping of keys'],
  ['---\na: 1\n', '1:1 Unexpected end of file in the frontmatter, expected a closing `---`'],
  [
    '\n---\na: 1\n---\n',
    '1:1 Unexpected white space before the frontmatter, expected `---` on the first line',
  ],
])('%j is refused', (text, expected) => {
  const { problems, data } = read(text);
  expect(
    problems.map(
      (problem) => `${problem.span.start.line}:${problem.span.start.column} ${messageOf(problem)}`,
    ),
  ).toEqual([expected]);
  expect(data).toEqual({});
});

test('a document without frontmatter has none, and no problem', () => {
  expect(read('# Title\n')).toMatchObject({ present: false, problems: [], data: {} });
});
