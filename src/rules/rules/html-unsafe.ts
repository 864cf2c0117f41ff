import { htmlTags } from '../../records/html.ts';
import { defineRule } from '../define.ts';
import { NEW_ADR } from '../example-base.ts';

const ELEMENTS = new Set(
  'script iframe object embed applet frame frameset form style link meta base template portal'.split(
    ' ',
  ),
);
const ADDRESSES = new Set('href xlink:href src action formaction data poster'.split(' '));
const SCHEMES = /^(javascript|data|vbscript):/i;

export default defineRule({
  id: 'html-unsafe',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'error',
  security: true,
  summary: 'A record holds no HTML that runs code, loads other pages or restyles the site.',
  why: 'Records come from many hands and are shown to everybody; a script in one runs in the browser of each reader.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '## Decision\n',
            to: '<script src="https://example.com/x.js"></script>\n\n## Decision\n',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 52,
            message: 'Unexpected element `<script>`, expected none that can run or load code',
          },
        ],
      },
      {
        patches: [
          { change: NEW_ADR, from: 'Sticky routing', to: '<b onclick="go()">Sticky routing</b>' },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 19,
            message: 'Unexpected event handler `onclick`, expected plain HTML',
          },
        ],
      },
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'Sticky routing',
            to: '<a href="java&#115;cript:go()">Sticky routing</a>',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 19,
            message:
              'Unexpected scheme `javascript:` in HTML, expected `https:` or a relative path',
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
            to: '`<script>` aside, <kbd>sticky</kbd> routing',
          },
        ],
      },
      {
        patches: [
          { change: NEW_ADR, from: 'Sticky routing', to: '<!-- <script> -->\n\nSticky routing' },
        ],
      },
    ],
  },
  check({ record, report }) {
    for (const tag of htmlTags(record.document)) {
      if (ELEMENTS.has(tag.name.toLowerCase())) {
        report({
          span: tag.span,
          message: `Unexpected element \`<${tag.name}>\`, expected none that can run or load code`,
          help: 'delete it, or show it as code between backticks',
        });
      }
      for (const { name, value, span } of tag.attributes) {
        if (/^on[a-z]+$/.test(name)) {
          report({
            span,
            message: `Unexpected event handler \`${name}\`, expected plain HTML`,
            help: 'delete the attribute',
          });
        }
        // Browsers pass over white space and control characters in a scheme.
        const scheme = ADDRESSES.has(name) ? SCHEMES.exec(value.replace(/[\s\p{Cc}]/gu, '')) : null;
        if (scheme || name === 'srcdoc') {
          report({
            span,
            message: `Unexpected ${scheme ? `scheme \`${scheme[0].toLowerCase()}\`` : 'document'} in HTML, expected \`https:\` or a relative path`,
            help: 'write a Markdown link to a page',
          });
        }
      }
    }
  },
});
