import { htmlTags } from '../../records/html.ts';
import { defineRule } from '../define.ts';
import { NEW_ADR } from '../example-base.ts';
import { HTML_ELEMENTS } from '../support/html-elements.ts';

export default defineRule({
  id: 'html-element-known',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  summary: 'Words in angle brackets are HTML, or stand in backticks.',
  why: 'A name such as `<site>` in running text is taken for an element that no browser knows, and vanishes from the page.',
  examples: {
    bad: [
      {
        patches: [
          { change: NEW_ADR, from: 'Sticky routing fails', to: 'Sticky routing to <server> fails' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 19,
            message: 'Unexpected element `<server>`, which no page shows, expected it in backticks',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'Sticky routing',
            to: 'Sticky routing to `<server>` by <kbd>F5</kbd> at 3 < 5',
          },
        ],
      },
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'Sticky routing',
            to: 'Sticky routing (<https://example.com/>)',
          },
        ],
      },
    ],
  },
  check({ record, report }) {
    for (const { name, span } of htmlTags(record.document)) {
      if (HTML_ELEMENTS.has(name.toLowerCase())) continue;
      report({
        span,
        message: `Unexpected element \`<${name}>\`, which no page shows, expected it in backticks`,
        help: `put backticks round \`<${name}>\`, or write the word without angle brackets`,
      });
    }
  },
});
