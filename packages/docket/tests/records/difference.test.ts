import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  lineDifference,
  listDifference,
  type Piece,
  wordDifference,
} from '../../src/records/difference.ts';
import { processorTime } from '../support/processor-time.ts';

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

/** Pairs of which one stands where the other stood. */
const UNITS: readonly (readonly [string, string])[] = [
  ['20', '19'],
  ['0.5', '0.25'],
  ['1,000.50', '1,200.50'],
  ['10\u202f000', '12\u202f000'],
  ['-5', '-15'],
  ['99.95%', '99.9%'],
  ['20ms', '30ms'],
  ['20°C', '25°C'],
  ['$1,000', '$1,200'],
  ['12€', '13€'],
  ['1e-9', '1e-6'],
  ['3/4', '1/4'],
  ['1.2.3', '1.2.4'],
  ['v1.2.3-rc.1+build.5', 'v1.2.3'],
  ['^1.2', '^1.3'],
  ['10.0.12.34/16', '10.0.1.34/16'],
  ['2026-03-05', '2026-03-15'],
  ['2026-03-05T11:30:00Z', '2026-03-05T11:30:01Z'],
  ['11:30', '11:45'],
  ['ADR-018', 'ADR-019'],
  ['SPEC-0001', 'SPEC-0011'],
  ['ADR-012a', 'ADR-012b'],
  ['#12', '#13'],
  ['src/io/git.ts', 'src/io/git-log.ts'],
  ['./a.ts:12', './a.ts:13'],
  ['../docs/', '../doc/'],
  ['.github/workflows/ci.yml', '.github/workflows/cd.yml'],
  ['~/.config/docket', '~/.config/dockets'],
  ['/etc/nginx', '/etc/nginx.d'],
  ['src/**/*.ts', 'src/**/*.js'],
  ['`src/{a,b}.ts`', '`src/{a,c}.ts`'],
  ['`timeout=20ms`', '`timeout=30ms`'],
  ['--run-checks', '--run-check'],
  ['@acme/pkg', '@acme/pkg2'],
  ['@sigstore/core@4.0.1', '@sigstore/core@4.0.2'],
  ['C:\\src\\a.ts', 'C:\\src\\b.ts'],
  ['https://example.org/a?b=20&c=d#e', 'https://example.org/a?b=30&c=d#e'],
  ['author@example.org', 'other@example.org'],
  ['naïve', 'naive'],
  ['größer', 'grösser'],
  ['решение', 'решения'],
  ["don't", "won't"],
  ['C++', 'C#'],
];

const AROUND: readonly (readonly [string, string])[] = [
  ['', ''],
  ['Keep ', ' of it.'],
  ['Keep (', ').'],
  ['Keep **', '**, always'],
  ['| a | ', ' |'],
  ['[x](', ')'],
  ['"', '".'],
  ['It is ', '.'],
  ['It is ', ', and '],
  ['Is it ', '?'],
];

test.each(UNITS)('`%s` becomes `%s` as a whole', (one, other) => {
  for (const [before, after] of AROUND) {
    expect(shown(wordDifference(before + one + after, before + other + after))).toBe(
      `${before}[-${one}-]{+${other}+}${after}`,
    );
  }
});

test('a script without spaces is compared by its characters', () => {
  expect(shown(wordDifference('通信の幹線です', '通信の支線です'))).toBe(
    '通信の[-幹-]{+支+}線です',
  );
});

test.each(['-', '`', '.', '/', 'a', 'a.', 'a-', '`a', 'http://', '€', '/*', 'ก', ',1'])(
  'a long run of `%s` is taken apart in no time',
  (sign) => {
    const run = sign.repeat(64_000 / sign.length);
    expect(processorTime(() => wordDifference(run, `${run} end`))).toBeLessThan(5000);
  },
);

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
