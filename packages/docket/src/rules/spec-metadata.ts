import { defineRule } from '../engine/define.ts';
import type { LabelLine } from '../records/labels.ts';
import { nearest } from '../records/nearest.ts';
import { STATUSES } from '../records/status.ts';
import { isRealDay } from './support/dates.ts';
import { SPEC } from './support/example-base.ts';
import { holdsPlaceholder } from './support/placeholders.ts';
import { quote, quoteAll } from './support/words.ts';

/** Label of a line, and the frontmatter key that states the same. */
const KEYS = [
  ['Status', 'status'],
  ['Date', 'date'],
  ['Decision Makers', 'decision-makers'],
  ['Prompted By', 'prompted-by'],
] as const;

export default defineRule({
  id: 'spec-metadata',
  kinds: ['spec'],
  severity: 'error',
  summary: 'The lines of the Metadata section are valid and agree with the frontmatter.',
  why: 'What stands in two places must say one thing, or each reader believes the one he saw first.',
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
    const lines = record.body.metadataLines.filter(
      (line) => !holdsPlaceholder(line.value, record, corpus),
    );
    for (const [label, key] of KEYS) {
      const line = lines.find((other) => other.label.toLowerCase() === label.toLowerCase());
      const stated = record.metadata[key];
      if (!line) continue;
      if (stated === undefined) {
        const problem = problemOf(label, line);
        if (problem) report({ span: line.span, ...problem });
      } else if (comparable(line.value) !== comparable(stated)) {
        report({
          span: line.span,
          message: `Unexpected \`${label}\` ${quote(line.value)}, expected ${quote(typeof stated === 'string' ? stated : stated.join(', '))} as in the frontmatter`,
          help: 'correct one of the two, or delete the line: the frontmatter is enough',
          related: [
            {
              file: record.path,
              span: record.frontmatter.valueSpan(key),
              label: 'the frontmatter says this',
            },
          ],
        });
      }
    }
  },
});

function problemOf(label: string, line: LabelLine): { message: string; help: string } | undefined {
  if (label === 'Status' && !(STATUSES as readonly string[]).includes(line.value)) {
    const meant = nearest(line.value, STATUSES);
    return {
      message: `Unexpected status ${quote(line.value)}, expected ${quoteAll(STATUSES, 'or')}`,
      help: meant ? `write \`${meant}\`` : 'use one of these words',
    };
  }
  if (label === 'Date' && !isRealDay(line.value)) {
    return {
      message: `Unexpected date ${quote(line.value)}, expected a day of the calendar as \`YYYY-MM-DD\``,
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
