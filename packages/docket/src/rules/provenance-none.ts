import { defineRule } from '../engine/define.ts';
import { plainText, spanOf } from '../records/markdown.ts';
import { firstTable } from '../records/table.ts';
import { PROVENANCE } from './support/example-base.ts';

const NONE = /^No (?:autonomous )?(?:decisions|deviations)\b/i;

export default defineRule({
  id: 'provenance-none',
  kinds: ['provenance'],
  severity: 'error',
  summary: 'A section that says there were none lists none.',
  why: 'If a section says "none" and then lists some, half its readers stop at the first sentence.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: PROVENANCE,
            from: 'No deviations from spec.',
            to: 'No deviations from spec.\n\n- The second server was left out.',
          },
        ],
        finds: [
          {
            file: PROVENANCE,
            line: 17,
            message:
              'Unexpected sentence that there are none beside entries in `Deviations from Spec`, expected one or the other',
          },
        ],
      },
      {
        patches: [
          {
            change: PROVENANCE,
            from: 'No autonomous decisions were required — all actions were explicitly specified in the spec.',
            to: 'No autonomous decisions were required.\n\n| Decision | Options Considered | Chosen | Rationale |\n| --- | --- | --- | --- |\n| Key | Two | Short | Shorter |',
          },
        ],
        finds: [
          {
            file: PROVENANCE,
            line: 13,
            message:
              'Unexpected sentence that there are none beside entries in `Decisions Made`, expected one or the other',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: PROVENANCE,
            from: 'No deviations from spec.',
            to: '- No deviations could be avoided: the second server was left out.',
          },
        ],
      },
    ],
  },
  check({ record, report }) {
    for (const role of ['decisions', 'deviations'] as const) {
      const section = record.sections.get(role);
      const sentence = section?.blocks.find(
        (block) => block.type === 'paragraph' && NONE.test(plainText(block)),
      );
      if (!section || !sentence) continue;
      const others = section.blocks.some((block) => block.type === 'list' && block !== sentence);
      if (!others && !firstTable(record.document, section.blocks)) continue;
      report({
        span: spanOf(record.document, sentence),
        message: `Unexpected sentence that there are none beside entries in \`${section.title}\`, expected one or the other`,
        help: 'delete the sentence, or what is listed beside it',
      });
    }
  },
});
