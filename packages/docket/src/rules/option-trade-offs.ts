import { defineRule } from '../engine/define.ts';
import { hasContent } from '../records/sections.ts';
import { OLD_ADR } from './support/example-base.ts';
import { labelledLists } from './support/labelled-lists.ts';
import { seriesOf } from './support/series.ts';
import { quoteAll } from './support/words.ts';

export default defineRule({
  id: 'option-trade-offs',
  kinds: ['adr'],
  severity: 'error',
  summary: 'Each option has the labelled lists of the template, such as pros and cons.',
  why: 'An option without drawbacks was not examined, and one without advantages was never a serious option.',
  examples: {
    bad: [
      {
        patches: [
          { change: OLD_ADR, from: '**Cons:**\n\n- A restart forgets every basket.\n\n', to: '' },
        ],
        finds: [
          {
            file: OLD_ADR,
            line: 22,
            message: 'Unexpected option without `Cons`, expected `Pros` and `Cons`',
          },
        ],
      },
      {
        patches: [
          { change: OLD_ADR, from: '- A restart forgets every basket.', to: 'A restart forgets.' },
        ],
        finds: [
          {
            file: OLD_ADR,
            line: 22,
            message: 'Unexpected option without `Cons`, expected `Pros` and `Cons`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: OLD_ADR,
            from: '**Pros:**\n\n- Nothing to run.',
            to: '**Pros**:\n\n1. Nothing to run.',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const series = seriesOf(record, corpus);
    if (!series) return;
    const { labels } = series.contract;
    for (const option of series.options) {
      if (!hasContent(option.section)) continue;
      const found = labelledLists(option.section);
      const missing = labels.filter((label) => !found.has(label.toLowerCase()));
      if (missing.length === 0) continue;
      report({
        span: option.section.span,
        message: `Unexpected option without ${quoteAll(missing, 'and')}, expected ${quoteAll(labels, 'and')}`,
        help: `add ${missing.map((label) => `\`**${label}:**\``).join(', ')} with a list below it`,
      });
    }
  },
});
