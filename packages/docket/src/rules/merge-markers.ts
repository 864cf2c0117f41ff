import { defineRule } from '../engine/define.ts';
import { EVERY_FORMAT } from '../records/formats/format.ts';
import { nodesOf } from '../records/nodes.ts';
import { NEW_ADR } from './support/example-base.ts';
import { matchesInSource } from './support/text-search.ts';

const MARKER = /^(?:<{7}|>{7}|\|{7})(?: .*)?$/gm;

export default defineRule({
  id: 'merge-markers',
  kinds: ['adr', 'spec', 'provenance'],
  formats: EVERY_FORMAT,
  severity: 'error',
  recommended: 'error',
  security: true,
  gate: 1,
  summary: 'No merge conflict is left in a record.',
  why: 'The markers enclose two versions of the text, and Markdown renders both.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '- Either server answers any request.',
            to: '<<<<<<< main\n- Either server answers.\n=======\n- Any server answers.\n>>>>>>> topic',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 60,
            message: 'Unexpected merge marker `<<<<<<< main`, expected the conflict to be resolved',
          },
          {
            file: NEW_ADR,
            line: 64,
            message:
              'Unexpected merge marker `>>>>>>> topic`, expected the conflict to be resolved',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'Sticky routing fails',
            to: '```text\n<<<<<<< main\n=======\n>>>>>>> topic\n```\n\nSticky routing fails',
          },
        ],
      },
    ],
  },
  check({ record, report }) {
    const { document } = record;
    if (!document.text.includes('<<<<<<<') && !document.text.includes('>>>>>>>')) return;
    const blocks = nodesOf(document).code;
    // There, seven such signs alone may set off a title.
    const isTitled = document.format === 'restructured-text';
    for (const { match, span } of matchesInSource(document, MARKER)) {
      if (isTitled && !match[0].trim().includes(' ')) continue;
      const isShown = blocks.some(
        ({ position }) =>
          position && span.start.line > position.start.line && span.start.line < position.end.line,
      );
      if (isShown) continue;
      report({
        span,
        found: `merge marker \`${match[0].trim()}\``,
        expected: 'the conflict to be resolved',
        help: 'keep the correct parts of the two versions and delete the marker lines',
      });
    }
  },
});
