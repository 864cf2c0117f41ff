import {
  EXAMPLE_BASE,
  NEW_ADR,
  PROVENANCE,
  SPEC,
} from '../../packages/docket/src/rules/support/example-base.ts';

/** A file of the example repository in which one construct is grown. */
export interface GrownFile {
  readonly path: string;
  readonly text: string;
}

/** A construct and a way to grow it. */
export interface Pattern {
  /** Such as `inline *: nested`. */
  readonly name: string;
  /** The file with the construct grown until it has `size` UTF-16 units, or a few less. */
  grow(size: number): GrownFile;
}

/** Fills a number of UTF-16 units. */
type Filling = (size: number) => string;

/** One of the repetitions of a construct, by its index. */
type Unit = string | ((index: number) => string);

/** What opens, fills and closes a construct. */
type Pair = readonly [open: string, inner: string, close: string];

const unitAt = (unit: Unit, index: number): string =>
  typeof unit === 'string' ? unit : unit(index);

/** A construct again and again, with something between. */
function repeated(unit: Unit, between: string): Filling {
  return (size) => {
    const parts: string[] = [];
    let length = 0;
    for (let index = 0; ; index += 1) {
      const part = unitAt(unit, index);
      length += part.length + between.length;
      if (length > size) return parts.join(between);
      parts.push(part);
    }
  };
}

function nested([open, inner, close]: Pair): Filling {
  return (size) => {
    const count = Math.floor((size - inner.length) / (open.length + close.length));
    return open.repeat(count) + inner + close.repeat(count);
  };
}

function halves(first: string, second: string): Filling {
  return (size) =>
    first.repeat(Math.floor(size / 2 / first.length)) +
    second.repeat(Math.floor(size / 2 / second.length));
}

/** Delimiters of Markdown and HTML that a parser has to pair. */
const PAIRS: readonly Pair[] = [
  ['*', 'a', '*'],
  ['**', 'a', '**'],
  ['_', 'a', '_'],
  ['__a ', 'a', ' a__'],
  ['*a ', 'a', ' a*'],
  ['*a _b ', 'a', ' b_ a*'],
  ['~', 'a', '~'],
  ['~~a ', 'a', ' a~~'],
  ['[', 'a', ']'],
  ['[', 'a', '](b)'],
  ['[a](', 'b', ')'],
  ['![', 'a', ']'],
  ['![', 'a', '](b)'],
  ['[a][', 'b', ']'],
  ['[^', 'a', ']'],
  ['[a](<', 'b', '>)'],
  ['[a](b "', 'c', '")'],
  ['`', 'a', '`'],
  ['``a ', 'a', ' a``'],
  ['(', 'a', ')'],
  ['{', 'a', '}'],
  ['"', 'a', '"'],
  ['<', 'a', '>'],
  ['<b>', 'a', '</b>'],
  ['<a b="', 'a', '">'],
  ["<a b='", 'a', "'>"],
  ['<!--', 'a', '-->'],
  ['<!-- -', 'a', '- -->'],
  ['<?', 'a', '?>'],
  ['<!A', 'a', '>'],
  ['<![CDATA[', 'a', ']]>'],
  ['<https://a', 'a', '>'],
  ['<details><summary>', 'a', '</summary></details>'],
  ['<table><tr><td>', 'a', '</td></tr></table>'],
  ['<svg><g>', 'a', '</g></svg>'],
  ['\\[', 'a', '\\]'],
  ['$', 'a', '$'],
];

/** Constructs that stand in a line. */
const INLINE: readonly Unit[] = [
  ...['a', 'a ', ' ', '\t', '\u00a0', '\u0001', '\u001b[31m', '\u202e', '\u200b', '\ufeff', '\r'],
  ...['\u2028', 'é', 'а', '字', '\u{1f469}\u200d\u{1f4bb}', '\ud800', 'e\u0301'],
  ...['\\', '\\*', '&', '&amp;', '&#0;', '&#x41;', '&a', '&nosuch;', '!', '#', '|', '-', '=', '+'],
  ...['_a', '*a', '~a', 'a_', 'a*_', '**a*', '*a**', '_a*', '`a', '`` ` ', '`a``b', '~~a'],
  ...[
    '[a] ',
    '[a]',
    '[a][b] ',
    '[a](b) ',
    '![a](b) ',
    '[',
    ']',
    '](',
    '[]()',
    '[a](b',
    '![',
    '[^a] ',
  ],
  ...['<', '>', '<a', '<a ', '<a b', '<a b=', '<b>', '</b>', '<br>', '<!--', '-->', '<!', '<?'],
  ...['<a@b.c> ', '<https://a.b> ', 'https://a.b ', 'www.a.b ', 'a@b.c ', 'a@', 'a.', 'http://'],
  ...['https://a.b/(', 'https://a.b/)&amp;', '[ADR-001](adr-001-keep-sessions-in-memory.md) '],
  ...[
    'ADR 1 ',
    'ADR-1 ',
    'ADR-001 ',
    'ADR-001',
    'adr-001 ',
    'ADR-404 ',
    'Spec 0001 ',
    'SPEC-0001 ',
  ],
  ...[
    'Spec 1 ',
    '[ADR-001] ',
    '`ADR-001` ',
    '`docs/adr/x.md` ',
    '`src/a/` ',
    'docs/adr/',
    'a/',
    '../',
  ],
  ...[
    '{Context and problem} ',
    '{a} ',
    'ADR-NNN ',
    'YYYY-MM-DD ',
    '2026-02-30 ',
    'AKIAIOSFODNN7EXAMPLE ',
  ],
  ...[
    'password=a1b2c3d4e5 ',
    '-----BEGIN PRIVATE KEY-----',
    'eyJ',
    'ghp_',
    '<<<<<<< ',
    'Option A ',
  ],
  ...['[x](javascript:a) ', '[x](/adr/001/) ', '[x](#a) ', '[x](../../../a) ', '[here](a.md) '],
  ...[
    '<script>',
    '<p onclick=a>',
    '<a href=javascript:a>',
    '<img src=a>',
    '<a id=a>',
    'Mitigation: ',
  ],
  ...[
    '**Spec:** ',
    '**a:** ',
    '<!-- docket-disable-next-line mention-form -- a --> ',
    '<!-- a --> ',
  ],
  (index) => `ADR-${100 + index} `,
  (index) => `[a${index}](b${index}) `,
  (index) => `[ADR-001](adr-001-keep-sessions-in-memory.md#a${index}) `,
  (index) => `\`docs/a${index}.md\` `,
  (index) => `${'`'.repeat(1 + (index % 300))}a `,
  (index) => `<x${index}>`,
  (index) => `[^${index}] `,
  (index) => `*${'a'.repeat(index % 50)}`,
];

/** Constructs that stand on lines of their own. */
const LINES: readonly Unit[] = [
  ...[
    '',
    'a',
    'a  ',
    'a\\',
    '> a',
    '> > a',
    '>',
    '- a',
    '-',
    '- a\n\n  b',
    '* a\n+ b',
    '1. a',
    '1)',
  ],
  ...[
    '- [ ] a',
    '- - a',
    '- > a',
    '> - a',
    '    a',
    '\ta',
    '# a',
    '## a',
    '## Context',
    '####### a',
  ],
  ...[
    '### Option A: a',
    '### Option B: a (chosen)',
    '**Pros:**\n\n- a',
    '- **Risk:** a.',
    '#',
    '###### ',
  ],
  ...[
    '---',
    '***',
    '===',
    'a\n===',
    'a\n---',
    '```',
    '```a',
    '~~~',
    '```json\n{\n```',
    '```yaml\na: [\n```',
  ],
  ...[
    '```mermaid\nflowchart LR\n  A --> B\n```',
    '```mermaid',
    '| a |',
    '| a | b |\n| - | - |',
    '| a |\n| - |\n| b |',
  ],
  ...[
    'a | b',
    '| - |',
    '|',
    '[a]: b',
    '[a]: b "c"',
    '[a]:',
    '[a]: <',
    '[^a]: b',
    '[^a]: b\n\n    c',
    '<div>',
    '</div>',
  ],
  ...[
    '<details>',
    '<!--',
    '-->',
    '<!-- a -->',
    '<script>',
    '<pre>',
    '<?a',
    '<!A',
    '<![CDATA[',
    '<table>',
  ],
  ...[
    '<!-- docket-disable-next-line mention-form -- a -->',
    '<!-- docket-disable -->',
    '<<<<<<< a',
  ],
  ...[
    '=======',
    '>>>>>>> a',
    '![a](b)',
    '![](b)',
    '{Context and problem}',
    'ADR-404',
    'ADR 1',
    'a@b.c',
  ],
  ...[
    'AKIAIOSFODNN7EXAMPLE',
    '\u202e',
    '\u0001',
    '<!-- What is true today, and what hurts if nothing is decided. -->',
  ],
  ...[
    '[ADR-001](adr-001-keep-sessions-in-memory.md)',
    '[b][a]',
    '[a]',
    '`a`',
    '\\',
    '&amp;',
    '*',
    '_a',
  ],
  (index) => `## a${index}`,
  (index) => `[a${index}]: b`,
  (index) => `[a${index}]\n\n[a${index}]: b`,
  (index) => `[^${index}]: a`,
  (index) => `a[^${index}]\n\n[^${index}]: a`,
  (index) => `${'  '.repeat(index % 60)}- a`,
  (index) => `${'#'.repeat(1 + (index % 6))} a`,
  (index) => `### Option ${String.fromCharCode(65 + (index % 26))}: a`,
  (index) => `${index}. a`,
  (index) => `| ${'a | '.repeat(index % 20)}`,
];

/** Constructs of a YAML mapping, each with what comes before. */
const YAML: readonly (readonly [before: string, unit: Unit, between: string])[] = [
  ['tags: [', 'a', ', '],
  ['tags: [', '"a"', ', '],
  ['tags: [', (index) => `a${index}`, ', '],
  ['tags: [', 'A', ','],
  ['tags: ', '[', ''],
  ['tags: ', '{', ''],
  ['tags: ', '{a: ', ''],
  ['tags: ', '[a, ', ''],
  ['tags:', '\n  - a', ''],
  ['tags:', (index) => `\n  - a${index}`, ''],
  ['tags:\n  ', '- ', ''],
  ['tags: [', ',', ''],
  ['tags: [', '"', ''],
  ['tags: ', ']', ''],
  ['related: [', 'ADR-001', ', '],
  ['related: [', (index) => `ADR-${100 + index}`, ', '],
  ['amends: [', 'ADR-002', ', '],
  ['depends-on: [', 'x', ', '],
  ['supersedes:', '\n  - ADR-001', ''],
  ['decision-makers: [', 'Team', ', '],
  ['decision-makers: [', (index) => `T${index}`, ', '],
  ['x: ', '&a ', ''],
  ['x: ', '*a ', ''],
  ['x: [', '*a', ', '],
  ['x: &a [b]\ny: [', '*a', ', '],
  ['x: &a {b: c}\ny:', '\n  <<: *a', ''],
  ['x: &a {b: c}\ny: {<<: [', '*a', ', '],
  ['x:', (index) => `\n  - &a${index} [*a${index - 1}, *a${index - 1}]`, ''],
  ['', (index) => `a${index}: &a${index} [*a${index - 1}, *a${index - 1}]`, '\n'],
  ['', (index) => `a${index}: &a${index} b`, '\n'],
  ['', (index) => `a${index}: b`, '\n'],
  ['', 'x: y', '\n'],
  ['', 'title: a', '\n'],
  ['', '? x', '\n'],
  ['', '? ', ''],
  ['', 'x: ', ''],
  ['', (index) => `${' '.repeat(index % 90)}x:`, '\n'],
  ['', '# a', '\n'],
  ['', '# docket-disable-next-line tags-form -- a', '\n'],
  ['', '', '\n'],
  ['', '%TAG ! a', '\n'],
  ['', '...', '\n'],
  ['', '\t', '\n'],
  ['x: ', '!a ', ''],
  ['x: ', '!!str ', ''],
  ['x: ', 'a ', ''],
  ['x: ', 'a', ''],
  ['x: "', '\\x41', ''],
  ['x: "', '\\', ''],
  ['x: "', 'a\n\n  ', ''],
  ['x: ', "''", ''],
  ['x: |\n', '  a\n', ''],
  ['x: >\n', '  a\n\n', ''],
  ['x: |', '\n', ''],
  ['x: ', 'a\n  ', ''],
  ['x: ', ': ', ''],
  ['x: ', ' #', ''],
  ['x: ', '@', ''],
  ['x: 1', '1', ''],
  ['x: 0.', '1', ''],
  ['title: "ADR-002: ', 'a', ''],
  ['title: "ADR-002: ', 'ADR-001 ', ''],
  ['description: "', 'a ', ''],
  ['description: "', 'Adr 1. ', ''],
  ['description: "', '\u0001', ''],
  ['prompted-by: "', 'ADR-001 ', ''],
  ['status: ', 'Accepted', ''],
  ['date: ', '2026-02-03', ''],
];

/** Constructs of specifications and provenance records, with the section they stand in. */
const SECTIONED: readonly (readonly [
  path: string,
  heading: string,
  unit: Unit,
  between: string,
])[] = [
  [SPEC, '## Task', '1. a', '\n'],
  [SPEC, '## Task', 'ADR-001 ', ''],
  [SPEC, '## Validation steps', '1. a', '\n'],
  [SPEC, '## Validation steps', (index) => `${index + 1}. a ADR-001`, '\n'],
  [SPEC, '## Validation steps', '1. ', ''],
  [PROVENANCE, '## Artifacts Produced', '| `a` | Created |', '\n'],
  [PROVENANCE, '## Artifacts Produced', (index) => `| \`a/b${index}.md\` | Created |`, '\n'],
  [PROVENANCE, '## Artifacts Produced', '| a ', ''],
  [PROVENANCE, '## Artifacts Produced', '| `a` | Craeted |', '\n'],
  [PROVENANCE, '## Validation Results', '| 1 | a | Pass | b |', '\n'],
  [PROVENANCE, '## Validation Results', (index) => `| ${index} | a | Pass | b |`, '\n'],
  [PROVENANCE, '## Decisions Made', '| a | b | c | d |', '\n'],
  [PROVENANCE, '## Actions Taken', '1. a', '\n'],
  [PROVENANCE, '## Actions Taken', '**Spec:** `a`', '\n'],
];

/** Constructs of files that are no records, which may cite some. */
const ELSEWHERE: readonly (readonly [path: string, before: string, unit: Unit, between: string])[] =
  [
    ['README.md', '', 'ADR-001 ', ''],
    ['README.md', '', 'ADR 404 ', ''],
    ['README.md', '', 'ADR-404', '\n'],
    ['README.md', '', '[ADR-001](docs/adr/adr-002-keep-sessions-in-redis.md) ', ''],
    ['README.md', 'ADR-001\n\n', '[', ''],
    ['README.md', 'ADR-001\n\n', '&amp;', ''],
    ['README.md', 'ADR-001\n\n', '_a', ''],
    ['README.md', 'ADR-404\n\n', '<!-- docket-disable-next-line citation-target -- a -->', '\n'],
    ['notes.txt', '', 'ADR-404 ', ''],
    ['src/a.ts', '', '// ADR-404', '\n'],
    ['src/a.ts', '// ', 'ADR-404 ', ''],
    ['src/a.ts', '// ', '`ADR-404` ', ''],
    ['src/a.ts', '// ADR-404\n', '/* ', ''],
    ['src/a.ts', '// ADR-404\n', '`', ''],
    ['src/a.ts', '// ADR-404\n', '"', ''],
    ['src/a.ts', '// ADR-404\n', '"\\', ''],
    [
      'src/a.ts',
      '// ADR-404\n',
      '// docket-disable-next-line citation-target -- a\n// ADR-404',
      '\n',
    ],
    ['src/a.py', '# ADR-404\n', "'", ''],
    ['a.sql', '-- ADR-404\n', '--', ''],
    ['a.html', '<!-- ADR-404 -->\n', '<!--', ''],
  ];

const BODY = 'Sticky routing';

function inBody(filling: Filling): Pattern['grow'] {
  const [before = '', after = ''] = (EXAMPLE_BASE.get(NEW_ADR) ?? '').split(BODY);
  return (size) => ({
    path: NEW_ADR,
    text: `${before}${filling(size - before.length - after.length - 2)}\n\n${after}`,
  });
}

function inFrontmatter(before: string, filling: Filling): Pattern['grow'] {
  const text = EXAMPLE_BASE.get(NEW_ADR) ?? '';
  const key = /^([a-z-]+):/.exec(before)?.[1];
  const rest = text.replace(/^---\n/, '').replace(new RegExp(`^${key ?? '-'}:.*\n`, 'm'), '');
  return (size) => {
    const grown = before + filling(size - rest.length - before.length - 6);
    // What the construct leaves open is closed on its line, where that is what it takes.
    const closed =
      grown +
      (/: \{<<: \[/.test(before)
        ? ']}'
        : /: \[$/.test(before)
          ? ']'
          : /"$/.test(before)
            ? '"'
            : '');
    return { path: NEW_ADR, text: `---\n${closed}\n${rest}` };
  };
}

function inSection(path: string, heading: string, filling: Filling): Pattern['grow'] {
  const text = EXAMPLE_BASE.get(path) ?? '';
  const at = text.indexOf('\n', text.indexOf(heading)) + 2;
  // A row belongs to the table of the section, below its head.
  const table = /^\|.*\n\|[ |-]*\n/.exec(text.slice(at))?.[0].length ?? 0;
  const [before, after] = [text.slice(0, at + table), text.slice(at + table)];
  return (size) => ({ path, text: `${before}${filling(size - text.length - 1)}\n${after}` });
}

const shown = (unit: Unit): string =>
  JSON.stringify(typeof unit === 'string' ? unit : `${unit(1)}…${unit(2)}`).slice(1, -1);

/** Every construct in every way to grow it. */
export const PATTERNS: readonly Pattern[] = [
  ...PAIRS.flatMap((pair): Pattern[] => {
    const [open, inner, close] = pair;
    const name = `pair ${shown(open)} ${shown(inner)} ${shown(close)}`;
    return [
      { name: `${name}, nested`, grow: inBody(nested(pair)) },
      { name: `${name}, unclosed`, grow: inBody(repeated(open, '')) },
      { name: `${name}, unclosed on lines`, grow: inBody(repeated(`${open}a`, '\n')) },
      { name: `${name}, alternated`, grow: inBody(repeated(open + inner + close, ' ')) },
      { name: `${name}, first closed then opened`, grow: inBody(halves(close, open)) },
      { name: `${name}, opened far before`, grow: inBody(halves(`${open}a `, `a ${close}`)) },
    ];
  }),
  ...INLINE.flatMap((unit): Pattern[] => [
    { name: `inline ${shown(unit)}, one line`, grow: inBody(repeated(unit, '')) },
    { name: `inline ${shown(unit)}, lines`, grow: inBody(repeated(unit, '\n')) },
  ]),
  ...LINES.flatMap((unit): Pattern[] => [
    { name: `block ${shown(unit)}, lines`, grow: inBody(repeated(unit, '\n')) },
    { name: `block ${shown(unit)}, paragraphs`, grow: inBody(repeated(unit, '\n\n')) },
    { name: `block ${shown(unit)}, in one line`, grow: inBody(repeated(unit, ' ')) },
  ]),
  ...YAML.map(
    ([before, unit, between]): Pattern => ({
      name: `yaml ${shown(before)}${shown(unit)}`,
      grow: inFrontmatter(before, repeated(unit, between)),
    }),
  ),
  ...SECTIONED.map(
    ([path, heading, unit, between]): Pattern => ({
      name: `${heading} ${shown(unit)}`,
      grow: inSection(path, heading, repeated(unit, between)),
    }),
  ),
  ...ELSEWHERE.map(
    ([path, before, unit, between]): Pattern => ({
      name: `${path} ${shown(before)}${shown(unit)}`,
      grow: (size) => ({ path, text: before + repeated(unit, between)(size - before.length) }),
    }),
  ),
];
