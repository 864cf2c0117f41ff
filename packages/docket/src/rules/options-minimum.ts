import { defineRule } from '../engine/define.ts';
import { OLD_ADR } from './support/example-base.ts';
import { seriesOf } from './support/series.ts';
import { count } from './support/words.ts';

export default defineRule({
  id: 'options-minimum',
  kinds: ['adr'],
  severity: 'error',
  summary: 'A decision weighs at least as many options as the template shows.',
  why: 'With one option there was nothing to decide; readers want to know what was turned down, and why.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: OLD_ADR,
            from: '### Option B: PostgreSQL\n\n**Pros:**\n\n- Sessions survive.\n\n**Cons:**\n\n- A write for every click.\n\n',
            to: '',
          },
        ],
        finds: [{ file: OLD_ADR, line: 20, message: 'Unexpected 1 option, expected at least 2' }],
      },
    ],
    good: [
      {
        patches: [
          { change: OLD_ADR, from: '### Option B: PostgreSQL', to: '### Option B: Do nothing' },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    const series = seriesOf(record, corpus);
    if (!series) return;
    const found = series.options.length + series.malformed.length;
    if (found >= series.contract.minimum) return;
    report({
      span: series.section.span,
      message: `Unexpected ${count(found, 'option')}, expected at least ${series.contract.minimum}`,
      help: `add what else was possible, each under \`### ${series.contract.word} B: …\`; leaving things as they are is an option too`,
    });
  },
});
