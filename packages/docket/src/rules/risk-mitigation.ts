import { defineRule } from '../engine/define.ts';
import { NEW_ADR } from './support/example-base.ts';
import { quote } from './support/words.ts';

export default defineRule({
  id: 'risk-mitigation',
  kinds: ['adr'],
  severity: 'error',
  summary: 'Every risk says what is done about it.',
  why: 'A risk without a mitigation is only a worry; even "accepted" is an answer that someone has to give.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: ' Mitigation: it restarts within 10 seconds.', to: '' }],
        finds: [
          {
            file: NEW_ADR,
            line: 68,
            message: 'Unexpected risk `Redis stops` without a mitigation, expected `Mitigation: …`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'Mitigation: it restarts within 10 seconds.',
            to: 'Mitigation: none, accepted.',
          },
        ],
      },
    ],
  },
  check({ record, report }) {
    for (const risk of record.body.risks) {
      if (risk.mitigation !== undefined) continue;
      report({
        span: risk.span,
        message: `Unexpected risk ${quote(risk.name || risk.text)} without a mitigation, expected \`Mitigation: …\``,
        help: 'end the item with `Mitigation:` and what is done about the risk, or that it is accepted',
      });
    }
  },
});
