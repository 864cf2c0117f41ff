import { defineRule } from '../engine/define.ts';
import { NEW_ADR } from './support/example-base.ts';
import { seriesOf } from './support/series.ts';

export default defineRule({
  id: 'options-lettered',
  kinds: ['adr'],
  severity: 'error',
  summary: 'Options are lettered A, B, C, … in order.',
  why: 'A letter that is missing or used twice makes every mention of an option ambiguous.',
  examples: {
    bad: [
      {
        patches: [
          { change: NEW_ADR, from: '### Option B: Redis', to: '### Option C: Redis' },
          { change: NEW_ADR, from: '\nOption B: one', to: '\nOption C: one' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 40,
            message: 'Unexpected letter `C` of the 2nd option, expected `B`',
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
            to: '### Option C: Disk\n\n**Pros:**\n\n- Cheap.\n\n**Cons:**\n\n- Slow.\n\n## Decision\n',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    if (seriesOf(record, corpus)?.malformed.length) return;
    record.body.options.forEach((option, index) => {
      const expected = letterAt(index);
      if (option.letter === expected) return;
      report({
        span: option.section.span,
        message: `Unexpected letter \`${option.letter}\` of the ${ordinal(index + 1)} option, expected \`${expected}\``,
        help: `write \`${option.label.slice(0, -option.letter.length)}${expected}\`, and correct the text that mentions it`,
      });
    });
  },
});

/** `A` to `Z`, then `AA`, `AB`, … */
function letterAt(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterAt(Math.floor(index / 26) - 1) + letter;
}

function ordinal(position: number): string {
  const isTeen = position % 100 > 10 && position % 100 < 14;
  const suffix = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][position % 10] ?? 'th');
  return `${position}${suffix}`;
}
