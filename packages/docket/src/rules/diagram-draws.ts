import { defineRule } from '../engine/define.ts';
import { diagramReader } from '../records/diagrams/read.ts';
import { nodesOf } from '../records/nodes.ts';
import { spanOfLine } from './support/code-lines.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'diagram-draws',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'info',
  summary: 'Every Mermaid block is a diagram that the site can draw.',
  why: 'The site draws a diagram only if it is sure to draw what Mermaid does; for any other, the reader sees the source. GitHub still draws those, unless Mermaid itself refuses them.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '## Decision\n',
            to: '```mermaid\nflowchart TD\n  Shop --> Redis\n  Shop --x Files\n```\n\n## Decision\n',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 55,
            message: 'Unexpected `--x` in a Mermaid block, expected what the site draws',
          },
        ],
      },
      {
        patches: [
          {
            change: NEW_ADR,
            from: '## Decision\n',
            to: '```mermaid\npie title Sessions\n  "Redis" : 90\n```\n\n## Decision\n',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 53,
            message: 'Unexpected `pie` in a Mermaid block, expected what the site draws',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '## Decision\n',
            to: '```mermaid\nflowchart TD\n  Shop -->|99.95%| Redis["Redis [sessions]"]\n```\n\n## Decision\n',
          },
        ],
      },
      {
        patches: [
          {
            change: NEW_ADR,
            from: '## Decision\n',
            to: '```mermaid\nsequenceDiagram\n  Shop->>Redis: read session\n  Redis-->>Shop: session\n```\n\n## Decision\n',
          },
        ],
      },
    ],
  },
  check({ record, report }) {
    const read = diagramReader();
    for (const node of nodesOf(record.document).code) {
      if (node.lang !== 'mermaid') continue;
      const { content } = read(node.value);
      if (content.kind !== 'unknown') continue;
      report({
        span: spanOfLine(record.document, node, content.line),
        message: `Unexpected ${content.found} in a Mermaid block, expected what the site draws`,
        help: 'write the diagram without it to have it drawn, or leave it: the page shows the source of the block, and GitHub still draws what Mermaid can',
      });
    }
  },
});
