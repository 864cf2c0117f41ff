import { defineRule } from '../engine/define.ts';
import { mermaidRefusal } from '../records/diagrams/refusal.ts';
import { nodesOf } from '../records/nodes.ts';
import { spanOfLine } from './support/code-lines.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'diagram-draws',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'warning',
  summary: 'Every Mermaid block is of a kind that Mermaid draws.',
  why: 'A block that Mermaid refuses has no picture on the site, and none on GitHub either.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '## Decision\n',
            to: '```mermaid\nflow TD\n  Shop --> Redis\n```\n\n## Decision\n',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 53,
            message:
              'Unexpected `flow` in a Mermaid block, expected a kind of diagram that Mermaid draws',
          },
        ],
      },
      {
        patches: [
          {
            change: NEW_ADR,
            from: '## Decision\n',
            to: '```mermaid\n%% to be drawn\n```\n\n## Decision\n',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 53,
            message:
              'Unexpected empty text in a Mermaid block, expected a kind of diagram that Mermaid draws',
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
            to: '```mermaid\n---\ntitle: Sessions\n---\npie showData\n  "Redis" : 90\n```\n\n## Decision\n',
          },
        ],
      },
    ],
  },
  check({ record, report }) {
    for (const node of nodesOf(record.document).code) {
      if (node.lang !== 'mermaid') continue;
      const refusal = mermaidRefusal(node.value);
      if (refusal === undefined) continue;
      report({
        span: spanOfLine(record.document, node, refusal.line),
        found: `${refusal.found} in a Mermaid block`,
        expected: refusal.expected,
        help: 'begin the block with a kind such as `flowchart TD` or `sequenceDiagram`; all are listed at https://mermaid.js.org/intro/syntax-reference.html',
      });
    }
  },
});
