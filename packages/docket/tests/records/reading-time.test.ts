import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/records/markdown.ts';
import { readingMinutes } from '../../src/records/reading-time.ts';

const minutes = (text: string) => readingMinutes(parseMarkdown(text));

test('a document takes a minute for every 220 words, and never less than one', () => {
  expect(minutes('')).toBe(1);
  expect(minutes('word '.repeat(220))).toBe(1);
  expect(minutes('word '.repeat(660))).toBe(3);
  expect(minutes(`| a | b |\n| - | - |\n${'| one two | three |\n'.repeat(220)}`)).toBe(3);
});

test('metadata, blocks of code and punctuation are not read', () => {
  const code = `\`\`\`mermaid\n${'a --> b\n'.repeat(1000)}\`\`\`\n`;
  expect(minutes(`---\ntitle: "${'x '.repeat(1000)}"\n---\n\nShort.\n\n${code}`)).toBe(1);
  expect(minutes('— – … '.repeat(1000))).toBe(1);
});
