import { defineRule } from '../engine/define.ts';
import { readLabelLines } from '../records/labels.ts';
import { PROVENANCE } from './support/example-base.ts';
import { quoteAll } from './support/words.ts';

export default defineRule({
  id: 'provenance-labels',
  kinds: ['provenance'],
  severity: 'error',
  summary: 'The labelled lines of the template follow the title, each with a value.',
  why: 'They say what was carried out, when and by whom: without them, a record proves nothing.',
  examples: {
    bad: [
      {
        patches: [{ change: PROVENANCE, from: '**Agent:** Agent\n', to: '' }],
        finds: [
          {
            file: PROVENANCE,
            line: 1,
            message:
              'Unexpected missing line `Agent`, expected `Spec`, `Executed` and `Agent` below the title',
          },
        ],
      },
      {
        patches: [{ change: PROVENANCE, from: '**Agent:** Agent\n', to: '**Agent:**\n' }],
        finds: [
          { file: PROVENANCE, line: 5, message: 'Unexpected empty line `Agent`, expected a value' },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: PROVENANCE, from: '**Spec:**', to: '- **Spec:**' },
          { change: PROVENANCE, from: '**Executed:**', to: '- **Executed:**' },
          { change: PROVENANCE, from: '**Agent:**', to: '- **Agent:**' },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const wanted = corpus.templates.provenance?.labels ?? [];
    const [top] = record.outline.sections;
    const head = top?.depth === 1 ? top : undefined;
    // Without a title there is no place below it, and the title is the finding.
    if (wanted.length === 0 || !head) return;
    const lines = readLabelLines(record.document, head.blocks);
    const find = (label: string) =>
      lines.find((line) => line.label.toLowerCase() === label.toLowerCase());
    const missing = wanted.filter((label) => !find(label));
    if (missing.length > 0) {
      report({
        span: head.span,
        message: `Unexpected missing ${missing.length === 1 ? 'line' : 'lines'} ${quoteAll(missing, 'and')}, expected ${quoteAll(wanted, 'and')} below the title`,
        help: `add ${missing.map((label) => `\`**${label}:** …\``).join(', ')}`,
      });
    }
    for (const label of wanted) {
      const line = find(label);
      if (line?.value !== '') continue;
      report({
        span: line.span,
        message: `Unexpected empty line \`${label}\`, expected a value`,
        help: 'write it after the colon; if it is not known, say so',
      });
    }
  },
});
