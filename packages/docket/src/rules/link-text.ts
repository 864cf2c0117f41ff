import { defineRule } from '../engine/define.ts';
import { NEW_ADR } from './support/example-base.ts';
import { quote } from './support/words.ts';

const EMPTY_WORDS = /^(?:here|click here|this|this link|link|read more|more|see here|see)[.:…]*$/i;

export default defineRule({
  id: 'link-text',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'warning',
  summary: 'The text of a link says where it leads.',
  why: 'Screen readers list links by their text, and on a printed page the text is all there is.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: '[Redis documentation]', to: '[here]' }],
        finds: [
          {
            file: NEW_ADR,
            line: 80,
            message: 'Unexpected link text `here`, expected the name of what it leads to',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '[Redis documentation]',
            to: '[`here`-documents](https://example.com) and [Redis]',
          },
        ],
      },
    ],
  },
  check({ record, report }) {
    for (const { text, image, span } of record.links) {
      if (image || text === undefined) continue;
      if (text.trim() !== '' && !EMPTY_WORDS.test(text.trim())) continue;
      // A link around an image is named by the image's alternative text, which is judged by itself.
      const source = record.document.text.slice(span.start.offset, span.end.offset);
      if (text.trim() === '' && source.includes('![')) continue;
      report({
        span,
        message: `Unexpected link ${text.trim() === '' ? 'without a text' : `text ${quote(text)}`}, expected the name of what it leads to`,
        help: 'put the title of the page or record in the square brackets',
      });
    }
  },
});
