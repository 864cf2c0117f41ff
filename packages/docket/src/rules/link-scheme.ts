import { defineRule } from '../engine/define.ts';
import { isPictureData } from '../records/media.ts';
import { NEW_ADR } from './support/example-base.ts';

const ALLOWED = /^(?:https?:|mailto:|tel:)/i;
const SCRIPTS = /^(?:javascript|data|vbscript):/i;

export default defineRule({
  id: 'link-scheme',
  kinds: ['adr', 'spec', 'provenance'],
  formats: ['markdown', 'asciidoc'],
  severity: 'error',
  recommended: 'error',
  security: true,
  summary: 'An external link opens a web page or an email, and includes its scheme.',
  why: 'A `javascript:` or `data:` address runs code in the page of whoever clicks it; `file:` works on one machine only.',
  examples: {
    bad: [
      {
        patches: [
          { change: NEW_ADR, from: '(https://redis.io/docs/)', to: '(javascript:alert%281%29)' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 80,
            message:
              'Unexpected scheme `javascript:` in a link, expected `https:` or a relative path',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          { change: NEW_ADR, from: '(https://redis.io/docs/)', to: '(mailto:team@example.com)' },
        ],
      },
    ],
  },
  check({ record, report }) {
    for (const { target, text, image, urlSpan } of record.links) {
      if (target.kind !== 'external' || ALLOWED.test(target.url)) continue;
      // A picture written into the text runs nothing; `link-target` says that nobody sees it.
      if (image && isPictureData(target.url)) continue;
      // In HTML, `html-unsafe` tells of what can run.
      if (text === undefined && SCRIPTS.test(target.url)) continue;
      const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(target.url)?.[0] ?? '//';
      report({
        span: urlSpan,
        found: `scheme \`${scheme}\` in a link`,
        expected: '`https:` or a relative path',
        help: 'link to a page, or write the address as code if it is only shown',
      });
    }
  },
});
