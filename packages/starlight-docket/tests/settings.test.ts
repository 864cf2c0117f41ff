import { expect, test } from 'vitest';
import { fillPattern } from '../site/settings.ts';

test('a pattern is filled so that it stays an address', () => {
  const values = { path: 'docs/adr/adr-001-é.md', title: 'A & B?' };
  expect(fillPattern('https://x/edit/{path}', values)).toBe(
    'https://x/edit/docs/adr/adr-001-%C3%A9.md',
  );
  expect(fillPattern('https://x/new?title={title}', values)).toBe(
    'https://x/new?title=A%20%26%20B%3F',
  );
  expect(fillPattern(undefined, values)).toBeUndefined();
});
