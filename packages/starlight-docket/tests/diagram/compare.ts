import { expect } from 'vitest';
import { readDiagram } from '../../../docket/src/records/diagrams/read.ts';
import { mermaidReading } from './mermaid-reading.ts';
import { pictureReading } from './picture-reading.ts';
import type { Shown } from './shown.ts';

/** Holds what is drawn of a source against what Mermaid would draw; whether it is drawn at all. */
export async function isDrawnAsMermaid(source: string): Promise<boolean> {
  const diagram = readDiagram(source);
  if (diagram.content.kind === 'unknown') return false;
  const mermaid = await mermaidReading(source);
  expect(mermaid, `Mermaid refuses what is drawn:\n${source}`).toBeDefined();
  expect(pictureReading(diagram.content), source).toEqual(
    mermaid && withoutActivity(mermaid.shown),
  );
  expect([diagram.title ?? '', diagram.description ?? ''], source).toEqual([
    mermaid?.title,
    mermaid?.description,
  ]);
  return true;
}

/** Bars on a lifeline are no step; a picture has them where a sign of the message says so. */
function withoutActivity(shown: Shown): Shown {
  if (shown.kind === 'graph') return shown;
  return { ...shown, steps: shown.steps.filter((step) => !/^(?:in)?active \S/.test(step)) };
}
