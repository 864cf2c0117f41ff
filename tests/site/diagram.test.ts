import { expect, test } from 'vitest';
import { NEW_ADR } from '../../src/rules/example-base.ts';
import { diagramHtml, drawDiagram, readDiagramSource } from '../../src/site/diagram.ts';
import { diagramFindings } from '../../src/site/diagram-findings.ts';
import { exampleContext, only } from './site-context.ts';

const SOURCE = `flowchart TD
  accTitle: Two steps
  accDescr: A leads to B & ends.
  a[A <one>] --> b[B]`;

function draw(code: string) {
  const diagram = drawDiagram(code);
  if (diagram.kind === 'problem') throw new Error(diagram.reason);
  return diagram;
}

test('the texts that stand in for a picture are taken off its source', () => {
  expect(readDiagramSource(SOURCE)).toEqual({
    code: 'flowchart TD\n  a[A <one>] --> b[B]',
    title: 'Two steps',
    description: 'A leads to B & ends.',
  });
  expect(
    readDiagramSource('flowchart TD\n  accDescr {\n    Two\n    lines\n  }\n  a --> b').description,
  ).toBe('Two lines');
  expect(readDiagramSource('flowchart TD\n  a --> b')).toEqual({
    code: 'flowchart TD\n  a --> b',
    title: undefined,
    description: undefined,
  });
});

test('a drawing has a text alternative, and fetches nothing', () => {
  const source = readDiagramSource(SOURCE);
  const html = diagramHtml(draw(source.code), source, 'd1');
  expect(html).toContain('role="img" aria-labelledby="d1-title" aria-describedby="d1-description"');
  expect(html).toContain('<title id="d1-title">Two steps</title>');
  expect(html).toContain('<p id="d1-description">A leads to B &amp; ends.</p>');
  expect(html).toContain('a[A &lt;one&gt;] --&gt; b[B]');
  expect(html).not.toMatch(/@import|<style|fonts\.googleapis|url\(["']?http/);
});

test('two drawings on a page share no id', () => {
  const source = readDiagramSource(SOURCE);
  const ids = ['d1', 'd2'].map((id) =>
    [...diagramHtml(draw(source.code), source, id).matchAll(/\bid="([^"]+)"/g)].map(
      (match) => match[1],
    ),
  );
  expect(ids[0]?.length).toBeGreaterThan(2);
  expect(ids[0]?.filter((id) => ids[1]?.includes(id))).toEqual([]);
});

test('every marker a drawing uses is one it has', () => {
  const source = readDiagramSource('flowchart LR\n  a <-->|both| b\n  b -.-> c');
  const html = diagramHtml(draw(source.code), source, 'd1');
  const used = [...html.matchAll(/url\(#([^)]+)\)/g)].map((match) => match[1]);
  expect(used.length).toBeGreaterThan(0);
  for (const id of used) expect(html).toContain(`id="${id}"`);
});

test('a source that cannot be drawn is found at its place', () => {
  const { corpus } = exampleContext({
    change: NEW_ADR,
    from: '## Decision Drivers\n',
    to: '```mermaid\nnonsense\n```\n\n## Decision Drivers\n',
  });
  const finding = only(diagramFindings(corpus));
  expect([finding.rule, finding.severity, finding.file, finding.span.start.line]).toEqual([
    'diagram-draws',
    'error',
    NEW_ADR,
    21,
  ]);
  expect(finding.message).toMatchInlineSnapshot(
    `"Unexpected Mermaid source, expected a diagram that can be drawn"`,
  );
  expect(finding.help).toMatchInlineSnapshot(
    `"start with the kind of diagram, such as \`flowchart TD\`, and write one statement to a line; the drawing stopped at: Invalid mermaid header: "nonsense". Expected "graph TD", "flowchart LR", "stateDiagram-v2", etc."`,
  );
});

test('drawings that work are no finding', () => {
  const { corpus } = exampleContext({
    change: NEW_ADR,
    from: '## Decision Drivers\n',
    to: '```mermaid\nflowchart TD\n  a --> b\n```\n\n## Decision Drivers\n',
  });
  expect(diagramFindings(corpus)).toEqual([]);
});

test('a diagram that nobody could read is not drawn', () => {
  const lines = Array.from({ length: 400 }, (_, index) => `  a --> n${index}`);
  expect(drawDiagram(`flowchart LR\n${lines.join('\n')}`)).toEqual({
    kind: 'problem',
    reason: 'it has more than 150 lines of 100 characters',
  });
});
