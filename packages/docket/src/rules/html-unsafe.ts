import { defineRule } from '../engine/define.ts';
import type { Mismatch } from '../records/finding.ts';
import { type RemovedHtml, removedHtml } from '../records/html.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'html-unsafe',
  kinds: ['adr', 'spec', 'provenance'],
  formats: ['markdown', 'asciidoc'],
  severity: 'error',
  recommended: 'error',
  security: true,
  summary: 'A record contains no HTML that runs code, loads other pages or restyles the site.',
  why: 'Many people write records and everybody reads them; a script in one would run in the browser of every reader. The site leaves out whatever this rule reports, and the rule tells the author so.',
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
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'Sticky routing',
            to: '<b style="position:fixed;inset:0">Sticky</b> routing',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 19,
            message: 'Unexpected attribute `style`, expected none that changes the page around it',
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
    for (const removed of removedHtml(record.document)) {
      if (removed.isDangerous) report({ span: removed.span, ...wordsFor(removed) });
    }
  },
});

function wordsFor({ attribute, name, scheme }: RemovedHtml): Mismatch & { help: string } {
  if (attribute === undefined) {
    return {
      found: `element \`<${name}>\``,
      expected: 'none that can run or load code',
      help: 'delete it, or show it as code in backticks',
    };
  }
  if (/^on/.test(name)) {
    return {
      found: `event handler \`${name}\``,
      expected: 'plain HTML',
      help: 'delete the attribute',
    };
  }
  if (scheme !== undefined) {
    return {
      found: `scheme \`${scheme}\` in HTML`,
      expected: '`https:` or a relative path',
      help: 'write a Markdown link to a page',
    };
  }
  return {
    found: `attribute \`${name}\``,
    expected: 'none that changes the page around it',
    help: 'delete the attribute',
  };
}
