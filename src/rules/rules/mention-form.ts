import { defineRule } from '../define.ts';
import { NEW_ADR } from '../example-base.ts';
import { replaceWith } from '../support/edits.ts';
import { matchesInText } from '../support/text-search.ts';

// Every form but the right one. File names such as adr-017-slug.md are no mentions.
const MENTION = /\bADR(?!-\d{3,}\b)(?:[ _\u00a0]|[-\u2010-\u2014] ?)?(\d+)\b(?![-.]\w)/g;

export default defineRule({
  id: 'mention-form',
  kinds: ['adr', 'spec', 'provenance'],
  scope: 'log',
  severity: 'warning',
  summary: 'A decision record is cited as `ADR-` and its number with three digits or more.',
  why: 'One form is found by one search, and only that form becomes a link.',
  examples: {
    bad: [
      {
        patches: [
          { change: NEW_ADR, from: 'Sticky routing', to: 'As ADR 1 found, sticky routing' },
        ],
        finds: [
          { file: NEW_ADR, line: 19, message: 'Unexpected citation `ADR 1`, expected `ADR-001`' },
        ],
        fixed: { file: NEW_ADR, text: 'As ADR-001 found, sticky routing' },
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'Sticky routing',
            to: 'As ADR-001 and `adr-1` found, sticky routing of ADRs',
          },
        ],
      },
    ],
  },
  check({ record, corpus, report }) {
    for (const { match, span } of matchesInText(record.document, MENTION)) {
      const wanted = `ADR-${(match[1] ?? '').padStart(3, '0')}`;
      report({
        span,
        message: `Unexpected citation \`${match[0]}\`, expected \`${wanted}\``,
        help: `write \`${wanted}\``,
        // A number that no record has may be a slip of another kind.
        ...(corpus.adr(wanted) ? { fix: replaceWith(span, wanted) } : {}),
      });
    }
  },
});
