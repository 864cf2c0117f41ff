import { describe, expect, test } from 'vitest';
import { diagramReader, readDiagram } from '../../src/records/diagrams/read.ts';
import { processorTime } from '../support/processor-time.ts';

function texts(source: string) {
  const { title, description, code, word } = readDiagram(source);
  return { title, description, code, word };
}

describe('the texts that stand in for a picture', () => {
  test('are taken off its source', () => {
    expect(
      texts('flowchart TD\n  accTitle: Two steps\n  accDescr: A leads to B & ends.\n  a --> b\n'),
    ).toEqual({
      title: 'Two steps',
      description: 'A leads to B & ends.',
      code: 'flowchart TD\n  a --> b',
      word: 'flowchart',
    });
    expect(
      texts('flowchart TD\r\n  accDescr {\r\n    Two\r\n    lines\r\n  }\r\n  a --> b'),
    ).toMatchObject({ description: 'Two lines', code: 'flowchart TD\n  a --> b' });
    expect(texts('flowchart TD\n  a --> b')).toMatchObject({
      title: undefined,
      description: undefined,
    });
  });

  test('are known of a diagram that is not', () => {
    expect(texts('gantt\n  title Plan\n  accTitle: The plan\n  accDescr: Weeks.')).toEqual({
      title: 'The plan',
      description: 'Weeks.',
      code: 'gantt\n  title Plan',
      word: 'gantt',
    });
    expect(texts('---\ntitle: "The plan"\nconfig: {}\n---\nflowchart TD\n  a')).toMatchObject({
      title: 'The plan',
      code: '---\ntitle: "The plan"\nconfig: {}\n---\nflowchart TD\n  a',
    });
    expect(texts('---\ntitle: never closed\nflowchart TD\n  a').title).toBe('never closed');
    expect(texts('')).toEqual({ title: undefined, description: undefined, code: '', word: '' });
  });
});

test.each([
  ['flowchart TD\n  A --> B\n\n  %% a remark\n  A --x B', 5, '`--x`'],
  ['flowchart TD\n  A --> B\n  A@{ shape: cyl }', 3, '`@{ shape: cyl }`'],
  ['flowchart TD\n  A e1@--> B', 2, '`e1@--> B`'],
  ['flowchart TD\n  A --> B\n  click A "https://example.org"', 3, 'the id `click`'],
  ['flowchart TD\n  A["one\n  two"]', 2, '`"one`'],
  ['flowchart TD\n  A["`**bold**`"]', 2, 'Markdown in a label'],
  ['flowchart TD\n  A[#hearts;]', 2, '`#hearts;` in a label'],
  ['flowchart TD\n  A[x <one>]', 2, 'HTML in a label'],
  ['flowchart TD\n  subgraph one\n  A', 2, 'a group without its end'],
  ['flowchart TD\n  subgraph one\n  A\n  end\n  B --> one', 2, '`one` as a group and a node'],
  ['flowchart TD\n  A --> A', 2, 'an arrow without words from a node to itself'],
  ['flowchart-elk TD\n  A', 1, '`flowchart-elk`'],
  ['stateDiagram-v2\n  A --> B\n  note right of A: words', 3, '`note right of A: words`'],
  ['stateDiagram-v2\n  state f <<fork>>', 2, '`state f <<fork>>`'],
  ['sequenceDiagram\n  critical x\n  A->>B: y\n  end', 2, '`critical x`'],
  ['sequenceDiagram\n  A->>B: x\n  loop y\n  end', 4, '`end` next to no message'],
  ['erDiagram\n  A ||--o{ B : x', 1, '`erDiagram`'],
  ['gantt\n  title Plan', 1, '`gantt`'],
  ['%%{init: {"theme": "dark"}}%%\nflowchart TD\n  A', 1, 'a directive'],
  ['---\ntitle: A title\n---\nflowchart TD\n  A', 1, '`---`'],
  ['nonsense of a kind that no word on this line names', 1, '`nonsense`'],
  ['', 1, 'an empty block'],
  [`flowchart TD\n  A[${'x'.repeat(3000)}]`, 2, `\`A[${'x'.repeat(37)}…\``],
  [`flowchart TD\n${'  a & b & c & d & e --> f & g & h & i & j\n'.repeat(21)}`, 22, '500 arrows'],
  [`flowchart TD\n${'%% x\n'.repeat(20_000)}`, 1, '100013 characters'],
])('says where a diagram is not known: %#', (source, line, found) => {
  expect(readDiagram(source).content).toEqual({ kind: 'unknown', line, found });
});

test('takes no long time over a line that nearly means something', () => {
  const diagrams: string[] = [];
  for (const piece of [
    '-- ',
    '-- a ',
    '== a ',
    '-. a ',
    'a ',
    ' ',
    '- ',
    '*a',
    '&',
    '[',
    'a.',
    'é-',
    ': ',
    '_a',
  ]) {
    for (const header of [
      'flowchart TD\n A',
      'stateDiagram-v2\n A : ',
      'sequenceDiagram\n A->>B: ',
      'sequenceDiagram\n A ',
    ]) {
      diagrams.push(`${header}${piece.repeat(2000 / piece.length - 20)}`);
      diagrams.push(`${header}\n${`${piece}\n`.repeat(10_000)}`);
    }
  }
  expect(processorTime(() => diagrams.map((source) => readDiagram(source)))).toBeLessThan(5000);
});

test('a diagram that nobody could read is not known, nor are more of them than a record can use', () => {
  const chart = (length: number) =>
    `flowchart LR\n${Array.from({ length }, (_, index) => `  a --> n${index}`).join('\n')}`;
  expect(readDiagram(chart(140)).content.kind).toBe('flowchart');
  expect(readDiagram(chart(400)).content).toEqual({ kind: 'unknown', line: 1, found: '401 lines' });
  const read = diagramReader();
  const kinds = Array.from({ length: 6 }, () => read(chart(140)).content.kind);
  expect(kinds).toEqual([...Array(4).fill('flowchart'), 'unknown', 'unknown']);
});
