import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  lineDifference,
  listDifference,
  type Piece,
  wordDifference,
} from '../../src/records/difference.ts';

/** `[-removed-]{+added+}`, as Git writes it. */
function shown(pieces: readonly Piece[]): string {
  return pieces
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`,
    )
    .join('');
}

function side(pieces: readonly Piece[], without: Piece['kind']): string {
  return pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');
}

test('one word is one change', () => {
  expect(shown(wordDifference('Keys live for 30 days.', 'Keys live for 90 days.'))).toBe(
    'Keys live for [-30-]{+90+} days.',
  );
});

test('a changed phrase is one change', () => {
  expect(shown(wordDifference('Use the quick one now', 'Use a slow one now'))).toBe(
    'Use [-the quick-]{+a slow+} one now',
  );
});

test('changes on two lines stay apart', () => {
  expect(shown(wordDifference('- one\n- two\n', '- uno\n- due\n'))).toBe(
    '- [-one-]{+uno+}\n- [-two-]{+due+}\n',
  );
});

test('equal texts are one piece, empty texts none', () => {
  expect(wordDifference('a b', 'a b')).toEqual([{ kind: 'same', text: 'a b' }]);
  expect(wordDifference('', '')).toEqual([]);
});

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.constantFrom('a', 'é', 'two', ' ', '  ', '\n', '\r\n', '|', '😀'), { maxLength: 60 })
    .map((all) => all.join('')),
);

test.each([
  ['words', wordDifference],
  ['lines', lineDifference],
])('both texts can be read out of a difference by %s', (_, difference) => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = difference(before, after);
      expect(side(pieces, 'added')).toBe(before);
      expect(side(pieces, 'removed')).toBe(after);
      expect(pieces.every((piece) => piece.text !== '')).toBe(true);
      expect(pieces.every((piece, index) => piece.kind !== pieces[index + 1]?.kind)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('texts without a common word are compared all the same', () => {
  const before = Array.from({ length: 9000 }, (_, index) => `a${index}`).join(' ');
  const after = `${Array.from({ length: 9000 }, (_, index) => `b${index}`).join(' ')}`;
  expect(wordDifference(`${before}\nend\n`, `${after}\nend\n`)).toEqual([
    { kind: 'removed', text: `${before}\n` },
    { kind: 'added', text: `${after}\n` },
    { kind: 'same', text: 'end\n' },
  ]);
});

test('a list shows what was removed before what was added', () => {
  expect(listDifference(['a', 'b', 'c'], ['a', 'x', 'c'])).toEqual([
    { kind: 'same', value: 'a' },
    { kind: 'removed', value: 'b' },
    { kind: 'added', value: 'x' },
    { kind: 'same', value: 'c' },
  ]);
});
