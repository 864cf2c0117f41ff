import * as fc from 'fast-check';
import { DRAWN, SHOWN } from './own-diagrams.ts';

const SOURCES = [...Object.values(DRAWN), ...Object.values(SHOWN)].flat();

/** Pieces that mean something to Mermaid, or nearly do. */
const PIECES = [
  ...[
    '-->',
    '---',
    '--',
    '->',
    '<--',
    '-.->',
    '-.-',
    '.->',
    '==>',
    '===',
    '~~~',
    '--o',
    '--x',
    '->>',
  ],
  ...[
    '-->>',
    '-)',
    '--)',
    '|',
    '||',
    '"',
    "'",
    '`',
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '((',
    '))',
    '[[',
    ']]',
  ],
  ...[
    '[(',
    ')]',
    '([',
    '])',
    '{{',
    '}}',
    '[/',
    '/]',
    '[\\',
    '\\]',
    '>',
    '<',
    '&',
    ' & ',
    ';',
    ':',
    ':::',
  ],
  ...[
    '#',
    '#quot;',
    '#35;',
    '&lt;',
    '<br>',
    '<b>',
    '@',
    '@{',
    '%%',
    '%%{',
    '*',
    '**',
    '_',
    '~',
    '$$',
    '\\n',
  ],
  ...['-', '=', '.', ',', '!', '?', '/', '\\', '+', '^', ' ', '  ', '\n', '\t', '\r\n', '\u00a0'],
  ...[
    'A',
    'B',
    'x',
    'o',
    'v',
    '1',
    '12',
    'é',
    '日',
    'a.b',
    'a-b',
    'end',
    'subgraph',
    'subgraph s',
    'direction LR',
  ],
  ...[
    'style',
    'class',
    'click',
    'default',
    'graph',
    'state',
    'state C {',
    '[*]',
    'note',
    'loop',
    'alt',
    'else',
  ],
  ...[
    'par',
    'and',
    'participant',
    'actor',
    'as',
    'accTitle:',
    'accDescr:',
    'accDescr {',
    'title',
    'Note over A',
  ],
] as const;

const piece = fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3, unit: 'grapheme' }));

interface Change {
  readonly at: number;
  readonly drops: number;
  readonly puts: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drops: fc.nat({ max: 3 }),
  puts: fc.oneof(fc.constant(''), piece),
});

/** A diagram of the own set, changed in a few places: near enough to Mermaid to be taken for it. */
export const changedDiagram: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...SOURCES), fc.array(change, { minLength: 1, maxLength: 3 }))
  .map(([source, changes]) =>
    changes.reduce((text, { at, drops, puts }) => {
      const place = Math.floor(at * (text.length + 1));
      return text.slice(0, place) + puts + text.slice(place + drops);
    }, source),
  );

const id = fc.constantFrom(
  'A',
  'B',
  'C',
  'a.b',
  'x-y',
  'o',
  'x',
  'é',
  'Größe',
  '1',
  'end1',
  'in_progress',
  'v2',
);
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'a',
        'is',
        '99.95%',
        '10.0.12.34/16',
        '(x)',
        '[y]',
        'R&D',
        '#quot;',
        '5 * 3',
        'é',
        '<br>',
      ),
      fc.string({ minLength: 1, maxLength: 5 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(' '));
const text = fc.oneof(
  words.map((label) => `"${label}"`),
  words,
);
const turn = fc.constantFrom('', '', 'direction LR\n', 'direction BT\n');
const space = fc.constantFrom('', ' ', '  ');

const SHAPES = [
  '[]',
  '()',
  '{}',
  '(())',
  '([])',
  '[[]]',
  '[()]',
  '((()))',
  '{{}}',
  '>]',
  '[/\\]',
  '[\\/]',
  '[//]',
];

const node = fc
  .tuple(id, fc.option(fc.tuple(fc.constantFrom(...SHAPES), text)))
  .map(([name, label]) => {
    if (!label) return name;
    const [shape, inside] = label;
    const middle = shape.length / 2;
    return `${name}${shape.slice(0, middle)}${inside}${shape.slice(middle)}`;
  });
const arrow = fc.oneof(
  fc.constantFrom(
    '-->',
    '---',
    '==>',
    '===',
    '-.->',
    '-.-',
    '<-->',
    '--->',
    '--o',
    '--x',
    '~~~',
    '->',
  ),
  text.map((label) => `-->|${label}|`),
  words.map((label) => `-- ${label} -->`),
  words.map((label) => `-. ${label} .->`),
);
const chain = fc
  .tuple(
    node,
    fc.array(fc.tuple(space, arrow, space, node), { maxLength: 3 }),
    fc.constantFrom('', ';'),
  )
  .map(([first, rest, end]) => `${first}${rest.flat().join('')}${end}`);

const { block: flowchartBlock } = fc.letrec<{ block: string }>((tie) => ({
  block: fc
    .array(
      fc.oneof(
        { arbitrary: chain, weight: 5 },
        {
          arbitrary: fc
            .tuple(
              fc.constantFrom('s', 't [Title]', 'u["T (x)"]', 'Some words', '"Q q"'),
              turn,
              tie('block'),
            )
            .map(([title, direction, inner]) => `subgraph ${title}\n${direction}${inner}\nend`),
          weight: 1,
        },
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((lines) => lines.join('\n')),
}));

const stateId = fc.constantFrom('A', 'B', 'C', '[*]', 'in_progress', 'é');
const { block: stateBlock } = fc.letrec<{ block: string }>((tie) => ({
  block: fc
    .array(
      fc.oneof(
        {
          arbitrary: fc
            .tuple(stateId, space, space, stateId, fc.option(words))
            .map(([a, b, c, d, label]) => `${a}${b}-->${c}${d}${label ? ` : ${label}` : ''}`),
          weight: 5,
        },
        { arbitrary: fc.tuple(stateId, words).map(([a, label]) => `${a} : ${label}`), weight: 1 },
        {
          arbitrary: fc.tuple(stateId, words).map(([a, label]) => `state "${label}" as ${a}`),
          weight: 1,
        },
        {
          arbitrary: fc
            .tuple(fc.constantFrom('D', 'E', 'A'), turn, tie('block'))
            .map(([name, direction, inner]) => `state ${name} {\n${direction}${inner}\n}`),
          weight: 1,
        },
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((lines) => lines.join('\n')),
}));

const actor = fc.constantFrom('A', 'B', 'Web App', 'é', 'Bob');
const message = fc
  .tuple(
    actor,
    space,
    fc.constantFrom('->>', '-->>', '-)', '--)', '->', '-x'),
    fc.constantFrom('', '', '+', '-'),
    actor,
    words,
  )
  .map(([a, gap, sign, mark, b, label]) => `${a}${gap}${sign}${mark}${b}: ${label}`);
const { block: sequenceBlock } = fc.letrec<{ block: string }>((tie) => ({
  block: fc
    .array(
      fc.oneof(
        { arbitrary: message, weight: 6 },
        {
          arbitrary: fc.tuple(actor, words).map(([a, label]) => `Note over ${a}: ${label}`),
          weight: 1,
        },
        {
          arbitrary: fc.tuple(actor, words).map(([a, label]) => `participant ${a} as ${label}`),
          weight: 1,
        },
        {
          arbitrary: fc
            .tuple(
              fc.constantFrom('loop', 'opt', 'alt', 'par', 'break', 'critical'),
              words,
              tie('block'),
            )
            .map(([word, label, inner]) => `${word} ${label}\n${inner}\nend`),
          weight: 1,
        },
        {
          arbitrary: fc
            .tuple(tie('block'), tie('block'))
            .map(([one, two]) => `alt x\n${one}\nelse\n${two}\nend`),
          weight: 1,
        },
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((lines) => lines.join('\n')),
}));

/** A diagram made of the grammar's parts, known ones and others. */
export const madeDiagram: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('flowchart TD', 'graph LR;', 'flowchart', 'flowchart RL'),
      flowchartBlock,
    )
    .map((lines) => lines.join('\n')),
  stateBlock.map((block) => `stateDiagram-v2\n${block}`),
  sequenceBlock.map((block) => `sequenceDiagram\n${block}`),
);
