import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mermaidRefusal } from '../../../docket/src/records/diagrams/refusal.ts';
import { mermaidKinds, mermaidKnows } from './mermaid-reading.ts';

test('every kind of diagram that Mermaid has is known, by its own words', () => {
  const kinds = mermaidKinds();
  expect(kinds.length).toBeGreaterThan(30);
  for (const kind of kinds) {
    const word =
      {
        'flowchart-v2': 'flowchart',
        c4: 'C4Context',
        er: 'erDiagram',
        sequence: 'sequenceDiagram',
      }[kind] ?? kind;
    expect(mermaidRefusal(`${word}\n  A`), kind).toBeUndefined();
  }
});

test('what is said to be refused is refused by Mermaid', () => {
  const words = mermaidKinds().flatMap((kind) => [kind, `${kind}-beta`, `${kind}Diagram`]);
  const piece = fc.oneof(
    fc.constantFrom(...words, '---', '%%', '%%{', '}%%', '\n', ' ', 'title: x', 'C4Context'),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const source = pieces.join('');
      if (mermaidRefusal(source) !== undefined) expect(mermaidKnows(source), source).toBe(false);
    }),
    { numRuns: 3000 },
  );
});
