import { defineRule } from '../engine/define.ts';
import { nearest } from '../records/nearest.ts';
import { STATUSES } from '../records/status.ts';
import { SPEC } from './support/example-base.ts';
import { holdsPlaceholder } from './support/placeholders.ts';
import { quote, quoteAll } from './support/words.ts';

/** Fields that a line of the Metadata section may state, with its label. */
const LABELS = [
  ['status', 'Status'],
  ['date', 'Date'],
  ['decision-makers', 'Decision Makers'],
  ['prompted-by', 'Prompted By'],
] as const;

export default defineRule({
  id: 'spec-metadata',
  kinds: ['spec'],
  severity: 'error',
  summary: 'The lines of the Metadata section are valid and agree with the frontmatter.',
  why: 'What is stated in two places must agree, or each reader believes the one they saw first.',
  examples: {
    bad: [
      {
        patches: [{ change: SPEC, from: '- **Status:** Accepted', to: '- **Status:** Proposed' }],
        finds: [
          {
            file: SPEC,
            line: 13,
            message: 'Unexpected `Status` `Proposed`, expected `Accepted` as in the frontmatter',
          },
        ],
      },
      {
        patches: [
          { change: SPEC, from: 'status: Accepted\n', to: '' },
          { change: SPEC, from: '- **Status:** Accepted', to: '- **Status:** Acepted' },
        ],
        finds: [
          {
            file: SPEC,
            line: 12,
            message:
              'Unexpected status `Acepted`, expected `Proposed`, `Accepted`, `Rejected`, `Deprecated` or `Superseded`',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: SPEC,
            from: 'date: 2026-02-02\n',
            to: 'date: 2026-02-02\ndecision-makers: [Human, Agent]\n',
          },
          {
            change: SPEC,
            from: '- **Date:** 2026-02-02',
            to: '- **Date:** 2026-02-02\n- **Decision Makers:** Human + Agent',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    for (const [name, label] of LABELS) {
      const own = record.fields[name];
      const again = record.restated.find((other) => other.name === name)?.field;
      const line = again ?? (own.source === 'label' ? own : undefined);
      if (!line || holdsPlaceholder(line.written, record, corpus)) continue;
      if (!again || own.value === undefined) {
        const problem = line.value === undefined ? problemOf(name, line.written) : undefined;
        if (problem) report({ span: line.span, ...problem });
      } else if (comparable(line.written) !== comparable(own.value)) {
        report({
          span: line.span,
          message: `Unexpected \`${label}\` ${quote(line.written)}, expected ${quote(typeof own.value === 'string' ? own.value : own.value.join(', '))} as in the frontmatter`,
          help: 'correct one of the two, or delete the line: the frontmatter is enough',
          related: [{ file: record.path, span: own.span, label: 'the frontmatter says this' }],
        });
      }
    }
  },
});

function problemOf(name: string, written: string): { message: string; help: string } | undefined {
  if (name === 'status') {
    const meant = nearest(written, STATUSES);
    return {
      message: `Unexpected status ${quote(written)}, expected ${quoteAll(STATUSES, 'or')}`,
      help: meant ? `write \`${meant}\`` : 'use one of these words',
    };
  }
  if (name === 'date') {
    return {
      message: `Unexpected date ${quote(written)}, expected a calendar day as \`YYYY-MM-DD\``,
      help: 'write the year, month and day in digits, for example `2026-03-05`',
    };
  }
  return undefined;
}

/** A value in a form in which `Human + Agent` equals `[Human, Agent]`. */
function comparable(value: string | readonly string[]): string {
  const parts = typeof value === 'string' ? value.split(/\s*(?:[,+&;]|\band\b)\s*/) : value;
  return parts
    .map((part) => part.toLowerCase().replace(/[`*_]/g, '').replace(/\s+/g, ' ').trim())
    .join('|');
}
