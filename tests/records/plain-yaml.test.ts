import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openWorkspace } from '../../src/io/workspace.ts';
import { readPlainYaml } from '../../src/records/plain-yaml.ts';
import { readAnyYaml, type YamlReading } from '../../src/records/yaml.ts';

/** What a reading says of every key, in comparable form. */
function told(reading: YamlReading | undefined): unknown {
  if (reading?.kind !== 'mapping') return reading;
  const { data, entry } = reading;
  return Object.entries(data).map(([key, value]) => [key, value, entry(key)]);
}

const plain = fc.constantFrom('a', 'Redis', 'ADR-001', '2026-03-05', 'yes', 'c.d/e', 'a:b', 'x#y');
const wild = fc.constantFrom(
  ...[
    'true',
    'Null',
    '12',
    '0x1F',
    '.inf',
    '~',
    '1e3',
    'on',
    'NaN',
    'c #',
    'a: b',
    'a:',
    'é',
    '🎉',
  ],
  ...['', '-', '- a', '*a', '&a', '"', "'", '"a"', "'b'", '"a\\n"', "'it''s'", '[a]', '{a}', 'a,b'],
  ...[
    '|',
    '>',
    '%',
    '@',
    '`',
    '?',
    '!t',
    ',',
    'a[',
    'a]',
    '...',
    '---',
    '\t',
    '\r',
    '\u00a0',
    '\u0085',
  ],
  ...['\u2028', '\ufeff', '\u0001', 'http://x.org/#y', '#y', 'a#', ':a', '\ud800'],
);
const word = fc.oneof({ weight: 6, arbitrary: plain }, { weight: 1, arbitrary: wild });
const value = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const quoted = fc.oneof(
  value,
  value.map((text) => `"${text}"`),
  value.map((text) => `'${text}'`),
);
const list = fc.array(quoted, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`);
const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('title', 'date', 'tags', 'depends-on', 'a', 'A_1') },
  { weight: 1, arbitrary: fc.constantFrom('true', '1', '"q"', '__proto__', 'constructor') },
);
const gap = fc.oneof(
  { weight: 6, arbitrary: fc.constant(' ') },
  { weight: 1, arbitrary: fc.constantFrom('', '  ', '\t') },
);
const indent = fc.constantFrom('', '', '  ', '  ', ' ', '\t');
const pair = fc
  .tuple(key, gap, fc.oneof(quoted, list))
  .map(([name, space, text]) => [`${name}:${space}${text}`]);
const lines = fc
  .tuple(key, indent, fc.array(fc.tuple(gap, quoted), { minLength: 1, maxLength: 3 }))
  .map(([name, before, items]) => [
    `${name}:`,
    ...items.map(([space, text]) => `${before}-${space}${text}`),
  ]);
const other = fc.constantFrom(
  ...['', '# note', '  more words', '- a', ' - b', 'a:', '...'].map((text) => [text]),
);
const block = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: pair },
      { weight: 3, arbitrary: lines },
      { weight: 1, arbitrary: other },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.flat().join('\n'));

test('what is read by hand is what the YAML parser reads, places included', () => {
  let byHand = 0;
  fc.assert(
    fc.property(block, fc.constantFrom('\n', '\n', ''), (text, end) => {
      const read = readPlainYaml(text + end);
      if (!read) return;
      byHand += 1;
      expect(told(read)).toEqual(told(readAnyYaml(text + end)));
    }),
    { numRuns: 5000 },
  );
  expect(byHand).toBeGreaterThan(500);
});

test('the frontmatter of every record of the log is plain', async () => {
  const { adrs } = (await openWorkspace('.')).corpus;
  const blocks = adrs.map(({ document, frontmatter }) =>
    document.text.slice(0, frontmatter.span.end.offset).replace(/^---\n|---$/g, ''),
  );
  expect(blocks.length).toBeGreaterThan(30);
  for (const block of blocks) expect(told(readPlainYaml(block))).toEqual(told(readAnyYaml(block)));
});
