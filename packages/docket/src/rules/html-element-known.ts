import { defineRule } from '../engine/define.ts';
import { removedHtml } from '../records/html.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'html-element-known',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'info',
  summary: 'Words in angle brackets are HTML that the page shows, or are in backticks.',
  why: 'A name such as `<site>` in running text is read as an unknown HTML element and disappears. The page allows the same elements and attributes as GitHub and leaves out the rest.',
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
      {
        patches: [
          { change: NEW_ADR, from: 'Sticky routing', to: '<b class="chosen">Sticky</b> routing' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 19,
            message: 'Unexpected attribute `class`, which no page takes, expected plain HTML',
          },
        ],
      },
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'Sticky routing',
            to: '<kbd style="width: 220pt">Sticky</kbd> routing',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 19,
            message: 'Unexpected attribute `style`, which no page takes, expected plain HTML',
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
    for (const { attribute, name, span, isDangerous } of removedHtml(record.document)) {
      // The rules about links speak of addresses.
      if (isDangerous || attribute === 'href' || attribute === 'src') continue;
      report(
        attribute === undefined
          ? {
              span,
              found: `element \`<${name}>\`, which no page shows`,
              expected: 'it in backticks',
              help: `put backticks around \`<${name}>\`, or write the word without angle brackets`,
            }
          : {
              span,
              found: `attribute \`${name}\`, which no page takes`,
              expected: 'plain HTML',
              help: 'delete the attribute; the page looks the same without it',
            },
      );
    }
  },
});
